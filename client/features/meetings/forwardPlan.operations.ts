import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { refusalOf } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { type InputOf, verbMaker } from '../../platform/graphql/verbs';
import { planLine, plannedMeeting } from './forwardPlan.queries';
import { linkPriority, unlinkPriority } from './origin.operations';

const createEntry = graphql(
  `mutation CreateForwardPlanEntry($input: CreateForwardPlanEntryInput!) {
    createForwardPlanEntry(input: $input) { forwardPlanEntry { ...PlanLine_entry } }
  }`,
  [planLine],
);
const updateEntry = graphql(
  `mutation UpdateForwardPlanEntry($input: UpdateForwardPlanEntryInput!) {
    updateForwardPlanEntry(input: $input) { forwardPlanEntry { ...PlanLine_entry } }
  }`,
  [planLine],
);
const moveEntry = graphql(
  `mutation MoveForwardPlanEntry($input: MoveForwardPlanEntryInput!) {
    moveForwardPlanEntry(input: $input) { forwardPlanEntry { ...PlanLine_entry } }
  }`,
  [planLine],
);
const archiveEntry = graphql(
  `mutation ArchiveForwardPlanEntry($input: ItemVersionInput!) {
    archiveForwardPlanEntry(input: $input) { forwardPlanEntry { ...PlanLine_entry } }
  }`,
  [planLine],
);
const restoreEntry = graphql(
  `mutation RestoreForwardPlanEntry($input: ItemVersionInput!) {
    restoreForwardPlanEntry(input: $input) { forwardPlanEntry { ...PlanLine_entry } }
  }`,
  [planLine],
);
const planOntoAgenda = graphql(
  `mutation PlanOntoAgenda($input: CreateAgendaItemInput!) {
    createAgendaItem(input: $input) { agendaItem { id forwardPlanEntry { ...PlanLine_entry } } }
  }`,
  [planLine],
);
export const acceptProposal = graphql(
  `mutation AcceptAgendaProposal($input: AcceptAgendaProposalInput!) {
    acceptAgendaProposal(input: $input) { forwardPlanEntry { ...PlanLine_entry } }
  }`,
  [planLine],
);
export const declineProposal = graphql(
  `mutation DeclineAgendaProposal($input: DeclineAgendaProposalInput!) {
    declineAgendaProposal(input: $input) { answer { id version } }
  }`,
);
const reopenProposal = graphql(
  `mutation ReopenAgendaProposal($input: ItemVersionInput!) {
    reopenAgendaProposal(input: $input) { answer { id version } }
  }`,
);
const undoProposal = graphql(
  `mutation UndoAgendaProposal($input: ProposalInput!) {
    undoAgendaProposal(input: $input) { board { id } keptEntry { id title } }
  }`,
);
const createMeeting = graphql(
  `mutation CreateMeeting($input: CreateMeetingInput!) {
    createMeeting(input: $input) { meeting { ...PlannedMeeting_meeting } }
  }`,
  [plannedMeeting],
);
const createMeetings = graphql(
  `mutation CreateMeetings($input: CreateMeetingsInput!) {
    createMeetings(input: $input) { meetings { ...PlannedMeeting_meeting } }
  }`,
  [plannedMeeting],
);

/** What keepers of a board do with its forward plan. Each answers null when it is done, or why not. */
function forwardPlanVerbs(client: Client) {
  const tell = verbMaker(client);
  return {
    create: tell(createEntry),
    update: tell(updateEntry),
    move: tell(moveEntry),
    archive: tell(archiveEntry),
    restore: tell(restoreEntry),
    ontoAgenda: tell(planOntoAgenda),
    accept: tell(acceptProposal),
    decline: tell(declineProposal),
    reopen: tell(reopenProposal),
    /** Answers with the title of the entry that stays, where somebody has written in it since. */
    undo: async (input: InputOf<typeof undoProposal>) => {
      const { data, error } = await client.mutation(undoProposal, { input }).toPromise();
      return { refusal: refusalOf(error), kept: data?.undoAgendaProposal.keptEntry?.title ?? null };
    },
    linkPriority: tell(linkPriority),
    unlinkPriority: tell(unlinkPriority),
    planMeeting: tell(createMeeting),
    planMeetings: tell(createMeetings),
  };
}

export type ForwardPlanVerbs = ReturnType<typeof forwardPlanVerbs>;

export function useForwardPlanVerbs(): ForwardPlanVerbs {
  const client = useClient();
  return useMemo(() => forwardPlanVerbs(client), [client]);
}
