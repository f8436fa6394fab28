import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from './action.inputs.js';
import { ArchiveCommentPayload, CreateCommentInput, CreateCommentPayload } from './comment.inputs.js';
import * as service from './comment.service.js';

const input = 'What is asked.';

@Resolver()
export class CommentResolver {
  @Mutation(() => CreateCommentPayload, { description: 'Remarks on an item.' })
  createComment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateCommentInput, { description: input }) asked: CreateCommentInput,
  ) {
    return mutate(context, info, async (work) => ({ comment: await service.createComment(work, asked) }));
  }

  @Mutation(() => ArchiveCommentPayload, { description: 'Takes a remark back.' })
  archiveComment(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ comment: await service.archiveComment(work, asked) }));
  }
}
