import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AgendaPurpose } from '../../../schema/meeting-words.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Board } from '../boards/board.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Report } from '../reports/report.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaOrigin } from './agenda-origin.entity.js';
import { Meeting, MeetingAbilities } from './meeting.entity.js';

@ObjectType({
  implements: Item,
  description: 'An entry of the forward plan that has gone from one meeting to a later one, or to none yet.',
})
@Entity('forward_plan_slips')
export class ForwardPlanSlip extends Item {
  @Column('uuid')
  boardId!: string;

  @Column('uuid')
  entryId!: string;

  @Column('uuid')
  fromMeetingId!: string;

  @Column('uuid', { nullable: true })
  toMeetingId!: string | null;

  @Column('uuid', { nullable: true })
  slippedById!: string | null;

  @Field(() => String, { description: 'Why.' })
  @Column('text')
  reason!: string;

  @Field(() => Meeting, { nullable: true, description: 'From which meeting.' })
  fromMeeting!: Meeting | null;

  @Field(() => Meeting, { nullable: true, description: 'To which; nothing when to none yet.' })
  toMeeting!: Meeting | null;

  @Field(() => Person, { nullable: true, description: 'Who moved it.' })
  slippedBy!: Person | null;
}

@ObjectType({
  implements: Item,
  description: 'Something one or several boards are to consider, and when: a line of their forward plan.',
})
@Entity('forward_plan_entries')
export class ForwardPlanEntry extends Item {
  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { array: true })
  boardIds!: string[];

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Field(() => String, { description: 'Its title.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, in a sentence or two.' })
  @Column('text', { nullable: true })
  summary!: string | null;

  @Field(() => AgendaPurpose, { description: 'What the board will be asked to do.' })
  @Column('text')
  purpose!: AgendaPurpose;

  @Field(() => Int, { description: 'How many minutes it will take.' })
  @Column('int')
  minutes!: number;

  @Field(() => String, { nullable: true, description: 'The lead officers, as written.' })
  @Column('text', { nullable: true })
  leadOfficersAsWritten!: string | null;

  @Column('uuid', { array: true })
  leadOfficerIds!: string[];

  @Field(() => [Person], { description: 'The lead officers, of those known here.' })
  leadOfficers!: Person[];

  @Field(() => Boolean, {
    description:
      'Whether it is a key decision, of which 28 clear days’ notice is given (SI 2012/2089, regulation 9).',
  })
  @Column('boolean')
  isKeyDecision!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The reference of the key decision, such as 2023/041.',
  })
  @Column('text', { nullable: true })
  keyDecisionReference!: string | null;

  @Field(() => Boolean, { description: 'Whether it goes on to the full council; printed as *.' })
  @Column('boolean')
  isForFullCouncil!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether its report will be confidential; printed as +. The entry itself is seen by all who see the plan.',
  })
  @Column('boolean')
  isConfidential!: boolean;

  @Field(() => [String], {
    description:
      'The exemption paragraphs its report will rely on, by their numbers in the rules of the board.',
  })
  @Column('text', { array: true })
  exemptionParagraphs!: string[];

  @Field(() => DateScalar, { nullable: true, description: 'By when the draft report is wanted.' })
  @Column('date', { nullable: true })
  draftReportDueOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the papers go out.' })
  @Column('date', { nullable: true })
  dispatchOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who asked for it, as written.' })
  @Column('text', { nullable: true })
  cameFrom!: string | null;

  @Field(() => [AgendaOrigin], {
    description: 'What in the plans it was accepted for; nothing when somebody thought of it.',
  })
  origins!: AgendaOrigin[];

  @Field(() => [Board], { description: 'The boards that are to consider it.' })
  boards!: Board[];

  @Field(() => Meeting, { nullable: true, description: 'At which meeting; nothing until that is known.' })
  meeting!: Meeting | null;

  @Field(() => [ForwardPlanSlip], { description: 'How it went from meeting to meeting, oldest first.' })
  slips!: ForwardPlanSlip[];

  @Field(() => AgendaItem, { nullable: true, description: 'The item of the agenda it has become.' })
  agendaItem!: AgendaItem | null;

  @Field(() => [Report], { description: 'The reports written for it.' })
  reports!: Report[];

  @Field(() => Audience, { description: 'Who sees it.' })
  audience!: Audience;

  @Field(() => MeetingAbilities, { description: 'What you may do with it.' })
  viewerCan!: MeetingAbilities;
}
