import { forbidden } from '../../platform/graphql/errors.js';
import { administers, holds, type Position } from '../../platform/policy/viewer.js';

/** No partner controls it, so every partner may keep it: a lead of any, or an administrator of the partnership. */
export const mayKeepExternal = (
  viewer: Position,
  partnershipId: string,
  ownOrganisationIds: readonly string[],
): boolean => administers(viewer, partnershipId) || holds(viewer, ownOrganisationIds, 'CREATE');

export function authoriseExternal(
  viewer: Position,
  partnershipId: string,
  ownOrganisationIds: readonly string[],
): void {
  if (!mayKeepExternal(viewer, partnershipId, ownOrganisationIds))
    throw forbidden('Only a lead of a partner organisation keeps what the plan waits for from outside.');
}
