import { ArrayMaxSize, IsUrl, Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { OrganisationKind } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Organisation } from './organisation.entity.js';

/** A name can be many, each no longer than a line. */
export const MOST_ALIASES = 50;

/** What the public finds must be a page, not a script. */
export const webAddress = { protocols: ['http', 'https'], require_protocol: true };

@InputType({ description: 'A new partner.' })
export class CreateOrganisationInput {
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

  @Field(() => OrganisationKind, { description: 'What sort of body it is.' })
  kind!: OrganisationKind;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Other names and abbreviations it is written by.' })
  aliases?: string[] | null;

  @IsUrl(webAddress)
  @Length(1, 500)
  @Field(() => String, {
    nullable: true,
    description: 'Where the public finds it on the web, beginning with https://.',
  })
  website?: string | null;
}

@InputType({ description: 'Changes to an organisation. What is absent stays; null clears.' })
export class UpdateOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
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

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'What sort of body it is. Cannot be cleared.',
  })
  kind?: OrganisationKind | null;

  @ArrayMaxSize(MOST_ALIASES)
  @Length(1, 300, { each: true })
  @Field(() => [String], {
    nullable: true,
    description: 'Other names and abbreviations it is written by: the whole list.',
  })
  aliases?: string[] | null;

  @IsUrl(webAddress)
  @Length(1, 500)
  @Field(() => String, {
    nullable: true,
    description: 'Where the public finds it on the web, beginning with https://.',
  })
  website?: string | null;
}

export const CreateOrganisationPayload = payload('CreateOrganisation', 'organisation', () => Organisation);
export const UpdateOrganisationPayload = payload('UpdateOrganisation', 'organisation', () => Organisation);
export const ArchiveOrganisationPayload = payload('ArchiveOrganisation', 'organisation', () => Organisation);
export const RestoreOrganisationPayload = payload('RestoreOrganisation', 'organisation', () => Organisation);
