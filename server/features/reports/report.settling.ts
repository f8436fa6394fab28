import type { Work } from '../../platform/db/work.js';
import { settlePublications } from '../meetings/publication.settling.js';
import { attach } from '../plans/audience.service.js';
import { partnershipCircle, type Source } from '../plans/audience.sources.js';

/** A report is for those who see the item of the agenda and the entry it goes with; and less, where it is narrowed itself. */
const reportsWhere = (where: string): Source => ({
  table: 'reports',
  select: `select t.id, intersect_audiences(${partnershipCircle}, i.audience_id) as a, intersect_audiences(t.own_audience_id, e.audience_id) as b
    from reports t left join agenda_items i on i.id = t.agenda_item_id left join forward_plan_entries e on e.id = t.forward_plan_entry_id
    where ${where}`,
});

/** What belongs to a report: for the same circle, at the same meeting. */
const PARTS = ['report_recommendations', 'report_clearances', 'report_versions', 'attachments'];

const partsOf = (table: string): Source => ({
  table,
  select: `select t.id, r.audience_id as a, null::uuid as b from ${table} t join reports r on r.id = t.report_id
    where t.report_id = any ($1::uuid[])`,
});

/** Settles reports whose circle may have moved, with all that belongs to them, their text above all. Call it under every audience. */
export async function settleReports(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // Held first: of a piece that is being written meanwhile, the circle is looked at after it is in.
  await work.query('select id from reports where id = any ($1::uuid[]) order by id for update', [ids]);
  await attach(work, reportsWhere('t.id = any ($1::uuid[])'), [ids]);
  // A nudge stays with the meeting it was for.
  for (const table of [...PARTS, 'nudges']) await attach(work, partsOf(table), [ids]);
  for (const statement of FOLLOWING) await work.query(statement, [ids]);
  await settlePublications(work, ids);
  for (const id of ids) work.poke('reports', JSON.stringify({ id }));
}

const FOLLOWING = [
  `update report_texts t set audience_id = r.audience_id from reports r
   where r.id = t.id and t.id = any ($1::uuid[]) and t.audience_id <> r.audience_id`,
  `update report_updates t set audience_id = r.audience_id from reports r
   where r.id = t.id and t.id = any ($1::uuid[]) and t.audience_id <> r.audience_id`,
  `update report_version_contents t set audience_id = v.audience_id from report_versions v
   where v.id = t.id and v.report_id = any ($1::uuid[]) and t.audience_id <> v.audience_id`,
];

/** The same for the reports of items of agendas and entries of forward plans. */
export async function settleReportsOf(
  work: Work,
  { agendaItemIds = [], entryIds = [] }: { agendaItemIds?: readonly string[]; entryIds?: readonly string[] },
): Promise<void> {
  const found = await work.query(
    `select id from reports where agenda_item_id = any ($1::uuid[]) or forward_plan_entry_id = any ($2::uuid[]) order by id`,
    [agendaItemIds, entryIds],
  );
  await settleReports(
    work,
    found.map(({ id }) => id),
  );
}

/** Where an entry goes, its reports go along: onto the agenda it is put on, to the meeting it slips to. */
export async function carryReports(work: Work, partnershipId: string, entryId: string): Promise<void> {
  await work.withEveryAudience(partnershipId, async () => {
    const moved = await work.query(CARRIED, [entryId]);
    for (const table of PARTS)
      await work.query(
        `update ${table} t set meeting_id = r.meeting_id from reports r
         where r.id = t.report_id and r.id = any ($1::uuid[]) and t.meeting_id is distinct from r.meeting_id`,
        [moved.map(({ id }) => id)],
      );
    await settleReports(
      work,
      moved.map(({ id }) => id),
    );
  });
}

/** Days set for a meeting that an entry leaves hold its reports no longer: those of the meeting it goes to count. */
export async function forgetDays(
  work: Work,
  entry: { id: string; partnershipId: string },
  until: string,
): Promise<void> {
  await work.withEveryAudience(entry.partnershipId, async () => {
    for (const statement of FORGOTTEN) await work.query(statement, [entry.id, until]);
  });
}

const FORGOTTEN = [
  `update reports set draft_due_on = null where forward_plan_entry_id = $1 and draft_due_on <= $2::date`,
  `update report_clearances t set due_on = null from reports r
   where r.id = t.report_id and r.forward_plan_entry_id = $1 and t.due_on <= $2::date`,
];

/** Another board answers for an entry now: so it does for its reports that are on no agenda yet. */
export async function handReportsOver(
  work: Work,
  entry: { id: string; partnershipId: string; boardId: string },
  boardId: string,
): Promise<void> {
  if (boardId === entry.boardId) return;
  await work.withEveryAudience(entry.partnershipId, async () => {
    const handed = await work.query(HANDED_OVER, [entry.id, entry.boardId, boardId]);
    for (const table of PARTS)
      await work.query(`update ${table} set board_id = $2 where report_id = any ($1::uuid[])`, [
        handed.map(({ id }) => id),
        boardId,
      ]);
  });
}

const HANDED_OVER = `
  update reports set board_id = $3 where forward_plan_entry_id = $1 and agenda_item_id is null and board_id = $2 returning id`;

const CARRIED = `
  update reports t set agenda_item_id = a.id, meeting_id = coalesce(a.meeting_id, e.meeting_id)
  from forward_plan_entries e left join lateral (
    select i.id, i.meeting_id from agenda_items i where i.forward_plan_entry_id = e.id and i.archived_at is null
    order by i.created_at desc, i.id desc limit 1) a on true
  where e.id = $1 and t.forward_plan_entry_id = e.id
    and (t.agenda_item_id, t.meeting_id) is distinct from (a.id, coalesce(a.meeting_id, e.meeting_id))
  returning t.id`;
