import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as inputs from './delegated-function.inputs.js';
import * as service from './delegated-function.service.js';

const theFunction = { description: 'The delegated function as you were shown it.' };

@Resolver()
export class DelegatedFunctionResolver {
  @Mutation(() => inputs.CreateDelegatedFunctionPayload, {
    description: 'Records that a function is delegated to an accountable business unit.',
  })
  createDelegatedFunction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateDelegatedFunctionInput, {
      description: 'What is delegated, by whom and to whom.',
    })
    input: inputs.CreateDelegatedFunctionInput,
  ) {
    return mutate(context, info, async (work) => ({
      delegatedFunction: await service.createDelegatedFunction(work, input),
    }));
  }

  @Mutation(() => inputs.UpdateDelegatedFunctionPayload, {
    description: 'Changes what is recorded of a delegation.',
  })
  updateDelegatedFunction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateDelegatedFunctionInput, { description: 'What changes.' })
    input: inputs.UpdateDelegatedFunctionInput,
  ) {
    return mutate(context, info, async (work) => ({
      delegatedFunction: await service.updateDelegatedFunction(work, input),
    }));
  }

  @Mutation(() => inputs.ArchiveDelegatedFunctionPayload, { description: 'Puts a delegation away.' })
  archiveDelegatedFunction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theFunction) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      delegatedFunction: await service.archiveDelegatedFunction(work, input, true),
    }));
  }

  @Mutation(() => inputs.RestoreDelegatedFunctionPayload, { description: 'Brings a delegation back.' })
  restoreDelegatedFunction(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theFunction) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      delegatedFunction: await service.archiveDelegatedFunction(work, input, false),
    }));
  }
}
