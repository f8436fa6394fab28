import { forbidden } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';

/** Whoever may answer for the organisation that is told. */
export const mayAnswerNotice = (viewer: Position, organisationId: string): boolean =>
  holds(viewer, [organisationId], 'ANSWER');

export function authoriseNotice(viewer: Position, organisationId: string): void {
  if (!mayAnswerNotice(viewer, organisationId))
    throw forbidden('Only the organisation that was told may answer this.');
}
