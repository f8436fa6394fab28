import { movedFrom, type Whereabouts } from '../../../schema/moved-meetings.js';
import { longDay } from './pack/days.js';

/** Where and when a meeting was to be as it was last told of, why that changed, and when that was said. */
export interface Moved extends Whereabouts {
  readonly reason: string;
  readonly movedAt: string;
}

interface Telling {
  /** Whether papers, or a notice in a forward plan, stand published that say where and when it was to be. */
  readonly isTold: boolean;
  /** The last day for papers of a meeting on the day it moves to. */
  readonly dispatchBy: string;
  readonly today: string;
}

/** What was not said before is no move; that it ends at another time is none either. */
export const hasMoved = (was: Whereabouts, is: Whereabouts): boolean => movedFrom(was, is, String) !== '';

/**
 * Why a move is made only with a reason, in words; null when none is wanted. A meeting that is over is set right without
 * one: nobody is misled about when to come.
 */
export function whyReasonFor(
  was: Whereabouts,
  is: Whereabouts,
  { isTold, dispatchBy, today }: Telling,
): string | null {
  if (!hasMoved(was, is)) return null;
  if (isTold)
    return 'It is published when and where this meeting was to be. Say why it moves: everybody is told.';
  const isShort = was.meetsOn !== is.meetsOn && dispatchBy < today && today <= is.meetsOn;
  return isShort
    ? `For a meeting on ${longDay(is.meetsOn)} the papers were to go out by ${longDay(dispatchBy)}. Say why it is called at shorter notice: everybody is told.`
    : null;
}

interface Move {
  readonly was: Whereabouts;
  readonly is: Whereabouts;
  /** What is told of an earlier move. */
  readonly earlier: Moved | null;
  /** Whether papers were published since that, and so say what it was moved to. */
  readonly isToldSince: boolean;
  readonly reason: string;
  readonly at: string;
}

/** What is told of a meeting once it has moved: nothing when it is back where it was told to be, or no reason was given. */
export function toldOfMove({ was, is, earlier, isToldSince, reason, at }: Move): Moved | null {
  const { meetsOn, startsAt, place } = earlier && !isToldSince ? earlier : was;
  const from = { meetsOn, startsAt, place };
  return reason !== '' && hasMoved(from, is) ? { ...from, reason, movedAt: at } : null;
}
