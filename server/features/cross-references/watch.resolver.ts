import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Watch } from './watch.entity.js';
import * as inputs from './watch.inputs.js';
import * as service from './watch.service.js';

const input = 'What is asked.';

@Resolver()
export class WatchResolver {
  @Query(() => Watch, {
    nullable: true,
    description: 'One watch; nothing when it is missing or not yours to see.',
  })
  watch(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The watch.' }) id: string,
  ) {
    return answerOne(context, info, Watch, id);
  }

  @Mutation(() => inputs.CreateWatchPayload, {
    description:
      'Watches an external dependency for your organisation: it is told when the expected day moves, and when it is overdue. Answers with the watch there is, where it watches already.',
  })
  createWatch(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateWatchInput, { description: input }) asked: inputs.CreateWatchInput,
  ) {
    return mutate(context, info, async (work) => ({ watch: await service.createWatch(work, asked) }));
  }

  @Mutation(() => inputs.ArchiveWatchPayload, {
    description: 'Stops watching. `createWatch` begins again.',
  })
  archiveWatch(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ watch: await service.archiveWatch(work, asked) }));
  }

  @Mutation(() => inputs.NoteWatchPayload, {
    description:
      'Says that your organisation knows of the move it was told of. CONFLICT when the day moved again since.',
  })
  noteWatch(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ watch: await service.noteWatch(work, asked) }));
  }
}
