import { ArrayMaxSize, IsEmail, Length, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { MOST_ALIASES } from './organisation.inputs.js';
import { Person } from './person.entity.js';

@InputType({ description: 'Somebody new to the partnership. An account is given apart.' })
export class CreatePersonInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The partnership.' })
  partnershipId!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'The person’s name.' })
  name!: string;

  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'What the person’s card says.' })
  jobTitle?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where the person works.' })
  organisationId?: string | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 200, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other ways the name is written in papers.' })
  aliases?: string[] | null;
}

@InputType({ description: 'Changes to what is known of a person. What is absent stays; null clears.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'The person.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'The person’s name. Cannot be cleared.' })
  name?: string | null;

  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'What the person’s card says.' })
  jobTitle?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where the person works.' })
  organisationId?: string | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 200, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other ways the name is written: the whole list.' })
  aliases?: string[] | null;
}

@InputType({ description: 'An account for a person who has none that was ever used.' })
export class CreateAccountInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Length(3, 254)
  @IsEmail()
  @Field(() => String, { description: 'The address the person will sign in with.' })
  email!: string;
}

@ObjectType({
  description:
    'What `createAccount` answers. It is the same whether or not the address has an account already.',
})
export class CreateAccountPayload {
  @Field(() => Person, { description: 'The person as now.' })
  person!: Person;

  @Field(() => String, {
    description:
      'A first password, shown this once: hand it to the person, who replaces it when signing in. It opens a new account only; an address that has one keeps its own password.',
  })
  firstPassword!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it can be used.' })
  expiresAt!: string;
}

export const CreatePersonPayload = payload('CreatePerson', 'person', () => Person);
export const UpdatePersonPayload = payload('UpdatePerson', 'person', () => Person);
export const ArchivePersonPayload = payload('ArchivePerson', 'person', () => Person);
export const RestorePersonPayload = payload('RestorePerson', 'person', () => Person);
