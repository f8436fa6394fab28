import { PlanStatus } from '../../../schema/vocabulary.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { groupBy, rowsById } from '../../platform/reading/relations.js';
import { type EntityClass, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';

/** The priorities that report to a board: those it oversees, and those of the plans it answers for. */
export const reportingTo = (board: string, priorities = 'priorities', plans = 'plans'): string => `
  select p.id, p.title, p.position, lower(l.title) as of_plan, p.plan_id from ${priorities} p join ${plans} l on l.id = p.plan_id
  where p.archived_at is null and l.archived_at is null and l.status <> '${PlanStatus.CLOSED}'
    and (${board} = any (p.overseeing_board_ids) or l.board_id = ${board})`;

const reportingPriorities: FieldRead = {
  needs: ['id'],
  read: async ({ rows, field, reader, give, into }) => {
    const source = (entity: EntityClass) => sourceOf(tableOf(entity), reader);
    const pairs = await reader.query<{ boardId: string; id: string }>(
      `select b.id as "boardId", p.id from unnest($1::uuid[]) b (id), lateral (${reportingTo('b.id', source(Priority), source(Plan))}) p
       order by p.of_plan, p.plan_id, p.position, p.id`,
      [rows.map(({ id }) => id)],
    );
    const found = await rowsById(reader, Priority, [...new Set(pairs.map(({ id }) => id))], field.selection);
    await into('Priority', [...found.values()]);
    const byBoard = groupBy(pairs, ({ boardId }) => boardId);
    for (const row of rows)
      give(
        row,
        (byBoard.get(row.id) ?? []).flatMap(({ id }) => found.get(id) ?? []),
      );
  },
};

defineReads('Board', { reportingPriorities });
