import { BragStatus } from '../../../schema/vocabulary.js';
import { ruleBroken } from '../../platform/graphql/errors.js';

/**
 * The overall status of several ratings, as stated in the schema: Blue when all are Blue; else Red when any is
 * Red; else Amber when any is Amber; else Green when any is Green or Blue; else not yet rated.
 */
export function overallStatus(statuses: readonly BragStatus[]): BragStatus {
  const has = (status: BragStatus) => statuses.includes(status);
  if (statuses.length === 0) return BragStatus.NOT_YET_RATED;
  if (statuses.every((status) => status === BragStatus.BLUE)) return BragStatus.BLUE;
  if (has(BragStatus.RED)) return BragStatus.RED;
  if (has(BragStatus.AMBER)) return BragStatus.AMBER;
  return has(BragStatus.GREEN) || has(BragStatus.BLUE) ? BragStatus.GREEN : BragStatus.NOT_YET_RATED;
}

/** Blue means signed off, so nobody rates it: a sponsor signs off. */
export function checkRating(status: BragStatus): void {
  if (status === BragStatus.BLUE)
    throw ruleBroken(
      'BLUE_NEEDS_SIGN_OFF',
      'Blue means completed and signed off: ask a sponsor of the workstream to sign it off.',
    );
}

/** Whether putting `child` under `parent` would make a ring. `parentOf` answers for any action of the plan. */
export function wouldMakeRing(
  childId: string,
  parentId: string,
  parentOf: ReadonlyMap<string, string | null>,
): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = parentId; at && !seen.has(at); at = parentOf.get(at)) {
    if (at === childId) return true;
    seen.add(at);
  }
  return false;
}

/** How far apart two that follow each other stand: never twice the same, so that a gap says nothing of what may stand in it unseen. */
export const LEAST_STEP = 512;
export const STEP_CHANCE = 1_024;

/**
 * A place between two neighbours; null when there is no room left and the row of them must be numbered anew. `chance` is
 * from 0 up to 1.
 */
export function positionBetween(
  before: number | null,
  after: number | null,
  chance = Math.random(),
): number | null {
  const step = LEAST_STEP + Math.floor(chance * STEP_CHANCE);
  if (before === null && after === null) return step;
  if (before === null) return (after ?? 0) - step;
  if (after === null) return before + step;
  const place = before + (after - before) * (0.25 + chance / 2);
  return place > before && place < after ? place : null;
}
