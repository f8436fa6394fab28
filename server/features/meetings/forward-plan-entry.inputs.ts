import { ArrayMaxSize, Length, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { AgendaPurpose, NoticeException } from '../../../schema/meeting-words.js';
import { payload } from '../../platform/graphql/makers.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { AudienceInput } from '../plans/restrict.inputs.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';

/** What can be said of an entry when it is made, and changed afterwards. */
@InputType({ description: 'What can be said of an entry when it is made, and changed afterwards.' })
abstract class ForwardPlanEntryFields {
  @Length(0, 2_000)
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  summary?: string | null;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'The lead officers, as written.' })
  leadOfficersAsWritten?: string | null;

  @ArrayMaxSize(20)
  @Field(() => [ID], { nullable: true, description: 'The lead officers, of those known here: all of them.' })
  leadOfficerIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a key decision.' })
  isKeyDecision?: boolean | null;

  @Length(0, 60)
  @Field(() => String, { nullable: true, description: 'The reference of the key decision.' })
  keyDecisionReference?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it goes on to the full council.' })
  isForFullCouncil?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its report will be confidential.' })
  isConfidential?: boolean | null;

  @ArrayMaxSize(10)
  @Field(() => [String], {
    nullable: true,
    description:
      'The exemption paragraphs its report will rely on, by their numbers in the rules of the board.',
  })
  exemptionParagraphs?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the draft report is wanted.' })
  draftReportDueOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the papers go out.' })
  dispatchOn?: string | null;

  @Length(0, 300)
  @Field(() => String, { nullable: true, description: 'Who asked for it, as written.' })
  cameFrom?: string | null;

  @ArrayMaxSize(20)
  @Length(1, 300, { each: true })
  @Field(() => [String], {
    nullable: true,
    description: 'The documents that will be before whoever decides: all of them.',
  })
  documents?: string[] | null;

  @Length(0, 300)
  @Field(() => String, {
    nullable: true,
    description: 'Whom the public may ask about it and have its documents from.',
  })
  contact?: string | null;

  @Length(0, 1_000)
  @Field(() => String, {
    nullable: true,
    description: 'Why its report will be considered in private, for everybody to read.',
  })
  privateReason?: string | null;

  @Length(0, 4_000)
  @Field(() => String, {
    nullable: true,
    description: 'What was said about why it should be considered in public, for everybody to read.',
  })
  representations?: string | null;

  @Length(0, 4_000)
  @Field(() => String, {
    nullable: true,
    description: 'How the board responds to what was said, for everybody to read; with `representations`.',
  })
  representationsResponse?: string | null;

  @Field(() => NoticeException, {
    nullable: true,
    description: 'By what right it is taken at shorter notice; with `noticeExceptionReason`.',
  })
  noticeException?: NoticeException | null;

  @Length(0, 1_000)
  @Field(() => String, {
    nullable: true,
    description: 'Why the notice could not be given, and who agreed; for everybody to read.',
  })
  noticeExceptionReason?: string | null;
}

@InputType({ description: 'A new line of the forward plan of one or several boards.' })
export class CreateForwardPlanEntryInput extends ForwardPlanEntryFields {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => [ID], {
    description:
      'The boards that are to consider it, the one that answers for it first: boards you keep, and those that meet with them where it is planned.',
  })
  boardIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'At which meeting; absent until that is known. It must be a meeting of one of the boards.',
  })
  meetingId?: string | null;

  @Length(1, 300)
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => AgendaPurpose, {
    defaultValue: AgendaPurpose.NOTE,
    description: 'What the board will be asked to do.',
  })
  purpose!: AgendaPurpose;

  @Min(1)
  @Max(600)
  @Field(() => Int, { defaultValue: 10, description: 'How many minutes it will take.' })
  minutes!: number;
}

@InputType({ description: 'Changes to a line of the forward plan. What is absent stays; null clears.' })
export class UpdateForwardPlanEntryInput extends ForwardPlanEntryFields {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @ArrayMaxSize(20)
  @Field(() => [ID], {
    nullable: true,
    description:
      'The boards that are to consider it, the one that answers for it first: all of them. Each board it comes to, or is taken from, is one you keep, or meets where it is planned and you keep that meeting. Cannot be cleared.',
  })
  boardIds?: string[] | null;

  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Its title. Cannot be cleared.' })
  title?: string | null;

  @Field(() => AgendaPurpose, {
    nullable: true,
    description: 'What the board will be asked to do. Cannot be cleared.',
  })
  purpose?: AgendaPurpose | null;

  @Min(1)
  @Max(600)
  @Field(() => Int, { nullable: true, description: 'How many minutes it will take. Cannot be cleared.' })
  minutes?: number | null;
}

@InputType({
  description: 'At which meeting an entry is to be considered. Away from a meeting it slips, and says why.',
})
export class MoveForwardPlanEntryInput extends ItemVersionInput {
  @Field(() => ID, { nullable: true, description: 'The meeting; null for none yet.' })
  meetingId!: string | null;

  @Length(1, 1_000)
  @Field(() => String, {
    nullable: true,
    description: 'Why; wanted when it was planned for another meeting before.',
  })
  reason?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether all the boards of that meeting are to consider it, so that it stands in the forward plan of each. Those it had stay.',
  })
  withBoardsOfMeeting!: boolean;
}

@InputType({ description: 'Who may see an entry of the forward plan, from now on.' })
export class RestrictForwardPlanEntryInput extends ItemVersionInput {
  @Field(() => AudienceInput, {
    nullable: true,
    description: 'The narrower circle; null for the partnership.',
  })
  audience!: AudienceInput | null;
}

const answers = (verb: string) =>
  payload(`${verb}ForwardPlanEntry`, 'forwardPlanEntry', () => ForwardPlanEntry);

export const CreateForwardPlanEntryPayload = answers('Create');
export const UpdateForwardPlanEntryPayload = answers('Update');
export const MoveForwardPlanEntryPayload = answers('Move');
export const RestrictForwardPlanEntryPayload = answers('Restrict');
export const ArchiveForwardPlanEntryPayload = answers('Archive');
export const RestoreForwardPlanEntryPayload = answers('Restore');
