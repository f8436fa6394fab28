import { Field, ObjectType } from 'type-graphql';
import { TokenScope } from '../../../schema/vocabulary.js';
import { DateTimeScalar, ID } from '../graphql/scalars.js';

@ObjectType({ description: 'One browser you are signed in with.' })
export class Session {
  @Field(() => ID, { description: 'Permanent identifier.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When you signed in.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it was last in use, give or take an hour.' })
  usedAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends unless it is used before.' })
  expiresAt!: string;

  @Field(() => String, { nullable: true, description: 'What the browser says it is.' })
  userAgent!: string | null;

  @Field(() => Boolean, { description: 'Whether this answer was asked for with it.' })
  isCurrent!: boolean;
}

@ObjectType({
  description: 'What lets a program ask on your behalf, never for more than you may do yourself.',
})
export class Token {
  @Field(() => ID, { description: 'Permanent identifier; not the secret.' })
  id!: string;

  @Field(() => String, { description: 'What you called it.' })
  name!: string;

  @Field(() => TokenScope, { description: 'What it may be used for.' })
  scope!: TokenScope;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  expiresAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked; empty while it is good.',
  })
  revokedAt!: string | null;
}
