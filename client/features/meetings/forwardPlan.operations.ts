import { useMemo } from 'react';
import { type Client, useClient } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { planLine, plannedMeeting } from './forwardPlan.queries';

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
const createMeeting = graphql(
  `mutation CreateMeeting($input: CreateMeetingInput!) {
    createMeeting(input: $input) { meeting { ...PlannedMeeting_meeting } }
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
    planMeeting: tell(createMeeting),
  };
}

export type ForwardPlanVerbs = ReturnType<typeof forwardPlanVerbs>;

export function useForwardPlanVerbs(): ForwardPlanVerbs {
  const client = useClient();
  return useMemo(() => forwardPlanVerbs(client), [client]);
}
