import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { timingOf, timingProperties } from '../actions/timing.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { ownOrganisations } from '../plans/plan.policy.js';
import { crossReferencesOf } from './cross-reference.reads.js';
import { ExternalDependency } from './external-dependency.entity.js';
import { mayKeepExternal } from './external-dependency.policy.js';

/** What a plan waits for from outside, soonest first; those without a date last. */
const inPlan = (where: string): FieldRead =>
  toMany(() => ExternalDependency, 'planId', {
    orderBy: 't.timing_end nulls last, lower(t.title), t.id',
    where,
  });

export const externalDependenciesOf: FieldRead = inPlan('t.archived_at is null');
export const archivedExternalDependenciesOf: FieldRead = inPlan('t.archived_at is not null');

const viewerCan: FieldRead = {
  needs: ['partnershipId'],
  read: async ({ rows, reader, give }) => {
    const own = await ownOrganisations(reader);
    for (const row of rows) {
      const partnershipId = row['partnershipId'] as string;
      const keeps = mayKeepExternal(reader.viewer.position, partnershipId, own.get(partnershipId) ?? []);
      give(row, { update: keeps, archive: keeps });
    }
  },
};

defineReads('ExternalDependency', {
  timing: derived(timingProperties, timingOf),
  crossReferences: crossReferencesOf,
  plan: toOne(() => Plan, 'planId'),
  viewerCan,
});
