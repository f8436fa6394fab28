import { BragStatus } from '../../../schema/vocabulary.js';
import { foldText } from './text.rules.js';

const WORDS: ReadonlyMap<string, BragStatus> = new Map([
  ['blue', BragStatus.BLUE],
  ['b', BragStatus.BLUE],
  ['green', BragStatus.GREEN],
  ['g', BragStatus.GREEN],
  ['amber', BragStatus.AMBER],
  ['a', BragStatus.AMBER],
  ['yellow', BragStatus.AMBER],
  ['red', BragStatus.RED],
  ['r', BragStatus.RED],
  ['not yet rated', BragStatus.NOT_YET_RATED],
  ['not rated', BragStatus.NOT_YET_RATED],
]);

/** The reds, ambers, greens and blues on a spreadsheet's own palette: a shade beside these is not guessed at. */
const FILLS: ReadonlyMap<string, BragStatus> = new Map([
  ['FF0000', BragStatus.RED],
  ['C00000', BragStatus.RED],
  ['FFC000', BragStatus.AMBER],
  ['FFFF00', BragStatus.AMBER],
  ['FF9900', BragStatus.AMBER],
  ['00B050', BragStatus.GREEN],
  ['92D050', BragStatus.GREEN],
  ['00FF00', BragStatus.GREEN],
  ['008000', BragStatus.GREEN],
  ['0070C0', BragStatus.BLUE],
  ['00B0F0', BragStatus.BLUE],
  ['0000FF', BragStatus.BLUE],
  ['002060', BragStatus.BLUE],
]);

/**
 * Only the colours themselves are read. 'Complete' is not Blue, which also needs a sponsor's sign-off, and
 * 'on track' is somebody's judgement in other words: such words are kept as words.
 */
export function readStatus(text: string, fill: string | null): BragStatus | null {
  if (text === '') return fill === null ? null : (FILLS.get(fill) ?? null);
  const plain = foldText(text).replace(/[.*]/g, '');
  const direct = WORDS.get(plain);
  if (direct !== undefined) return direct;
  const colours = [...plain.matchAll(/\b(red|amber|green|blue)\b/g)].map(([colour]) => colour);
  const [colour] = colours;
  // 'Green - on target' names one colour; 'Amber, was Red' names two and is not for us to settle.
  return colour !== undefined && new Set(colours).size === 1 && plain.startsWith(colour)
    ? (WORDS.get(colour) ?? null)
    : null;
}
