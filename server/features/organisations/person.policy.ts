import { forbidden } from '../../platform/graphql/errors.js';
import { administers, type Position } from '../../platform/policy/viewer.js';
import { authoriseStaff, mayManageStaff } from './organisation.policy.js';
import type { PersonAbilities } from './person.entity.js';

/** What decides who may do what with a person. */
export interface PersonFacts {
  partnershipId: string;
  /** Where they work. */
  organisationId: string | null;
  /** Whether they administer the partnership: then they answer to it alone. */
  isAdministrator: boolean;
}

export function personAbilities(
  viewer: Position,
  { partnershipId, organisationId, isAdministrator }: PersonFacts,
): PersonAbilities {
  return {
    update:
      mayManageStaff(viewer, partnershipId, organisationId) &&
      (!isAdministrator || administers(viewer, partnershipId)),
  };
}

export function authorisePerson(viewer: Position, facts: PersonFacts): void {
  authoriseStaff(viewer, facts.partnershipId, facts.organisationId);
  if (!personAbilities(viewer, facts).update)
    throw forbidden('Only an administrator of the partnership may do this to another.');
}
