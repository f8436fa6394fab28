import { forbidden } from '../../platform/graphql/errors.js';
import { administers, type Position } from '../../platform/policy/viewer.js';
import { mayFreeze } from '../cross-references/frozen-map.policy.js';
import { mayCreatePlan } from '../plans/plan.policy.js';
import type { PartnershipAbilities } from './partnership.entity.js';

export function partnershipAbilities(
  viewer: Position,
  partnershipId: string,
  ownOrganisationIds: readonly string[],
  ownBoardIds: readonly string[],
): PartnershipAbilities {
  return {
    administer: administers(viewer, partnershipId),
    createPlan: mayCreatePlan(viewer, partnershipId, ownOrganisationIds),
    freezeMap: mayFreeze(viewer, { partnershipId, ownOrganisationIds, ownBoardIds }),
  };
}

export function authoriseAdministration(viewer: Position, partnershipId: string): void {
  if (!administers(viewer, partnershipId))
    throw forbidden('Only an administrator of the partnership may do this.');
}
