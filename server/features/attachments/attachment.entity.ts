import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import {
  AttachmentFormat,
  AttachmentKind,
  type AttachmentFinding as Finding,
} from '../../../schema/attachment-words.js';
import { Item } from '../../platform/db/base.js';
import { AgendaItem } from '../meetings/agenda-item.entity.js';
import { Person } from '../organisations/person.entity.js';
import { Report } from '../reports/report.entity.js';
import { AttachmentFinding } from './attachment-finding.entity.js';

@ObjectType({ description: 'What the viewer may do with an attachment.' })
export class AttachmentAbilities {
  @Field(() => Boolean, {
    description:
      'Rename it, move it and put it away: those who write its report, or keep the meeting of its item.',
  })
  edit!: boolean;
}

@ObjectType({
  implements: Item,
  description:
    'A file that goes with a report or an item of an agenda: a PDF, an image or an Office file. It is for whoever sees what it goes with.',
})
@Entity('attachments')
export class Attachment extends Item {
  @Column('uuid', { nullable: true })
  reportId!: string | null;

  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  /** Whichever of the two it hangs on: worked out by the database. */
  @Column('uuid')
  holderId!: string;

  @Column('uuid')
  boardId!: string;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('float8')
  position!: number;

  @Field(() => String, { description: 'What it is called in the papers.' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What an image shows, for those who cannot see it; nothing for other files.',
  })
  @Column('text', { nullable: true })
  altText!: string | null;

  @Field(() => String, { description: 'The name the file came with.' })
  @Column('text')
  fileName!: string;

  @Field(() => AttachmentKind, { description: 'What the file is, by its content.' })
  @Column('text')
  kind!: AttachmentKind;

  @Field(() => AttachmentFormat, { description: 'How it is shown and printed.' })
  format!: AttachmentFormat;

  @Field(() => Int, { description: 'How many bytes it has.' })
  @Column('int')
  bytes!: number;

  @Field(() => String, { description: 'The SHA-256 of its content.' })
  @Column('text')
  sha256!: string;

  @Field(() => Int, { nullable: true, description: 'How many pages a PDF has.' })
  @Column('int', { nullable: true })
  pages!: number | null;

  @Field(() => Int, { nullable: true, description: 'How wide an image is, in dots.' })
  @Column('int', { nullable: true })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'How high an image is, in dots.' })
  @Column('int', { nullable: true })
  height!: number | null;

  @Column('jsonb')
  foundInside!: Finding[];

  @Column('uuid', { nullable: true })
  attachedById!: string | null;

  @Field(() => String, { description: 'Where the file is, on this site; asked for as whoever asks.' })
  address!: string;

  @Field(() => [AttachmentFinding], {
    description:
      'What was found in the file beside what meets the eye, when it was attached. Whoever attached it was shown this first.',
  })
  findings!: AttachmentFinding[];

  @Field(() => Person, { nullable: true, description: 'Who attached it.' })
  attachedBy!: Person | null;

  @Field(() => Report, { nullable: true, description: 'The report it goes with, if it is one.' })
  report!: Report | null;

  @Field(() => AgendaItem, {
    nullable: true,
    description: 'The item of an agenda it goes with, if it is one.',
  })
  agendaItem!: AgendaItem | null;

  @Field(() => AttachmentAbilities, { description: 'What you may do with it.' })
  viewerCan!: AttachmentAbilities;
}
