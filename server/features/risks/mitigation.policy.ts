import { forbidden } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { MitigationAbilities } from './risk.entity.js';
import { type RiskFacts, riskAbilities, riskFacts } from './risk.policy.js';

/** What decides who may do what with a mitigation. */
export interface MitigationFacts {
  ownerOrganisationIds: readonly string[];
  risk: RiskFacts;
}

export type MitigationVerb = keyof MitigationAbilities;

/** Those who do it say how it goes; those who keep the risk say who does it, and that it is done. */
export function mitigationAbilities(viewer: Position, facts: MitigationFacts): MitigationAbilities {
  const keeps = riskAbilities(viewer, facts.risk).update;
  const does = keeps || holds(viewer, facts.ownerOrganisationIds, 'EDIT');
  return { update: does, rate: does, signOff: keeps, assign: keeps, archive: keeps };
}

const refusals: Record<MitigationVerb, string> = {
  update: 'Only those who do this mitigation, or keep its risk, may change it.',
  rate: 'Only those who do this mitigation, or keep its risk, may rate it.',
  signOff: 'Blue means done: only those who keep the risk may say so.',
  assign: 'Only those who keep the risk may say who does this mitigation.',
  archive: 'Only those who keep the risk may put this mitigation away.',
};

export function authoriseMitigation(viewer: Position, facts: MitigationFacts, verb: MitigationVerb): void {
  if (!mitigationAbilities(viewer, facts)[verb]) throw forbidden(refusals[verb]);
}

/** The facts of many mitigations, in as many queries as of one. A risk that is out of sight leaves none. */
export async function mitigationFacts(
  reader: Reader,
  rows: readonly { id: string; riskId: string }[],
): Promise<Map<string, MitigationFacts>> {
  const [owners, risks] = await Promise.all([
    reader.query<{ id: string; organisationIds: string[] }>(
      `select item_id as id, array_agg(organisation_id order by position, id) as "organisationIds" from ownerships
       where item_id = any($1::uuid[]) and organisation_id is not null group by item_id`,
      [rows.map((row) => row.id)],
    ),
    riskFacts(reader, [...new Set(rows.map((row) => row.riskId))]),
  ]);
  const byItem = new Map(owners.map(({ id, organisationIds }) => [id, organisationIds]));
  return new Map(
    rows.flatMap(({ id, riskId }) => {
      const risk = risks.get(riskId);
      return risk ? [[id, { ownerOrganisationIds: byItem.get(id) ?? [], risk }] as const] : [];
    }),
  );
}
