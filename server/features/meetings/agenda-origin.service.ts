import { AgendaProposalKind } from '../../../schema/meeting-words.js';
import { ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { intersection, refreshAudiences } from '../plans/audience.service.js';
import { checkOne } from '../reports/report.rules.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaOrigin } from './agenda-origin.entity.js';
import type { LinkPriorityInput } from './agenda-origin.inputs.js';
import { checkLinks, checkReports, checkThere, linkedOn, type PriorityFound } from './agenda-origin.rules.js';
import type { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { forVerb } from './forward-plan-entry.service.js';
import { lockMeeting } from './meeting.policy.js';
import { reportingTo } from './reporting-priorities.reads.js';

type OriginRow = AgendaOrigin & Row;

/** What reports on a priority, held until the end. */
interface Holder {
  on: { entryId: string } | { agendaItemId: string };
  row: (ForwardPlanEntry | AgendaItem) & Row;
  /** Those that consider it. */
  boardIds: readonly string[];
}

/** An entry or an item of an agenda reports on a priority, because whoever keeps its board says so. */
export async function linkPriority(work: Work, input: LinkPriorityInput): Promise<OriginRow> {
  checkOne(input.forwardPlanEntryId, input.agendaItemId);
  const { on, row, boardIds } = input.agendaItemId
    ? await ofItem(work, input.agendaItemId)
    : await ofEntry(work, input.forwardPlanEntryId ?? '');
  checkThere(row);
  const [priority] = await work.query<PriorityFound & Row & { audienceId: string }>(FOUND, [
    input.priorityId,
    row.partnershipId,
    boardIds,
  ]);
  checkReports(priority);
  const [known] = await work.query(LINKED, [row.id, priority.id]);
  if (known) return work.lock<AgendaOrigin>(AgendaOrigin, known.id);
  const audienceId = await intersection(work, row.audienceId, priority.audienceId);
  await refreshAudiences(work);
  return work.insert<AgendaOrigin>(AgendaOrigin, {
    ...{ ...on, boardId: row.boardId, partnershipId: row.partnershipId, audienceId },
    ...{ kind: AgendaProposalKind.PRIORITY_DUE, itemType: ItemType.Priority, itemId: priority.id },
    ...{ evidence: linkedOn(work.today), gaveTheWords: false, isByHand: true },
  });
}

/** It reports on it no longer, whether that was said by hand or accepted. */
export async function unlinkPriority(work: Work, input: ItemVersionInput): Promise<OriginRow> {
  const known = await work.find<AgendaOrigin>(AgendaOrigin, input.id);
  if (!known) throw notFound();
  await (known.agendaItemId ? ofItem(work, known.agendaItemId) : ofEntry(work, known.entryId ?? ''));
  checkLinks(known);
  const origin = await work.lock<AgendaOrigin>(AgendaOrigin, input.id);
  if (origin.archivedAt !== null) return origin;
  const patch = { archivedAt: new Date().toISOString() };
  return work.update<AgendaOrigin>(AgendaOrigin, origin, patch, { version: input.expectedVersion });
}

async function ofEntry(work: Work, id: string): Promise<Holder> {
  const row = await forVerb(work, id);
  return { on: { entryId: id }, row, boardIds: row.boardIds };
}

/** What came from the forward plan reports on what its entry does. The agenda of a meeting that was held counts too. */
async function ofItem(work: Work, id: string): Promise<Holder> {
  const known = await work.find<AgendaItem>(AgendaItem, id);
  if (!known) throw notFound();
  if (known.forwardPlanEntryId) return ofEntry(work, known.forwardPlanEntryId);
  const meeting = await lockMeeting(work, known.meetingId);
  const row = await work.lock<AgendaItem>(AgendaItem, id);
  return { on: { agendaItemId: id }, row, boardIds: row.boardIds.length ? row.boardIds : meeting.boardIds };
}

/** The priority, held so that it is not narrowed meanwhile. */
const FOUND = `
  select t.id, t.audience_id as "audienceId", t.partnership_id = $2 as "isHere", exists (
    select from unnest($3::uuid[]) b (id), lateral (${reportingTo('b.id')}) r where r.id = t.id) as reports
  from priorities t where t.id = $1 for share of t`;

const LINKED = `
  select id from agenda_origins
  where coalesce(entry_id, agenda_item_id) = $1 and item_id = $2 and kind = '${AgendaProposalKind.PRIORITY_DUE}' and archived_at is null
  order by created_at, id limit 1`;
