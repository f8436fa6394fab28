import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { readTiming, type Timing } from '../actions/timing.rules.js';
import { tellWatchers } from '../cross-references/watch.service.js';
import type { Plan } from './plan.entity.js';

type Years = Pick<Plan, 'id' | 'partnershipId' | 'yearOneStartsOn' | 'endsOn'>;

interface Dated extends Row {
  timingAsWritten: string;
}

/** What in a plan has a deadline in words. */
const dated = ['actions', 'mitigations', 'external_dependencies'];

/**
 * “Y3” means another day once the plan’s year 1 begins on another day. Deadlines whose words say something else
 * by the new years are read anew; all others, also those that came as true dates, stay as they are.
 */
export async function readDeadlinesAnew(work: Work, before: Years, after: Years): Promise<void> {
  if (before.yearOneStartsOn === after.yearOneStartsOn && before.endsOn === after.endsOn) return;
  await work.withEveryAudience(after.partnershipId, async () => {
    for (const table of dated) {
      const rows = await work.query<Dated>(
        `select id, timing_as_written as "timingAsWritten", timing_start as "timingStart", timing_end as "timingEnd" from ${table} where plan_id = $1 and timing_as_written is not null`,
        [after.id],
      );
      const moved = rows.flatMap((row) => {
        const [was, is] = [before, after].map((years) => readTiming(row.timingAsWritten, calendar(years)));
        return !was || !is || says(was) === says(is) ? [] : [{ row, is }];
      });
      if (moved.length === 0) continue;
      await work.query(update(table), [JSON.stringify(moved.map(({ row: { id }, is }) => ({ id, ...is })))]);
      // Whoever watches what no partner controls is told; only that is watched.
      if (table === 'external_dependencies')
        for (const { row, is } of moved)
          await tellWatchers(work, row, { ...row, timingStart: is.start, timingEnd: is.end });
    }
  });
}

const calendar = ({ yearOneStartsOn, endsOn }: Years) => ({
  yearOneStart: yearOneStartsOn,
  periodEnd: endsOn,
});
const says = ({ start, end, precision, recurrence }: Timing) => [start, end, precision, recurrence].join(' ');

const update = (table: string) => `
  update ${table} t set timing_start = m.start, timing_end = m."end", timing_precision = m.precision, timing_recurrence = m.recurrence
  from jsonb_to_recordset($1::jsonb) m (id uuid, start date, "end" date, precision text, recurrence text) where t.id = m.id`;
