import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { Contact, RestrictedContact } from './restricted-contact.entity.js';
import * as inputs from './restricted-contact.inputs.js';
import { contactsWithin } from './restricted-contact.reads.js';
import { archiveContact, createContact } from './restricted-contact.service.js';

const input = 'What is asked.';

@Resolver()
export class RestrictedContactResolver {
  @Query(() => [Contact], {
    description:
      'Whom members of a partnership may ask about work that is restricted, by name of their organisation: each once, and nothing of the work itself. Empty for whoever is not a member.',
  })
  async restrictedContacts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { description: 'The partnership.' }) within: string,
  ) {
    const reader = await context.reader();
    const found = await contactsWithin(reader, within);
    await shape(reader, 'Contact', found, Selection.of(info));
    return found;
  }

  @Query(() => RestrictedContact, {
    nullable: true,
    description:
      'Through whom others may ask about a restricted action; nothing when it is missing or the action is not yours to see.',
  })
  restrictedContact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The contact as it is named for an action.' }) id: string,
  ) {
    return answerOne(context, info, RestrictedContact, id);
  }

  @Mutation(() => inputs.CreateRestrictedContactPayload, {
    description:
      'Lets others of the partnership ask about a restricted action through a contact, without telling them of it. For whoever may say who sees it. RULE_BROKEN when it is not restricted (NOT_RESTRICTED) or another contact stands (CONTACT_NAMED).',
  })
  createRestrictedContact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateRestrictedContactInput, { description: input })
    asked: inputs.CreateRestrictedContactInput,
  ) {
    return mutate(context, info, async (work) => ({ restrictedContact: await createContact(work, asked) }));
  }

  @Mutation(() => inputs.ArchiveRestrictedContactPayload, {
    description: 'Takes back that others may ask about a restricted action. For whoever may say who sees it.',
  })
  archiveRestrictedContact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, { description: input }) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({ restrictedContact: await archiveContact(work, asked) }));
  }
}
