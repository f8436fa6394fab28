import { Field, Int, ObjectType } from 'type-graphql';
import { AgendaPurpose } from '../../../schema/meeting-words.js';
import { PackFormat, PackMark } from '../../../schema/publications.js';

@ObjectType({ description: 'An item of an agenda as it was published.' })
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

  @Field(() => String, { nullable: true, description: 'Who presents it.' })
  presenters!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of the key decision, where it is one.' })
  keyDecisionReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the chair took it as urgent.' })
  lateReason!: string | null;

  @Field(() => Boolean, { description: 'Whether press and public are excluded while it is considered.' })
  isRestricted!: boolean;

  @Field(() => PackMark, {
    nullable: true,
    description: 'How it stands to what was published before; nothing when it is the same.',
  })
  mark!: PackMark | null;
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
