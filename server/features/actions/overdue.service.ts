import { ItemType } from '../../../schema/vocabulary.js';
import type { Work } from '../../platform/db/work.js';
import type { Turn } from '../../platform/jobs/daily.js';

/** What says of itself that it is overdue, by the table it stands in. */
const overdue: readonly (readonly [ItemType, string])[] = [
  [ItemType.Action, 'actions'],
  [ItemType.ExternalDependency, 'external_dependencies'],
];

/** Tells those who see an item that it came to be overdue, because its last day passed. Call it under every audience. */
export async function recordOverdue(work: Work, { partnershipId, from, to }: Turn): Promise<void> {
  for (const [type, table] of overdue) await work.query(NOTE(table), [partnershipId, from, to, type]);
}

/** isOverdue() was false on the first day and is true on the second: the end lies between them. */
const NOTE = (table: string) => `
  select note_derived($1, $4, t.id, '{"isOverdue": false}', '{"isOverdue": true}', t.audience_id, t.plan_id, null)
  from (select id, audience_id, plan_id from ${table}
    where partnership_id = $1 and archived_at is null and status <> 'BLUE'
      and coalesce(timing_end, 'infinity'::date) >= $2::date and coalesce(timing_end, 'infinity'::date) < $3::date
    order by timing_end, id) t`;
