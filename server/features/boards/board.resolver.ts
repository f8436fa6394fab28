import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Board } from './board.entity.js';
import * as inputs from './board.inputs.js';
import * as service from './board.service.js';

const theBoard = { description: 'The board as you were shown it.' };

@Resolver()
export class BoardResolver {
  @Query(() => Board, {
    nullable: true,
    description: 'One board; nothing when it is missing or not yours to see.',
  })
  board(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The board.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, Board, id, asOf);
  }

  @Mutation(() => inputs.CreateBoardPayload, { description: 'Adds a board.' })
  createBoard(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateBoardInput, { description: 'The new board.' })
    input: inputs.CreateBoardInput,
  ) {
    return mutate(context, info, async (work) => ({ board: await service.createBoard(work, input) }));
  }

  @Mutation(() => inputs.UpdateBoardPayload, { description: 'Changes a board, or which boards oversee it.' })
  updateBoard(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateBoardInput, { description: 'What changes.' })
    input: inputs.UpdateBoardInput,
  ) {
    return mutate(context, info, async (work) => ({ board: await service.updateBoard(work, input) }));
  }

  @Mutation(() => inputs.ArchiveBoardPayload, {
    description: 'Puts a board away. It keeps its history and can be brought back.',
  })
  archiveBoard(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theBoard) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ board: await service.archiveBoard(work, input, true) }));
  }

  @Mutation(() => inputs.RestoreBoardPayload, { description: 'Brings a board back.' })
  restoreBoard(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theBoard) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ board: await service.archiveBoard(work, input, false) }));
  }
}
