import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Attachment } from './attachment.entity.js';
import * as inputs from './attachment.inputs.js';
import * as service from './attachment.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class AttachmentResolver {
  @Query(() => Attachment, {
    nullable: true,
    description: 'One attachment; nothing when it is missing or not yours to see.',
  })
  attachment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The attachment.' }) id: string,
  ) {
    return answerOne(context, info, Attachment, id);
  }

  @Mutation(() => inputs.CreateAttachmentPayload, {
    description:
      'Attaches a file to a report or an item of an agenda, after whoever attaches it was told what is in it.',
  })
  async createAttachment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateAttachmentInput, input) asked: inputs.CreateAttachmentInput,
  ) {
    const file = await service.acceptFile(context.database, context.credential, asked);
    return mutate(context, info, async (work) => ({
      attachment: await service.createAttachment(work, asked, file),
    }));
  }

  @Mutation(() => inputs.UpdateAttachmentPayload, {
    description: 'Says what an attachment is called, and what an image shows.',
  })
  updateAttachment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateAttachmentInput, input) asked: inputs.UpdateAttachmentInput,
  ) {
    return mutate(context, info, async (work) => ({
      attachment: await service.updateAttachment(work, asked),
    }));
  }

  @Mutation(() => inputs.MoveAttachmentPayload, { description: 'Moves an attachment to another place.' })
  moveAttachment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.MoveAttachmentInput, input) asked: inputs.MoveAttachmentInput,
  ) {
    return mutate(context, info, async (work) => ({ attachment: await service.moveAttachment(work, asked) }));
  }

  @Mutation(() => inputs.ArchiveAttachmentPayload, {
    description: 'Puts an attachment away: it is printed no more. An image that stands in the text stays.',
  })
  archiveAttachment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      attachment: await service.archiveAttachment(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreAttachmentPayload, { description: 'Brings an attachment back.' })
  restoreAttachment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      attachment: await service.archiveAttachment(work, asked, false),
    }));
  }
}
