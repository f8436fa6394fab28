import { Length } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ImportedLineOutcome } from '../../../schema/meeting-words.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { Meeting } from './meeting.entity.js';

const CONTENT =
  'The table itself: text whose values are parted by commas, semicolons or tabs, with the names of the columns above it.';
const DRY_RUN = 'Whether it is only told what would come of it; then nothing is written.';

@InputType({ description: 'A forward plan from elsewhere, to be brought into that of a board.' })
export class ImportForwardPlanInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Length(1, 200_000)
  @Field(() => String, { description: CONTENT })
  content!: string;

  @Field(() => Boolean, { defaultValue: false, description: DRY_RUN })
  dryRun!: boolean;
}

@InputType({ description: 'An agenda from elsewhere, for a meeting that is there or one that is made.' })
export class ImportAgendaInput {
  @Field(() => ID, { nullable: true, description: 'The meeting. Give this or the board.' })
  meetingId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The board: of its meeting on that day, which is planned if it is not there.',
  })
  boardId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the board meets on; absent for the day the file names.',
  })
  day?: string | null;

  @Length(1, 200_000)
  @Field(() => String, { description: CONTENT })
  content!: string;

  @Length(1, 1_000)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the chair takes what comes in as urgent, once for all of it; wanted where `lateReasonWanted` says so, and kept only there (Local Government Act 1972, section 100B(4)).',
  })
  lateReason?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: DRY_RUN })
  dryRun!: boolean;
}

@ObjectType({ description: 'What became of one row of a file.' })
export class ImportedLine {
  @Field(() => Int, { description: 'Which row of the file, from 1.' })
  row!: number;

  @Field(() => String, { description: 'Its title, as written.' })
  title!: string;

  @Field(() => ImportedLineOutcome, { description: 'What became of it.' })
  outcome!: ImportedLineOutcome;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the meeting it is for, if known.' })
  meetsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'On an agenda, when it begins as the file says.' })
  startsAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'On an agenda, how many minutes it takes.' })
  minutes!: number | null;

  @Field(() => String, { nullable: true, description: 'Who leads or presents it, as written.' })
  peopleAsWritten!: string | null;

  @Field(() => [String], { description: 'Why, and what was settled without being written.' })
  notes!: string[];
}

@ObjectType({ description: 'A meeting that the rows of a file are for.' })
export class ImportedMeeting {
  @Field(() => DateScalar, { description: 'The day.' })
  meetsOn!: string;

  @Field(() => String, { description: 'When it begins.' })
  startsAt!: string;

  @Field(() => Boolean, { description: 'Whether it was not there and is planned with this.' })
  isNew!: boolean;

  @Field(() => String, { nullable: true, description: 'What was settled without being written in the file.' })
  note!: string | null;
}

@ObjectType({ description: 'What `importForwardPlan` answers; of a dry run, what would come of it.' })
export class ImportForwardPlanPayload {
  @Field(() => [ImportedLine], { description: 'Each row of the file, in its order: none disappears.' })
  lines!: ImportedLine[];

  @Field(() => [ImportedMeeting], { description: 'The meetings they are for, soonest first.' })
  meetings!: ImportedMeeting[];

  @Field(() => [ForwardPlanEntry], { description: 'What was added; nothing in a dry run.' })
  forwardPlanEntries!: ForwardPlanEntry[];
}

@ObjectType({ description: 'What `importAgenda` answers; of a dry run, what would come of it.' })
export class ImportAgendaPayload {
  @Field(() => [ImportedLine], { description: 'Each row of the file, in its order: none disappears.' })
  lines!: ImportedLine[];

  @Field(() => ImportedMeeting, { description: 'Which meeting it is, and whether it is planned with this.' })
  about!: ImportedMeeting;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the import is refused with `LATE_WITHOUT_REASON` unless `lateReason` is given; nothing where it comes in time, or to a meeting that is over.',
  })
  lateReasonWanted!: string | null;

  @Field(() => Meeting, {
    nullable: true,
    description: 'The meeting as it is now; nothing in a dry run for one that is not there yet.',
  })
  meeting!: Meeting | null;

  @Field(() => [AgendaItem], { description: 'What was added; nothing in a dry run.' })
  agendaItems!: AgendaItem[];
}
