import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { PossiblySameWork } from './same-work.entity.js';
import { possiblySameWork, possiblySameWorkAs } from './same-work.reads.js';
import { SameWorkDismissal } from './same-work-dismissal.entity.js';
import * as inputs from './same-work-dismissal.inputs.js';
import { dismissSameWork, takeBackDismissal } from './same-work-dismissal.service.js';

const input = 'What is asked.';
const LONGEST_TITLE = 2_000;

@Resolver()
export class SameWorkResolver {
  @Extensions({ weight: 20_000 })
  @Query(() => [PossiblySameWork], {
    description:
      'Actions of other plans of the partnership that may be the same work as an action, by the words of their titles, the most alike first. Those said to be the same work already, or said not to be, are left out.',
  })
  async possiblySameWork(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('of', () => ID, { description: 'The action.' }) of: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
  ) {
    const reader = await context.reader();
    const found = await possiblySameWork(reader, of, first);
    await shape(reader, 'PossiblySameWork', found, Selection.of(info));
    return found;
  }

  @Extensions({ weight: 20_000 })
  @Query(() => [PossiblySameWork], {
    description:
      'The same for an action that there is not yet: actions of other plans that may be the same work as a title would be.',
  })
  async possiblySameWorkAs(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('title', () => String, { description: 'The title, 2,000 characters at most.' }) title: string,
    @Arg('within', () => ID, { description: 'The plan it is meant for.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
  ) {
    if (title.length > LONGEST_TITLE)
      throw invalidInput([{ field: 'title', message: 'At most 2,000 characters are compared.' }]);
    const reader = await context.reader();
    const found = await possiblySameWorkAs(reader, { title, within, first });
    await shape(reader, 'PossiblySameWork', found, Selection.of(info));
    return found;
  }

  @Query(() => SameWorkDismissal, {
    nullable: true,
    description:
      'What was said of two actions that are not the same work; nothing when it is missing or one of the two is not yours to see.',
  })
  sameWorkDismissal(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'What was said.' }) id: string,
  ) {
    return answerOne(context, info, SameWorkDismissal, id);
  }

  @Mutation(() => inputs.CreateSameWorkDismissalPayload, {
    description:
      'Says that two actions of two plans are not the same work, so that the one is not offered for the other again. RULE_BROKEN while they are said to be the same.',
  })
  createSameWorkDismissal(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateSameWorkDismissalInput, { description: input })
    asked: inputs.CreateSameWorkDismissalInput,
  ) {
    return mutate(context, info, async (work) => ({ sameWorkDismissal: await dismissSameWork(work, asked) }));
  }

  @Mutation(() => inputs.ArchiveSameWorkDismissalPayload, {
    description: 'Takes back that two actions are not the same work: they may be offered again.',
  })
  archiveSameWorkDismissal(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      sameWorkDismissal: await takeBackDismissal(work, asked),
    }));
  }
}
