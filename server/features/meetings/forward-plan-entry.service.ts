import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { emptied, putAway } from '../organisations/administration.service.js';
import { Person } from '../organisations/person.entity.js';
import { intersection, partnershipAudience, refreshAudiences } from '../plans/audience.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { lockedOut } from '../plans/restrict.rules.js';
import { circleAsked } from '../plans/restrict.service.js';
import { carryReports } from '../reports/report.settling.js';
import { checkKnown } from './agenda-item.rules.js';
import { ForwardPlanEntry, ForwardPlanSlip } from './forward-plan-entry.entity.js';
import type * as inputs from './forward-plan-entry.inputs.js';
import { checkMeetingOf, checkParagraphs, slipOf } from './forward-plan-entry.rules.js';
import { Meeting } from './meeting.entity.js';
import { authoriseKeeping } from './meeting.policy.js';
import { boardsOf, checkToCome } from './meeting.rules.js';
import { keepBoards } from './meeting.service.js';
import { settleEntries } from './meeting.settling.js';

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
  if (input.meetingId) await meetingFor(work, boardIds, input.meetingId);
  const fields = { ...given, ...settled(given) };
  checkParagraphs(fields);
  checkKnown(await rulesOfBoards(work, boardIds), fields.exemptionParagraphs);
  const audienceId = await intersection(work, await partnershipAudience(work, partnershipId), narrower);
  await refreshAudiences(work);
  return work.insertOnce<ForwardPlanEntry>(ForwardPlanEntry, id, input, {
    ...{ ...fields, boardIds, boardId: boardIds[0], partnershipId, audienceId },
  });
}

export async function updateForwardPlanEntry(
  work: Work,
  input: inputs.UpdateForwardPlanEntryInput,
): Promise<EntryRow> {
  refuseCleared(input, ['title', 'purpose', 'minutes']);
  const entry = await forVerb(work, input.id);
  await checkAllHere(work, Person, entry.partnershipId, input.leadOfficerIds, 'leadOfficerIds');
  const { id: _, expectedVersion, ...given } = input;
  const patch = {
    ...given,
    leadOfficerIds: emptied(input.leadOfficerIds),
    exemptionParagraphs: emptied(input.exemptionParagraphs),
    isKeyDecision: given.isKeyDecision ?? undefined,
    isForFullCouncil: given.isForFullCouncil ?? undefined,
    isConfidential: given.isConfidential ?? undefined,
  };
  const updated = await work.update<ForwardPlanEntry>(ForwardPlanEntry, entry, patch, {
    version: expectedVersion,
  });
  // After the merge: somebody else may have changed the other of the two meanwhile.
  checkParagraphs(updated);
  checkKnown(await rulesOfBoards(work, updated.boardIds), updated.exemptionParagraphs);
  return updated;
}

/** To another meeting, or to none yet. What was planned before is kept, with the reason. */
export async function moveForwardPlanEntry(
  work: Work,
  input: inputs.MoveForwardPlanEntryInput,
): Promise<EntryRow> {
  const entry = await forVerb(work, input.id);
  const { meetingId, expectedVersion, reason } = input;
  const slip = slipOf(entry.meetingId, meetingId, reason);
  if (meetingId) await meetingFor(work, entry.boardIds, meetingId);
  const updated = await work.update<ForwardPlanEntry>(
    ForwardPlanEntry,
    entry,
    { meetingId },
    { version: expectedVersion },
  );
  if (slip) {
    await work.insert<ForwardPlanSlip>(ForwardPlanSlip, {
      ...{ ...slip, entryId: entry.id, boardId: entry.boardId, partnershipId: entry.partnershipId },
      ...{
        audienceId: entry.audienceId,
        slippedById: work.viewer.people.get(entry.partnershipId)?.id ?? null,
      },
    });
    await work.query(OFF_AGENDAS, [entry.id, meetingId]);
  }
  await carryReports(work, entry.partnershipId, entry.id);
  return updated;
}

/** Who slips from a meeting is not on its agenda any more. */
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
  await refreshAudiences(work);
  const row = await work.find<ForwardPlanEntry>(ForwardPlanEntry, entry.id);
  if (!row) throw lockedOut();
  return row;
}

export async function archiveForwardPlanEntry(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<EntryRow> {
  const entry = await forVerb(work, input.id);
  if (archived) await work.query(OFF_AGENDAS, [entry.id, null]);
  return putAway<ForwardPlanEntry>(work, ForwardPlanEntry, entry, input, archived) as Promise<EntryRow>;
}

export async function forVerb(work: Work, id: string): Promise<EntryRow> {
  const entry = await work.lock<ForwardPlanEntry>(ForwardPlanEntry, id);
  await authoriseKeeping(work, entry.partnershipId, entry.boardIds);
  return entry;
}

/** The meeting, held until the end, so that it is not cancelled meanwhile. */
async function meetingFor(work: Work, boardIds: readonly string[], meetingId: string): Promise<void> {
  const meeting = await work.lock<Meeting>(Meeting, meetingId).catch((error: { code?: string }) => {
    if (error.code !== notFound().code) throw error;
    throw invalidInput([{ field: 'meetingId', message: 'There is no such meeting.' }]);
  });
  checkMeetingOf(boardIds, meeting);
  checkToCome(meeting);
}

/** What was left out, as it is kept. */
const settled = (given: Partial<inputs.CreateForwardPlanEntryInput>) => ({
  leadOfficerIds: given.leadOfficerIds ?? [],
  isKeyDecision: given.isKeyDecision ?? false,
  isForFullCouncil: given.isForFullCouncil ?? false,
  isConfidential: given.isConfidential ?? false,
  exemptionParagraphs: given.exemptionParagraphs ?? [],
});
