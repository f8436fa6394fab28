import { listed } from './exclusion.js';
import { AgendaPurpose } from './meeting-words.js';

/** For whom of several boards at one table an item is: said alike on the page, in the pack and to the public. */

interface ForBoards {
  readonly purpose: `${AgendaPurpose}`;
  /** The names of the boards it is for, and of all that meet. */
  readonly boards: readonly string[];
  readonly meets: readonly string[];
}

const DECIDING: readonly `${AgendaPurpose}`[] = [AgendaPurpose.DECIDE, AgendaPurpose.APPROVE];

/** “For decision by Joint Board and Trust Board, each for itself”, “For Trust Board only”; null where there is nothing to say. */
export function forBoards({ purpose, boards, meets }: ForBoards): string | null {
  if (meets.length < 2 || boards.length === 0) return null;
  if (boards.length === 1) return `For ${listed(boards)} only`;
  if (DECIDING.includes(purpose)) return `For decision by ${listed(boards)}, each for itself`;
  return boards.length < meets.length ? `For ${listed(boards)}` : null;
}
