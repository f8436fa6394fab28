import type { Row } from '../../platform/db/base.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { type StatusCount, summarise } from './summary.rules.js';

type Counted = StatusCount & { within: string };

/**
 * How the actions of each of these stand, in one query: of those the viewer may see and that have none the viewer
 * may see below them, so that nothing hidden moves a number.
 */
const countsOf = (reader: Reader, column: string, ids: readonly string[], where = ''): Promise<Counted[]> =>
  reader.query<Counted>(
    `with a as (
       select t.id, t.parent_id, t.status, t.timing_end, t.${column} as within from ${sourceOf(tableOf(Action), reader)} t
       where t.${column} = any($1::uuid[]) and t.archived_at is null ${where})
     select within, status, count(*) as count, count(*) filter (where timing_end < $2 and status <> 'BLUE') as overdue
     from a where not exists (select 1 from a below where below.parent_id = a.id) group by within, status`,
    [ids, reader.today],
  );

const summary = (column: string, where: (reader: Reader) => string): FieldRead => ({
  needs: ['id'],
  read: async ({ rows, reader, give }) => {
    const ids = rows.map((row) => row.id);
    const byRow = groupBy(await countsOf(reader, column, ids, where(reader)), (count) => count.within);
    for (const row of rows) give(row, summarise(byRow.get(row.id) ?? []));
  },
});

/** How the actions of several workstreams stand together, the workstreams of each row named in a column. */
export const summaryOfWorkstreams = (key: string): FieldRead => ({
  needs: [key],
  read: async ({ rows, reader, give }) => {
    const named = (row: Row) => row[key] as readonly string[] | null;
    const ids = [...new Set(rows.flatMap((row) => named(row) ?? []))];
    const counts = groupBy(await countsOf(reader, 'workstream_id', ids), (count) => count.within);
    for (const row of rows)
      give(row, named(row) && summarise((named(row) ?? []).flatMap((id) => counts.get(id) ?? [])));
  },
});

/** What stands in a workstream that was put away is put away with it. */
export const planSummary = summary(
  'plan_id',
  (reader) =>
    `and not exists (select 1 from ${sourceOf(tableOf(Workstream), reader)} w where w.id = t.workstream_id and w.archived_at is not null)`,
);

export const workstreamSummary = summary('workstream_id', () => '');
