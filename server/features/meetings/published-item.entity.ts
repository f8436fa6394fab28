import { Field, Int, ObjectType } from 'type-graphql';
import { AttachmentFormat } from '../../../schema/attachment-words.js';
import { AgendaPurpose, NoticeException } from '../../../schema/meeting-words.js';
import { PackChange, PackFormat, PackMark } from '../../../schema/publications.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'What a forward plan tells of a line, as it was published.' })
export class PublishedLine {
  @Field(() => String, { description: 'Who decides.' })
  decidedBy!: string;

  @Field(() => DateScalar, { nullable: true, description: 'On which day; nothing while that is not known.' })
  decidesOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it is a key decision.' })
  isKeyDecision!: boolean;

  @Field(() => Boolean, { description: 'Whether it goes on to the full council; printed as *.' })
  isForFullCouncil!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is considered without press and public, printed as +; nothing where it is not.',
  })
  privateReason!: string | null;

  @Field(() => String, { nullable: true, description: 'The lead officers.' })
  leadOfficers!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'By when its draft report is wanted; nothing while it is for no meeting, and in what was published before this was told.',
  })
  draftReportDueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When its papers go out; nothing likewise.',
  })
  dispatchOn!: string | null;

  @Field(() => [String], { description: 'The documents before whoever decides.' })
  documents!: string[];

  @Field(() => String, { nullable: true, description: 'Whom to ask, and for copies.' })
  contact!: string | null;

  @Field(() => NoticeException, {
    nullable: true,
    description: 'By what right it is taken at shorter notice, where it is.',
  })
  noticeException!: NoticeException | null;

  @Field(() => String, { nullable: true, description: 'Why, and who agreed.' })
  noticeExceptionReason!: string | null;
}

@ObjectType({ description: 'A report as it was signed off; its words are in `PublicationPart.document`.' })
export class PublishedReport {
  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'The organisation that led in writing it.' })
  leadOrganisation!: string;

  @Field(() => [String], { description: 'The others that wrote it.' })
  otherOrganisations!: string[];

  @Field(() => String, { nullable: true, description: 'Its sponsor.' })
  sponsor!: string | null;
}

@ObjectType({ description: 'A file that goes with an item, as it was published.' })
export class PublishedAttachment {
  @Field(() => String, { description: 'What it is called in the papers.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What an image shows, in words.' })
  altText!: string | null;

  @Field(() => AttachmentFormat, { description: 'How it is shown and printed.' })
  format!: AttachmentFormat;

  @Field(() => String, { description: 'What the file is called.' })
  fileName!: string;

  @Field(() => Int, { description: 'How large it is, in bytes.' })
  bytes!: number;

  @Field(() => Int, { nullable: true, description: 'How many pages a PDF has.' })
  pages!: number | null;

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, {
    description: 'Where it is, on this server. The address of what was published stays.',
  })
  url!: string;
}

@ObjectType({ description: 'An item of an agenda, or a line of a forward plan, as it was published.' })
export class PublishedItem {
  @Field(() => Int, { description: 'Its number in this publication.' })
  number!: number;

  @Field(() => String, { description: 'The heading it stands under; may be empty.' })
  section!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'When it is to begin: “10:50”.' })
  startsAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes it is given.' })
  minutes!: number | null;

  @Field(() => AgendaPurpose, { nullable: true, description: 'What the board is asked to do.' })
  purpose!: AgendaPurpose | null;

  @Field(() => [String], {
    description: 'The names of the boards it is for: of several that meet, all unless it says otherwise.',
  })
  boards!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'For which of several boards it is, in words: “For Trust Board only”. Nothing where there is nothing to say.',
  })
  forBoards!: string | null;

  @Field(() => String, { nullable: true, description: 'Who presents it.' })
  presenters!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of the key decision, where it is one.' })
  keyDecisionReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the chair took it as urgent.' })
  lateReason!: string | null;

  @Field(() => Boolean, {
    description: 'Whether a report is written for it that was not ready yet: “Report to follow”.',
  })
  isReportToFollow!: boolean;

  @Field(() => Boolean, { description: 'Whether press and public are excluded while it is considered.' })
  isRestricted!: boolean;

  @Field(() => PackMark, {
    nullable: true,
    description: 'How it stands to what was published before; nothing when it is the same.',
  })
  mark!: PackMark | null;

  @Field(() => [PublishedReport], { description: 'The reports that are printed under it.' })
  reports!: PublishedReport[];

  @Field(() => [PublishedAttachment], { description: 'The files that go with it.' })
  attachments!: PublishedAttachment[];

  @Field(() => PublishedLine, { nullable: true, description: 'What a forward plan tells of it.' })
  planned!: PublishedLine | null;
}

@ObjectType({ description: 'A board that meets, as it was published for the day of the meeting.' })
export class PublishedBoard {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => [String], {
    description: 'Its members, chair first, with whom they sit for and their deputies: a line each.',
  })
  members!: string[];

  @Field(() => String, { description: 'Its quorum, in words.' })
  quorum!: string;
}

@ObjectType({ description: 'A file of a pack.' })
export class PublicationFile {
  @Field(() => PackFormat, { description: 'What sort of file it is.' })
  format!: PackFormat;

  @Field(() => String, {
    description: 'Where it is, on this server. The address of what was published stays.',
  })
  url!: string;

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' })
  sha256!: string;
}

@ObjectType({ description: 'What became of an item between two publications.' })
export class PublishedChange {
  @Field(() => PackChange, { description: 'Whether it is new, changed or gone.' })
  kind!: PackChange;

  @Field(() => Int, { description: 'Its number; of what is gone, the number it had in the earlier one.' })
  number!: number;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => [String], { description: 'What is other about it, a sentence each.' })
  words!: string[];
}
