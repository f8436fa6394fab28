import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOne, mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ID } from '../../platform/graphql/scalars.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import { AgendaItem } from './agenda-item.entity.js';
import * as inputs from './agenda-item.inputs.js';
import * as service from './agenda-item.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class AgendaItemResolver {
  @Query(() => AgendaItem, {
    nullable: true,
    description: 'One item of an agenda; nothing when it is missing or not yours to see.',
  })
  agendaItem(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The item.' }) id: string,
  ) {
    return answerOne(context, info, AgendaItem, id);
  }

  @Mutation(() => inputs.CreateAgendaItemPayload, {
    description: 'Puts an item on the agenda of a meeting: a new one, or an entry of the forward plan.',
  })
  createAgendaItem(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.CreateAgendaItemInput, input) asked: inputs.CreateAgendaItemInput,
  ) {
    return mutate(context, info, async (work) => ({
      agendaItem: await service.createAgendaItem(work, asked),
    }));
  }

  @Mutation(() => inputs.UpdateAgendaItemPayload, { description: 'Changes an item of an agenda.' })
  updateAgendaItem(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.UpdateAgendaItemInput, input) asked: inputs.UpdateAgendaItemInput,
  ) {
    return mutate(context, info, async (work) => ({
      agendaItem: await service.updateAgendaItem(work, asked),
    }));
  }

  @Mutation(() => inputs.MoveAgendaItemPayload, {
    description: 'Moves an item to another place of its agenda.',
  })
  moveAgendaItem(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.MoveAgendaItemInput, input) asked: inputs.MoveAgendaItemInput,
  ) {
    return mutate(context, info, async (work) => ({ agendaItem: await service.moveAgendaItem(work, asked) }));
  }

  @Mutation(() => inputs.RestrictAgendaItemPayload, {
    description:
      'Excludes press and public from an item, by paragraphs of the rules of the board; or opens it again.',
  })
  restrictAgendaItem(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RestrictAgendaItemInput, input) asked: inputs.RestrictAgendaItemInput,
  ) {
    return mutate(context, info, async (work) => ({
      agendaItem: await service.restrictAgendaItem(work, asked),
    }));
  }

  @Mutation(() => inputs.ArchiveAgendaItemPayload, {
    description: 'Takes an item off its agenda. What came from the forward plan is there to be put on again.',
  })
  archiveAgendaItem(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      agendaItem: await service.archiveAgendaItem(work, asked, true),
    }));
  }

  @Mutation(() => inputs.RestoreAgendaItemPayload, { description: 'Puts an item back on its agenda.' })
  restoreAgendaItem(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      agendaItem: await service.archiveAgendaItem(work, asked, false),
    }));
  }

  @Mutation(() => inputs.MoveAgendaSectionPayload, {
    description:
      'Moves a heading of an agenda with all items under it, in their order. What closes the agenda stays last. What press and public are excluded from comes after all that is public wherever that goes, and is moved by its heading only where nothing public stands under it. Errors: `CLOSES_THE_AGENDA`.',
  })
  moveAgendaSection(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.MoveAgendaSectionInput, input) asked: inputs.MoveAgendaSectionInput,
  ) {
    return mutate(context, info, async (work) => ({
      agendaItems: await service.moveAgendaSection(work, asked),
    }));
  }

  @Mutation(() => inputs.RenameAgendaSectionPayload, {
    description: 'Gives a heading of an agenda another name.',
  })
  renameAgendaSection(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.RenameAgendaSectionInput, input) asked: inputs.RenameAgendaSectionInput,
  ) {
    return mutate(context, info, async (work) => ({
      agendaItems: await service.renameAgendaSection(work, asked),
    }));
  }
}
