import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as inputs from './recommendation.inputs.js';
import * as service from './recommendation.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class RecommendationResolver {
  @Mutation(() => inputs.CreateReportRecommendationPayload, {
    description: 'Adds a recommendation to a report.',
  })
  createReportRecommendation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateReportRecommendationInput, input)
    asked: inputs.CreateReportRecommendationInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportRecommendation: await service.createReportRecommendation(work, asked),
    }));
  }

  @Mutation(() => inputs.UpdateReportRecommendationPayload, {
    description: 'Changes a recommendation.',
  })
  updateReportRecommendation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateReportRecommendationInput, input)
    asked: inputs.UpdateReportRecommendationInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportRecommendation: await service.updateReportRecommendation(work, asked),
    }));
  }

  @Mutation(() => inputs.MoveReportRecommendationPayload, {
    description: 'Moves a recommendation to another place.',
  })
  moveReportRecommendation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.MoveReportRecommendationInput, input)
    asked: inputs.MoveReportRecommendationInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportRecommendation: await service.moveReportRecommendation(work, asked),
    }));
  }

  @Mutation(() => inputs.ArchiveReportRecommendationPayload, {
    description: 'Takes a recommendation out of its report.',
  })
  archiveReportRecommendation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      reportRecommendation: await service.archiveReportRecommendation(work, asked),
    }));
  }
}
