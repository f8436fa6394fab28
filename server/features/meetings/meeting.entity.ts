import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { MeetingStatus } from '../../../schema/meeting-words.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Board } from '../boards/board.entity.js';
import { MeetingTimetable } from '../boards/timetable.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
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

  @Field(() => [Board], { description: 'The boards that meet, the one that convenes first.' })
  boards!: Board[];

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

  @Field(() => Audience, { description: 'Who sees that there is such a meeting.' })
  audience!: Audience;

  @Field(() => MeetingAbilities, { description: 'What you may do with it.' })
  viewerCan!: MeetingAbilities;
}
