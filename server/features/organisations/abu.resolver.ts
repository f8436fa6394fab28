import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { AccountableBusinessUnit } from './abu.entity.js';
import * as inputs from './abu.inputs.js';
import * as service from './abu.service.js';

const theUnit = { description: 'The accountable business unit as you were shown it.' };

@Resolver()
export class AccountableBusinessUnitResolver {
  @Query(() => AccountableBusinessUnit, {
    nullable: true,
    description: 'One accountable business unit; nothing when it is missing or not yours to see.',
  })
  accountableBusinessUnit(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The accountable business unit.' }) id: string,
  ) {
    return answerOne(context, info, AccountableBusinessUnit, id);
  }

  @Mutation(() => inputs.CreateAccountableBusinessUnitPayload, {
    description: 'Adds an accountable business unit.',
  })
  createAccountableBusinessUnit(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateAccountableBusinessUnitInput, { description: 'The new unit.' })
    input: inputs.CreateAccountableBusinessUnitInput,
  ) {
    return mutate(context, info, async (work) => ({ abu: await service.createAbu(work, input) }));
  }

  @Mutation(() => inputs.UpdateAccountableBusinessUnitPayload, {
    description: 'Changes an accountable business unit.',
  })
  updateAccountableBusinessUnit(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateAccountableBusinessUnitInput, { description: 'What changes.' })
    input: inputs.UpdateAccountableBusinessUnitInput,
  ) {
    return mutate(context, info, async (work) => ({ abu: await service.updateAbu(work, input) }));
  }

  @Mutation(() => inputs.ArchiveAccountableBusinessUnitPayload, {
    description: 'Puts an accountable business unit away.',
  })
  archiveAccountableBusinessUnit(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theUnit) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ abu: await service.archiveAbu(work, input, true) }));
  }

  @Mutation(() => inputs.RestoreAccountableBusinessUnitPayload, {
    description: 'Brings an accountable business unit back.',
  })
  restoreAccountableBusinessUnit(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theUnit) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ abu: await service.archiveAbu(work, input, false) }));
  }
}
