import { AgendaPurpose } from '../../../schema/meeting-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { placeAfter } from '../actions/place.service.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { emptied, putAway } from '../organisations/administration.service.js';
import { Person } from '../organisations/person.entity.js';
import { intersection, refreshAudiences, stillSeen } from '../plans/audience.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { lockedOut } from '../plans/restrict.rules.js';
import { circleAsked } from '../plans/restrict.service.js';
import { carryReports } from '../reports/report.settling.js';
import { AgendaItem } from './agenda-item.entity.js';
import type * as inputs from './agenda-item.inputs.js';
import {
  boardsOfItem,
  boardsOfLine,
  checkFree,
  checkKnown,
  checkNotTwice,
  checkRelied,
  standingOf,
  wordsFrom,
} from './agenda-item.rules.js';
import { type Headed, noSuchSection, sectionMove, standsThere } from './agenda-section.rules.js';
import { confidentialCircle, seatsOf } from './confidence.service.js';
import { checkItemInTime, checkReasonOf } from './dispatch.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { checkGround } from './forward-plan-entry.rules.js';
import { Meeting } from './meeting.entity.js';
import { lockMeeting } from './meeting.policy.js';
import { checkToCome } from './meeting.rules.js';
import { agendaCircle, settleAgendaItems, settlePlanned } from './meeting.settling.js';

type AgendaItemRow = AgendaItem & Row;
type MeetingRow = Meeting & Row;
type EntryRow = ForwardPlanEntry & Row;

export async function createAgendaItem(
  work: Work,
  input: inputs.CreateAgendaItemInput,
): Promise<AgendaItemRow> {
  const meeting = await lockMeeting(work, input.meetingId);
  checkToCome(meeting);
  await checkItemInTime(work, meeting, input.lateReason);
  await checkAllHere(work, Person, meeting.partnershipId, input.presenterIds, 'presenterIds');
  const entry = input.forwardPlanEntryId ? await entryFor(work, meeting, input) : null;
  if (entry) checkGround(entry, (await rulesOfBoards(work, meeting.boardIds)).values());
  const { id, afterId, section: under, boardIds: asked, ...given } = input;
  const boardIds = asked
    ? boardsOfItem(meeting.boardIds, asked)
    : boardsOfLine(meeting.boardIds, entry?.boardIds ?? []);
  const section = under ?? '';
  const ownAudienceId = entry?.isConfidential
    ? await confidentialCircle(work, meeting.boardIds, entry)
    : (entry?.ownAudienceId ?? null);
  const row = await work.insertOnce<AgendaItem>(AgendaItem, id, input, {
    ...given,
    ...wordsFrom(input, entry),
    ...{ section, boardIds },
    boardId: meeting.boardId,
    partnershipId: meeting.partnershipId,
    audienceId: await circleFor(work, meeting, entry, ownAudienceId),
    ownAudienceId,
    position: await placeIn(work, meeting, afterId ?? (await lastOf(work, meeting.id, section))),
  });
  if (entry) await carryReports(work, entry.partnershipId, entry.id);
  await refreshAudiences(work);
  return row;
}

/** What stands on every agenda of the boards, in the order of their rules. Tried again, it is there already. */
export async function addStandingItems(work: Work, meeting: MeetingRow): Promise<void> {
  const [known] = await work.query('select id from agenda_items where meeting_id = $1 limit 1', [meeting.id]);
  if (known) return;
  const audienceId = await agendaCircle(work, meeting, null);
  const rules = await rulesOfBoards(work, meeting.boardIds);
  for (const item of standingOf([...rules.values()])) {
    const position = await placeIn(work, meeting, await lastOf(work, meeting.id, null, true));
    await work.insert<AgendaItem>(AgendaItem, {
      ...{ ...item, position, audienceId, isStanding: true, purpose: AgendaPurpose.NOTE },
      ...{ meetingId: meeting.id, boardId: meeting.boardId, partnershipId: meeting.partnershipId },
    });
  }
  await refreshAudiences(work);
}

/** A standing item `t` as the rules put it there: nobody has changed it, or said what it reports on. */
export const UNTOUCHED = `t.is_standing and t.version = 1
  and not exists (select from agenda_origins o where o.agenda_item_id = t.id and o.archived_at is null)`;

export async function updateAgendaItem(
  work: Work,
  input: inputs.UpdateAgendaItemInput,
): Promise<AgendaItemRow> {
  refuseCleared(input, ['title', 'purpose']);
  const { item, meeting } = await forVerb(work, input.id);
  await checkAllHere(work, Person, meeting.partnershipId, input.presenterIds, 'presenterIds');
  if (input.lateReason !== undefined && item.lateReason !== null)
    await checkReasonOf(work, meeting, item, input.lateReason);
  const { id: _, expectedVersion, ...fields } = input;
  const patch = {
    ...fields,
    ...(input.lateReason === undefined ? {} : { lateReason: input.lateReason?.trim() || null }),
    ...(input.section === null ? { section: '' } : {}),
    presenterIds: emptied(input.presenterIds),
    ...(input.boardIds === undefined
      ? {}
      : { boardIds: boardsOfItem(meeting.boardIds, input.boardIds ?? []) }),
  };
  const updated = await work.update<AgendaItem>(AgendaItem, item, patch, { version: expectedVersion });
  // After the merge: somebody else may have excluded press and public meanwhile.
  if (input.boardIds !== undefined)
    checkRelied(await rulesOfItem(work, updated, meeting), updated.exemptionParagraphs);
  return updated;
}

/** The rules of those of the boards that meet which an item is for. */
const rulesOfItem = (work: Work, { boardIds }: Pick<AgendaItem, 'boardIds'>, meeting: MeetingRow) =>
  rulesOfBoards(work, boardIds.length > 0 ? boardIds : meeting.boardIds);

export async function moveAgendaItem(work: Work, input: inputs.MoveAgendaItemInput): Promise<AgendaItemRow> {
  const { item, meeting } = await forVerb(work, input.id);
  const position = await placeIn(work, meeting, input.afterId, item.id);
  const patch = { position, ...(typeof input.section === 'string' ? { section: input.section } : {}) };
  return work.update<AgendaItem>(AgendaItem, item, patch, {
    version: input.expectedVersion,
    fieldOf: { position: 'afterId' },
  });
}

/** All items under a heading, of those the actor sees. */
export async function renameAgendaSection(
  work: Work,
  input: inputs.RenameAgendaSectionInput,
): Promise<AgendaItemRow[]> {
  const meeting = await lockMeeting(work, input.meetingId);
  checkToCome(meeting);
  const found = await work.query(
    `select id from agenda_items where meeting_id = $1 and section = $2 and archived_at is null order by position, id for update`,
    [meeting.id, input.section],
  );
  if (found.length === 0) throw noSuchSection('section');
  const items: AgendaItemRow[] = [];
  for (const { id } of found) {
    const item = await work.lock<AgendaItem>(AgendaItem, id);
    items.push(await work.update<AgendaItem>(AgendaItem, item, { section: input.name }));
  }
  return items;
}

/** A heading with all that stands under it, in its order, to right after another heading. */
export async function moveAgendaSection(
  work: Work,
  input: inputs.MoveAgendaSectionInput,
): Promise<AgendaItemRow[]> {
  const meeting = await lockMeeting(work, input.meetingId);
  checkToCome(meeting);
  const all = await work.query<Headed>(
    `select id, section, closes, own_audience_id is not null as "isRestricted" from agenda_items
     where meeting_id = $1 and archived_at is null order by position, id for update`,
    [meeting.id],
  );
  const move = sectionMove(all, input.section, input.afterSection ?? null);
  const isThere = standsThere(all, move);
  const items: AgendaItemRow[] = [];
  let { afterId } = move;
  for (const id of move.ids) {
    const position = isThere ? undefined : await placeIn(work, meeting, afterId, id);
    const item = await work.lock<AgendaItem>(AgendaItem, id);
    items.push(isThere ? item : await work.update<AgendaItem>(AgendaItem, item, { position }));
    afterId = id;
  }
  return items;
}

/** Excludes press and public from an item, by paragraphs of the rules; or opens it again. */
export async function restrictAgendaItem(
  work: Work,
  input: inputs.RestrictAgendaItemInput,
): Promise<AgendaItemRow> {
  const { item, meeting } = await forVerb(work, input.id);
  const { exemptionParagraphs, exemptionReason = null } = input;
  checkKnown(await rulesOfItem(work, item, meeting), exemptionParagraphs);
  const own = exemptionParagraphs.length ? await circleOf(work, meeting, input) : null;
  await work.withEveryAudience(meeting.partnershipId, async () => {
    await work.update<AgendaItem>(
      AgendaItem,
      item,
      { ownAudienceId: own, exemptionParagraphs, exemptionReason: own ? exemptionReason : null },
      { version: input.expectedVersion, fieldOf: { ownAudienceId: 'audience' }, follows: ['audienceId'] },
    );
    await settleAgendaItems(work, [item.id]);
  });
  return stillSeen<AgendaItem>(work, AgendaItem, item.id);
}

export async function archiveAgendaItem(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<AgendaItemRow> {
  const { item, meeting } = await forVerb(work, input.id);
  if (!archived) await checkItemInTime(work, meeting, item.lateReason, item.id);
  // What it came from may be on another agenda by now, or planned for another meeting.
  if (!archived && item.archivedAt !== null && item.forwardPlanEntryId)
    await entryFor(work, meeting, { forwardPlanEntryId: item.forwardPlanEntryId, id: item.id });
  const row = (await putAway<AgendaItem>(work, AgendaItem, item, input, archived)) as AgendaItemRow;
  if (row.forwardPlanEntryId) await carryReports(work, row.partnershipId, row.forwardPlanEntryId);
  return row;
}

/** Whoever puts something on an agenda goes on seeing it there. */
async function circleFor(work: Work, meeting: MeetingRow, entry: EntryRow | null, own: string | null) {
  const circle = await agendaCircle(work, meeting, own);
  const audienceId = entry ? await intersection(work, circle, entry.audienceId) : circle;
  await refreshAudiences(work);
  const [seen] = await work.query(`select $1::uuid as id where $1::uuid = any (viewer_audiences())`, [
    audienceId,
  ]);
  if (!seen) throw lockedOut();
  return audienceId;
}

async function circleOf(work: Work, meeting: MeetingRow, { audience }: inputs.RestrictAgendaItemInput) {
  return audience ? circleAsked(work, meeting.partnershipId, audience) : seatsOf(work, meeting);
}

/** The meeting is held before its items: of two who build one agenda the second waits, and loses nothing. */
async function forVerb(work: Work, id: string): Promise<{ item: AgendaItemRow; meeting: MeetingRow }> {
  const known = await work.find<AgendaItem>(AgendaItem, id);
  if (!known) throw notFound();
  const meeting = await lockMeeting(work, known.meetingId);
  checkToCome(meeting);
  return { meeting, item: await work.lock<AgendaItem>(AgendaItem, id) };
}

async function entryFor(
  work: Work,
  meeting: MeetingRow,
  { forwardPlanEntryId, id }: Pick<inputs.CreateAgendaItemInput, 'forwardPlanEntryId' | 'id'>,
): Promise<EntryRow> {
  const entry = await work.lock<ForwardPlanEntry>(ForwardPlanEntry, forwardPlanEntryId ?? '');
  if (entry.partnershipId !== meeting.partnershipId) throw notFound();
  const items = await work.query<{ id: string; meetsOn: string }>(ON_AGENDAS, [entry.id]);
  checkNotTwice(entry, items, id);
  if (entry.meetingId === meeting.id) return entry;
  checkFree(entry);
  return settlePlanned(
    work,
    await work.update<ForwardPlanEntry>(ForwardPlanEntry, entry, { meetingId: meeting.id }),
  );
}

const ON_AGENDAS = `
  select t.id, m.meets_on as "meetsOn" from agenda_items t join meetings m on m.id = t.meeting_id
  where t.forward_plan_entry_id = $1 and t.archived_at is null and m.status = 'PLANNED' and m.archived_at is null`;

const placeIn = (work: Work, meeting: MeetingRow, afterId: string | null | undefined, without?: string) =>
  placeAfter(
    work,
    {
      tables: { agenda_items: 'meeting_id = $1 and id is distinct from $2 and archived_at is null' },
      partnershipId: meeting.partnershipId,
      params: [meeting.id, without ?? null],
    },
    afterId,
  );

/** The last item under a heading, or where there is none such of the agenda; what closes the agenda stays last. */
async function lastOf(
  work: Work,
  meetingId: string,
  section: string | null,
  withClosing = false,
): Promise<string | null> {
  const [last] = await work.query(
    `select id from agenda_items where meeting_id = $1 and archived_at is null and (not closes or $3)
     order by coalesce(section = $2, true) desc, position desc, id desc limit 1`,
    [meetingId, section, withClosing],
  );
  return last?.id ?? null;
}
