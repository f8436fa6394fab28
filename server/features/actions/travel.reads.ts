import { BragStatus } from '../../../schema/vocabulary.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import { groupBy } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { overallStatus } from './action.rules.js';
import { Update } from './update.entity.js';
import { directionOfTravel } from './update.rules.js';

/** The last two periods anybody reported on, each by its overall status: one query for all actions. */
export const travelOf: FieldRead = {
  needs: ['id'],
  read: async ({ rows, reader, give }) => {
    const reports = await reader.query<{ actionId: string; recency: number; status: BragStatus }>(
      `select "actionId", recency, status from (
         select t.action_id as "actionId", t.status, dense_rank() over (partition by t.action_id order by t.period desc) as recency
         from ${sourceOf(tableOf(Update), reader)} t where t.action_id = any($1::uuid[]) and t.archived_at is null) r
       where recency <= 2`,
      [rows.map((row) => row.id)],
    );
    const byAction = groupBy(reports, (report) => report.actionId);
    for (const row of rows) {
      const period = (recency: number) =>
        overallStatus(
          (byAction.get(row.id) ?? []).filter((one) => one.recency === recency).map((one) => one.status),
        );
      give(row, directionOfTravel(period(2), period(1)));
    }
  },
};
