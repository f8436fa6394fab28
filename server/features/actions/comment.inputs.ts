import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { ItemType } from '../../../schema/vocabulary.js';
import { payload } from '../../platform/graphql/makers.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Comment } from './comment.entity.js';

@InputType({ description: 'A remark on an item, for the partners who may see the item.' })
export class CreateCommentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID you mint, so that trying again makes no second one.',
  })
  id?: string;

  @Field(() => ItemType, { description: 'What sort of item it is about.' })
  itemType!: ItemType;

  @Field(() => ID, { description: 'The item it is about.' })
  itemId!: string;

  @Length(1, 5000)
  @Field(() => String, { description: 'The remark.' })
  text!: string;
}

export const CreateCommentPayload = payload('CreateComment', 'comment', () => Comment);
export const ArchiveCommentPayload = payload('ArchiveComment', 'comment', () => Comment);
