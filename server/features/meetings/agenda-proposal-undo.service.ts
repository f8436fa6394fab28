import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { ruleBroken } from '../../platform/graphql/errors.js';
import type { Board } from '../boards/board.entity.js';
import { carryReports } from '../reports/report.settling.js';
import { AgendaOrigin } from './agenda-origin.entity.js';
import type { ProposalInput } from './agenda-proposal.inputs.js';
import { reopenAgendaProposal } from './agenda-proposal.service.js';
import { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { archiveForwardPlanEntry, forVerb, takeOffAgendas } from './forward-plan-entry.service.js';
import { lockBoard } from './meeting.policy.js';
import { settlePlanned } from './meeting.settling.js';

type EntryRow = ForwardPlanEntry & Row;

interface Accepted {
  id: string;
  entryId: string;
}

interface Undone {
  board: Board & Row;
  keptEntry: EntryRow | null;
}

/** Whatever was last said to a proposal, by whoever keeps the board, is taken back as one thing. */
export async function undoAgendaProposal(work: Work, input: ProposalInput): Promise<Undone> {
  const board = await lockBoard(work, input.boardId);
  if (await reopened(work, input)) return { board, keptEntry: null };
  if (input.kind === AgendaProposalKind.DEFERRED_TWICE) {
    const wasAsked = await unasked(work, input);
    if (!(await unplanned(work, input)) && !wasAsked) throw nothingToUndo();
    return { board, keptEntry: null };
  }
  const [known] = await work.query<Accepted>(ACCEPTED, [input.boardId, input.kind, input.itemId]);
  if (!known) throw nothingToUndo();
  const origin = await work.lock<AgendaOrigin>(AgendaOrigin, known.id);
  const entry = await forVerb(work, known.entryId);
  if (origin.archivedAt !== null) throw nothingToUndo();
  await work.update<AgendaOrigin>(AgendaOrigin, origin, { archivedAt: new Date().toISOString() });
  if (!origin.gaveTheWords) return { board, keptEntry: null };
  if (await hasGrown(work, entry)) return { board, keptEntry: entry };
  await archiveForwardPlanEntry(work, { id: entry.id, expectedVersion: entry.version }, true);
  return { board, keptEntry: null };
}

const nothingToUndo = () =>
  ruleBroken(
    'NOTHING_TO_UNDO',
    'There is nothing to take back here: it was taken back already, or goes on by now.',
  );

async function reopened(work: Work, { boardId, kind, itemId }: ProposalInput): Promise<boolean> {
  const [known] = await work.query<Row & { version: number }>(
    `select id, version from agenda_proposal_answers where board_id = $1 and kind = $2 and item_id = $3 and archived_at is null`,
    [boardId, kind, itemId],
  );
  if (!known) return false;
  await reopenAgendaProposal(work, { id: known.id, expectedVersion: known.version });
  return true;
}

/** What was accepted where it is planned is to be asked about again; its item, untouched since, leaves the agenda. */
async function unasked(work: Work, { boardId, itemId }: ProposalInput): Promise<boolean> {
  const [known] = await work.query<Accepted>(ACCEPTED, [boardId, AgendaProposalKind.DEFERRED_TWICE, itemId]);
  if (!known) return false;
  const origin = await work.lock<AgendaOrigin>(AgendaOrigin, known.id);
  await forVerb(work, known.entryId);
  if (origin.archivedAt !== null) throw nothingToUndo();
  await work.update<AgendaOrigin>(AgendaOrigin, origin, { archivedAt: new Date().toISOString() });
  await work.query(NOT_ON_AGENDA, [known.entryId, origin.id]);
  return true;
}

const NOT_ON_AGENDA = `
  update agenda_items t set archived_at = clock_timestamp() from agenda_origins o, meetings m
  where o.id = $2 and m.id = t.meeting_id and m.status = 'PLANNED' and t.forward_plan_entry_id = $1 and t.archived_at is null
    and t.version = 1 and t.created_at >= o.created_at and not exists (select from reports r where r.agenda_item_id = t.id)
    and not exists (select from attachments a where a.agenda_item_id = t.id)`;

/** What had slipped to no meeting goes back there, while the meeting is to come. That is no slip: it was never to be considered there. */
async function unplanned(work: Work, { boardId, itemId }: ProposalInput): Promise<boolean> {
  const entry = await forVerb(work, itemId);
  const [last] = await work.query<{ id: string; isToNone: boolean }>(
    `select id, to_meeting_id is null as "isToNone" from forward_plan_slips
     where entry_id = $1 and archived_at is null order by created_at desc, id desc limit 1`,
    [entry.id],
  );
  if (
    !entry.boardIds.includes(boardId) ||
    entry.meetingId === null ||
    !last?.isToNone ||
    entry.archivedAt !== null
  )
    return false;
  const [toCome] = await work.query(
    `select id from meetings where id = $1 and status = 'PLANNED' for share`,
    [entry.meetingId],
  );
  if (!toCome) return false;
  await takeOffAgendas(work, entry, null);
  const patch = { ...(await asBefore(work, entry)), meetingId: null };
  const back = await work.update<ForwardPlanEntry>(ForwardPlanEntry, entry, patch);
  await carryReports(work, entry.partnershipId, entry.id);
  await settlePlanned(work, back);
  return true;
}

/** Boards and days as they were before it was planned: what came along with the meeting goes with it. */
async function asBefore(work: Work, entry: EntryRow): Promise<Partial<EntryRow>> {
  const [planned] = await work.withEveryAudience(entry.partnershipId, () =>
    work.query<{ id: string; before: Record<string, unknown> }>(
      `select item_id as id, before from changes where item_id = $1 and before ? 'meeting_id' order by seq desc limit 1`,
      [entry.id],
    ),
  );
  const before = planned?.before ?? {};
  const came = { board_ids: 'boardIds', draft_report_due_on: 'draftReportDueOn', dispatch_on: 'dispatchOn' };
  return Object.fromEntries(
    Object.entries(came).flatMap(([column, property]) =>
      column in before ? [[property, before[column]]] : [],
    ),
  );
}

/** The latest, of those that stand. What was considered already is not taken back any more, and what was linked by hand is unlinked by hand. */
const ACCEPTED = `
  select o.id, o.entry_id as "entryId" from agenda_origins o join forward_plan_entries e on e.id = o.entry_id and e.archived_at is null
    left join meetings m on m.id = e.meeting_id
  where $1 = any (e.board_ids) and o.kind = $2 and o.item_id = $3 and o.archived_at is null and not o.is_by_hand and (m.id is null or m.status = 'PLANNED')
  order by o.created_at desc, o.id desc limit 1`;

/** Whether people have made something of an entry since: its words or its item’s, a report, something attached, something merged into it, a slip. */
async function hasGrown(work: Work, entry: EntryRow): Promise<boolean> {
  const [found] = await work.withEveryAudience(entry.partnershipId, () =>
    work.query<{ id: string; hasGrown: boolean }>(GROWN, [entry.id, WORDS]),
  );
  return found?.hasGrown ?? false;
}

const WORDS = [
  ...[
    'title',
    'summary',
    'purpose',
    'minutes',
    'lead_officers_as_written',
    'lead_officer_ids',
    'is_key_decision',
  ],
  ...[
    'key_decision_reference',
    'is_for_full_council',
    'is_confidential',
    'exemption_paragraphs',
    'came_from',
  ],
  ...['draft_report_due_on', 'dispatch_on', 'presenters_as_written', 'presenter_ids', 'exemption_reason'],
  ...['late_reason', 'documents', 'contact', 'private_reason', 'notice_exception', 'notice_exception_reason'],
  ...['representations', 'representations_response'],
];

const GROWN = `
  with written as (select $1::uuid as id union all select id from agenda_items where forward_plan_entry_id = $1)
  select $1::uuid as id,
    exists (select from changes c join written w on w.id = c.item_id where c.kind = 'UPDATED' and c.before ?| $2::text[])
    or exists (select from reports r where r.forward_plan_entry_id = $1 or r.agenda_item_id in (select id from written))
    or exists (select from attachments a where a.agenda_item_id in (select id from written))
    or exists (select from agenda_origins o where o.entry_id = $1 and o.archived_at is null)
    or exists (select from forward_plan_slips s where s.entry_id = $1) as "hasGrown"`;
