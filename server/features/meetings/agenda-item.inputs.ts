import { ArrayMaxSize, Length, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { AgendaPurpose } from '../../../schema/meeting-words.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { AudienceInput } from '../plans/restrict.inputs.js';
import { AgendaItem } from './agenda-item.entity.js';

@InputType({ description: 'A new item of an agenda.' })
export class CreateAgendaItemInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The entry of the forward plan it comes from: what is absent here is taken from that. One entry is on one agenda once.',
  })
  forwardPlanEntryId?: string | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title; wanted unless it comes from an entry.' })
  title?: string | null;

  @Length(0, 2_000)
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  summary?: string | null;

  @Length(0, 120)
  @Field(() => String, { nullable: true, description: 'The heading it stands under.' })
  section?: string | null;

  @Field(() => AgendaPurpose, {
    nullable: true,
    description: 'What the board is asked to do; to note, if absent.',
  })
  purpose?: AgendaPurpose | null;

  @Min(1)
  @Max(600)
  @Field(() => Int, { nullable: true, description: 'How many minutes it is given.' })
  minutes?: number | null;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'Who presents it, as written.' })
  presentersAsWritten?: string | null;

  @ArrayMaxSize(20)
  @Field(() => [ID], { nullable: true, description: 'Who presents it, of those known here.' })
  presenterIds?: string[] | null;

  @ArrayMaxSize(20)
  @Field(() => [ID], {
    nullable: true,
    description:
      'For which of the boards that meet it is; absent for those of the entry it comes from, or for all.',
  })
  boardIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The item it goes right after; absent for the end of its section, or of the agenda.',
  })
  afterId?: string | null;

  @Length(1, 1_000)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the chair takes it as urgent; wanted from the day of dispatch on (Local Government Act 1972, section 100B(4)).',
  })
  lateReason?: string | null;
}

@InputType({ description: 'Changes to an item of an agenda. What is absent stays; null clears.' })
export class UpdateAgendaItemInput {
  @Field(() => ID, { description: 'The item.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title. Cannot be cleared.' })
  title?: string | null;

  @Length(0, 2_000)
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  summary?: string | null;

  @Length(0, 120)
  @Field(() => String, { nullable: true, description: 'The heading it stands under; null for none.' })
  section?: string | null;

  @Field(() => AgendaPurpose, {
    nullable: true,
    description: 'What the board is asked to do. Cannot be cleared.',
  })
  purpose?: AgendaPurpose | null;

  @Min(1)
  @Max(600)
  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes it is given; null for none of its own.',
  })
  minutes?: number | null;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'Who presents it, as written.' })
  presentersAsWritten?: string | null;

  @ArrayMaxSize(20)
  @Field(() => [ID], { nullable: true, description: 'Who presents it, of those known here: all of them.' })
  presenterIds?: string[] | null;

  @ArrayMaxSize(20)
  @Field(() => [ID], {
    nullable: true,
    description: 'For which of the boards that meet it is: the whole list; null for all of them.',
  })
  boardIds?: string[] | null;

  @Length(0, 1_000)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the chair takes it as urgent (Local Government Act 1972, section 100B(4)). Cleared only where it is not wanted. Errors: `LATE_WITHOUT_REASON`.',
  })
  lateReason?: string | null;
}

@InputType({ description: 'Where an item of an agenda goes.' })
export class MoveAgendaItemInput extends ItemVersionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The item it goes right after; absent for the first place.',
  })
  afterId?: string | null;

  @Length(0, 120)
  @Field(() => String, { nullable: true, description: 'The heading it stands under then; absent leaves it.' })
  section?: string | null;
}

@InputType({ description: 'What a heading of an agenda is called from now on.' })
export class RenameAgendaSectionInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Length(0, 120)
  @Field(() => String, { description: 'The heading as it is.' })
  section!: string;

  @Length(0, 120)
  @Field(() => String, { description: 'The heading as it is to be.' })
  name!: string;
}

@InputType({ description: 'Where a heading of an agenda goes, with all that stands under it.' })
export class MoveAgendaSectionInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Length(0, 120)
  @Field(() => String, { description: 'The heading.' })
  section!: string;

  @Length(0, 120)
  @Field(() => String, {
    nullable: true,
    description: 'The heading it goes right after; nothing for the beginning of the agenda.',
  })
  afterSection?: string | null;
}

@InputType({
  description: 'That press and public are excluded from an item, and by what right; or not any more.',
})
export class RestrictAgendaItemInput extends ItemVersionInput {
  @ArrayMaxSize(10)
  @Field(() => [String], {
    description:
      'The exemption paragraphs, by their numbers in the rules of the board. None lifts the restriction.',
  })
  exemptionParagraphs!: string[];

  @Length(0, 2_000)
  @Field(() => String, {
    nullable: true,
    description: 'Why the public interest in withholding it outweighs that in telling it.',
  })
  exemptionReason?: string | null;

  @Field(() => AudienceInput, {
    nullable: true,
    description: 'Who sees it; absent for all who hold a seat on the boards that meet.',
  })
  audience?: AudienceInput | null;
}

const answers = (verb: string) => payload(`${verb}AgendaItem`, 'agendaItem', () => AgendaItem);

export const CreateAgendaItemPayload = answers('Create');
export const UpdateAgendaItemPayload = answers('Update');
export const MoveAgendaItemPayload = answers('Move');
export const RestrictAgendaItemPayload = answers('Restrict');
export const ArchiveAgendaItemPayload = answers('Archive');
export const RestoreAgendaItemPayload = answers('Restore');
const answersAll = (verb: string) => payload(`${verb}AgendaSection`, 'agendaItems', () => AgendaItem, true);

export const RenameAgendaSectionPayload = answersAll('Rename');
export const MoveAgendaSectionPayload = answersAll('Move');
