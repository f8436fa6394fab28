import type { Client } from 'urql';
import type { Refusal } from '../../platform/graphql/errors';
import { graphql } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { agendaLine, agendaOrder, meetingHead, plannedEntry } from './meeting.queries';
import { linkPriority, unlinkPriority } from './origin.operations';

const updateMeeting = graphql(
  `mutation UpdateMeeting($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { ...MeetingHead_meeting } } }`,
  [meetingHead],
);
const cancelMeeting = graphql(
  `mutation CancelMeeting($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { ...MeetingHead_meeting } } }`,
  [meetingHead],
);
const planMeetingAnew = graphql(
  `mutation PlanMeetingAnew($input: ItemVersionInput!) { planMeetingAnew(input: $input) { meeting { ...MeetingHead_meeting } } }`,
  [meetingHead],
);
const holdMeeting = graphql(
  `mutation HoldMeeting($input: ItemVersionInput!) { holdMeeting(input: $input) { meeting { ...MeetingHead_meeting } } }`,
  [meetingHead],
);
const archiveMeeting = graphql(
  `mutation ArchiveMeeting($input: ItemVersionInput!) { archiveMeeting(input: $input) { meeting { ...MeetingHead_meeting } } }`,
  [meetingHead],
);
const restoreMeeting = graphql(
  `mutation RestoreMeeting($input: ItemVersionInput!) { restoreMeeting(input: $input) { meeting { ...MeetingHead_meeting } } }`,
  [meetingHead],
);

/** An item, and where everything stands now. */
const placed = graphql(
  `fragment PlacedItem_item on AgendaItem @_unmask { ...AgendaLine_item meeting { ...AgendaOrder_meeting } }`,
  [agendaLine, agendaOrder],
);
const createItem = graphql(
  `mutation CreateAgendaItem($input: CreateAgendaItemInput!) { createAgendaItem(input: $input) { agendaItem { ...PlacedItem_item } } }`,
  [placed],
);
const updateItem = graphql(
  `mutation UpdateAgendaItem($input: UpdateAgendaItemInput!) { updateAgendaItem(input: $input) { agendaItem { ...AgendaLine_item } } }`,
  [agendaLine],
);
const moveItem = graphql(
  `mutation MoveAgendaItem($input: MoveAgendaItemInput!) { moveAgendaItem(input: $input) { agendaItem { ...PlacedItem_item } } }`,
  [placed],
);
const restrictItem = graphql(
  `mutation RestrictAgendaItem($input: RestrictAgendaItemInput!) { restrictAgendaItem(input: $input) { agendaItem { ...PlacedItem_item } } }`,
  [placed],
);
const archiveItem = graphql(
  `mutation ArchiveAgendaItem($input: ItemVersionInput!) { archiveAgendaItem(input: $input) { agendaItem { ...PlacedItem_item } } }`,
  [placed],
);
const restoreItem = graphql(
  `mutation RestoreAgendaItem($input: ItemVersionInput!) { restoreAgendaItem(input: $input) { agendaItem { ...PlacedItem_item } } }`,
  [placed],
);
const renameSection = graphql(
  `mutation RenameAgendaSection($input: RenameAgendaSectionInput!) { renameAgendaSection(input: $input) { agendaItems { ...AgendaLine_item } } }`,
  [agendaLine],
);
const moveSection = graphql(
  `mutation MoveAgendaSection($input: MoveAgendaSectionInput!) { moveAgendaSection(input: $input) { agendaItems { ...PlacedItem_item } } }`,
  [placed],
);

const updateEntry = graphql(
  `mutation UpdatePlannedEntry($input: UpdateForwardPlanEntryInput!) { updateForwardPlanEntry(input: $input) { forwardPlanEntry { ...PlannedEntry_entry } } }`,
  [plannedEntry],
);

type Settle = (send: () => Promise<Refusal | null>) => Promise<Refusal | null>;

/** Everything that can be done to a meeting and its agenda. Each answers null when it is done, or why not. */
export function meetingVerbs(client: Client, settle: Settle) {
  const make = verbMaker(client);
  const settled =
    <Input>(verb: (input: Input) => Promise<Refusal | null>) =>
    (input: Input) =>
      settle(() => verb(input));
  return {
    update: settled(make(updateMeeting)),
    cancel: settled(make(cancelMeeting)),
    planAnew: settled(make(planMeetingAnew)),
    hold: settled(make(holdMeeting)),
    archive: settled(make(archiveMeeting)),
    restore: settled(make(restoreMeeting)),
    createItem: settled(make(createItem)),
    updateItem: settled(make(updateItem)),
    moveItem: settled(make(moveItem)),
    restrictItem: settled(make(restrictItem)),
    archiveItem: settled(make(archiveItem)),
    restoreItem: settled(make(restoreItem)),
    updateEntry: settled(make(updateEntry)),
    renameSection: settled(make(renameSection)),
    moveSection: settled(make(moveSection)),
    linkPriority: settled(make(linkPriority)),
    unlinkPriority: settled(make(unlinkPriority)),
  };
}

export type MeetingVerbs = ReturnType<typeof meetingVerbs>;
