import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { RiskStatus } from '../../../schema/vocabulary.js';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { page } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Risk } from './risk.entity.js';
import * as inputs from './risk.inputs.js';
import { RiskConnection, RiskFilter, RiskOrder, riskOrders, risksWhere } from './risk.lists.js';
import * as service from './risk.service.js';

const input = 'What is asked.';

@Resolver()
export class RiskResolver {
  @Query(() => Risk, {
    nullable: true,
    description: 'One risk; nothing when it is missing or not yours to see.',
  })
  risk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The risk.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, Risk, id, asOf);
  }

  @Extensions({ maxFirst: 200 })
  @Query(() => RiskConnection, { description: 'Risks of a plan or a partnership, a page at a time.' })
  async risks(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
    @Arg('filter', () => RiskFilter, { nullable: true, description: 'Which ones.' }) filter?: RiskFilter,
    @Arg('orderBy', () => RiskOrder, { defaultValue: RiskOrder.SCORE, description: 'In what order.' })
    orderBy: RiskOrder = RiskOrder.SCORE,
  ) {
    const { sql: where, params } = risksWhere(within, filter);
    const ask = { entity: Risk, where, params, order: riskOrders[orderBy], first, after };
    return page(await context.reader(), ask, Selection.of(info));
  }

  @Mutation(() => inputs.CreateRiskPayload, { description: 'Adds a risk to a workstream or a plan.' })
  createRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateRiskInput, { description: input }) asked: inputs.CreateRiskInput,
  ) {
    return mutate(context, info, async (work) => ({ risk: await service.createRisk(work, asked) }));
  }

  @Mutation(() => inputs.UpdateRiskPayload, {
    description: 'Changes a risk’s words, controls or review date.',
  })
  updateRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateRiskInput, { description: input }) asked: inputs.UpdateRiskInput,
  ) {
    return mutate(context, info, async (work) => ({ risk: await service.updateRisk(work, asked) }));
  }

  @Mutation(() => inputs.ScoreRiskPayload, {
    description: 'Scores a risk: before controls, as it stands, what is aimed at.',
  })
  scoreRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ScoreRiskInput, { description: input }) asked: inputs.ScoreRiskInput,
  ) {
    return mutate(context, info, async (work) => ({ risk: await service.scoreRisk(work, asked) }));
  }

  @Mutation(() => inputs.AssignRiskPayload, { description: 'Says who owns a risk from now on.' })
  assignRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AssignRiskInput, { description: input }) asked: inputs.AssignRiskInput,
  ) {
    return mutate(context, info, async (work) => ({ risk: await service.assignRisk(work, asked) }));
  }

  @Mutation(() => inputs.CloseRiskPayload, { description: 'Closes a risk. It keeps its history.' })
  closeRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      risk: await service.closeRisk(work, asked, RiskStatus.CLOSED),
    }));
  }

  @Mutation(() => inputs.ReopenRiskPayload, { description: 'Opens a closed risk again.' })
  reopenRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      risk: await service.closeRisk(work, asked, RiskStatus.OPEN),
    }));
  }

  @Mutation(() => inputs.ArchiveRiskPayload, {
    description: 'Puts a risk away with its mitigations. It keeps its history and can be brought back.',
  })
  archiveRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ risk: await service.archiveRisk(work, asked, true) }));
  }

  @Mutation(() => inputs.RestoreRiskPayload, {
    description: 'Brings a risk back, with the mitigations that were put away with it.',
  })
  restoreRisk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ risk: await service.archiveRisk(work, asked, false) }));
  }
}
