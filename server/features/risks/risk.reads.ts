import type { Row } from '../../platform/db/base.js';
import { audienceRead, isRestricted, ownAudienceRead } from '../../platform/policy/audience.reads.js';
import { defineReads, derived, type FieldRead } from '../../platform/reading/fields.js';
import { groupBy, rowsById, toMany, toOne } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Comment } from '../actions/comment.entity.js';
import { Ownership } from '../actions/ownership.entity.js';
import { timingOf, timingProperties } from '../actions/timing.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { crossReferencesOf, withdrawnCrossReferencesOf } from '../cross-references/cross-reference.reads.js';
import { Plan } from '../plans/plan.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { mitigationAbilities, mitigationFacts } from './mitigation.policy.js';
import { Mitigation, Risk } from './risk.entity.js';
import { riskAbilities, riskFacts } from './risk.policy.js';
import { scoreOf } from './risk.rules.js';

/** The risks that name each action: those with a cross-reference to it. */
export const risksNaming: FieldRead = {
  needs: ['id'],
  read: async ({ rows, field, reader, give, into }) => {
    const pairs = await reader.query<{ riskId: string; itemId: string }>(
      `select distinct t.from_id as "riskId", t.to_id as "itemId" from ${sourceOf(tableOf(CrossReference), reader)} t
       where t.to_id = any($1::uuid[]) and t.from_type = 'Risk' and t.archived_at is null order by 1`,
      [rows.map((row) => row.id)],
    );
    const ids = [...new Set(pairs.map((pair) => pair.riskId))];
    const found = await rowsById(reader, Risk, ids, field.selection, ['archivedAt']);
    const risks = new Map([...found].filter(([, risk]) => risk['archivedAt'] === null));
    await into('Risk', [...risks.values()]);
    const byItem = groupBy(pairs, (pair) => pair.itemId);
    for (const row of rows)
      give(
        row,
        (byItem.get(row.id) ?? []).flatMap((pair) => risks.get(pair.riskId) ?? []),
      );
  },
};

const owners: FieldRead = toMany(() => Ownership, 'itemId', {
  orderBy: `t.item_id, (t.role = 'ACCOUNTABLE') desc, t.position, t.id`,
});

const score = (likelihood: keyof Risk, impact: keyof Risk): FieldRead =>
  derived([likelihood, impact], (row) =>
    scoreOf(row[likelihood] as number | null, row[impact] as number | null),
  );

const viewerCan: FieldRead = {
  needs: ['id'],
  read: async ({ rows, reader, give }) => {
    const facts = await riskFacts(
      reader,
      rows.map((row: Row) => row.id),
    );
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known) give(row, riskAbilities(reader.viewer.position, known));
    }
  },
};

const mitigationCan: FieldRead = {
  needs: ['id', 'riskId'],
  read: async ({ rows, reader, give }) => {
    const facts = await mitigationFacts(reader, rows as unknown as { id: string; riskId: string }[]);
    for (const row of rows) {
      const known = facts.get(row.id);
      if (known) give(row, mitigationAbilities(reader.viewer.position, known));
    }
  },
};

defineReads('Risk', {
  inherent: score('inherentLikelihood', 'inherentImpact'),
  current: score('currentLikelihood', 'currentImpact'),
  target: score('targetLikelihood', 'targetImpact'),
  plan: toOne(() => Plan, 'planId'),
  workstream: toOne(() => Workstream, 'workstreamId'),
  owners,
  mitigations: toMany(() => Mitigation, 'riskId', { orderBy: 't.position, t.id' }),
  archivedMitigations: toMany(() => Mitigation, 'riskId', {
    orderBy: 't.position, t.id',
    where: 't.archived_at is not null',
  }),
  crossReferences: crossReferencesOf,
  withdrawnCrossReferences: withdrawnCrossReferencesOf,
  comments: toMany(() => Comment, 'itemId', { orderBy: 't.created_at, t.id' }),
  isRestricted,
  audience: audienceRead,
  ownAudience: ownAudienceRead,
  viewerCan,
});

defineReads('Mitigation', {
  timing: derived(timingProperties, timingOf),
  owners,
  risk: toOne(() => Risk, 'riskId'),
  viewerCan: mitigationCan,
});
