import type { Work } from '../../platform/db/work.js';
import { readTiming, type Timing } from '../actions/timing.rules.js';
import type { Plan } from './plan.entity.js';

type Years = Pick<Plan, 'id' | 'partnershipId' | 'yearOneStartsOn' | 'endsOn'>;

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
      const rows = await work.query<{ id: string; text: string }>(
        `select id, timing_as_written as text from ${table} where plan_id = $1 and timing_as_written is not null`,
        [after.id],
      );
      const moved = rows.flatMap(({ id, text }) => {
        const [was, is] = [readTiming(text, calendar(before)), readTiming(text, calendar(after))];
        return says(was) === says(is) ? [] : [{ id, ...is }];
      });
      if (moved.length) await work.query(update(table), [JSON.stringify(moved)]);
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
