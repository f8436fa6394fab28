import { forbidden } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';

/** Whoever edits for the organisation that watches. */
export const mayWatchFor = (viewer: Position, organisationIds: Iterable<string>): boolean =>
  holds(viewer, organisationIds, 'EDIT');

export function authoriseWatch(viewer: Position, organisationId: string): void {
  if (!mayWatchFor(viewer, [organisationId]))
    throw forbidden('Only an editor of an organisation says what it watches.');
}
