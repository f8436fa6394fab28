import { forbidden } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';

/** Any member of a partner organisation remarks on what they see, whatever their role. */
export function authoriseRemark(viewer: Position, partnerOrganisationIds: readonly string[]): void {
  if (!partnerOrganisationIds.some((id) => viewer.roles.has(id)))
    throw forbidden('Only members of a partner organisation may remark on this.');
}

/** Nobody takes back another organisation’s words. */
export function authoriseTakingBack(viewer: Position, organisationId: string | null): void {
  if (!holds(viewer, [organisationId], 'ARCHIVE'))
    throw forbidden('Only a lead of the organisation it was said for may take a remark back.');
}
