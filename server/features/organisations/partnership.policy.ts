import { forbidden } from '../../platform/graphql/errors.js';
import { administers, type Position } from '../../platform/policy/viewer.js';
import { mayCreatePlan } from '../plans/plan.policy.js';
import type { PartnershipAbilities } from './partnership.entity.js';

export function partnershipAbilities(
  viewer: Position,
  partnershipId: string,
  ownOrganisationIds: readonly string[],
): PartnershipAbilities {
  return {
    administer: administers(viewer, partnershipId),
    createPlan: mayCreatePlan(viewer, partnershipId, ownOrganisationIds),
  };
}

export function authoriseAdministration(viewer: Position, partnershipId: string): void {
  if (!administers(viewer, partnershipId))
    throw forbidden('Only an administrator of the partnership may do this.');
}
