import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.js';
import { demonstrationAccounts, demonstrationPassword } from './accounts.js';
import { showsDemonstration } from './mode.js';

@ObjectType({ description: 'Somebody of the made-up partnership to sign in as.' })
export class DemonstrationAccount {
  @Field(() => String, { description: 'The address to sign in with.' })
  email!: string;

  @Field(() => String, { description: 'The person’s name.' })
  name!: string;

  @Field(() => String, { description: 'What the person’s card says.' })
  jobTitle!: string;

  @Field(() => String, { description: 'Where the person works.' })
  organisation!: string;

  @Field(() => String, { description: 'What there is to see and try as this person.' })
  shows!: string;
}

@ObjectType({ description: 'A made-up partnership to look around in.' })
export class Demonstration {
  @Field(() => [DemonstrationAccount], { description: 'Who to sign in as.' })
  accounts!: DemonstrationAccount[];

  @Field(() => String, { description: 'The password of all of them.' })
  password!: string;
}

@Resolver()
export class DemonstrationResolver {
  @Query(() => Demonstration, {
    nullable: true,
    description: 'The accounts to try this server with; nothing where it holds a real partnership.',
  })
  async demonstration(@Ctx() context: Context): Promise<Demonstration | null> {
    if (!showsDemonstration()) return null;
    const reader = await context.reader();
    const emails = demonstrationAccounts().map(({ email }) => email);
    const rows = await reader.query<{ email: string }>(
      'select email from accounts where email = any ($1) and disabled_at is null',
      [emails],
    );
    const there = new Set(rows.map(({ email }) => email));
    const accounts = demonstrationAccounts().filter(({ email }) => there.has(email));
    return accounts.length ? { accounts, password: demonstrationPassword } : null;
  }
}
