import { forbidden } from '../../platform/graphql/errors.js';
import { administers, holds, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import type { OrganisationAbilities } from './organisation.entity.js';

/** What decides who may do what with an organisation. */
export interface OrganisationFacts {
  id: string;
  partnershipId: string;
  /** Whether anybody administers it: until then the partnership’s administrators appoint the first. */
  hasAdministrator: boolean;
}

export function organisationAbilities(
  viewer: Position,
  { id, partnershipId, hasAdministrator }: OrganisationFacts,
): OrganisationAbilities {
  const own = holds(viewer, [id], 'MANAGE_MEMBERS');
  const partnership = administers(viewer, partnershipId);
  return {
    update: own || partnership,
    manageMembers: own || (partnership && !hasAdministrator),
    manageStaff: mayManageStaff(viewer, partnershipId, id),
    archive: partnership,
  };
}

export function authoriseOrganisation(viewer: Position, facts: OrganisationFacts): void {
  if (!organisationAbilities(viewer, facts).update)
    throw forbidden('Only an administrator of the organisation, or of the partnership, may change it.');
}

/** Who is known and what posts there are: an organisation’s own administrator decides, or the partnership’s. */
export const mayManageStaff = (
  viewer: Position,
  partnershipId: string,
  organisationId: string | null,
): boolean => administers(viewer, partnershipId) || holds(viewer, [organisationId], 'MANAGE_MEMBERS');

export function authoriseStaff(viewer: Position, partnershipId: string, organisationId: string | null): void {
  if (!mayManageStaff(viewer, partnershipId, organisationId))
    throw forbidden(
      'Only an administrator of the organisation concerned, or of the partnership, may do this.',
    );
}

/** Which of these somebody administers, by another membership than the one being made again. */
export async function administered(
  reader: Pick<Reader, 'query'>,
  ids: readonly string[],
  except?: string,
): Promise<Set<string>> {
  const rows = await reader.query<{ id: string }>(
    `select distinct m.organisation_id as id from memberships m join people p on p.id = m.person_id
     where m.organisation_id = any($1::uuid[]) and m.role = 'ADMIN' and m.archived_at is null and p.archived_at is null
       and m.id is distinct from $2`,
    [ids, except ?? null],
  );
  return new Set(rows.map((row) => row.id));
}
