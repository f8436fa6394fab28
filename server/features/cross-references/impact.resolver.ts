import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { BragStatus, ChainDirection } from '../../../schema/vocabulary.js';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { DateScalar, ID } from '../../platform/graphql/scalars.js';
import { page } from '../../platform/reading/page.js';
import { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { chainOf, impactIn } from './chain.reads.js';
import { Chain, Impact } from './impact.entity.js';
import { ImpactNotice } from './impact-notice.entity.js';
import * as inputs from './impact-notice.inputs.js';
import { answerImpactNotice } from './impact-notice.service.js';

const DEEPEST = 50;
const LONGEST_DEADLINE = 500;

@Resolver()
export class ImpactResolver {
  @Extensions({ weight: 6_000 })
  @Query(() => Chain, {
    description:
      'What rests on an item, through dependencies, contributions and mitigations, or what it rests on itself, step by step.',
  })
  async chain(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('of', () => ID, { description: 'Where the chain begins.' }) of: string,
    @Arg('direction', () => ChainDirection, {
      defaultValue: ChainDirection.DOWNSTREAM,
      description: 'Which way it is followed.',
    })
    direction: ChainDirection,
    @Arg('depth', () => Int, { defaultValue: 10, description: 'How many steps at most: 1 to 50.' })
    depth: number,
  ) {
    if (depth < 1 || depth > DEEPEST)
      throw invalidInput([{ field: 'depth', message: `From 1 to ${DEEPEST} steps.` }]);
    const reader = await context.reader();
    const chain = await chainOf(reader, of, direction, depth);
    await shape(reader, 'Chain', [chain], Selection.of(info));
    return chain;
  }

  @Extensions({ weight: 6_000 })
  @Query(() => Impact, {
    description:
      'What an item holds up downstream: as it is, or, before anything is saved, as it would with another date or status. Nothing for an item that is missing or not yours to see.',
  })
  async impact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('of', () => ID, { description: 'The item.' }) of: string,
    @Arg('ifDue', () => DateScalar, { nullable: true, description: 'Suppose it were due by this day.' })
    ifDue?: string,
    @Arg('ifDueAsWritten', () => String, {
      nullable: true,
      description:
        'Suppose it were due so, as you would write it, such as “end of October 2026”. Words that mean no day hold nothing up.',
    })
    ifDueAsWritten?: string,
    @Arg('ifStatus', () => BragStatus, { nullable: true, description: 'Suppose it were rated so.' })
    ifStatus?: BragStatus,
  ) {
    if ((ifDueAsWritten?.length ?? 0) > LONGEST_DEADLINE)
      throw invalidInput([
        { field: 'ifDueAsWritten', message: `A deadline is at most ${LONGEST_DEADLINE} characters.` },
      ]);
    const reader = await context.reader();
    const impact = await impactIn(reader, of, {
      due: ifDue ?? undefined,
      asWritten: ifDueAsWritten ?? undefined,
      status: ifStatus ?? undefined,
    });
    await shape(reader, 'Impact', [impact], Selection.of(info));
    return impact;
  }

  @Query(() => ImpactNotice, {
    nullable: true,
    description: 'One impact notice; nothing when it is missing or not yours to see.',
  })
  impactNotice(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The impact notice.' }) id: string,
  ) {
    return answerOne(context, info, ImpactNotice, id);
  }

  @Query(() => inputs.ImpactNoticeConnection, {
    description:
      'Impact notices about promises with an end in a plan, or of a whole partnership, latest first.',
  })
  async impactNotices(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string,
    @Arg('filter', () => inputs.ImpactNoticeFilter, { nullable: true, description: 'Which ones.' })
    filter?: inputs.ImpactNoticeFilter,
  ) {
    const reader = await context.reader();
    const { sql: where, params } = inputs.impactNoticesWhere(within, filter);
    const ask = { entity: ImpactNotice, where, params, order: inputs.impactNoticeOrder, first, after };
    return page(reader, ask, Selection.of(info));
  }

  @Mutation(() => inputs.AnswerImpactNoticePayload, {
    description:
      'Answers, for the organisation that was told: live with it, name a new date of your own, or dispute it.',
  })
  answerImpactNotice(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AnswerImpactNoticeInput, { description: 'What is answered.' })
    asked: inputs.AnswerImpactNoticeInput,
  ) {
    return mutate(context, info, async (work) => ({ impactNotice: await answerImpactNotice(work, asked) }));
  }
}
