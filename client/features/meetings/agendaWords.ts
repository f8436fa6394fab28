import type { AgendaPurpose } from '../../../schema/meeting-words.js';
import { clockOf, minutesOf, overrunMinutes, plannedMinutes } from '../../../schema/running-order.js';

/** What the board is asked to do. */
export const PURPOSE_WORDS: Readonly<Record<keyof typeof AgendaPurpose, string>> = {
  NOTE: 'To note',
  DISCUSS: 'To discuss',
  DECIDE: 'To decide',
  APPROVE: 'To approve',
};

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** “45 minutes”, “1 hour 30 minutes”, “2 hours”. */
export function spanOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return many(rest, 'minute');
  return rest === 0 ? many(hours, 'hour') : `${many(hours, 'hour')} ${many(rest, 'minute')}`;
}

interface Hours {
  readonly startsAt: string;
  readonly endsAt: string | null;
}

export interface Running {
  readonly words: string;
  readonly isOver: boolean;
}

/** Whether the agenda fits into its time, in a sentence. */
export function runningOf(
  { startsAt, endsAt }: Hours,
  items: readonly { readonly isRestricted: boolean; readonly minutes: number | null }[],
): Running {
  const over = overrunMinutes(startsAt, endsAt, items);
  const planned = plannedMinutes(items);
  const ends = clockOf(minutesOf(startsAt) + planned);
  if (over === null || endsAt === null)
    return {
      words: planned === 0 ? 'No end is planned' : `Takes ${spanOf(planned)}, until ${ends}`,
      isOver: false,
    };
  if (over > 0)
    return {
      words: `Runs ${spanOf(over)} over the planned end (${ends} instead of ${endsAt})`,
      isOver: true,
    };
  if (over === 0) return { words: `Ends as planned at ${endsAt}`, isOver: false };
  return { words: `${spanOf(-over)} left before the planned end at ${endsAt}`, isOver: false };
}

/** What is typed for a new item: its title, and its minutes where it ends in “20 min”. */
export function readTypedItem(typed: string): { title: string; minutes: number | null } {
  const found = /^(.*\S)[\s,–-]+(\d{1,3})\s*(?:m|mins?|minutes?)\.?$/i.exec(typed.trim());
  const minutes = Number(found?.[2]);
  return found?.[1] && minutes >= 1 && minutes <= 600
    ? { title: found[1].replace(/[\s,–-]+$/, ''), minutes }
    : { title: typed.trim(), minutes: null };
}

/** Minutes as they are typed in place; throws words fit for the reader. Nothing typed is none. */
export function readMinutes(typed: string): number | null {
  if (typed.trim() === '') return null;
  const found = /^(\d{1,3})\s*(?:m|mins?|minutes?)?\.?$/i.exec(typed.trim());
  const minutes = Number(found?.[1]);
  if (found && minutes >= 1 && minutes <= 600) return minutes;
  throw new Error('Write minutes as a whole number from 1 to 600, or nothing.');
}
