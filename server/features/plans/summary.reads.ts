import type { FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { type StatusCount, summarise } from './summary.rules.js';

/**
 * How the actions of each row stand, in one query for all rows: of those the viewer may see and that have none
 * the viewer may see below them, so that nothing hidden moves a number.
 */
const summary = (column: string, where: (reader: Reader) => string): FieldRead => ({
  needs: ['id'],
  read: async ({ rows, reader, give }) => {
    const counts = await reader.query<StatusCount & { within: string }>(
      `with a as (
         select t.id, t.parent_id, t.status, t.timing_end, t.${column} as within from ${sourceOf(tableOf(Action), reader)} t
         where t.${column} = any($1::uuid[]) and t.archived_at is null ${where(reader)})
       select within, status, count(*) as count, count(*) filter (where timing_end < $2 and status <> 'BLUE') as overdue
       from a where not exists (select 1 from a below where below.parent_id = a.id) group by within, status`,
      [rows.map((row) => row.id), reader.today],
    );
    const byRow = groupBy(counts, (count) => count.within);
    for (const row of rows) give(row, summarise(byRow.get(row.id) ?? []));
  },
});

/** What stands in a workstream that was put away is put away with it. */
export const planSummary = summary(
  'plan_id',
  (reader) =>
    `and not exists (select 1 from ${sourceOf(tableOf(Workstream), reader)} w where w.id = t.workstream_id and w.archived_at is not null)`,
);

export const workstreamSummary = summary('workstream_id', () => '');
