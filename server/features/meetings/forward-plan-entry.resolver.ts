import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import * as inputs from './forward-plan-entry.inputs.js';
import * as service from './forward-plan-entry.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class ForwardPlanEntryResolver {
  @Query(() => ForwardPlanEntry, {
    nullable: true,
    description: 'One entry of a forward plan; nothing when it is missing or not yours to see.',
  })
  forwardPlanEntry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The entry.' }) id: string,
  ) {
    return answerOne(context, info, ForwardPlanEntry, id);
  }

  @Mutation(() => inputs.CreateForwardPlanEntryPayload, {
    description: 'Adds a line to the forward plan of one or several boards.',
  })
  createForwardPlanEntry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateForwardPlanEntryInput, input) asked: inputs.CreateForwardPlanEntryInput,
  ) {
    return mutate(context, info, async (work) => ({
      forwardPlanEntry: await service.createForwardPlanEntry(work, asked),
    }));
  }

  @Mutation(() => inputs.UpdateForwardPlanEntryPayload, {
    description: 'Changes a line of the forward plan.',
  })
  updateForwardPlanEntry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateForwardPlanEntryInput, input) asked: inputs.UpdateForwardPlanEntryInput,
  ) {
    return mutate(context, info, async (work) => ({
      forwardPlanEntry: await service.updateForwardPlanEntry(work, asked),
    }));
  }

  @Mutation(() => inputs.MoveForwardPlanEntryPayload, {
    description:
      'Says at which meeting it is considered. What was planned before is kept, with the reason; it leaves that agenda. Days that were set for the meeting it leaves, its reports’ and their clearances’ too, give way to the timetable of the other; moved back, it has its own again.',
  })
  moveForwardPlanEntry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.MoveForwardPlanEntryInput, input) asked: inputs.MoveForwardPlanEntryInput,
  ) {
    return mutate(context, info, async (work) => ({
      forwardPlanEntry: await service.moveForwardPlanEntry(work, asked),
    }));
  }

  @Mutation(() => inputs.RestrictForwardPlanEntryPayload, {
    description: 'Narrows who sees an entry of the forward plan, or lifts that.',
  })
  restrictForwardPlanEntry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RestrictForwardPlanEntryInput, input)
    asked: inputs.RestrictForwardPlanEntryInput,
  ) {
    return mutate(context, info, async (work) => ({
      forwardPlanEntry: await service.restrictForwardPlanEntry(work, asked),
    }));
  }

  @Mutation(() => inputs.ArchiveForwardPlanEntryPayload, {
    description: 'Takes a line out of the forward plan, and off the agenda it is on.',
  })
  archiveForwardPlanEntry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      forwardPlanEntry: await service.archiveForwardPlanEntry(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreForwardPlanEntryPayload, {
    description: 'Brings a line of the forward plan back.',
  })
  restoreForwardPlanEntry(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      forwardPlanEntry: await service.archiveForwardPlanEntry(work, asked, false),
    }));
  }
}
