import type { BragStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { columnsFor } from '../../platform/reading/shape.js';
import { columnList, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { timingOf, timingProperties } from '../actions/timing.entity.js';
import { isOverdue } from '../actions/timing.rules.js';
import { Plan } from '../plans/plan.entity.js';
import { ownOrganisations } from '../plans/plan.policy.js';
import { crossReferencesOf } from './cross-reference.reads.js';
import { ExternalDependency } from './external-dependency.entity.js';
import { byExpected } from './external-dependency.lists.js';
import { mayKeepExternal } from './external-dependency.policy.js';
import { Watch } from './watch.entity.js';
import { mayWatchFor } from './watch.policy.js';

/** What plans wait for from outside, soonest first, those without a date after that, what has come last: their own, and what their partnership waits for. */
const awaitedBy = (which: string): FieldRead => ({
  needs: ['id', 'partnershipId'],
  read: async ({ rows, field, reader, give, into }) => {
    const table = tableOf(ExternalDependency);
    const columns = columnList(table, columnsFor(table, field.selection, ['planId', 'partnershipId']), 't');
    const found = await reader.query<Row>(
      `select ${columns} from ${sourceOf(table, reader)} t
       where (t.plan_id = any($1::uuid[]) or t.plan_id is null and t.partnership_id = any($2::uuid[])) and ${which}
       order by ${byExpected}`,
      [rows.map((row) => row.id), [...new Set(rows.map((row) => row['partnershipId']))]],
    );
    await into('ExternalDependency', found);
    for (const row of rows)
      give(
        row,
        found.filter(({ planId, partnershipId }) =>
          planId === null ? partnershipId === row['partnershipId'] : planId === row.id,
        ),
      );
  },
});

export const externalDependenciesOf: FieldRead = awaitedBy('t.archived_at is null');
export const archivedExternalDependenciesOf: FieldRead = awaitedBy('t.archived_at is not null');

const viewerCan: FieldRead = {
  needs: ['partnershipId'],
  read: async ({ rows, reader, give }) => {
    const [own, edited] = await Promise.all([ownOrganisations(reader), ownOrganisations(reader, 'EDIT')]);
    for (const row of rows) {
      const partnershipId = row['partnershipId'] as string;
      const { position } = reader.viewer;
      const keeps = mayKeepExternal(position, partnershipId, own.get(partnershipId) ?? []);
      const watch = mayWatchFor(position, edited.get(partnershipId) ?? []);
      give(row, { update: keeps, archive: keeps, watch });
    }
  },
};

defineReads('ExternalDependency', {
  timing: derived(timingProperties, timingOf),
  isOverdue: derived(['timingEnd', 'status'], (row, reader) =>
    isOverdue({ end: row['timingEnd'] as string | null }, row['status'] as BragStatus, reader.today),
  ),
  watches: toMany(() => Watch, 'externalDependencyId', { orderBy: 't.created_at, t.id' }),
  crossReferences: crossReferencesOf,
  plan: toOne(() => Plan, 'planId'),
  viewerCan,
});
