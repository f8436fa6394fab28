import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { mutate } from '../../platform/graphql/answer.js';
import type { Context } from '../../platform/graphql/context.js';
import { ItemVersionInput } from '../actions/action.inputs.js';
import * as inputs from './agenda-proposal.inputs.js';
import * as service from './agenda-proposal.service.js';
import { undoAgendaProposal } from './agenda-proposal-undo.service.js';

const input = { description: 'What is asked.' };

@Resolver()
export class AgendaProposalResolver {
  @Mutation(() => inputs.AcceptAgendaProposalPayload, {
    description:
      'Takes what the plans propose into the forward plan, by itself or merged into an entry, and onto an agenda if wanted.',
  })
  acceptAgendaProposal(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.AcceptAgendaProposalInput, input) asked: inputs.AcceptAgendaProposalInput,
  ) {
    return mutate(context, info, async (work) => ({
      forwardPlanEntry: await service.acceptAgendaProposal(work, asked),
    }));
  }

  @Mutation(() => inputs.DeclineAgendaProposalPayload, {
    description: 'Says that something proposed is not wanted, for good or until a day.',
  })
  declineAgendaProposal(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.DeclineAgendaProposalInput, input) asked: inputs.DeclineAgendaProposalInput,
  ) {
    return mutate(context, info, async (work) => ({
      answer: await service.declineAgendaProposal(work, asked),
    }));
  }

  @Mutation(() => inputs.UndoAgendaProposalPayload, {
    description:
      'Takes back in one step that a proposal was accepted, merged or declined. What was linked goes, and the entry with it that came of it, also off the agenda; what people have written since stays, and is answered. Error: `NOTHING_TO_UNDO`.',
  })
  undoAgendaProposal(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => inputs.ProposalInput, input) asked: inputs.ProposalInput,
  ) {
    return mutate(context, info, (work) => undoAgendaProposal(work, asked));
  }

  @Mutation(() => inputs.ReopenAgendaProposalPayload, {
    description: 'Takes back that something proposed was declined.',
  })
  reopenAgendaProposal(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ItemVersionInput, input) asked: ItemVersionInput,
  ) {
    return mutate(context, info, async (work) => ({
      answer: await service.reopenAgendaProposal(work, asked),
    }));
  }
}
