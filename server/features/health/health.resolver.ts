import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { readAsOf } from '../../platform/reading/reader.js';
import { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { CrossReferenceHealth } from './health.entity.js';
import { healthOf } from './health.reads.js';

@Resolver()
export class HealthResolver {
  @Extensions({ weight: 15_000 })
  @Query(() => CrossReferenceHealth, {
    description:
      'What is amiss with the cross-references that have an end in a plan, or all of a partnership, as far as you may see.',
  })
  async crossReferenceHealth(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'A plan or a partnership.' }) within: string,
    @Arg('first', () => Int, { description: 'How many findings of each kind at most; all are counted.' })
    first: number,
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'Only findings that concern this organisation are told and counted.',
    })
    organisationId?: string | null,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    const reader = readAsOf(await context.reader(), asOf);
    const health = await healthOf(reader, { within, first, organisationId: organisationId ?? null });
    await shape(reader, 'CrossReferenceHealth', [health], Selection.of(info));
    return health;
  }
}
