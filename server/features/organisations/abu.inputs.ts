import { ArrayMaxSize, Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { AccountableBusinessUnit } from './abu.entity.js';
import { MOST_ALIASES } from './organisation.inputs.js';

const MOST_BODIES = 100;

@InputType({ description: 'A new accountable business unit.' })
export class CreateAccountableBusinessUnitInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The partnership.' })
  partnershipId!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'Its full name.' })
  name!: string;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'The short form partners use.' })
  shortName?: string | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other names it is written by.' })
  aliases?: string[] | null;

  @Field(() => ID, { description: 'The organisation that hosts it.' })
  hostOrganisationId!: string;

  @ArrayMaxSize(MOST_BODIES)
  @Field(() => [ID], { nullable: true, description: 'Its member organisations.' })
  memberOrganisationIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Its managing director.' })
  managingDirectorId?: string | null;

  @Length(1, 500)
  @Field(() => String, { nullable: true, description: 'The population or place it serves.' })
  serves?: string | null;

  @ArrayMaxSize(MOST_BODIES)
  @Field(() => [ID], { nullable: true, description: 'The boards it answers to.' })
  boardIds?: string[] | null;
}

@InputType({
  description:
    'Changes to an accountable business unit. What is absent stays; null clears. Which priorities it delivers is said at the priority.',
})
export class UpdateAccountableBusinessUnitInput {
  @Field(() => ID, { description: 'The accountable business unit.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its full name. Cannot be cleared.' })
  name?: string | null;

  @Length(1, 60)
  @Field(() => String, { nullable: true, description: 'The short form partners use.' })
  shortName?: string | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other names it is written by: the whole list.' })
  aliases?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that hosts it. Cannot be cleared.' })
  hostOrganisationId?: string | null;

  @ArrayMaxSize(MOST_BODIES)
  @Field(() => [ID], { nullable: true, description: 'Its member organisations: the whole list.' })
  memberOrganisationIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Its managing director.' })
  managingDirectorId?: string | null;

  @Length(1, 500)
  @Field(() => String, { nullable: true, description: 'The population or place it serves.' })
  serves?: string | null;

  @ArrayMaxSize(MOST_BODIES)
  @Field(() => [ID], { nullable: true, description: 'The boards it answers to: the whole list.' })
  boardIds?: string[] | null;
}

const abu = () => AccountableBusinessUnit;
export const CreateAccountableBusinessUnitPayload = payload('CreateAccountableBusinessUnit', 'abu', abu);
export const UpdateAccountableBusinessUnitPayload = payload('UpdateAccountableBusinessUnit', 'abu', abu);
export const ArchiveAccountableBusinessUnitPayload = payload('ArchiveAccountableBusinessUnit', 'abu', abu);
export const RestoreAccountableBusinessUnitPayload = payload('RestoreAccountableBusinessUnit', 'abu', abu);
