import type { Confidence } from '../../../schema/vocabulary.js';
import { formatDay } from '../../platform/format/dates.js';
import type { CrossReference } from './crossReferences.js';

export const CONFIDENCE_WORDS: Readonly<Record<keyof typeof Confidence, string>> = {
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
};

type Days = Pick<CrossReference, 'answer' | 'neededBy' | 'promisedBy' | 'confidence' | 'decidedBy'>;

/** The days both parties named, in a sentence; null where neither named one. */
export function daysWords({ answer, neededBy, promisedBy, confidence, decidedBy }: Days): string | null {
  const needed = neededBy && formatDay(neededBy);
  const promised =
    promisedBy &&
    `${formatDay(promisedBy)}${confidence ? ` (${CONFIDENCE_WORDS[confidence].toLowerCase()} confidence)` : ''}`;
  if (answer === 'COUNTERED' && promised) {
    const who = decidedBy?.organisation?.name ?? decidedBy?.name ?? 'The other end';
    return `${who} offers ${promised}${needed ? ` instead of ${needed}` : ''}.`;
  }
  if (answer === 'CONFIRMED' && promised)
    return needed ? `Needed by ${needed}, promised by ${promised}.` : `Promised by ${promised}.`;
  if (!needed) return null;
  return answer === 'CONFIRMED' ? `Needed by ${needed}, and agreed.` : `Needed by ${needed}.`;
}

/** Why it was answered as it was. */
export const reasonWords = ({ answer, reason }: Pick<CrossReference, 'answer' | 'reason'>): string | null =>
  reason && `${answer === 'DISPUTED' ? 'Disputed' : 'Why that day'}: ${reason}`;
