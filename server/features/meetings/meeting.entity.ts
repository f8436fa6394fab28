import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { MeetingStatus } from '../../../schema/meeting-words.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Board } from '../boards/board.entity.js';
import { MeetingTimetable } from '../boards/timetable.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { MeetingBoard } from './meeting-board.entity.js';
import { Outstanding } from './outstanding.entity.js';
import { Publication } from './publication.entity.js';

@ObjectType({ description: 'What the viewer may do with a meeting.' })
export class MeetingAbilities {
  @Field(() => Boolean, {
    description:
      'Keep it and its agenda: those who hold a seat as secretariat, chair or vice-chair of any of its boards, and administrators of the partnership.',
  })
  keep!: boolean;
}

@ObjectType({
  description:
    'That a meeting was moved once it was told when and where it would be, or to a day that gives shorter notice than its boards’ rules: where it was to be, and why not.',
})
export class MeetingMove {
  @Field(() => DateScalar, { description: 'The day it was to meet on, as it was last told of.' })
  meetsOn!: string;

  @Field(() => String, { description: 'When it was to begin: “10:30”.' })
  startsAt!: string;

  @Field(() => String, { nullable: true, description: 'Where it was to meet.' })
  place!: string | null;

  @Field(() => String, { description: 'Why it was moved.' })
  reason!: string;

  @Field(() => DateTimeScalar, {
    description: 'When it was moved. What was published before says the earlier day, time and place.',
  })
  movedAt!: string;
}

@ObjectType({
  implements: Item,
  description: 'A meeting of a board, or of several boards at once (a committee in common): one agenda.',
})
@Entity('meetings')
export class Meeting extends Item {
  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { array: true })
  boardIds!: string[];

  @Field(() => String, { description: 'What it is called, such as “Ordinary meeting”.' })
  @Column('text')
  title!: string;

  @Field(() => DateScalar, { description: 'The day it meets on.' })
  @Column('date')
  meetsOn!: string;

  @Field(() => String, { description: 'When it begins, as hours and minutes in England: “10:30”.' })
  @Column('text')
  startsAt!: string;

  @Field(() => String, { nullable: true, description: 'When it is to end: “12:30”.' })
  @Column('text', { nullable: true })
  endsAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it meets.' })
  @Column('text', { nullable: true })
  place!: string | null;

  @Field(() => MeetingStatus, { description: 'Whether it is to come, was held or was cancelled.' })
  @Column('text')
  status!: MeetingStatus;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  @Column('text', { nullable: true })
  statusReason!: string | null;

  @Field(() => MeetingMove, {
    nullable: true,
    description:
      'What it was moved from, and why; nothing where it stands as it was told, or nobody had been told.',
  })
  @Column('jsonb', { nullable: true })
  moved!: MeetingMove | null;

  @Field(() => [Board], { description: 'The boards that meet, the one that convenes first.' })
  boards!: Board[];

  @Field(() => [MeetingBoard], {
    description:
      'The boards that meet, the one that convenes first: each with who has a seat on it on that day, and its own quorum.',
  })
  meetingBoards!: MeetingBoard[];

  @Field(() => [AgendaItem], {
    description: 'Its agenda, as far as you may see it: the public part first, then what is restricted.',
  })
  agendaItems!: AgendaItem[];

  @Field(() => [ForwardPlanEntry], {
    description: 'What the forward plan holds for it and is not on the agenda yet.',
  })
  plannedEntries!: ForwardPlanEntry[];

  @Field(() => Int, { description: 'How many minutes the items you see take together.' })
  plannedMinutes!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'By how many minutes the items you see run over the planned end; negative while there is time left; nothing without a planned end.',
  })
  overrunMinutes!: number | null;

  @Field(() => [Publication], {
    description:
      'What was prepared and published for it, latest first, as far as you may see it; also what was recalled.',
  })
  publications!: Publication[];

  @Field(() => String, {
    description:
      'Where the log stands for you now: send as `after` to `changes` to miss nothing since this answer.',
  })
  changesCursor!: string;

  @Field(() => MeetingTimetable, {
    nullable: true,
    description:
      'The days before it, counted back by the rules of its boards; the strictest where several meet.',
  })
  timetable!: MeetingTimetable | null;

  @Extensions({ weight: 300 })
  @Field(() => Outstanding, { description: 'What is late or due soon, and who owes it.' })
  outstanding!: Outstanding;

  @Field(() => Audience, { description: 'Who sees that there is such a meeting.' })
  audience!: Audience;

  @Field(() => Audience, {
    nullable: true,
    description: 'What it was narrowed to by itself; nothing while everyone may know of it.',
  })
  ownAudience!: Audience | null;

  @Field(() => MeetingAbilities, { description: 'What you may do with it.' })
  viewerCan!: MeetingAbilities;
}
