import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { page } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { Action } from './action.entity.js';
import * as inputs from './action.inputs.js';
import { ActionConnection, ActionFilter, ActionOrder, actionOrders, actionsWhere } from './action.lists.js';
import * as service from './action.service.js';

@Resolver()
export class ActionResolver {
  @Query(() => Action, {
    nullable: true,
    description: 'One action; nothing when it is missing or not yours to see.',
  })
  action(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The action.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, Action, id, asOf);
  }

  @Extensions({ maxFirst: 200 })
  @Query(() => ActionConnection, {
    description:
      'Actions of a plan or a partnership, a page at a time, each at its home alone: those of other plans that stand in a plan too are the `placements` of its workstreams.',
  })
  async actions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
    @Arg('filter', () => ActionFilter, { nullable: true, description: 'Which ones.' }) filter?: ActionFilter,
    @Arg('orderBy', () => ActionOrder, { defaultValue: ActionOrder.POSITION, description: 'In what order.' })
    orderBy: ActionOrder = ActionOrder.POSITION,
  ) {
    const reader = await context.reader();
    const where = await actionsWhere(reader, within, filter);
    const order = actionOrders[orderBy];
    return page(
      reader,
      { entity: Action, where: where.sql, params: where.params, order, first, after },
      Selection.of(info),
    );
  }

  @Mutation(() => inputs.CreateActionPayload, { description: 'Adds an action to a workstream.' })
  createAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateActionInput) input: inputs.CreateActionInput,
  ) {
    return mutate(context, info, async (work) => ({ action: await service.createAction(work, input) }));
  }

  @Mutation(() => inputs.UpdateActionPayload, { description: 'Changes an action’s words or timing.' })
  updateAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateActionInput) input: inputs.UpdateActionInput,
  ) {
    return mutate(context, info, async (work) => ({ action: await service.updateAction(work, input) }));
  }

  @Mutation(() => inputs.RateActionPayload, {
    description: 'Rates an action Green, Amber, Red or not yet rated.',
  })
  rateAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RateActionInput) input: inputs.RateActionInput,
  ) {
    return mutate(context, info, async (work) => ({ action: await service.rateAction(work, input) }));
  }

  @Mutation(() => inputs.SignOffActionPayload, { description: 'Signs an action off as Blue: completed.' })
  signOffAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ItemVersionInput) input: inputs.ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ action: await service.signOffAction(work, input) }));
  }

  @Mutation(() => inputs.AssignActionPayload, { description: 'Says who answers for an action from now on.' })
  assignAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AssignActionInput) input: inputs.AssignActionInput,
  ) {
    return mutate(context, info, async (work) => ({ action: await service.assignAction(work, input) }));
  }

  @Mutation(() => inputs.MoveActionPayload, {
    description: 'Moves an action to another place in its workstream.',
  })
  moveAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.MoveActionInput) input: inputs.MoveActionInput,
  ) {
    return mutate(context, info, async (work) => ({ action: await service.moveAction(work, input) }));
  }

  @Mutation(() => inputs.ArchiveActionPayload, {
    description:
      'Puts an action away with every action below it. They keep their history and can be brought back; what depends on any of them is broken.',
  })
  archiveAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ItemVersionInput) input: inputs.ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      action: await service.archiveAction(work, input, true),
    }));
  }

  @Mutation(() => inputs.RestoreActionPayload, {
    description:
      'Brings an action back, with the actions that were put away with it; those put away by themselves before stay away. Refused while what it stands below is away.',
  })
  restoreAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ItemVersionInput) input: inputs.ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      action: await service.archiveAction(work, input, false),
    }));
  }
}
