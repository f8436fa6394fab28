import { ChangeKind } from '../../../schema/vocabulary.js';

/** What decides whether and how one entry of the log is told to one position. */
export interface Sight {
  kind: string;
  /** Whether the viewer is in the audience the item had before, and has after the change. */
  sawBefore: boolean;
  seesAfter: boolean;
  /** Whether the item can be seen now, at delivery. */
  seesNow: boolean;
}

/**
 * How a change is told, or null for not at all.
 * - An item that left the viewer’s sight is REMOVED, whatever happened to it.
 * - One that came into sight is CREATED for this viewer.
 * - One that has left sight since is not told any more: the entry that took it away follows.
 */
export function toldAs({ kind, sawBefore, seesAfter, seesNow }: Sight): ChangeKind | null {
  if (kind === 'REMOVED' || !seesAfter) return sawBefore ? ChangeKind.REMOVED : null;
  if (!seesNow) return null;
  if (kind === 'DERIVED') return ChangeKind.UPDATED;
  if (kind !== 'CREATED' && !sawBefore) return ChangeKind.CREATED;
  return kind as ChangeKind;
}
