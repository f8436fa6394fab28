import type { Row } from '../../platform/db/base.js';
import { audienceRead, isRestricted, ownAudienceRead } from '../../platform/policy/audience.reads.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { groupBy, toListed, toMany, toOne } from '../../platform/reading/relations.js';
import { columnsFor } from '../../platform/reading/shape.js';
import { columnList, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { ownersIn } from '../actions/action.reads.js';
import { placementsIn } from '../actions/placement.reads.js';
import { crossReferencesOf } from '../cross-references/cross-reference.reads.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { workstreamSummary } from '../plans/summary.reads.js';
import { Risk } from '../risks/risk.entity.js';
import { workstreamAbilities, workstreamsInPlans } from './workstream.policy.js';
import { inTreeOrder } from './workstream.rules.js';

/** The whole board of a plan is one query here, however many workstreams it has. */
const actions: FieldRead = {
  needs: ['id'],
  read: async ({ rows, field, reader, give, into }) => {
    const table = tableOf(Action);
    const columns = columnList(table, columnsFor(table, field.selection, ['workstreamId', 'parentId']), 't');
    const found = await reader.query<Row>(
      `select ${columns} from ${sourceOf(table, reader)} t
       where t.workstream_id = any($1::uuid[]) and t.archived_at is null order by t.position, t.id`,
      [rows.map((row) => row.id)],
    );
    await into('Action', found);
    const byWorkstream = groupBy(found, (action) => action['workstreamId'] as string);
    for (const row of rows)
      give(
        row,
        inTreeOrder(byWorkstream.get(row.id) ?? [], (action) => action['parentId'] as string | null),
      );
  },
};

const viewerCan: FieldRead = {
  needs: ['planId'],
  read: async ({ rows, reader, give }) => {
    const facts = await workstreamsInPlans(reader, rows as unknown as { id: string; planId: string }[]);
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known) give(row, workstreamAbilities(reader.viewer.position, known));
    }
  },
};

defineReads('Workstream', {
  plan: toOne(() => Plan, 'planId'),
  sponsors: ownersIn('SPONSOR'),
  leadOrganisation: toOne(() => Organisation, 'leadOrganisationId'),
  priorities: toListed(() => Priority, 'priorityIds'),
  actions,
  placements: placementsIn,
  risks: toMany(() => Risk, 'workstreamId', {
    orderBy: 't.current_likelihood * t.current_impact desc nulls last, t.id',
  }),
  crossReferences: crossReferencesOf,
  summary: workstreamSummary,
  isRestricted,
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  viewerCan,
});
