import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { ItemType } from '../../../schema/vocabulary.js';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import type { Action } from '../actions/action.entity.js';
import type { Risk } from '../risks/risk.entity.js';
import type { Workstream } from '../workstreams/workstream.entity.js';
import type { Plan } from './plan.entity.js';
import * as inputs from './restrict.inputs.js';
import { restrictItem } from './restrict.service.js';

const input = { description: 'The item as you were shown it, and who may see it.' };

@Resolver()
export class RestrictResolver {
  @Mutation(() => inputs.RestrictPlanPayload, {
    description: 'Says who may see a plan and all that is in it.',
  })
  restrictPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RestrictInput, input) ask: inputs.RestrictInput,
  ) {
    return mutate(context, info, async (work) => ({
      plan: await restrictItem<Plan>(work, ItemType.Plan, ask),
    }));
  }

  @Mutation(() => inputs.RestrictWorkstreamPayload, {
    description: 'Says who may see a workstream and all that is in it.',
  })
  restrictWorkstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RestrictInput, input) ask: inputs.RestrictInput,
  ) {
    return mutate(context, info, async (work) => ({
      workstream: await restrictItem<Workstream>(work, ItemType.Workstream, ask),
    }));
  }

  @Mutation(() => inputs.RestrictActionPayload, {
    description: 'Says who may see an action and all that hangs under it.',
  })
  restrictAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RestrictInput, input) ask: inputs.RestrictInput,
  ) {
    return mutate(context, info, async (work) => ({
      action: await restrictItem<Action>(work, ItemType.Action, ask),
    }));
  }

  @Mutation(() => inputs.RestrictRiskPayload, {
    description: 'Says who may see a risk and all that hangs under it.',
  })
  restrictRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RestrictInput, input) ask: inputs.RestrictInput,
  ) {
    return mutate(context, info, async (work) => ({
      risk: await restrictItem<Risk>(work, ItemType.Risk, ask),
    }));
  }
}
