import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { Plan } from '../plans/plan.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Action } from './action.entity.js';
import { Placement } from './placement.entity.js';
import { placementAbilities, placementFacts } from './placement.policy.js';

/** Where an action stands beside its home, the oldest first. */
export const placementsOf: FieldRead = toMany(() => Placement, 'actionId', { orderBy: 't.created_at, t.id' });

/** What stands in a workstream from other plans, in order. */
export const placementsIn: FieldRead = toMany(() => Placement, 'workstreamId', {
  orderBy: 't.position, t.id',
});

const viewerCan: FieldRead = {
  needs: ['actionId', 'workstreamId'],
  read: async ({ rows, reader, give }) => {
    const placed = rows as unknown as { id: string; actionId: string; workstreamId: string }[];
    const facts = await placementFacts(reader, placed);
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known) give(row, placementAbilities(reader.viewer.position, known));
    }
  },
};

defineReads('Placement', {
  action: toOne(() => Action, 'actionId'),
  workstream: toOne(() => Workstream, 'workstreamId'),
  plan: toOne(() => Plan, 'planId'),
  viewerCan,
});
