import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Post } from './post.entity.js';
import * as inputs from './post.inputs.js';
import * as service from './post.service.js';

const thePost = { description: 'The post as you were shown it.' };

@Resolver()
export class PostResolver {
  @Query(() => Post, {
    nullable: true,
    description: 'One post; nothing when it is missing or not yours to see.',
  })
  post(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The post.' }) id: string,
  ) {
    return answerOne(context, info, Post, id);
  }

  @Mutation(() => inputs.CreatePostPayload, { description: 'Makes a post known to the partnership.' })
  createPost(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreatePostInput, { description: 'The new post.' })
    input: inputs.CreatePostInput,
  ) {
    return mutate(context, info, async (work) => ({ post: await service.createPost(work, input) }));
  }

  @Mutation(() => inputs.UpdatePostPayload, { description: 'Changes what a post is called or whose it is.' })
  updatePost(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdatePostInput, { description: 'What changes.' })
    input: inputs.UpdatePostInput,
  ) {
    return mutate(context, info, async (work) => ({ post: await service.updatePost(work, input) }));
  }

  @Mutation(() => inputs.AppointToPostPayload, {
    description: 'Says who holds a post from a day on, and with it whatever the post answers for.',
  })
  appointToPost(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AppointToPostInput, { description: 'The post, the person and the day.' })
    input: inputs.AppointToPostInput,
  ) {
    return mutate(context, info, async (work) => ({ post: await service.appointToPost(work, input) }));
  }

  @Mutation(() => inputs.ArchivePostPayload, {
    description: 'Puts a post away. It keeps its history and can be brought back.',
  })
  archivePost(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePost) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ post: await service.archivePost(work, input, true) }));
  }

  @Mutation(() => inputs.RestorePostPayload, { description: 'Brings a post back.' })
  restorePost(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePost) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ post: await service.archivePost(work, input, false) }));
  }
}
