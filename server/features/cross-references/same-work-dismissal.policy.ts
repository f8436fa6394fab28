import { forbidden } from '../../platform/graphql/errors.js';
import type { Position } from '../../platform/policy/viewer.js';
import { type EndFacts, speaksFor } from './cross-reference.policy.js';

/** Whoever may say of either that it is the same work may say that it is not, and take that back. */
export const mayJudgeSameWork = (viewer: Position, ends: readonly (EndFacts | undefined)[]): boolean =>
  ends.some((end) => speaksFor(viewer, end, 'EDIT'));

export function authoriseSameWork(viewer: Position, ends: readonly (EndFacts | undefined)[]): void {
  if (!mayJudgeSameWork(viewer, ends))
    throw forbidden('Only an owner of one of the two says whether they are the same work.');
}
