import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { PackPart, PublicationKind, PublicationStatus } from '../../../schema/publications.js';
import { Item } from '../../platform/db/base.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Audience } from '../../platform/policy/audience.entity.js';
import { Board } from '../boards/board.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Meeting } from './meeting.entity.js';
import { PublicationFile, PublishedBoard, PublishedChange, PublishedItem } from './published-item.entity.js';

@ObjectType({ description: 'What the viewer may do with a publication.' })
export class PublicationAbilities {
  @Field(() => Boolean, {
    description:
      'Publish it: those who keep the meeting, but for whoever prepared it. A second person looks at it as the public will.',
  })
  publish!: boolean;

  @Field(() => Boolean, { description: 'Recall it: those who keep the meeting.' })
  recall!: boolean;

  @Field(() => Boolean, {
    description: 'Try once more to build it, where that failed: those who keep the meeting.',
  })
  rebuild!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'A pack of a meeting, its agenda and papers, or the forward plan of a board, as it stood when it was prepared. What was published never changes; a later one takes its place.',
})
@Entity('publications')
export class Publication extends Item {
  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('uuid')
  boardId!: string;

  @Field(() => PublicationKind, {
    description: 'What it is: an agenda, one that takes the place of an earlier one, or a forward plan.',
  })
  @Column('text')
  kind!: PublicationKind;

  @Field(() => PublicationStatus, { description: 'How far it has come.' })
  @Column('text')
  status!: PublicationStatus;

  @Field(() => Int, {
    description:
      'How many steps of building it are done: the page, the PDF, the Word file, and of a pack the one for the boards.',
  })
  @Column('int')
  stepsDone!: number;

  @Field(() => Int, { description: 'How many steps there are.' })
  steps!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Which it is of those published for the meeting, or of the board’s forward plans, from 1; nothing before it is published.',
  })
  @Column('int', { nullable: true })
  number!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it comes later than its papers were to go out, in the words of the chair.',
  })
  @Column('text', { nullable: true })
  lateReason!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day for its papers to go out, by the strictest rules of the boards, as it was when it was published.',
  })
  @Column('date', { nullable: true })
  dispatchBy!: string | null;

  @Column('uuid', { nullable: true })
  preparedById!: string | null;

  @Column('uuid', { nullable: true })
  publishedById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  @Column('timestamptz', { nullable: true })
  publishedAt!: string | null;

  @Column('uuid', { nullable: true })
  recalledById!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recalled.' })
  @Column('timestamptz', { nullable: true })
  recalledAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was recalled.' })
  @Column('text', { nullable: true })
  recallReason!: string | null;

  @Field(() => Meeting, { nullable: true, description: 'The meeting; nothing of a forward plan.' })
  meeting!: Meeting | null;

  @Field(() => Board, {
    nullable: true,
    description: 'The board whose forward plan it is, or that convenes the meeting.',
  })
  board!: Board | null;

  @Field(() => Boolean, { description: 'Whether it was published later than its papers were to go out.' })
  isLate!: boolean;

  @Field(() => [PublicationPart], {
    description: 'What it holds, as far as it is for you. Nothing once it was recalled.',
  })
  parts!: PublicationPart[];

  @Field(() => Person, { nullable: true, description: 'Who prepared it. Not told to the public.' })
  preparedBy!: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who published it. Not told to the public.' })
  publishedBy!: Person | null;

  @Field(() => Person, { nullable: true, description: 'Who recalled it. Not told to the public.' })
  recalledBy!: Person | null;

  @Field(() => Audience, { description: 'Who sees that there is such a publication.' })
  audience!: Audience;

  @Field(() => PublicationAbilities, { description: 'What you may do with it.' })
  viewerCan!: PublicationAbilities;
}

@ObjectType({
  implements: Item,
  description:
    'One part of a publication: what everybody may read, or what those with a seat on the boards may.',
})
@Entity('publication_parts')
export class PublicationPart extends Item {
  @Column('uuid')
  publicationId!: string;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { array: true })
  restsOn!: string[];

  @Field(() => PackPart, { description: 'For whom it is.' })
  @Column('text')
  part!: PackPart;

  @Field(() => String, {
    description:
      'SHA-256 of `document`, in hexadecimal, as it was written into the log when it was prepared.',
  })
  @Column('text')
  sha256!: string;

  @Column('text', { nullable: true })
  htmlSha256!: string | null;

  @Column('text', { nullable: true })
  pdfSha256!: string | null;

  @Column('text', { nullable: true })
  wordSha256!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many pages it has on paper.' })
  @Column('int', { nullable: true })
  pages!: number | null;

  @Field(() => Publication, { nullable: true, description: 'The publication.' })
  publication!: Publication | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What it holds as JSON, letter for letter what the hash was taken over; nothing once it was recalled.',
  })
  document!: string | null;

  @Field(() => [PublishedBoard], {
    description:
      'The boards that meet, with their members and their quorum. None in a forward plan, and none once it was recalled.',
  })
  boards!: PublishedBoard[];

  @Field(() => [String], {
    description:
      'The further notice of what is considered in private, a paragraph each: why, what was said about why it should be open, and the response (SI 2012/2089, regulation 5(5)). None where the law asks for none, and none once it was recalled.',
  })
  privateNotices!: string[];

  @Field(() => [PublishedItem], {
    description:
      'The items of the agenda, or the lines of the plan, as they were published; none once it was recalled.',
  })
  items!: PublishedItem[];

  @Field(() => [PublicationChanges], {
    description:
      'What is other in it than in each earlier one that stands published and has such a part for you, the latest first: for whoever read that one.',
  })
  changesSince!: PublicationChanges[];

  @Field(() => [PublicationFile], { description: 'Its files; none once it was recalled.' })
  files!: PublicationFile[];

  @Field(() => Audience, { description: 'Who may read it.' })
  audience!: Audience;
}

@ObjectType({ description: 'What is other in a part of a publication than in that of an earlier one.' })
export class PublicationChanges {
  @Field(() => Publication, { nullable: true, description: 'The earlier one.' })
  since!: Publication | null;

  @Field(() => [String], {
    description: 'What is other about the meeting itself: its day, its place; a sentence each.',
  })
  facts!: string[];

  @Field(() => [PublishedChange], { description: 'What is new, changed or gone.' })
  items!: PublishedChange[];
}
