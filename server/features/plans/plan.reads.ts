import { changesCursor } from '../../platform/changes/cursor.reads.js';
import { audienceRead, ownAudienceRead } from '../../platform/policy/audience.reads.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import { toMany, toOne } from '../../platform/reading/relations.js';
import { Board } from '../boards/board.entity.js';
import { crossReferencesIn } from '../cross-references/cross-reference.reads.js';
import {
  archivedExternalDependenciesOf,
  externalDependenciesOf,
} from '../cross-references/external-dependency.reads.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { type PlanRow, planAbilities, planFacts } from './plan.policy.js';
import { Priority } from './priority.entity.js';
import { planSummary } from './summary.reads.js';

/** A plan that was opened to the public has a circle of its own too, and is no narrower for it. */
const isRestricted: FieldRead = {
  needs: ['ownAudienceId'],
  read: async ({ rows, reader, give }) => {
    const own = rows.flatMap((row) => (row['ownAudienceId'] as string | null) ?? []);
    const narrow = own.length
      ? await reader.query<{ id: string }>(
          `select id from audiences where id = any($1::uuid[]) and kind not in ('EVERYONE', 'PARTNERSHIP')`,
          [own],
        )
      : [];
    const ids = new Set<unknown>(narrow.map((audience) => audience.id));
    for (const row of rows) give(row, ids.has(row['ownAudienceId']));
  },
};

const viewerCan: FieldRead = {
  needs: ['partnershipId', 'boardId'],
  read: async ({ rows, reader, give }) => {
    const facts = await planFacts(reader, rows as unknown as PlanRow[]);
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known) give(row, planAbilities(reader.viewer.position, known));
    }
  },
};

defineReads('Plan', {
  partnership: toOne(() => Partnership, 'partnershipId'),
  board: toOne(() => Board, 'boardId'),
  priorities: toMany(() => Priority, 'planId', { orderBy: 't.position, t.id' }),
  workstreams: toMany(() => Workstream, 'planId', { orderBy: 't.position, t.id' }),
  risks: toMany(() => Risk, 'planId', {
    orderBy: 't.current_likelihood * t.current_impact desc nulls last, t.id',
  }),
  crossReferences: crossReferencesIn,
  externalDependencies: externalDependenciesOf,
  archivedExternalDependencies: archivedExternalDependenciesOf,
  summary: planSummary,
  isRestricted,
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  changesCursor,
  viewerCan,
});
