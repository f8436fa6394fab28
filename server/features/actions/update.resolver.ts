import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from './action.inputs.js';
import * as inputs from './update.inputs.js';
import * as service from './update.service.js';

const theUpdate = { description: 'The report as you were shown it.' };

@Resolver()
export class UpdateResolver {
  @Mutation(() => inputs.ReportUpdatePayload, {
    description: 'Reports on an action for your organisation and a month, or changes what it reported.',
  })
  reportUpdate(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ReportUpdateInput, { description: 'The report.' })
    input: inputs.ReportUpdateInput,
  ) {
    return mutate(context, info, async (work) => ({ update: await service.reportUpdate(work, input) }));
  }

  @Mutation(() => inputs.ArchiveUpdatePayload, {
    description: 'Puts a report away. It keeps its history and can be brought back.',
  })
  archiveUpdate(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theUpdate) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      update: await service.archiveUpdate(work, input, true),
    }));
  }

  @Mutation(() => inputs.RestoreUpdatePayload, { description: 'Brings a report back.' })
  restoreUpdate(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theUpdate) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      update: await service.archiveUpdate(work, input, false),
    }));
  }
}
