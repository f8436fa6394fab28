import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { createAccount } from './account.service.js';
import { Person } from './person.entity.js';
import * as inputs from './person.inputs.js';
import * as service from './person.service.js';

const thePerson = { description: 'The person as you were shown them.' };

@Resolver()
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'One person; nothing when there is none or they are not yours to see.',
  })
  person(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
  ) {
    return answerOne(context, info, Person, id);
  }

  @Mutation(() => inputs.CreatePersonPayload, { description: 'Makes a person known to the partnership.' })
  createPerson(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreatePersonInput, { description: 'The person.' })
    input: inputs.CreatePersonInput,
  ) {
    return mutate(context, info, async (work) => ({ person: await service.createPerson(work, input) }));
  }

  @Mutation(() => inputs.UpdatePersonPayload, { description: 'Changes what is known of a person.' })
  updatePerson(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdatePersonInput, { description: 'What changes.' })
    input: inputs.UpdatePersonInput,
  ) {
    return mutate(context, info, async (work) => ({ person: await service.updatePerson(work, input) }));
  }

  @Mutation(() => inputs.ArchivePersonPayload, {
    description: 'Puts a person away: somebody who left. From then on they may do nothing here.',
  })
  archivePerson(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePerson) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      person: await service.archivePerson(work, input, true),
    }));
  }

  @Mutation(() => inputs.RestorePersonPayload, {
    description: 'Brings a person back, with the roles and seats they still have.',
  })
  restorePerson(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, thePerson) input: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      person: await service.archivePerson(work, input, false),
    }));
  }

  @Mutation(() => inputs.CreateAccountPayload, { description: 'Gives a person an account to sign in with.' })
  createAccount(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateAccountInput, { description: 'For whom, and the address.' })
    input: inputs.CreateAccountInput,
  ) {
    return mutate(context, info, (work) => createAccount(work, input));
  }
}
