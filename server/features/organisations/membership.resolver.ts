import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as inputs from './membership.inputs.js';
import * as service from './membership.service.js';

@Resolver()
export class MembershipResolver {
  @Mutation(() => inputs.CreateMembershipPayload, {
    description: 'Gives a person a role in an organisation or, as administrator, in the partnership.',
  })
  createMembership(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateMembershipInput, { description: 'Who, where and as what.' })
    input: inputs.CreateMembershipInput,
  ) {
    return mutate(context, info, async (work) => ({
      membership: await service.createMembership(work, input),
    }));
  }

  @Mutation(() => inputs.UpdateMembershipPayload, {
    description: 'Gives a member of an organisation another role.',
  })
  updateMembership(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateMembershipInput, { description: 'The membership and the new role.' })
    input: inputs.UpdateMembershipInput,
  ) {
    return mutate(context, info, async (work) => ({
      membership: await service.updateMembership(work, input),
    }));
  }

  @Mutation(() => inputs.ArchiveMembershipPayload, {
    description: 'Ends a role; what it allowed ends at once.',
  })
  archiveMembership(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: 'The membership as you were shown it.' })
    input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      membership: await service.archiveMembership(work, input),
    }));
  }
}
