import { forbidden } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';
import { type RiskFacts, riskAbilities } from './risk.policy.js';

/** What decides who may do what with a mitigation. */
export interface MitigationFacts {
  ownerOrganisationIds: readonly string[];
  risk: RiskFacts;
}

export type MitigationVerb = 'update' | 'rate' | 'signOff' | 'assign' | 'archive';

/** Those who do it say how it goes; those who keep the risk say who does it, and that it is done. */
export function mitigationAbilities(
  viewer: Position,
  facts: MitigationFacts,
): Record<MitigationVerb, boolean> {
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
