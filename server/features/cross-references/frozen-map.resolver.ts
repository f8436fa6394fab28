import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { MapLevel } from '../../../schema/vocabulary.js';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { page, Where } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { FrozenMapLeftOut } from './frozen-interdependencies.entity.js';
import { leftOutFor } from './frozen-map.content.js';
import { FrozenMap } from './frozen-map.entity.js';
import * as inputs from './frozen-map.inputs.js';
import { circleOf } from './frozen-map.rules.js';
import * as service from './frozen-map.service.js';
import { InterdependencyFilter } from './interdependencies.inputs.js';

const input = { description: 'What is asked.' };

@Resolver()
export class FrozenMapResolver {
  @Query(() => FrozenMap, {
    nullable: true,
    description:
      'One frozen copy of a map, also one that was withdrawn; nothing when it is missing or not yours to see.',
  })
  frozenMap(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The frozen copy.' }) id: string,
  ) {
    return answerOne(context, info, FrozenMap, id);
  }

  @Query(() => inputs.FrozenMapConnection, {
    description:
      'The frozen copies of maps of a plan, or of a partnership and all its plans, latest first, also those that were withdrawn.',
  })
  async frozenMaps(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
  ) {
    const { sql, params } = new Where().and('(t.plan_id = ? or t.partnership_id = ?)', within, within);
    const ask = { entity: FrozenMap, where: sql, params, order: inputs.frozenMapOrder, first, after };
    return page(await context.reader(), ask, Selection.of(info));
  }

  @Extensions({ weight: 15_000 })
  @Query(() => FrozenMapLeftOut, {
    nullable: true,
    description:
      'What a frozen copy would leave out of a map as you see it, asked before it is frozen. Nothing when there is no such plan or partnership, or it is not yours to see.',
  })
  async frozenMapLeavesOut(
    @Ctx() context: Context,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('level', () => MapLevel, {
      defaultValue: MapLevel.WORKSTREAM,
      description: 'What each place stands for.',
    })
    level: MapLevel,
    @Arg('opened', () => [ID], { nullable: true, description: 'Nodes opened in place.' })
    opened: string[] | undefined,
    @Arg('filter', () => InterdependencyFilter, { nullable: true, description: 'Which cross-references.' })
    filter: InterdependencyFilter | undefined,
    @Arg('around', () => ID, { nullable: true, description: 'Only this node and what is near it.' })
    around: string | undefined,
    @Arg('up', () => Int, {
      defaultValue: 1,
      description: 'With `around`: how many steps towards what it needs, 50 at most.',
    })
    up: number,
    @Arg('down', () => Int, {
      defaultValue: 1,
      description: 'With `around`: how many steps towards what needs it, 50 at most.',
    })
    down: number,
    @Arg('connections', () => inputs.MapConnectionsInput, {
      nullable: true,
      description: 'Only some of the connections.',
    })
    connections?: inputs.MapConnectionsInput,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
    @Arg('isPublic', () => Boolean, {
      nullable: true,
      description: 'For everyone, the public too. Say nothing of who is to open it for the partnership.',
    })
    isPublic?: boolean,
    @Arg('organisationIds', () => [ID], { nullable: true, description: 'For these organisations.' })
    organisationIds?: string[],
    @Arg('boardId', () => ID, { nullable: true, description: 'For those with a seat on this board.' })
    boardId?: string,
    @Arg('personIds', () => [ID], { nullable: true, description: 'For these people.' })
    personIds?: string[],
  ): Promise<FrozenMapLeftOut | null> {
    const circle = circleOf({ isPublic, organisationIds, boardId, personIds });
    const asked = { within, level, opened, filter, around, up, down, connections, asOf };
    const reader = await context.reader();
    const mapped = await service.mappedBy(reader, within);
    const looked = service.lookedAt(asked, mapped?.partnershipId ?? '');
    return mapped && leftOutFor(reader, looked, circle);
  }

  @Mutation(() => inputs.FreezeInterdependenciesPayload, {
    description:
      'Freezes a map as it is shown, or as it stood, for those who are to open it: it holds what all of them may see. Errors: `WOULD_LOCK_YOU_OUT` when you are not one of them, `NOTHING_TO_FREEZE`, `MAP_TOO_LARGE`.',
  })
  freezeInterdependencies(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.FreezeInterdependenciesInput, input)
    asked: inputs.FreezeInterdependenciesInput,
  ) {
    return mutate(context, info, async (work) => ({
      frozenMap: await service.freezeInterdependencies(work, asked),
    }));
  }

  @Mutation(() => inputs.WithdrawFrozenMapPayload, {
    description:
      'Withdraws a frozen copy: its address then says that it was, by whom, when and why. There is no way back. Error: `WITHDRAWN` when it was already.',
  })
  withdrawFrozenMap(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.WithdrawFrozenMapInput, input) asked: inputs.WithdrawFrozenMapInput,
  ) {
    return mutate(context, info, async (work) => ({
      frozenMap: await service.withdrawFrozenMap(work, asked),
    }));
  }
}
