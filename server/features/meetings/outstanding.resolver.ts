import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Info, Mutation, Query, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { NudgeInput, NudgePayload } from './nudge.inputs.js';
import * as service from './nudge.service.js';
import { Outstanding } from './outstanding.entity.js';
import { asOutstanding, outstandingOfOurs } from './outstanding.reads.js';

@Resolver()
export class OutstandingResolver {
  @Extensions({ weight: 6_000 })
  @Query(() => Outstanding, {
    description:
      'What you owe the meetings to come: you by name, the organisations given, and the boards you keep.',
  })
  async outstanding(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'The partnership.' }) within: string,
    @Arg('organisationIds', () => [ID], { description: 'Also what these organisations owe.' })
    organisationIds: string[],
  ) {
    const reader = await context.reader();
    const answer = asOutstanding(within, await outstandingOfOurs(reader, within, organisationIds));
    await shape(reader, 'Outstanding', [answer], Selection.of(info));
    return answer;
  }

  @Mutation(() => NudgePayload, {
    description:
      'Reminds those who owe a meeting something that is late or due soon; what they were nudged for today already is passed over. They find it on their Home at once. Errors: `NOTHING_OUTSTANDING`, `NUDGED_TODAY`, `MEETING_CANCELLED`, `MEETING_HELD`.',
  })
  nudge(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => NudgeInput, { description: 'What is asked.' }) asked: NudgeInput,
  ) {
    return mutate(context, info, async (work) => ({ nudges: await service.nudge(work, asked) }));
  }
}
