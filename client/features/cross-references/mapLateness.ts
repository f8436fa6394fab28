import { BragStatus, givenByFrom, givenByTo } from '../../../schema/vocabulary.js';
import { daysBetween, formatDay } from '../../platform/format/dates.js';
import type { CrossReference, ReferenceEnd } from '../actions/crossReferences.js';

export interface Lateness {
  /** When what is needed is due. */
  readonly due: string;
  /** By when it is wanted; null where it is only that its own day is over. */
  readonly wanted: string | null;
  /** Whether the day it is wanted by was agreed, and not only asked for. */
  readonly isAgreed: boolean;
  readonly days: number;
}

const endOf = (end: ReferenceEnd): string | null => ('timing' in end && end.timing?.end) || null;

/** Who gives and who receives; null where neither counts on the other. */
export function giverOf({ promise, from, to }: CrossReference): readonly [ReferenceEnd, ReferenceEnd] | null {
  if (!to) return null;
  if (givenByTo.some((kind) => kind === promise)) return [to, from];
  return givenByFrom.some((kind) => kind === promise) ? [from, to] : null;
}

/** The day agreed is the later of both; until it is agreed, what was asked for counts. */
function wantedBy({ answer, neededBy, promisedBy }: CrossReference, receiver: ReferenceEnd): string | null {
  const agreed =
    answer === 'CONFIRMED' && promisedBy !== null && (neededBy === null || promisedBy > neededBy)
      ? promisedBy
      : neededBy;
  const own = endOf(receiver);
  return [agreed, own].filter((day) => day !== null).sort()[0] ?? null;
}

/** How late what is needed comes, by the days the page knows; null while it is in time, or is no question of days. */
export function latenessOf(reference: CrossReference, today: string): Lateness | null {
  const [giver, receiver] = giverOf(reference) ?? [];
  const due = giver && endOf(giver);
  if (!due || !receiver || reference.strain.level !== 'STRAINED') return null;
  if ('status' in giver && giver.status === BragStatus.BLUE) return null;
  const wanted = wantedBy(reference, receiver);
  const isOverdue = due < today;
  if (!isOverdue && (wanted === null || due <= wanted)) return null;
  // What is overdue gets later by the day, until it is given.
  const days = Math.max(
    isOverdue ? daysBetween(due, today) : 0,
    wanted === null ? 0 : daysBetween(wanted, isOverdue ? today : due),
  );
  return { due, wanted, isAgreed: reference.answer === 'CONFIRMED' && wanted !== endOf(receiver), days };
}

/** 'is due 3 Mar 2018, needed 1 Mar 2018'. */
export function latenessWords({ due, wanted, isAgreed }: Lateness, today: string): string {
  const when = `${due < today ? 'was' : 'is'} due ${formatDay(due)}`;
  // What is overdue is late whatever day it is wanted by.
  if (wanted === null || wanted >= due) return when;
  return `${when}, ${isAgreed ? 'agreed for' : 'needed'} ${formatDay(wanted)}`;
}
