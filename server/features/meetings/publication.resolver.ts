import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { type BuildOrder, buildPublication } from './publication.build.js';
import { Publication } from './publication.entity.js';
import * as inputs from './publication.inputs.js';
import './publication.reads.js';
import * as service from './publication.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class PublicationResolver {
  @Query(() => Publication, {
    nullable: true,
    description:
      'One pack of a meeting, also one that was recalled; nothing when it is missing or not yours to see.',
  })
  publication(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The publication.' }) id: string,
  ) {
    return answerOne(context, info, Publication, id);
  }

  @Mutation(() => inputs.PreparePublicationPayload, {
    description:
      'Writes down the agenda and papers of a meeting as they stand, for a second person to publish. Its files are built after the answer: `status` and `stepsDone` tell how far. Error: `NOTHING_TO_PUBLISH`.',
  })
  async preparePublication(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.PreparePublicationInput, input) asked: inputs.PreparePublicationInput,
  ) {
    let order: BuildOrder | null = null;
    const answer = await mutate(context, info, async (work) => {
      const prepared = await service.preparePublication(work, asked);
      order = prepared.order;
      return { publication: prepared.publication };
    });
    // What goes wrong with it stands in its status.
    if (order) void buildPublication(context.database, context.credential, order).catch(() => {});
    return answer;
  }

  @Mutation(() => inputs.PublishPublicationPayload, {
    description:
      'Publishes what somebody else prepared, once you have looked at it as the public will. Errors: `NOT_BUILT_YET`, `NOT_PREPARED`, `SECOND_PERSON`, `NOT_SEEN`, `AGENDA_CHANGED`, `LATE_WITHOUT_REASON`.',
  })
  publishPublication(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.PublishPublicationInput, input) asked: inputs.PublishPublicationInput,
  ) {
    return mutate(context, info, async (work) => ({
      publication: await service.publishPublication(work, asked),
    }));
  }

  @Mutation(() => inputs.RecallPublicationPayload, {
    description:
      'Recalls what was published: its address says that it was, when and why, and shows nothing more. Errors: `NOT_PUBLISHED`, `RECALLED`.',
  })
  recallPublication(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RecallPublicationInput, input) asked: inputs.RecallPublicationInput,
  ) {
    return mutate(context, info, async (work) => ({
      publication: await service.recallPublication(work, asked),
    }));
  }
}
