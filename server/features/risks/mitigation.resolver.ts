import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as inputs from './mitigation.inputs.js';
import * as service from './mitigation.service.js';

const input = 'What is asked.';

@Resolver()
export class MitigationResolver {
  @Mutation(() => inputs.CreateMitigationPayload, { description: 'Adds something to be done about a risk.' })
  createMitigation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateMitigationInput, { description: input })
    asked: inputs.CreateMitigationInput,
  ) {
    return mutate(context, info, async (work) => ({
      mitigation: await service.createMitigation(work, asked),
    }));
  }

  @Mutation(() => inputs.UpdateMitigationPayload, { description: 'Changes a mitigation’s words or timing.' })
  updateMitigation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateMitigationInput, { description: input })
    asked: inputs.UpdateMitigationInput,
  ) {
    return mutate(context, info, async (work) => ({
      mitigation: await service.updateMitigation(work, asked),
    }));
  }

  @Mutation(() => inputs.AssignMitigationPayload, { description: 'Says who does a mitigation from now on.' })
  assignMitigation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AssignMitigationInput, { description: input })
    asked: inputs.AssignMitigationInput,
  ) {
    return mutate(context, info, async (work) => ({
      mitigation: await service.assignMitigation(work, asked),
    }));
  }

  @Mutation(() => inputs.RateMitigationPayload, { description: 'Says how a mitigation stands.' })
  rateMitigation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RateMitigationInput, { description: input }) asked: inputs.RateMitigationInput,
  ) {
    return mutate(context, info, async (work) => ({ mitigation: await service.rateMitigation(work, asked) }));
  }

  @Mutation(() => inputs.ArchiveMitigationPayload, { description: 'Puts a mitigation away.' })
  archiveMitigation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      mitigation: await service.archiveMitigation(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreMitigationPayload, { description: 'Brings a mitigation back.' })
  restoreMitigation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      mitigation: await service.archiveMitigation(work, asked, false),
    }));
  }
}
