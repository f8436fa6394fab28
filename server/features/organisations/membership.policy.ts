import { MembershipRole } from '../../../schema/vocabulary.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { administers, holds, type Position } from '../../platform/policy/viewer.js';

export interface MembershipFacts {
  partnershipId: string;
  /** Null for a role in the partnership as a whole. */
  organisationId: string | null;
}

/** An organisation says itself who acts for it; the partnership appoints its own administrators. */
export function mayManageMembership(
  viewer: Position,
  { partnershipId, organisationId }: MembershipFacts,
): boolean {
  return organisationId === null
    ? administers(viewer, partnershipId)
    : holds(viewer, [organisationId], 'MANAGE_MEMBERS');
}

export function authoriseMembership(viewer: Position, facts: MembershipFacts): void {
  if (mayManageMembership(viewer, facts)) return;
  throw forbidden(
    facts.organisationId === null
      ? 'Only an administrator of the partnership may appoint or dismiss another.'
      : 'Only an administrator of the organisation may say who acts for it.',
  );
}

/** Somebody must be the first: where an organisation has no administrator, the partnership appoints one. */
export const isFirstAdministrator = (
  viewer: Position,
  facts: MembershipFacts,
  role: MembershipRole,
  hasAdministrator: boolean,
): boolean =>
  facts.organisationId !== null &&
  role === MembershipRole.ADMIN &&
  !hasAdministrator &&
  administers(viewer, facts.partnershipId);
