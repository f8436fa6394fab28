import { createHash } from 'node:crypto';

/** What the piece of work below takes on the machine that the limits of the tests were set on, with nothing beside it. */
const USUAL_MS = 12;

/** A fixed piece of work: it takes longer on a slow machine, and on one that is busy. */
function pieceOfWork(): number {
  const began = performance.now();
  let text = 'pace';
  for (let n = 0; n < 6_000; n++) text = createHash('sha256').update(text.repeat(20)).digest('hex');
  return performance.now() - began;
}

/**
 * So many milliseconds, as this machine counts them just now: what is promised to be quick is measured against work that
 * is timed beside it, so that a busy machine fails no test and a slow product does. Never less than what was asked.
 */
export function atThisPace(ms: number): number {
  const taken = Math.max(...Array.from({ length: 3 }, pieceOfWork));
  return ms * Math.max(1, taken / USUAL_MS);
}
