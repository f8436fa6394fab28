import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AgendaPurpose, NoticeException } from '../../../schema/meeting-words.js';
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

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day its draft report was wanted by, which was set for the meeting it left and went with that; nothing when none was.',
  })
  @Column('date', { nullable: true })
  draftReportDueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day its papers were to go out, which was set for the meeting it left and went with that; nothing when none was.',
  })
  @Column('date', { nullable: true })
  dispatchOn!: string | null;

  @Field(() => Meeting, { nullable: true, description: 'From which meeting.' })
  fromMeeting!: Meeting | null;

  @Field(() => Meeting, { nullable: true, description: 'To which; nothing when to none yet.' })
  toMeeting!: Meeting | null;

  @Field(() => Person, { nullable: true, description: 'Who moved it.' })
  slippedBy!: Person | null;
}

@ObjectType({ description: 'The notice of a key decision, or of business in private.' })
export class EntryNotice {
  @Field(() => Int, { description: 'How many clear days of it are to be given; every day counts.' })
  clearDays!: number;

  @Field(() => DateScalar, { description: 'The last day for it to be published.' })
  dueBy!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when what stands published tells of it for that day or an earlier one.',
  })
  givenOn!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it comes too late, so that it needs an exception and the reason for it.',
  })
  isShort!: boolean;
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

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'By when the draft report is wanted, where that is another day than the timetable of its meeting says.',
  })
  @Column('date', { nullable: true })
  draftReportDueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'When its papers go out, as the forward plan tells it, where that is another day than the timetable of its meeting says.',
  })
  @Column('date', { nullable: true })
  dispatchOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who asked for it, as written.' })
  @Column('text', { nullable: true })
  cameFrom!: string | null;

  @Field(() => [String], {
    description: 'The documents that will be before whoever decides, as the forward plan lists them.',
  })
  @Column('text', { array: true })
  documents!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Whom the public may ask about it and have its documents from, as it is published.',
  })
  @Column('text', { nullable: true })
  contact!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why its report will be considered in private, as the forward plan says it; otherwise the wording of its paragraphs stands.',
  })
  @Column('text', { nullable: true })
  privateReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What was said to the board about why it should be considered in public; nothing where nobody said anything. Printed in the further notice of its meeting (SI 2012/2089, regulation 5(5)).',
  })
  @Column('text', { nullable: true })
  representations!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the board responds to that. Printed beside it.',
  })
  @Column('text', { nullable: true })
  representationsResponse!: string | null;

  @Field(() => NoticeException, {
    nullable: true,
    description: 'By what right it is taken at shorter notice, where it is.',
  })
  @Column('text', { nullable: true })
  noticeException!: NoticeException | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the notice could not be given, and who agreed. It is published.',
  })
  @Column('text', { nullable: true })
  noticeExceptionReason!: string | null;

  @Field(() => EntryNotice, {
    nullable: true,
    description:
      'The notice that is to be given of it in the published forward plan; nothing where the rules of its boards ask for none, or it is for no meeting yet.',
  })
  notice!: EntryNotice | null;

  @Field(() => [AgendaOrigin], {
    description:
      'What in the plans it was accepted for, and the priorities it was linked to by hand; nothing when somebody thought of it.',
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

  @Field(() => Audience, { nullable: true, description: 'What it was narrowed to by itself, if it was.' })
  ownAudience!: Audience | null;

  @Field(() => MeetingAbilities, { description: 'What you may do with it.' })
  viewerCan!: MeetingAbilities;
}
