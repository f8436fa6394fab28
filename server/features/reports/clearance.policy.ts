import { forbidden } from '../../platform/graphql/errors.js';
import { holds, isAnyOf, type Position } from '../../platform/policy/viewer.js';

/** What decides who answers a request for clearance. */
export interface ClearanceFacts {
  organisationId: string;
  personId: string | null;
}

/** Whoever is named; a lead of the organisation asked where nobody is. Nobody clears for another organisation. */
export const mayClear = (viewer: Position, { organisationId, personId }: ClearanceFacts): boolean =>
  personId ? isAnyOf(viewer, [personId]) : holds(viewer, [organisationId], 'CREATE');

export const ofAnother = () =>
  forbidden('Only whoever was asked by name, or else a lead of the organisation asked, clears this report.');

export function authoriseClearing(viewer: Position, facts: ClearanceFacts): void {
  if (!mayClear(viewer, facts)) throw ofAnother();
}
