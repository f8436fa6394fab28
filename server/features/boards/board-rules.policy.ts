import { SeatCapacity } from '../../../schema/vocabulary.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { administers, type Position } from '../../platform/policy/viewer.js';

interface OfBoard {
  readonly boardId: string;
  readonly partnershipId: string;
}

const keeping: readonly SeatCapacity[] = [SeatCapacity.CHAIR, SeatCapacity.SECRETARIAT];

/** Administrators of the partnership, and who sits on the board as its chair or secretariat today. */
export const mayKeepRules = (viewer: Position, { boardId, partnershipId }: OfBoard): boolean =>
  administers(viewer, partnershipId) || keeping.some((capacity) => viewer.seats.get(boardId)?.has(capacity));

export function authoriseKeepingRules(viewer: Position, board: OfBoard): void {
  if (!mayKeepRules(viewer, board))
    throw forbidden(
      'Only the board’s chair or secretariat, or an administrator of the partnership, may change how it works.',
    );
}
