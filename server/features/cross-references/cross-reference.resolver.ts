import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { page } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as answers from './answer.service.js';
import { CrossReference } from './cross-reference.entity.js';
import * as inputs from './cross-reference.inputs.js';
import {
  CrossReferenceConnection,
  CrossReferenceFilter,
  crossReferencesWhere,
  crossReferenceOrder as order,
} from './cross-reference.lists.js';
import * as service from './cross-reference.service.js';

const input = 'What is asked.';

@Resolver()
export class CrossReferenceResolver {
  @Query(() => CrossReference, {
    nullable: true,
    description: 'One cross-reference; nothing when it is missing or one of its ends is not yours to see.',
  })
  crossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The cross-reference.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, CrossReference, id, asOf);
  }

  @Extensions({ maxFirst: 200 })
  @Query(() => CrossReferenceConnection, {
    description: 'Cross-references with an end in a plan, or all of a partnership, a page at a time.',
  })
  async crossReferences(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
    @Arg('filter', () => CrossReferenceFilter, { nullable: true, description: 'Which ones.' })
    filter?: CrossReferenceFilter,
  ) {
    const reader = await context.reader();
    const { sql: where, params } = crossReferencesWhere(reader, within, filter);
    return page(reader, { entity: CrossReference, where, params, order, first, after }, Selection.of(info));
  }

  @Mutation(() => inputs.ProposeCrossReferencePayload, {
    description: 'Writes a cross-reference at an item of yours, for the owner of the other end to answer.',
  })
  proposeCrossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ProposeCrossReferenceInput, { description: input })
    asked: inputs.ProposeCrossReferenceInput,
  ) {
    return mutate(context, info, async (work) => ({
      crossReference: await service.proposeCrossReference(work, asked),
    }));
  }

  @Mutation(() => inputs.ConfirmCrossReferencePayload, {
    description:
      'Agrees to a cross-reference that points at an item of yours, or, for whoever asked, to the other day that was offered.',
  })
  confirmCrossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      crossReference: await answers.confirmCrossReference(work, asked),
    }));
  }

  @Mutation(() => inputs.CounterCrossReferencePayload, {
    description:
      'Promises a dependency for a day of your own: agreed at once where that is in time, otherwise for whoever asked to accept.',
  })
  counterCrossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CounterCrossReferenceInput, { description: input })
    asked: inputs.CounterCrossReferenceInput,
  ) {
    return mutate(context, info, async (work) => ({
      crossReference: await answers.counterCrossReference(work, asked),
    }));
  }

  @Mutation(() => inputs.DisputeCrossReferencePayload, {
    description: 'Says no, with a reason, to a cross-reference that points at an item of yours.',
  })
  disputeCrossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.DisputeCrossReferenceInput, { description: input })
    asked: inputs.DisputeCrossReferenceInput,
  ) {
    return mutate(context, info, async (work) => ({
      crossReference: await answers.disputeCrossReference(work, asked),
    }));
  }

  @Mutation(() => inputs.UpdateCrossReferencePayload, {
    description: 'Changes what a cross-reference says, or says what its words mean.',
  })
  updateCrossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateCrossReferenceInput, { description: input })
    asked: inputs.UpdateCrossReferenceInput,
  ) {
    return mutate(context, info, async (work) => ({
      crossReference: await service.updateCrossReference(work, asked),
    }));
  }

  @Mutation(() => inputs.ArchiveCrossReferencePayload, { description: 'Withdraws a cross-reference.' })
  archiveCrossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      crossReference: await service.archiveCrossReference(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreCrossReferencePayload, {
    description: 'Brings a withdrawn cross-reference back.',
  })
  restoreCrossReference(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      crossReference: await service.archiveCrossReference(work, asked, false),
    }));
  }
}
