import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Plan } from './plan.entity.js';
import * as inputs from './plan.inputs.js';
import * as service from './plan.service.js';

const thePlan = { description: 'The plan as you were shown it.' };

@Resolver()
export class PlanResolver {
  @Query(() => Plan, {
    nullable: true,
    description: 'One plan; nothing when it is missing or not yours to see.',
  })
  plan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The plan.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, Plan, id, asOf);
  }

  @Mutation(() => inputs.CreatePlanPayload, { description: 'Begins a plan.' })
  createPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreatePlanInput, { description: 'The new plan.' })
    input: inputs.CreatePlanInput,
  ) {
    return mutate(context, info, async (work) => ({ plan: await service.createPlan(work, input) }));
  }

  @Mutation(() => inputs.UpdatePlanPayload, { description: 'Changes a plan’s title, board or period.' })
  updatePlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdatePlanInput, { description: 'What changes.' })
    input: inputs.UpdatePlanInput,
  ) {
    return mutate(context, info, async (work) => ({ plan: await service.updatePlan(work, input) }));
  }

  @Mutation(() => inputs.AdoptPlanPayload, { description: 'Records that its board adopted a draft.' })
  adoptPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePlan) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ plan: await service.adoptPlan(work, input) }));
  }

  @Mutation(() => inputs.ClosePlanPayload, {
    description: 'Closes an adopted plan: from then on it is read, not changed.',
  })
  closePlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePlan) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ plan: await service.closePlan(work, input) }));
  }

  @Mutation(() => inputs.ArchivePlanPayload, {
    description:
      'Puts a plan away with all that stands in it. It keeps its history and can be brought back; what depends on any of it is broken.',
  })
  archivePlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePlan) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ plan: await service.archivePlan(work, input, true) }));
  }

  @Mutation(() => inputs.RestorePlanPayload, {
    description:
      'Brings a plan back, with all that was put away with it; what was put away by itself before stays away.',
  })
  restorePlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePlan) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ plan: await service.archivePlan(work, input, false) }));
  }
}
