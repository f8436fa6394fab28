import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from './action.inputs.js';
import { combineActions } from './combine.service.js';
import { Placement } from './placement.entity.js';
import * as inputs from './placement.inputs.js';
import { archivePlacement, placeAction, updatePlacement } from './placement.service.js';

const thePlacement = { description: 'The placement as you were shown it.' };

@Resolver()
export class PlacementResolver {
  @Query(() => Placement, {
    nullable: true,
    description:
      'An action’s standing in another plan; nothing when it is missing, or the action or the workstream is not yours to see.',
  })
  placement(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The placement.' }) id: string,
  ) {
    return answerOne(context, info, Placement, id);
  }

  @Mutation(() => inputs.PlaceActionPayload, {
    description:
      'Lets an action stand in a workstream of another plan too, under a reference of that plan: for whoever may add actions there and sees the action. Its own plan stays its home. RULE_BROKEN where it stands already.',
  })
  placeAction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.PlaceActionInput, { description: 'What goes where.' })
    input: inputs.PlaceActionInput,
  ) {
    return mutate(context, info, async (work) => ({ placement: await placeAction(work, input) }));
  }

  @Mutation(() => inputs.UpdatePlacementPayload, {
    description: 'Gives an action another reference or place in a plan that is not its home.',
  })
  updatePlacement(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdatePlacementInput, { description: 'What changes.' })
    input: inputs.UpdatePlacementInput,
  ) {
    return mutate(context, info, async (work) => ({ placement: await updatePlacement(work, input) }));
  }

  @Mutation(() => inputs.ArchivePlacementPayload, {
    description: 'Takes an action out of a plan that is not its home. The action itself stays as it is.',
  })
  archivePlacement(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePlacement) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ placement: await archivePlacement(work, input, true) }));
  }

  @Mutation(() => inputs.RestorePlacementPayload, {
    description:
      'Puts an action back into a plan it was taken out of. Refused while the action or the workstream is away.',
  })
  restorePlacement(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePlacement) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ placement: await archivePlacement(work, input, false) }));
  }

  @Mutation(() => inputs.CombineActionsPayload, {
    description:
      'Makes two actions of two plans that were entered twice into one: the kept one stands in the other plan in the place and under the reference of the one given up, which is put away with its history; what was promised to it or by it is from now on the kept one’s. For whoever may put the one away and writes at the other.',
  })
  combineActions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CombineActionsInput, { description: 'Which two.' })
    input: inputs.CombineActionsInput,
  ) {
    return mutate(context, info, (work) => combineActions(work, input));
  }
}
