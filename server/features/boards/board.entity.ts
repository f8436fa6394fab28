import { Extensions, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { SeatCapacity } from '../../../schema/vocabulary.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { AgendaProposal, AgendaProposalAnswer } from '../meetings/agenda-proposal.entity.js';
import { ForwardPlanEntry } from '../meetings/forward-plan-entry.entity.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { Publication } from '../meetings/publication.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Post } from '../organisations/post.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { BoardReportTemplate } from '../reports/report-template.entity.js';
import { BoardRules } from './board-rules.entity.js';

@ObjectType({ description: 'What the viewer may do with the business of a board.' })
export class BoardAbilities {
  @Field(() => Boolean, {
    description:
      'Keep its meetings and its forward plan: those who hold a seat as its secretariat, chair or vice-chair, and administrators of the partnership.',
  })
  keepMeetings!: boolean;
}

@ObjectType({
  implements: Item,
  description: 'A body that meets, oversees plans and answers to other boards.',
})
@Entity('boards')
export class Board extends Item {
  @Field(() => String, { description: 'Its full name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'The short form partners use.' })
  @Column('text', { nullable: true })
  shortName!: string | null;

  @Field(() => String, {
    description: 'What sort of board it is, such as health and wellbeing board or delivery board.',
  })
  @Column('text')
  kind!: string;

  @Field(() => [String], { description: 'Other names it is written by.' })
  @Column('text', { array: true })
  aliases!: string[];

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('uuid', { array: true })
  reportsToIds!: string[];

  @Field(() => [Board], { description: 'The boards that oversee it, nearest first.' })
  reportsTo!: Board[];

  @Field(() => [Board], { description: 'The boards that answer to it.' })
  overseenBoards!: Board[];

  @Field(() => [Seat], { description: 'Its seats, past ones too, in the order of capacity.' })
  seats!: Seat[];

  @Field(() => [Plan], { description: 'The plans it owns.' })
  plans!: Plan[];

  @Field(() => [Priority], {
    description:
      'The priorities that report to it: those it oversees and those of the plans it owns, while their plans are not closed.',
  })
  reportingPriorities!: Priority[];

  @Field(() => [Meeting], {
    description: 'Its meetings, also with other boards, in the order of their days.',
  })
  meetings!: Meeting[];

  @Field(() => [ForwardPlanEntry], {
    description:
      'Its forward plan: what it is to consider, in the order of the meetings; what has none yet comes last.',
  })
  forwardPlan!: ForwardPlanEntry[];

  @Field(() => [Publication], {
    description:
      'Its forward plan as it was prepared and published, latest first, as far as you may see it; also what was recalled.',
  })
  publishedPlans!: Publication[];

  @Extensions({ weight: 6_000 })
  @Field(() => [AgendaProposal], {
    description:
      'What the plans propose for its agendas, and is neither planned nor declined: priorities that are due, overdue actions that others wait for, high risks, contested cross-references, entries that slipped twice.',
  })
  agendaProposals!: AgendaProposal[];

  @Field(() => [AgendaProposalAnswer], { description: 'What was proposed and declined, latest first.' })
  declinedProposals!: AgendaProposalAnswer[];

  @Field(() => BoardRules, {
    description:
      'The rules it works under. A board that has adopted no profile works as a partnership without statutory rules.',
  })
  rules!: BoardRules;

  @Field(() => BoardReportTemplate, {
    description: 'The template its new reports follow: its own, or what is shipped.',
  })
  reportTemplate!: BoardReportTemplate;

  @Field(() => BoardAbilities, { description: 'What you may do with its business.' })
  viewerCan!: BoardAbilities;
}

@ObjectType({
  implements: Item,
  description: 'A place on a board, held for a time by a person or by whoever holds a post.',
})
@Entity('seats')
export class Seat extends Item {
  @Column('uuid')
  boardId!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('uuid', { nullable: true })
  postId!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => SeatCapacity, { description: 'In what capacity.' })
  @Column('text')
  capacity!: SeatCapacity;

  @Field(() => Boolean, { description: 'Whether the seat has a vote.' })
  @Column('boolean')
  isVoting!: boolean;

  @Field(() => DateScalar, { description: 'Since when.' })
  @Column('date')
  fromOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Until when; empty while it is held.' })
  @Column('date', { nullable: true })
  untilOn!: string | null;

  @Column('uuid', { array: true })
  deputyIds!: string[];

  @Field(() => [Person], {
    description:
      'Who may sit in when the holder is away, in that order. Being named lets nobody see more than before.',
  })
  deputies!: Person[];

  @Field(() => Board, { nullable: true, description: 'The board.' })
  board!: Board | null;

  @Field(() => Person, {
    nullable: true,
    description: 'The person whose seat it is, if it goes with the person.',
  })
  person!: Person | null;

  @Field(() => Post, { nullable: true, description: 'The post whose seat it is, if it goes with a post.' })
  post!: Post | null;

  @Field(() => Person, { nullable: true, description: 'Who sits there today.' })
  holder!: Person | null;

  @Field(() => Organisation, { nullable: true, description: 'For whom.' })
  organisation!: Organisation | null;
}
