import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Item } from '../../platform/db/base.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { Board } from '../boards/board.entity.js';
import { AgendaItem } from '../meetings/agenda-item.entity.js';
import { ForwardPlanEntry } from '../meetings/forward-plan-entry.entity.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Person } from '../organisations/person.entity.js';
import { ReportClearance } from './clearance.entity.js';
import { ReportRecommendation } from './recommendation.entity.js';
import { ReportFinding } from './report-finding.entity.js';
import { ReportTemplate } from './report-template.entity.js';
import type { OwnTemplate } from './report-template.rules.js';
import { ReportSection } from './report-text.entity.js';
import { ReportVersion } from './report-version.entity.js';

@ObjectType({ description: 'What the viewer may do with a report.' })
export class ReportAbilities {
  @Field(() => Boolean, {
    description:
      'Say what it is called, who writes it and by when: those who keep its board, and leads of its lead organisation.',
  })
  manage!: boolean;

  @Field(() => Boolean, {
    description:
      'Write in it: editors of the organisations that write it, the people named as its authors, and those who may manage it.',
  })
  write!: boolean;

  @Field(() => Boolean, {
    description: 'Sign it off: the sponsor it names; leads of its lead organisation while it names none.',
  })
  signOff!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'A report to a board: it begins at an entry of the forward plan or an item of an agenda, and goes with it. Several organisations write it together.',
})
@Entity('reports')
export class Report extends Item {
  @Column('uuid', { nullable: true })
  ownAudienceId!: string | null;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  @Column('uuid', { nullable: true })
  forwardPlanEntryId!: string | null;

  @Field(() => String, { description: 'Its title.' })
  @Column('text')
  title!: string;

  @Column('text')
  template!: string;

  @Column('int')
  templateVersion!: number;

  @Column('jsonb', { nullable: true })
  ownTemplate!: OwnTemplate | null;

  @Column('uuid')
  leadOrganisationId!: string;

  @Column('uuid', { array: true })
  authorOrganisationIds!: string[];

  @Column('uuid', { array: true })
  authorIds!: string[];

  @Column('uuid', { nullable: true })
  sponsorId!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the draft is wanted.' })
  @Column('date', { nullable: true })
  draftDueOn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its text was last changed, told whenever whoever writes pauses.',
  })
  @Column('timestamptz', { nullable: true })
  textChangedAt!: string | null;

  @Column('uuid', { nullable: true })
  textChangedById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed off.' })
  @Column('timestamptz', { nullable: true })
  signedOffAt!: string | null;

  @Column('uuid', { nullable: true })
  signedOffById!: string | null;

  @Column('text', { nullable: true })
  signedOffHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was signed off although something was left to put right; nothing where nothing was, and while it is not signed off.',
  })
  @Column('text', { nullable: true })
  signedOffDespite!: string | null;

  @Field(() => ReportTemplate, { description: 'The template it follows, as it was when the report began.' })
  reportTemplate!: ReportTemplate;

  @Field(() => Organisation, { nullable: true, description: 'The organisation that answers for it.' })
  leadOrganisation!: Organisation | null;

  @Field(() => [Organisation], { description: 'The other organisations that write it.' })
  authorOrganisations!: Organisation[];

  @Field(() => [Person], { description: 'The people who write it, of those known here.' })
  authors!: Person[];

  @Field(() => Person, { nullable: true, description: 'Who is to sign it off for the lead organisation.' })
  sponsor!: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who changed its text last.' })
  textChangedBy!: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who signed it off.' })
  signedOffBy!: Person | null;

  @Field(() => Boolean, { description: 'Whether it was signed off as it stands now.' })
  isSignedOff!: boolean;

  @Field(() => String, {
    description:
      'SHA-256 of the report in the words in which it stands: its title, text, recommendations and attachments. Whoever signs it off or clears it names the one they read.',
  })
  contentHash!: string;

  @Field(() => [ReportSection], { description: 'Its sections with what is written in them.' })
  sections!: ReportSection[];

  @Field(() => [ReportRecommendation], { description: 'What it recommends, in order.' })
  recommendations!: ReportRecommendation[];

  @Field(() => [ReportClearance], { description: 'Who was asked to clear it, and what they said.' })
  clearances!: ReportClearance[];

  @Field(() => [Attachment], { description: 'What is attached to it, in the order of the papers.' })
  attachments!: Attachment[];

  @Field(() => [ReportVersion], { description: 'The versions that were kept of it, latest first.' })
  versions!: ReportVersion[];

  @Field(() => [ReportFinding], {
    description: 'What would have to be put right before it goes out. Worked out anew each time.',
  })
  findings!: ReportFinding[];

  @Field(() => AgendaItem, { nullable: true, description: 'The item of the agenda it is for.' })
  agendaItem!: AgendaItem | null;

  @Field(() => ForwardPlanEntry, { nullable: true, description: 'The entry of the forward plan it is for.' })
  forwardPlanEntry!: ForwardPlanEntry | null;

  @Field(() => Meeting, {
    nullable: true,
    description: 'The meeting it is for; nothing until that is known.',
  })
  meeting!: Meeting | null;

  @Field(() => Board, { nullable: true, description: 'The board it is for.' })
  board!: Board | null;

  @Field(() => Boolean, { description: 'Whether it was narrowed by itself.' })
  isRestricted!: boolean;

  @Field(() => Audience, { description: 'Who sees it.' })
  audience!: Audience;

  @Field(() => Audience, { nullable: true, description: 'What it was narrowed to by itself, if it was.' })
  ownAudience!: Audience | null;

  @Field(() => ReportAbilities, { description: 'What you may do with it.' })
  viewerCan!: ReportAbilities;
}
