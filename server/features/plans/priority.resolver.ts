import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Priority } from './priority.entity.js';
import * as inputs from './priority.inputs.js';
import * as service from './priority.service.js';

const thePriority = { description: 'The priority as you were shown it.' };

@Resolver()
export class PriorityResolver {
  @Query(() => Priority, {
    nullable: true,
    description: 'One priority; nothing when it is missing or not yours to see.',
  })
  priority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The priority.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, Priority, id, asOf);
  }

  @Mutation(() => inputs.CreatePriorityPayload, { description: 'Adds a priority to a plan.' })
  createPriority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreatePriorityInput, { description: 'The new priority.' })
    input: inputs.CreatePriorityInput,
  ) {
    return mutate(context, info, async (work) => ({ priority: await service.createPriority(work, input) }));
  }

  @Mutation(() => inputs.UpdatePriorityPayload, { description: 'Changes what a priority says.' })
  updatePriority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdatePriorityInput, { description: 'What changes.' })
    input: inputs.UpdatePriorityInput,
  ) {
    return mutate(context, info, async (work) => ({ priority: await service.updatePriority(work, input) }));
  }

  @Mutation(() => inputs.AssignPriorityPayload, {
    description: 'Says who is responsible for a priority from now on.',
  })
  assignPriority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AssignPriorityInput, { description: 'Its senior responsible officers.' })
    input: inputs.AssignPriorityInput,
  ) {
    return mutate(context, info, async (work) => ({ priority: await service.assignPriority(work, input) }));
  }

  @Mutation(() => inputs.ArchivePriorityPayload, {
    description: 'Puts a priority away. It keeps its history and can be brought back.',
  })
  archivePriority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePriority) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      priority: await service.archivePriority(work, input, true),
    }));
  }

  @Mutation(() => inputs.RestorePriorityPayload, { description: 'Brings a priority back.' })
  restorePriority(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePriority) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      priority: await service.archivePriority(work, input, false),
    }));
  }
}
