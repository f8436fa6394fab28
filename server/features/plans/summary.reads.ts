import type { Row } from '../../platform/db/base.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Placement } from '../actions/placement.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { type StatusCount, summarise } from './summary.rules.js';

type Counted = StatusCount & { within: string };
type Column = 'plan_id' | 'workstream_id';

/** What stands in a workstream that was put away is put away with it. */
const inUse = (reader: Reader) =>
  `and not exists (select 1 from ${sourceOf(tableOf(Workstream), reader)} w where w.id = t.workstream_id and w.archived_at is not null)`;

/** Those whose home it is. */
const home = (reader: Reader, column: Column) =>
  `select t.id, t.parent_id, t.status, t.timing_end, t.${column} as within from ${sourceOf(tableOf(Action), reader)} t
   where t.${column} = any($1::uuid[]) and t.archived_at is null ${column === 'plan_id' ? inUse(reader) : ''}`;

/** Those of other plans that stand there too. */
const placed = (reader: Reader, column: Column) =>
  `select t.id, t.parent_id, t.status, t.timing_end, p.${column} from ${sourceOf(tableOf(Placement), reader)} p
   join ${sourceOf(tableOf(Action), reader)} t on t.id = p.action_id
   where p.${column} = any($1::uuid[]) and p.archived_at is null and t.archived_at is null`;

/**
 * How the actions of each of these stand, in one query, each action once: of those the viewer may see and that have none
 * the viewer may see below them there, so that nothing hidden moves a number.
 */
const countsOf = (reader: Reader, ids: readonly string[], actions: string): Promise<Counted[]> =>
  reader.query<Counted>(
    `with a as (${actions})
     select within, status, count(*) as count, count(*) filter (where timing_end < $2 and status <> 'BLUE') as overdue
     from a where not exists (select 1 from a below where below.parent_id = a.id and below.within = a.within) group by within, status`,
    [ids, reader.today],
  );

const summary = (column: Column): FieldRead => ({
  needs: ['id'],
  read: async ({ rows, reader, give }) => {
    const ids = rows.map((row) => row.id);
    const all = `${home(reader, column)} union ${placed(reader, column)}`;
    const byRow = groupBy(await countsOf(reader, ids, all), (count) => count.within);
    for (const row of rows) give(row, summarise(byRow.get(row.id) ?? []));
  },
});

/**
 * How the actions of several workstreams stand together, the workstreams of each row named in a column: by their home
 * alone, so that on the map each counts once.
 */
export const summaryOfWorkstreams = (key: string): FieldRead => ({
  needs: [key],
  read: async ({ rows, reader, give }) => {
    const named = (row: Row) => row[key] as readonly string[] | null;
    const ids = [...new Set(rows.flatMap((row) => named(row) ?? []))];
    const found = await countsOf(reader, ids, home(reader, 'workstream_id'));
    const counts = groupBy(found, (count) => count.within);
    for (const row of rows)
      give(row, named(row) && summarise((named(row) ?? []).flatMap((id) => counts.get(id) ?? [])));
  },
});

export const planSummary = summary('plan_id');

export const workstreamSummary = summary('workstream_id');
