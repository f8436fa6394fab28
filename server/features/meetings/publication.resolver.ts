import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { prepareForwardPlan } from './forward-plan.service.js';
import { buildPublication } from './publication.build.js';
import { Publication } from './publication.entity.js';
import * as inputs from './publication.inputs.js';
import './forward-plan-notice.reads.js';
import './publication.reads.js';
import './publication-changes.reads.js';
import * as service from './publication.service.js';

const input = { description: 'What is asked.' };

/** What goes wrong with building it stands in its status. */
async function thenBuild(
  context: Context,
  info: GraphQLResolveInfo,
  verb: (work: Work) => Promise<Publication & Row>,
) {
  const answer = await mutate(context, info, async (work) => ({ publication: await verb(work) }));
  void buildPublication(context.database, answer.publication.id).catch(() => {});
  return answer;
}

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
  preparePublication(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.PreparePublicationInput, input) asked: inputs.PreparePublicationInput,
  ) {
    return thenBuild(context, info, (work) => service.preparePublication(work, asked, context.door.origin));
  }

  @Mutation(() => inputs.PrepareForwardPlanPayload, {
    description:
      'Writes down the forward plan of a board as it stands, its public lines alone, for a second person to publish. Errors: `NOTHING_TO_PUBLISH`, `KEY_DECISION_NOTICE`, `PRIVATE_MEETING_NOTICE`, `GENERAL_EXCEPTION_TOO_LATE`.',
  })
  prepareForwardPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.PrepareForwardPlanInput, input) asked: inputs.PrepareForwardPlanInput,
  ) {
    return thenBuild(context, info, (work) => prepareForwardPlan(work, asked, context.door.origin));
  }

  @Mutation(() => inputs.RebuildPublicationPayload, {
    description: 'Builds on what could not be built, as it was prepared. Error: `NOT_FAILED`.',
  })
  rebuildPublication(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return thenBuild(context, info, (work) => service.rebuildPublication(work, asked, context.door.origin));
  }

  @Mutation(() => inputs.PublishPublicationPayload, {
    description:
      'Publishes what somebody else prepared, once you have looked at it as the public will. Errors: `NOT_BUILT_YET`, `NOT_PREPARED`, `SECOND_PERSON`, `NOT_SEEN`, `AGENDA_CHANGED`, `LATE_WITHOUT_REASON`; where the rules ask for notice `KEY_DECISION_NOTICE`, `PRIVATE_MEETING_NOTICE`, `GENERAL_EXCEPTION_TOO_LATE`.',
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
