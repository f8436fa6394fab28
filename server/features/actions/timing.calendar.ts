/**
 * Calendar days as ISO text ('2018-09-30'), which sorts as it stands and knows no time zone.
 *
 * The year of a UK public body runs from 1 April to 31 March: Interpretation Act 1978, Schedule 1, "financial year"
 * (the twelve months ending with 31st March), which HM Treasury's accounts and NHS planning rounds follow. Quarter 1 is
 * therefore April to June, and quarter 4 January to March of the second year named.
 */

/** The first and last day of a stretch of time; a side that is not known is null. */
export interface Span {
  start: string | null;
  end: string | null;
}

/** A stretch whose both ends are known. */
export interface ClosedSpan {
  start: string;
  end: string;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const two = (value: number): string => String(value).padStart(2, '0');

/** Days in a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The ISO day, or null where the calendar has no such day (31 February, month 13). */
export function isoDay(year: number, month: number, day: number): string | null {
  const exists =
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  return exists ? `${year}-${two(month)}-${two(day)}` : null;
}

/** True for the ISO text of a day that exists. */
export function isIsoDay(text: string): boolean {
  const parts = ISO_DAY.exec(text);
  return parts !== null && isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The day so many days later (or earlier); null beyond the years this calendar keeps. */
export function addDays(day: string, days: number): string | null {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return Number.isNaN(moved.getTime())
    ? null
    : isoDay(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** From the first day of one month to the last day of another; months may run past 12 into later years. */
export function monthsSpan(year: number, firstMonth: number, count: number): ClosedSpan | null {
  const lastIndex = firstMonth - 1 + count - 1;
  const lastYear = year + Math.floor(lastIndex / 12);
  const lastMonth = (lastIndex % 12) + 1;
  const start = isoDay(year, firstMonth, 1);
  const end = isoDay(lastYear, lastMonth, daysInMonth(lastYear, lastMonth));
  return start && end ? { start, end } : null;
}

export const monthSpan = (year: number, month: number): ClosedSpan | null => monthsSpan(year, month, 1);

export const calendarYear = (year: number): ClosedSpan | null => monthsSpan(year, 1, 12);

/** Whole financial years: (2023, 2026) is 2023/24 to 2025/26, 1 April 2023 to 31 March 2026. */
export function financialYears(firstYear: number, endsInYear: number): ClosedSpan | null {
  return endsInYear > firstYear ? monthsSpan(firstYear, 4, 12 * (endsInYear - firstYear)) : null;
}

/** Quarter 1 to 4 of the financial year that begins in `firstYear`: Q4 lies in the next calendar year. */
export function financialQuarter(quarter: number, firstYear: number): ClosedSpan | null {
  return quarter === 4 ? monthsSpan(firstYear + 1, 1, 3) : monthsSpan(firstYear, 1 + 3 * quarter, 3);
}

/** Years of a plan, counted from the first day of its year 1: (3, 5) is the third to the fifth. */
export function planYears(first: number, last: number, yearOneStart: string): ClosedSpan | null {
  if (first < 1 || last < first || !isIsoDay(yearOneStart)) return null;
  const startsOn = (planYear: number): string | null => {
    const year = yearOf(yearOneStart) + planYear - 1;
    const day = Math.min(Number(yearOneStart.slice(8)), daysInMonth(year, monthOf(yearOneStart)));
    return isoDay(year, monthOf(yearOneStart), day);
  };
  const start = startsOn(first);
  const next = startsOn(last + 1);
  const end = next === null ? null : addDays(next, -1);
  return start && end ? { start, end } : null;
}

/**
 * Seasons by the Met Office's meteorological calendar: spring is March to May, summer June to August, autumn September
 * to November. Winter is December to February and so lies in two years: it needs both named ("Winter 2023/24").
 */
export const SEASON_FIRST_MONTH: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  winter: 12,
};
