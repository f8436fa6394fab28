import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { emptied, putAway } from '../organisations/administration.service.js';
import { Person } from '../organisations/person.entity.js';
import { intersection, partnershipAudience, refreshAudiences, stillSeen } from '../plans/audience.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { circleAsked } from '../plans/restrict.service.js';
import { carryReports, forgetDays, handReportsOver } from '../reports/report.settling.js';
import { checkKnown } from './agenda-item.rules.js';
import { narrowWhatIsOpen } from './confidence.service.js';
import { authoriseBoards, boardsAsked } from './forward-plan-boards.service.js';
import { ForwardPlanEntry, ForwardPlanSlip } from './forward-plan-entry.entity.js';
import type * as inputs from './forward-plan-entry.inputs.js';
import {
  checkMeetingOf,
  checkParagraphs,
  daysAtMove,
  type OwnDays,
  slipOf,
  withBoards,
} from './forward-plan-entry.rules.js';
import { checkException } from './forward-plan-notice.rules.js';
import { checkResponse } from './further-notice.rules.js';
import { Meeting } from './meeting.entity.js';
import { authoriseKeeping } from './meeting.policy.js';
import { boardsOf, checkToCome } from './meeting.rules.js';
import { keepBoards } from './meeting.service.js';
import { settleEntries, settlePlanned } from './meeting.settling.js';

type EntryRow = ForwardPlanEntry & Row;

/** `narrower`: of the item that gave the words, where they did not come from the actor. */
export async function createForwardPlanEntry(
  work: Work,
  input: inputs.CreateForwardPlanEntryInput,
  narrower: string | null = null,
): Promise<EntryRow> {
  const { id, boardIds: asked, ...given } = input;
  const boardIds = boardsOf(asked);
  const partnershipId = await keepBoards(work, boardIds);
  await checkAllHere(work, Person, partnershipId, input.leadOfficerIds, 'leadOfficerIds');
  const meeting = input.meetingId ? await meetingFor(work, boardIds, input.meetingId) : null;
  authoriseBoards(work, partnershipId, [], boardIds, meeting);
  const fields = { ...given, ...settled(given) };
  checkParagraphs(fields);
  checkException(fields);
  checkResponse(fields);
  checkKnown(await rulesOfBoards(work, boardIds), fields.exemptionParagraphs);
  const circle = await intersection(work, await partnershipAudience(work, partnershipId), narrower);
  const audienceId = await intersection(work, circle, meeting?.audienceId ?? null);
  await refreshAudiences(work);
  return work.insertOnce<ForwardPlanEntry>(ForwardPlanEntry, id, input, {
    ...{ ...fields, boardIds, boardId: boardIds[0], partnershipId, audienceId },
  });
}

export async function updateForwardPlanEntry(
  work: Work,
  input: inputs.UpdateForwardPlanEntryInput,
): Promise<EntryRow> {
  refuseCleared(input, ['title', 'purpose', 'minutes', 'boardIds']);
  const entry = await forVerb(work, input.id);
  const wasConfidential = entry.isConfidential;
  await checkAllHere(work, Person, entry.partnershipId, input.leadOfficerIds, 'leadOfficerIds');
  const { id: _, expectedVersion, boardIds, ...given } = input;
  const patch = {
    ...given,
    ...(boardIds ? await boardsAsked(work, entry, boardsOf(boardIds)) : {}),
    leadOfficerIds: emptied(input.leadOfficerIds),
    exemptionParagraphs: emptied(input.exemptionParagraphs),
    documents: emptied(input.documents),
    isKeyDecision: given.isKeyDecision ?? undefined,
    isForFullCouncil: given.isForFullCouncil ?? undefined,
    isConfidential: given.isConfidential ?? undefined,
  };
  const updated = await work.update<ForwardPlanEntry>(ForwardPlanEntry, entry, patch, {
    ...{ version: expectedVersion, follows: ['boardId'] },
  });
  await handReportsOver(work, entry, updated.boardId);
  // After the merge: somebody else may have changed the other of the two meanwhile.
  checkParagraphs(updated);
  checkException(updated);
  checkResponse(updated);
  checkKnown(await rulesOfBoards(work, updated.boardIds), updated.exemptionParagraphs);
  if (updated.isConfidential && !wasConfidential) await narrowWhatIsOpen(work, updated);
  return updated;
}

/** To another meeting, or to none yet. What was planned before is kept, with the reason. */
export async function moveForwardPlanEntry(
  work: Work,
  input: inputs.MoveForwardPlanEntryInput,
): Promise<EntryRow> {
  const entry = await forVerb(work, input.id);
  const { meetingId, expectedVersion, reason, withBoardsOfMeeting } = input;
  const slip = slipOf(entry.meetingId, meetingId, reason);
  const meeting = meetingId ? await meetingFor(work, entry.boardIds, meetingId) : null;
  const boardIds =
    meeting && withBoardsOfMeeting ? withBoards(entry.boardIds, meeting.boardIds) : entry.boardIds;
  authoriseBoards(work, entry.partnershipId, entry.boardIds, boardIds, meeting);
  const goesOn = meeting !== null && meeting.id !== entry.meetingId;
  const left = slip ? await work.find<Meeting>(Meeting, slip.fromMeetingId) : null;
  const { now, givenUp } = daysAtMove(
    entry,
    left?.meetsOn ?? null,
    goesOn ? { meetsOn: meeting.meetsOn, had: await daysHadAt(work, entry.id, meeting.id) } : null,
  );
  const updated = await work.update<ForwardPlanEntry>(
    ForwardPlanEntry,
    entry,
    { meetingId, boardIds, ...now },
    { version: expectedVersion, follows: ['boardIds', 'draftReportDueOn', 'dispatchOn'] },
  );
  if (slip) {
    await work.insert<ForwardPlanSlip>(ForwardPlanSlip, {
      ...{ ...slip, ...givenUp, entryId: entry.id, boardId: entry.boardId },
      ...{ partnershipId: entry.partnershipId, audienceId: entry.audienceId },
      slippedById: work.viewer.people.get(entry.partnershipId)?.id ?? null,
    });
    await takeOffAgendas(work, entry, meetingId);
    if (left) await forgetDays(work, entry, left.meetsOn);
  }
  await carryReports(work, entry.partnershipId, entry.id);
  return settlePlanned(work, updated);
}

/** The days it had of its own when it last left a meeting, for when it comes back there. */
async function daysHadAt(work: Work, entryId: string, meetingId: string): Promise<OwnDays | null> {
  const [slip] = await work.query<OwnDays & { id: string }>(
    `select id, draft_report_due_on::text as "draftReportDueOn", dispatch_on::text as "dispatchOn"
     from forward_plan_slips where entry_id = $1 and from_meeting_id = $2 and archived_at is null
     order by created_at desc, id desc limit 1`,
    [entryId, meetingId],
  );
  return slip ?? null;
}

/** What slips from a meeting is not on its agenda any more, whether or not whoever moves it sees it there. */
export const takeOffAgendas = (work: Work, { id, partnershipId }: EntryRow, butOf: string | null) =>
  work.withEveryAudience(partnershipId, () => work.query(OFF_AGENDAS, [id, butOf]));

const OFF_AGENDAS = `
  update agenda_items t set archived_at = clock_timestamp() from meetings m
  where m.id = t.meeting_id and m.status = 'PLANNED' and t.forward_plan_entry_id = $1 and t.archived_at is null
    and t.meeting_id is distinct from $2`;

export async function restrictForwardPlanEntry(
  work: Work,
  input: inputs.RestrictForwardPlanEntryInput,
): Promise<EntryRow> {
  const entry = await forVerb(work, input.id);
  const { audience } = input;
  const own = audience && (await circleAsked(work, entry.partnershipId, audience));
  await work.withEveryAudience(entry.partnershipId, async () => {
    const expected = { fieldOf: { ownAudienceId: 'audience' }, follows: ['audienceId'] };
    await work.update(
      ForwardPlanEntry,
      entry,
      { ownAudienceId: own },
      { version: input.expectedVersion, ...expected },
    );
    await settleEntries(work, [entry.id]);
  });
  return stillSeen<ForwardPlanEntry>(work, ForwardPlanEntry, entry.id);
}

export async function archiveForwardPlanEntry(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<EntryRow> {
  const entry = await forVerb(work, input.id);
  if (archived) await takeOffAgendas(work, entry, null);
  return putAway<ForwardPlanEntry>(work, ForwardPlanEntry, entry, input, archived) as Promise<EntryRow>;
}

export async function forVerb(work: Work, id: string): Promise<EntryRow> {
  const entry = await work.lock<ForwardPlanEntry>(ForwardPlanEntry, id);
  await authoriseKeeping(work, entry.partnershipId, entry.boardIds);
  return entry;
}

/** The meeting, held until the end, so that it is not cancelled meanwhile. */
async function meetingFor(
  work: Work,
  boardIds: readonly string[],
  meetingId: string,
): Promise<Meeting & Row> {
  const meeting = await work.lock<Meeting>(Meeting, meetingId).catch((error: { code?: string }) => {
    if (error.code !== notFound().code) throw error;
    throw invalidInput([{ field: 'meetingId', message: 'There is no such meeting.' }]);
  });
  checkMeetingOf(boardIds, meeting);
  checkToCome(meeting);
  return meeting;
}

/** What was left out, as it is kept. */
const settled = (given: Partial<inputs.CreateForwardPlanEntryInput>) => ({
  leadOfficerIds: given.leadOfficerIds ?? [],
  isKeyDecision: given.isKeyDecision ?? false,
  isForFullCouncil: given.isForFullCouncil ?? false,
  isConfidential: given.isConfidential ?? false,
  exemptionParagraphs: given.exemptionParagraphs ?? [],
  documents: given.documents ?? [],
  representations: given.representations ?? null,
  representationsResponse: given.representationsResponse ?? null,
});
