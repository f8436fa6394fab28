import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Organisation } from './organisation.entity.js';
import * as inputs from './organisation.inputs.js';
import * as service from './organisation.service.js';

const theOrganisation = { description: 'The organisation as you were shown it.' };

@Resolver()
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description: 'One organisation; nothing when it is missing or not yours to see.',
  })
  organisation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The organisation.' }) id: string,
  ) {
    return answerOne(context, info, Organisation, id);
  }

  @Mutation(() => inputs.CreateOrganisationPayload, { description: 'Adds a partner.' })
  createOrganisation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateOrganisationInput, { description: 'The new partner.' })
    input: inputs.CreateOrganisationInput,
  ) {
    return mutate(context, info, async (work) => ({
      organisation: await service.createOrganisation(work, input),
    }));
  }

  @Mutation(() => inputs.UpdateOrganisationPayload, {
    description: 'Changes what an organisation is called and what sort of body it is.',
  })
  updateOrganisation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateOrganisationInput, { description: 'What changes.' })
    input: inputs.UpdateOrganisationInput,
  ) {
    return mutate(context, info, async (work) => ({
      organisation: await service.updateOrganisation(work, input),
    }));
  }

  @Mutation(() => inputs.ArchiveOrganisationPayload, {
    description: 'Puts an organisation away. It keeps its history and can be brought back.',
  })
  archiveOrganisation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theOrganisation) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      organisation: await service.archiveOrganisation(work, input, true),
    }));
  }

  @Mutation(() => inputs.RestoreOrganisationPayload, { description: 'Brings an organisation back.' })
  restoreOrganisation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, theOrganisation) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      organisation: await service.archiveOrganisation(work, input, false),
    }));
  }
}
