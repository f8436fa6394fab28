import { Length, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { AttachmentFindingKind } from '../../../schema/attachment-words.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Attachment } from './attachment.entity.js';

@InputType({
  description:
    'Attaches a file that was sent to POST /attachments, to a report or to an item of an agenda: one of the two. It comes last.',
})
export class CreateAttachmentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ID, { description: 'The file, as POST /attachments named it. It waits for an hour.' })
  uploadId!: string;

  @Field(() => ID, { nullable: true, description: 'The report.' })
  reportId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The item of an agenda.' })
  agendaItemId?: string | null;

  @Length(1, 200)
  @Field(() => String, { description: 'What it is called in the papers.' })
  title!: string;

  @Length(0, 500)
  @Field(() => String, {
    nullable: true,
    description: 'What the image shows, for those who cannot see it. Images have to have it.',
  })
  altText?: string | null;

  @Field(() => [AttachmentFindingKind], {
    description:
      'What was found in the file and may stay in it: each kind that POST /attachments told and that was not taken out.',
  })
  accepts!: AttachmentFindingKind[];
}

@InputType({ description: 'Changes to an attachment. What is absent stays.' })
export class UpdateAttachmentInput {
  @Field(() => ID, { description: 'The attachment.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'The version you were shown.' })
  expectedVersion!: number;

  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'What it is called. Cannot be cleared.' })
  title?: string | null;

  @Length(1, 500)
  @Field(() => String, { nullable: true, description: 'What an image shows. Cannot be cleared.' })
  altText?: string | null;
}

@InputType({ description: 'Where an attachment goes.' })
export class MoveAttachmentInput extends ItemVersionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The attachment it goes right after; absent for the first place.',
  })
  afterId?: string | null;
}

const answers = (verb: string) => payload(`${verb}Attachment`, 'attachment', () => Attachment);

export const CreateAttachmentPayload = answers('Create');
export const UpdateAttachmentPayload = answers('Update');
export const MoveAttachmentPayload = answers('Move');
export const ArchiveAttachmentPayload = answers('Archive');
export const RestoreAttachmentPayload = answers('Restore');
