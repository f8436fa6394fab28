import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AgendaPurpose } from '../../../schema/meeting-words.js';
import { PackPart } from '../../../schema/publications.js';
import { Item } from '../../platform/db/base.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { Board } from '../boards/board.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Report } from '../reports/report.entity.js';
import { AgendaOrigin } from './agenda-origin.entity.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { Meeting } from './meeting.entity.js';

@ObjectType({
  implements: Item,
  description:
    'One item of an agenda. While it is being built it is for the partnership; the public reads what was published.',
})
@Entity('agenda_items')
export class AgendaItem extends Item {
  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid')
  meetingId!: string;

  @Column('uuid')
  boardId!: string;

  /** Those it is for; empty for all that meet. */
  @Column('uuid', { array: true })
  boardIds!: string[];

  @Field(() => [Board], {
    description:
      'For which of the boards that meet it is: all of them unless it says otherwise. Each decides for itself.',
  })
  boards!: Board[];

  @Column('uuid', { nullable: true })
  forwardPlanEntryId!: string | null;

  @Field(() => Boolean, { description: 'Whether it stands on every agenda of the board.' })
  @Column('boolean')
  isStanding!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it closes the agenda: what is added comes before it, and so does every section that is moved.',
  })
  @Column('boolean')
  closes!: boolean;

  @Field(() => String, { description: 'The heading it stands under, such as “Strategy”; may be empty.' })
  @Column('text')
  section!: string;

  @Column('float8')
  position!: number;

  @Field(() => Int, {
    description:
      'Its number among the items you see. Restricted items come after all public ones, so that no public number tells of them.',
  })
  number!: number;

  @Field(() => String, { description: 'Its title.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, in a sentence or two.' })
  @Column('text', { nullable: true })
  summary!: string | null;

  @Field(() => AgendaPurpose, { description: 'What the board is asked to do.' })
  @Column('text')
  purpose!: AgendaPurpose;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes it is given; nothing when it has none of its own.',
  })
  @Column('int', { nullable: true })
  minutes!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'When it begins, worked out from the start of the meeting and the minutes of the items before it that you see; nothing for an item without minutes of its own.',
  })
  startsAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who presents it, as written.' })
  @Column('text', { nullable: true })
  presentersAsWritten!: string | null;

  @Column('uuid', { array: true })
  presenterIds!: string[];

  @Field(() => [Person], { description: 'Who presents it, of those known here.' })
  presenters!: Person[];

  @Field(() => Boolean, { description: 'Whether press and public are excluded while it is considered.' })
  isRestricted!: boolean;

  @Field(() => [String], {
    description: 'The exemption paragraphs it relies on, by their numbers in the rules of the board.',
  })
  @Column('text', { array: true })
  exemptionParagraphs!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Why the public interest in withholding it outweighs that in telling it.',
  })
  @Column('text', { nullable: true })
  exemptionReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the chair takes it as urgent though it comes after the day of dispatch.',
  })
  @Column('text', { nullable: true })
  lateReason!: string | null;

  @Field(() => Meeting, { nullable: true, description: 'The meeting.' })
  meeting!: Meeting | null;

  @Field(() => ForwardPlanEntry, {
    nullable: true,
    description: 'The entry of the forward plan it came from.',
  })
  forwardPlanEntry!: ForwardPlanEntry | null;

  @Field(() => [AgendaOrigin], {
    description:
      'What in the plans it is for, such as the priority it reports on: of an item that came from the forward plan, what its entry is for.',
  })
  origins!: AgendaOrigin[];

  @Field(() => [Report], { description: 'The reports written for it.' })
  reports!: Report[];

  @Field(() => [Attachment], {
    description: 'What is attached to the item itself, in the order of the papers.',
  })
  attachments!: Attachment[];

  @Field(() => [PackPart], {
    description:
      'The parts of a pack it would stand in, were one prepared now; none while fewer than all with a seat on the boards may see it.',
  })
  packParts!: PackPart[];

  @Field(() => Audience, { description: 'Who sees it.' })
  audience!: Audience;

  @Field(() => Audience, {
    nullable: true,
    description: 'What it was narrowed to by itself; nothing when press and public are not excluded from it.',
  })
  ownAudience!: Audience | null;
}
