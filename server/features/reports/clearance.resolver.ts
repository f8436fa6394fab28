import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as inputs from './clearance.inputs.js';
import * as service from './clearance.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class ClearanceResolver {
  @Mutation(() => inputs.RequestReportClearancePayload, {
    description: 'Asks an organisation to clear a report for finance, law or quality.',
  })
  requestReportClearance(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RequestReportClearanceInput, input) asked: inputs.RequestReportClearanceInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportClearance: await service.requestReportClearance(work, asked),
    }));
  }

  @Mutation(() => inputs.AnswerReportClearancePayload, {
    description:
      'Clears a report as you read it, or says what has to change first. Error: `NOT_SEEN` where it was changed since.',
  })
  answerReportClearance(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AnswerReportClearanceInput, input) asked: inputs.AnswerReportClearanceInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportClearance: await service.answerReportClearance(work, asked),
    }));
  }

  @Mutation(() => inputs.ArchiveReportClearancePayload, {
    description: 'Takes a request for clearance back that was not answered yet. Error: `CLEARANCE_ANSWERED`.',
  })
  archiveReportClearance(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportClearance: await service.archiveReportClearance(work, asked),
    }));
  }
}
