import { Length } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { TokenScope } from '../../../schema/vocabulary.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../platform/auth/passwords.js';
import { Token } from '../../platform/auth/session.entity.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { ViewerType } from './viewer.entity.js';

@InputType({ description: 'Who you are.' })
export class SignInInput {
  @Length(1, 254)
  @Field(() => String, { description: 'Your address.' })
  email!: string;

  @Length(1, LONGEST_PASSWORD)
  @Field(() => String, { description: 'Your password.' })
  password!: string;

  @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD)
  @Field(() => String, {
    nullable: true,
    description:
      'A password of your own, when the one you have was given to you (rule NEW_PASSWORD). Ignored otherwise.',
  })
  newPassword?: string | null;
}

@InputType({ description: 'A new password.' })
export class ChangePasswordInput {
  @Length(1, LONGEST_PASSWORD)
  @Field(() => String, { description: 'The one you have.' })
  currentPassword!: string;

  @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD)
  @Field(() => String, {
    description:
      'The one you want: twelve letters at least; a few words are easier to keep in mind than signs.',
  })
  newPassword!: string;
}

@InputType({ description: 'A new token.' })
export class CreateTokenInput {
  @Length(1, 100)
  @Field(() => String, { description: 'What it is for, so that you know it again.' })
  name!: string;

  @Field(() => TokenScope, { description: 'What it may be used for.' })
  scope!: TokenScope;

  @Field(() => DateScalar, { description: 'The last day it is good for, a year from now at most.' })
  expiresOn!: string;
}

@InputType({ description: 'A token that is to end.' })
export class RevokeTokenInput {
  @Field(() => ID, { description: 'The token.' })
  id!: string;
}

@ObjectType({ description: 'What ended.' })
export class SignOutPayload {
  @Field(() => Int, { description: 'How many sessions ended.' })
  endedSessionCount!: number;
}

@ObjectType({ description: 'A new token with its secret.' })
export class CreateTokenPayload {
  @Field(() => String, { description: 'The secret, shown this once: send it as `Authorization: Bearer …`.' })
  secret!: string;

  @Field(() => Token, { description: 'The token.' })
  token!: Token;
}

export const SignInPayload = payload('SignIn', 'viewer', () => ViewerType);
export const ChangePasswordPayload = payload('ChangePassword', 'viewer', () => ViewerType);
export const RevokeTokenPayload = payload('RevokeToken', 'token', () => Token);
