import { TimingPrecision } from '../../../schema/vocabulary.js';
import {
  type ClosedSpan,
  calendarYear,
  FIRST_YEAR,
  financialQuarter,
  financialYears,
  isIsoDay,
  isoDay,
  LAST_YEAR,
  monthSpan,
  monthsSpan,
  planYears,
  SEASON_FIRST_MONTH,
  yearOf,
} from './timing.calendar.js';

/** The plan's own years: what "Y3-5" counts from, and which century "24" belongs to. */
export interface PlanCalendar {
  /** First day of the plan's year 1; a UK financial year starts on 1 April. */
  yearOneStart: string;
  /** Last day the plan covers; null when it names none. */
  periodEnd: string | null;
}

/** One stretch of time that has been read, and how finely it was written. */
export interface Period extends ClosedSpan {
  precision: TimingPrecision;
}

type Words = RegExpExecArray;
type Form = readonly [pattern: RegExp, read: (words: Words, calendar: PlanCalendar) => Period | null];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?' +
  '|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = "(\\d{4}|'?\\d{2})";
const WEEKDAY =
  '(?:(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?),? )?';
const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)?';
const FINANCIAL = '(?:(?:financial|fiscal) year |f\\.?y\\.? ?)?';
const YEAR_PAIR = '(\\d{4}|\\d{2}) ?[-/] ?(\\d{4}|\\d{2})';
const PLAN_YEAR = '(?:milestones? )?(?:y|yr|yrs|year|years) ?';

const form = (pattern: string, read: Form[1]): Form => [new RegExp(`^${pattern}$`), read];
const as = (precision: TimingPrecision, span: ClosedSpan | null): Period | null =>
  span === null ? null : { ...span, precision };
const monthNumber = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;
const group = (words: Words, at: number): string => words[at] ?? '';

/** How far around the plan a year written with two digits is believed: beyond it "Mar 31" may well be a day. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 2;
const YEARS_OF_AN_OPEN_PLAN = 10;

/** A strategy seldom covers more than ten years: "2023/84" is a slip of the hand, not a period. */
const LONGEST_SPAN = 10;

/**
 * Four digits are a year as they stand. Two digits are a year of this century when that lies in or near the plan's own
 * period; otherwise nobody can tell a year from a day ("March 31"), and null says so.
 */
function fullYear(digits: string, calendar: PlanCalendar): number | null {
  if (digits.length === 4) {
    const year = Number(digits);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
  }
  if (!isIsoDay(calendar.yearOneStart)) return null;
  const year = 2000 + Number(digits.replace("'", ''));
  const first = yearOf(calendar.yearOneStart);
  const last =
    calendar.periodEnd !== null && isIsoDay(calendar.periodEnd)
      ? yearOf(calendar.periodEnd)
      : first + YEARS_OF_AN_OPEN_PLAN;
  return year >= first - YEARS_BEFORE && year <= last + YEARS_AFTER ? year : null;
}

/** A day, which must be the weekday it claims to be. */
function dayOf(year: number | null, month: number, day: string, weekday: string): Period | null {
  const iso = year === null ? null : isoDay(year, month, Number(day));
  if (iso === null) return null;
  const truly = new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  });
  if (weekday !== '' && truly.toLowerCase() !== weekday.slice(0, 3)) return null;
  return { start: iso, end: iso, precision: TimingPrecision.DAY };
}

/**
 * A pair of years is financial years, as public bodies write them: 2023/24 is one, 2023-26 and 2024-2026 are those from
 * April of the first to March of the last. A second half of 12 or less could be a month ("2011-12", "11/12"): not read.
 */
function yearPair(first: string, second: string, calendar: PlanCalendar): ClosedSpan | null {
  const couldBeMonth = [first, second].some((part) => part.length === 2 && Number(part) <= 12);
  if (second.length > first.length || couldBeMonth) return null;
  const start = fullYear(first, calendar);
  if (start === null) return null;
  const end = second.length === 4 ? Number(second) : Math.floor(start / 100) * 100 + Number(second);
  const plausible = end > start && end - start <= LONGEST_SPAN && end <= LAST_YEAR;
  return plausible ? financialYears(start, end) : null;
}

function oneFinancialYear(first: string, second: string, calendar: PlanCalendar): number | null {
  const span = yearPair(first, second, calendar);
  return span !== null && yearOf(span.end) === yearOf(span.start) + 1 ? yearOf(span.start) : null;
}

function planYearPeriod(first: string, last: string, calendar: PlanCalendar): Period | null {
  const span = planYears(Number(first), Number(last), calendar.yearOneStart);
  // A year the plan does not have cannot be what was meant.
  const lastYear = planYears(Number(last), Number(last), calendar.yearOneStart);
  if (span === null || lastYear === null) return null;
  if (calendar.periodEnd !== null && lastYear.start > calendar.periodEnd) return null;
  const isFinancial = calendar.yearOneStart.endsWith('-04-01');
  return as(isFinancial ? TimingPrecision.FINANCIAL_YEAR : TimingPrecision.YEAR, span);
}

/** "October/November 2018": neighbours are one stretch; "March/September 2018" are two dates and are not read. */
function monthRange(words: Words, calendar: PlanCalendar): Period | null {
  const [first, joint, last] = [monthNumber(group(words, 1)), group(words, 2), monthNumber(group(words, 3))];
  const year = fullYear(group(words, 4), calendar);
  const isStretch = joint === '-' || joint === 'to' || joint === 'until' ? last > first : last === first + 1;
  return year !== null && isStretch
    ? as(TimingPrecision.MONTH, monthsSpan(year, first, last - first + 1))
    : null;
}

function quarterRange(words: Words, calendar: PlanCalendar): Period | null {
  const [first, joint, last] = [Number(group(words, 1)), group(words, 2), Number(group(words, 3))];
  const year = oneFinancialYear(group(words, 4), group(words, 5), calendar);
  if (year === null || !(joint === '-' || joint === 'to' ? last > first : last === first + 1)) return null;
  const [start, end] = [financialQuarter(first, year), financialQuarter(last, year)];
  return start && end ? { start: start.start, end: end.end, precision: TimingPrecision.QUARTER } : null;
}

function winter(words: Words, calendar: PlanCalendar): Period | null {
  const year = oneFinancialYear(group(words, 1), group(words, 2), calendar);
  return year === null
    ? null
    : as(TimingPrecision.SEASON, monthsSpan(year, SEASON_FIRST_MONTH['winter'] ?? 12, 3));
}

/** "Early", "mid" and "late" narrow a month by no agreed number of days: the whole month is given, the nuance stays in the text. */
const PART = '(?:(?:the )?(?:beginning|start|middle) of |(?:early|mid|late)[ -](?:in )?)?';

/** Every way of writing one period that is read. */
const FORMS: readonly Form[] = [
  form('(\\d{4})-(\\d{2})-(\\d{2})', (w) => dayOf(Number(group(w, 1)), Number(group(w, 2)), group(w, 3), '')),
  // Day before month, as in the whole of the UK; a "month" above 12 is never swapped with the day.
  form('(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})', (w, c) =>
    dayOf(fullYear(group(w, 4), c), Number(group(w, 3)), group(w, 1), ''),
  ),
  form(`${WEEKDAY}${ORDINAL}(?: |-| of )?(${MONTH}),?[ -]?${YEAR}`, (w, c) =>
    dayOf(fullYear(group(w, 4), c), monthNumber(group(w, 3)), group(w, 2), group(w, 1)),
  ),
  form(`${WEEKDAY}(${MONTH}) ${ORDINAL}, ?(\\d{4})`, (w, c) =>
    dayOf(fullYear(group(w, 4), c), monthNumber(group(w, 2)), group(w, 3), group(w, 1)),
  ),
  form(`${PART}(${MONTH})[ ,/-]{0,2}${YEAR}`, (w, c) => {
    const year = fullYear(group(w, 2), c);
    return year === null ? null : as(TimingPrecision.MONTH, monthSpan(year, monthNumber(group(w, 1))));
  }),
  form(`(${MONTH}) ?(/|-|&|to|until|and) ?(${MONTH}) ?${YEAR}`, monthRange),
  form(`(?:q|quarter )([1-4]),? ?(?:of )?${FINANCIAL}${YEAR_PAIR}`, (w, c) => {
    const year = oneFinancialYear(group(w, 2), group(w, 3), c);
    return year === null ? null : as(TimingPrecision.QUARTER, financialQuarter(Number(group(w, 1)), year));
  }),
  form(`q([1-4]) ?(/|-|&|to|and) ?q([1-4]),? ?(?:of )?${FINANCIAL}${YEAR_PAIR}`, quarterRange),
  form(`(spring|summer|autumn),? (?:of )?(\\d{4})`, (w, c) => {
    const year = fullYear(group(w, 2), c);
    const month = SEASON_FIRST_MONTH[group(w, 1)];
    return year === null || month === undefined
      ? null
      : as(TimingPrecision.SEASON, monthsSpan(year, month, 3));
  }),
  form(`winter,? (?:of )?${YEAR_PAIR}`, winter),
  form(`${FINANCIAL}${YEAR_PAIR}`, (w, c) =>
    as(TimingPrecision.FINANCIAL_YEAR, yearPair(group(w, 1), group(w, 2), c)),
  ),
  form(`(\\d{4})`, (w, c) => {
    const year = fullYear(group(w, 1), c);
    return year === null ? null : as(TimingPrecision.YEAR, calendarYear(year));
  }),
  form(`${PLAN_YEAR}(\\d{1,2})`, (w, c) => planYearPeriod(group(w, 1), group(w, 1), c)),
  form(`${PLAN_YEAR}(\\d{1,2}) ?(?:-|to) ?(?:${PLAN_YEAR})?(\\d{1,2})`, (w, c) =>
    planYearPeriod(group(w, 1), group(w, 2), c),
  ),
];

/** The one period a tidied text names, or null: the whole text must be read, never a part of it. */
export function readPeriod(text: string, calendar: PlanCalendar): Period | null {
  for (const [pattern, read] of FORMS) {
    const words = pattern.exec(text);
    const period = words === null ? null : read(words, calendar);
    if (period !== null) return period;
  }
  return null;
}
