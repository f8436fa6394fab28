import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { page } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { ExternalDependency } from './external-dependency.entity.js';
import * as inputs from './external-dependency.inputs.js';
import {
  ExternalDependencyConnection,
  ExternalDependencyFilter,
  externalDependenciesWhere,
  externalDependencyOrder as order,
} from './external-dependency.lists.js';
import * as service from './external-dependency.service.js';

const input = 'What is asked.';

@Resolver()
export class ExternalDependencyResolver {
  @Query(() => ExternalDependency, {
    nullable: true,
    description: 'One external dependency; nothing when it is missing or not yours to see.',
  })
  externalDependency(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The external dependency.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, ExternalDependency, id, asOf);
  }

  @Query(() => ExternalDependencyConnection, {
    description:
      'External dependencies of a plan or of a whole partnership, a page at a time, as they are expected: overdue first, what has come last.',
  })
  async externalDependencies(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
    @Arg('filter', () => ExternalDependencyFilter, { nullable: true, description: 'Which ones.' })
    filter?: ExternalDependencyFilter,
  ) {
    const reader = await context.reader();
    const { sql: where, params } = externalDependenciesWhere(within, filter);
    return page(
      reader,
      { entity: ExternalDependency, where, params, order, first, after },
      Selection.of(info),
    );
  }

  @Mutation(() => inputs.CreateExternalDependencyPayload, {
    description: 'Records something a plan waits for that no partner controls.',
  })
  createExternalDependency(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateExternalDependencyInput, { description: input })
    asked: inputs.CreateExternalDependencyInput,
  ) {
    return mutate(context, info, async (work) => ({
      externalDependency: await service.createExternalDependency(work, asked),
    }));
  }

  @Mutation(() => inputs.UpdateExternalDependencyPayload, {
    description: 'Changes an external dependency: its words, when it is expected, how likely it is.',
  })
  updateExternalDependency(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateExternalDependencyInput, { description: input })
    asked: inputs.UpdateExternalDependencyInput,
  ) {
    return mutate(context, info, async (work) => ({
      externalDependency: await service.updateExternalDependency(work, asked),
    }));
  }

  @Mutation(() => inputs.ArchiveExternalDependencyPayload, {
    description: 'Puts an external dependency away: what waits for it waits in vain, and is told.',
  })
  archiveExternalDependency(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      externalDependency: await service.archiveExternalDependency(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreExternalDependencyPayload, {
    description: 'Brings an external dependency back.',
  })
  restoreExternalDependency(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      externalDependency: await service.archiveExternalDependency(work, asked, false),
    }));
  }
}
