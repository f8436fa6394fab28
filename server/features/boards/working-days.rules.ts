import { DayCounting } from '../../../schema/vocabulary.js';
import {
  addDays,
  bankHolidaysOf,
  daysFrom,
  isWeekend,
  isWorkingDay,
  weekdayOf,
} from './bank-holidays.rules.js';

/** Counting days of notice. Days are 'YYYY-MM-DD'; “clear” means that neither end is counted. */

const counts = (day: string, counting: DayCounting): boolean =>
  counting === DayCounting.CALENDAR_DAYS || isWorkingDay(day);

/** How many days lie clear between two days; none when they are one, or stand the wrong way round. */
export function clearDaysBetween(from: string, to: string, counting: DayCounting): number {
  const first = addDays(from, 1);
  const clear = Math.max(0, daysFrom(first, to));
  if (clear === 0 || counting === DayCounting.CALENDAR_DAYS) return clear;
  const shut = bankHolidaysBetween(first, addDays(to, -1)).filter(({ on }) => !isWeekend(on)).length;
  return weekdaysIn(first, clear) - shut;
}

/** Reckoned, not counted: what is years late is asked about with hundreds of other things. */
function weekdaysIn(first: string, days: number): number {
  const weeks = Math.floor(days / 7);
  const rest = Array.from({ length: days % 7 }, (_, i) => (weekdayOf(first) + i) % 7);
  return weeks * 5 + rest.filter((weekday) => weekday % 6 !== 0).length;
}

/**
 * The latest day on which papers may go out so that so many days lie clear before the meeting. Where working days are
 * counted it is a working day itself: nobody sends out papers from an office that is shut.
 */
export function lastDispatchDay(meetsOn: string, clearDays: number, counting: DayCounting): string {
  let day = addDays(meetsOn, -1);
  for (let clear = 0; clear < clearDays; day = addDays(day, -1)) if (counts(day, counting)) clear++;
  while (!counts(day, counting)) day = addDays(day, -1);
  return day;
}

/** So many working days earlier. None is the same day, or the last working day before it. */
export function workingDaysBefore(day: string, days: number): string {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, -1);
  for (let gone = 0; gone < days; ) {
    at = addDays(at, -1);
    if (isWorkingDay(at)) gone++;
  }
  return at;
}

export interface Holiday {
  readonly on: string;
  readonly name: string;
}

/** Bank holidays from one day to another, both included. */
export function bankHolidaysBetween(from: string, to: string): Holiday[] {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  return Array.from({ length: Math.max(years, 0) }, (_, i) => Number(from.slice(0, 4)) + i)
    .flatMap((year) => [...bankHolidaysOf(year)])
    .flatMap(([on, name]) => (on >= from && on <= to ? [{ on, name }] : []));
}
