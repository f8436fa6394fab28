import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import * as inputs from './seat.inputs.js';
import * as service from './seat.service.js';

@Resolver()
export class SeatResolver {
  @Mutation(() => inputs.CreateSeatPayload, {
    description: 'Gives a person, or whoever holds a post, a seat on a board.',
  })
  createSeat(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateSeatInput, { description: 'Whose seat, where and since when.' })
    input: inputs.CreateSeatInput,
  ) {
    return mutate(context, info, async (work) => ({ seat: await service.createSeat(work, input) }));
  }

  @Mutation(() => inputs.UpdateSeatPayload, { description: 'Changes a seat’s capacity, vote or dates.' })
  updateSeat(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateSeatInput, { description: 'What changes.' })
    input: inputs.UpdateSeatInput,
  ) {
    return mutate(context, info, async (work) => ({ seat: await service.updateSeat(work, input) }));
  }

  @Mutation(() => inputs.EndSeatPayload, {
    description: 'Says when a seat ends. It stays in the board’s history.',
  })
  endSeat(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.EndSeatInput, { description: 'The seat and its last day.' })
    input: inputs.EndSeatInput,
  ) {
    return mutate(context, info, async (work) => ({ seat: await service.endSeat(work, input) }));
  }
}
