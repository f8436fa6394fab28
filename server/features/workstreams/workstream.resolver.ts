import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { DateTimeScalar, ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Workstream } from './workstream.entity.js';
import * as inputs from './workstream.inputs.js';
import * as service from './workstream.service.js';

const theWorkstream = { description: 'The workstream as you were shown it.' };

@Resolver()
export class WorkstreamResolver {
  @Query(() => Workstream, {
    nullable: true,
    description: 'One workstream; nothing when it is missing or not yours to see.',
  })
  workstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The workstream.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'As it stood then; absent for now.' })
    asOf?: string,
  ) {
    return answerOne(context, info, Workstream, id, asOf);
  }

  @Mutation(() => inputs.CreateWorkstreamPayload, { description: 'Adds a workstream to a plan.' })
  createWorkstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateWorkstreamInput, { description: 'The new workstream.' })
    input: inputs.CreateWorkstreamInput,
  ) {
    return mutate(context, info, async (work) => ({
      workstream: await service.createWorkstream(work, input),
    }));
  }

  @Mutation(() => inputs.UpdateWorkstreamPayload, {
    description: 'Changes a workstream’s title, narrative and priorities.',
  })
  updateWorkstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateWorkstreamInput, { description: 'What changes.' })
    input: inputs.UpdateWorkstreamInput,
  ) {
    return mutate(context, info, async (work) => ({
      workstream: await service.updateWorkstream(work, input),
    }));
  }

  @Mutation(() => inputs.AssignWorkstreamPayload, {
    description: 'Says who sponsors a workstream and which organisation leads it.',
  })
  assignWorkstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AssignWorkstreamInput, { description: 'Who answers for it.' })
    input: inputs.AssignWorkstreamInput,
  ) {
    return mutate(context, info, async (work) => ({
      workstream: await service.assignWorkstream(work, input),
    }));
  }

  @Mutation(() => inputs.MoveWorkstreamPayload, {
    description: 'Moves a workstream to another place in its plan.',
  })
  moveWorkstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.MoveWorkstreamInput, { description: 'Where it goes.' })
    input: inputs.MoveWorkstreamInput,
  ) {
    return mutate(context, info, async (work) => ({ workstream: await service.moveWorkstream(work, input) }));
  }

  @Mutation(() => inputs.ArchiveWorkstreamPayload, {
    description:
      'Puts a workstream away with its actions, risks and mitigations. They keep their history and can be brought back; what depends on any of them is broken.',
  })
  archiveWorkstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theWorkstream) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      workstream: await service.archiveWorkstream(work, input, true),
    }));
  }

  @Mutation(() => inputs.RestoreWorkstreamPayload, {
    description:
      'Brings a workstream back, with all that was put away with it; what was put away by itself before stays away. Refused while its plan is away.',
  })
  restoreWorkstream(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theWorkstream) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      workstream: await service.archiveWorkstream(work, input, false),
    }));
  }
}
