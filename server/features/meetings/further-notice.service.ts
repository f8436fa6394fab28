import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { plansOut } from './forward-plan-notice.service.js';
import {
  asksForFurther,
  type Considered,
  type FurtherNoticeStands,
  furtherNoticeOf,
  type PublicLine,
  standsAs,
} from './further-notice.rules.js';
import { type PrivateLine, readPack } from './pack/pack-document.js';

type Asking = Parameters<typeof rulesOfBoards>[0];

interface MeetingFact {
  id: string;
  boardIds: string[];
}

/** What is planned for a meeting in private. */
export interface ConsideredRow extends Considered {
  meetingId: string;
  boardIds: string[];
  ownAudienceId: string | null;
  audienceId: string;
}

/** A line with what the further notice of its meeting tells of it. */
export interface Noticed {
  row: ConsideredRow;
  line: PrivateLine;
}

/**
 * Of what the forward plan holds for some meetings, as far as it is seen, what their further notices tell. Nothing is read
 * of what is restricted on an agenda: the notice says what the published plan has said, and what was said of that.
 */
export async function furtherNoticesOf(reader: Asking, meetings: readonly MeetingFact[]): Promise<Noticed[]> {
  const rows = await reader.query<ConsideredRow>(CONSIDERED, [meetings.map(({ id }) => id)]);
  if (rows.length === 0) return [];
  const boardIds = [...new Set(meetings.flatMap((one) => one.boardIds))];
  const rules = await rulesOfBoards(reader, boardIds);
  // Most boards give no such notice: what they published need not be read.
  if (![...rules.values()].some(asksForFurther)) return [];
  const told = await toldInPrivate(reader, boardIds);
  const meets = new Map(meetings.map((one) => [one.id, one.boardIds]));
  return rows.flatMap((row) => {
    const own = (meets.get(row.meetingId) ?? []).filter((id) => row.boardIds.includes(id));
    const line = furtherNoticeOf(
      row,
      own.flatMap((id) => rules.get(id) ?? []),
      told.get(row.id),
    );
    return line ? [{ row, line }] : [];
  });
}

/** How the published plans word what is to be considered in private; of several that tell of it, the latest. */
async function toldInPrivate(reader: Asking, boardIds: readonly string[]): Promise<Map<string, PublicLine>> {
  const told = new Map<string, PublicLine>();
  for (const { items } of await plansOut(reader, boardIds))
    for (const { id, title, planned } of items)
      if (id !== null && planned && planned.privateReason !== null)
        told.set(id, { title, reason: planned.privateReason });
  return told;
}

/** How far the further notices of some meetings have come, by the line of the forward plan. */
export async function furtherNoticesAsTheyStand(
  reader: Asking,
  meetings: readonly MeetingFact[],
): Promise<Map<string, FurtherNoticeStands>> {
  const noticed = await furtherNoticesOf(reader, meetings);
  if (noticed.length === 0) return new Map();
  const packs = await reader.query<{ meetingId: string; document: string }>(STANDING_PACKS, [
    [...new Set(noticed.map(({ row }) => row.meetingId))],
  ]);
  const out = new Map(
    packs.map(({ meetingId, document }) => [meetingId, readPack(document).inPrivate ?? []]),
  );
  return new Map(noticed.map(({ row, line }) => [row.id, standsAs(line, out.get(row.meetingId) ?? [])]));
}

/** What everybody can read for each meeting: of several that stand published, the latest. */
const STANDING_PACKS = `
  select distinct on (b.meeting_id) b.meeting_id as "meetingId", c.document
  from publications b join publication_parts t on t.publication_id = b.id and t.part = 'PUBLIC'
    join publication_contents c on c.id = t.id
  where b.meeting_id = any ($1::uuid[]) and b.status = 'PUBLISHED' order by b.meeting_id, b.number desc`;

/**
 * What is open to press and public on the agenda is not considered in private, whatever was planned; and of what was
 * narrowed to a few no notice tells, nor is one owed.
 */
const CONSIDERED = `
  select e.id, e.meeting_id as "meetingId", e.board_ids as "boardIds", e.is_confidential as "isConfidential",
    e.notice_exception as "noticeException", e.representations, e.representations_response as "representationsResponse",
    e.own_audience_id as "ownAudienceId", e.audience_id as "audienceId"
  from forward_plan_entries e
  where e.meeting_id = any ($1::uuid[]) and e.is_confidential and e.archived_at is null
    and e.own_audience_id is null and not exists (
    select from agenda_items i where i.forward_plan_entry_id = e.id and i.meeting_id = e.meeting_id
      and i.archived_at is null and i.own_audience_id is null)
  order by e.created_at, e.id`;
