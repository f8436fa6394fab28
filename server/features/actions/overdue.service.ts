import type { Work } from '../../platform/db/work.js';
import type { Turn } from '../../platform/jobs/daily.js';

/** Tells those who see an action that it came to be overdue, because its last day passed. Call it under every audience. */
export async function recordActionsOverdue(work: Work, { partnershipId, from, to }: Turn): Promise<void> {
  await work.query(NOTE, [partnershipId, from, to]);
}

/** isOverdue() was false on the first day and is true on the second: the end lies between them. */
const NOTE = `
  select note_derived($1, 'Action', t.id, '{"isOverdue": false}', '{"isOverdue": true}', t.audience_id, t.plan_id, null)
  from (select id, audience_id, plan_id from actions
    where partnership_id = $1 and archived_at is null and status <> 'BLUE'
      and coalesce(timing_end, 'infinity'::date) >= $2::date and coalesce(timing_end, 'infinity'::date) < $3::date
    order by timing_end, id) t`;
