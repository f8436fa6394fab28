import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Report } from './report.entity.js';
import * as inputs from './report.inputs.js';
import * as service from './report.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class ReportResolver {
  @Query(() => Report, {
    nullable: true,
    description: 'One report; nothing when it is missing or not yours to see.',
  })
  report(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The report.' }) id: string,
  ) {
    return answerOne(context, info, Report, id);
  }

  @Mutation(() => inputs.CreateReportPayload, {
    description: 'Begins a report, for an entry of the forward plan or an item of an agenda.',
  })
  createReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateReportInput, input) asked: inputs.CreateReportInput,
  ) {
    return mutate(context, info, async (work) => ({ report: await service.createReport(work, asked) }));
  }

  @Mutation(() => inputs.UpdateReportPayload, {
    description: 'Says what a report is called, who writes it and by when.',
  })
  updateReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateReportInput, input) asked: inputs.UpdateReportInput,
  ) {
    return mutate(context, info, async (work) => ({ report: await service.updateReport(work, asked) }));
  }

  @Mutation(() => inputs.RestrictReportPayload, {
    description: 'Narrows who sees a report, or lifts that.',
  })
  restrictReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RestrictReportInput, input) asked: inputs.RestrictReportInput,
  ) {
    return mutate(context, info, async (work) => ({ report: await service.restrictReport(work, asked) }));
  }

  @Mutation(() => inputs.SignOffReportPayload, {
    description:
      'Signs a report off as you read it. What is changed afterwards is not signed off. While something is left to put right, it wants a reason: without one the error names `despite`, with the list. Error: `NOT_SEEN` where it was changed since.',
  })
  signOffReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.SignOffReportInput, input) asked: inputs.SignOffReportInput,
  ) {
    return mutate(context, info, async (work) => ({ report: await service.signOffReport(work, asked) }));
  }

  @Mutation(() => inputs.ArchiveReportPayload, {
    description: 'Puts a report away.',
  })
  archiveReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      report: await service.archiveReport(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreReportPayload, {
    description: 'Brings a report back.',
  })
  restoreReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      report: await service.archiveReport(work, asked, false),
    }));
  }
}
