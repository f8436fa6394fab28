/**
 * When an action is due: read from what people write, kept exactly as they wrote it.
 *
 * - `start` and `end` are the first and last day of the window the words name; "Sep-18" is 1 to 30 September 2018.
 * - "By X" and "end of X" name a last day only: `start` is null. "By 2025" ends with 2025, the last day on which the
 *   words can still be true, so that nothing is called overdue before it must be.
 * - "From X", "X onwards", "X and ongoing" are open-ended: `end` is null and they are never overdue.
 * - A year alone is a calendar year; a pair of years is financial years; "Y3-5" is the plan's own years.
 * - "Complete" says how the work stands, not when it is due: it is no date, and is flagged (see `saysComplete`).
 * - Whatever is not wholly read, or names several different times, is NOT_UNDERSTOOD: kept, flagged, never guessed. That
 *   includes a blank: nobody can say whether a blank cell means none, or the same as the cell above.
 */
import { BragStatus, TimingPrecision } from '../../../schema/vocabulary.js';
import { addDays, isIsoDay, monthOf, monthSpan, type Span, yearOf } from './timing.calendar.js';
import { type Period, type PlanCalendar, readPeriod } from './timing.grammar.js';
import { readRecurrence } from './timing.recurrence.js';

export type { PlanCalendar } from './timing.grammar.js';

export interface Timing extends Span {
  /** The words, to the letter. */
  asWritten: string;
  precision: TimingPrecision;
  /** How often it comes round, in the tokens of timing.recurrence.ts; null when it does not. */
  recurrence: string | null;
}

type Reading = Omit<Timing, 'asWritten'>;

/** A deadline longer than this is a story, with more than one date in it. */
const LONGEST_DEADLINE = 200;

const OPEN = /^(?:on[ -]?going|continuous|continuing|continual|open[ -]ended)$/;
const UNDECIDED =
  /^(?:(.+?) )?\(?(?:tbc|tba|tbd|to be (?:confirmed|agreed|determined|decided|advised|announced))\)?$/;
const WORD_FOR_DATE = /^(?:dates?|deadlines?|timescales?|timeframes?|timing|by)$/;
const COMPLETE = /^(?:complete|completed|done|finished|closed)$/;
const FROM = /^(?:from|starting(?: from| in| on)?|commencing(?: from| in| on)?) (.+?)(?: onwards?)?$/;
const ONWARDS = /^(.+?)(?: ?-|,)? (?:onwards?|(?:and |then |and then )?on-?going)$/;
const BY = /^(?:(?:due )?by|no later than|on or before) (?:(?:the )?end(?: of)? )?(?:the )?(.+)$/;
const END_OF = /^(?:the )?end(?: of)? (?:the )?(.+)$/;
const WITHIN = /^(?:in|on|during|due|due in|due on) (.+)$/;
const BETWEEN = /^between (.+) and (.+)$/;

const NOT_UNDERSTOOD: Reading = {
  start: null,
  end: null,
  precision: TimingPrecision.NOT_UNDERSTOOD,
  recurrence: null,
};
const UNDATED = (precision: TimingPrecision): Reading => ({ ...NOT_UNDERSTOOD, precision });
const dated = (period: Period): Reading => ({ ...period, recurrence: null });

/** One wording for what is typed in many: spaces, dashes, apostrophes, case, a full stop at the end. */
function tidy(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]$/, '')
    .trim()
    .toLowerCase();
}

/** The text's bullets; several that say the same are one, several that differ are no single deadline. */
function oneBullet(text: string): string | null {
  const bullets = text
    .split(/[•·▪]/)
    .map(tidy)
    .filter((bullet) => bullet !== '');
  const different = new Set(bullets.map((bullet) => bullet.replaceAll(' ', '')));
  return different.size === 1 ? (bullets[0] ?? null) : null;
}

/** Two periods written to the same precision, the first before the second. Bare years are left: "2023 to 2026" has two readings. */
function between(first: string, last: string, calendar: PlanCalendar): Period | null {
  const [from, to] = [readPeriod(first, calendar), readPeriod(last, calendar)];
  if (from === null || to === null || from.precision !== to.precision) return null;
  if (from.precision === TimingPrecision.YEAR || from.start > to.start || from.end > to.end) return null;
  return { start: from.start, end: to.end, precision: from.precision };
}

function readRange(words: string, calendar: PlanCalendar): Period | null {
  for (const joint of words.matchAll(/ ?- ?| (?:to|until|till|through) /g)) {
    const first = words.slice(0, joint.index).replace(/^from /, '');
    const range = between(first, words.slice(joint.index + joint[0].length), calendar);
    if (range !== null) return range;
  }
  const named = BETWEEN.exec(words);
  return named === null ? null : between(named[1] ?? '', named[2] ?? '', calendar);
}

const LONGEST_UNIT: Readonly<Partial<Record<TimingPrecision, number>>> = {
  MONTH: 30,
  QUARTER: 91,
  SEASON: 91,
};

/** The period after "from": one day, month, quarter or year. "From 2023-26" says when it ends too, and is no beginning alone. */
function readBeginning(words: string, calendar: PlanCalendar): Period | null {
  const period = readPeriod(words, calendar);
  const latest = period && addDays(period.start, LONGEST_UNIT[period.precision] ?? 365);
  return period !== null && latest !== null && period.end <= latest ? period : null;
}

function readRecurring(words: string, calendar: PlanCalendar): Reading | null {
  const [often = '', since, ...more] = words.split(/,? (?:from|starting|commencing) /);
  const recurrence = readRecurrence(often);
  if (recurrence === null || more.length > 0) return null;
  const recurring = { ...UNDATED(TimingPrecision.RECURRING), recurrence };
  if (since === undefined) return recurring;
  const period = readBeginning(since, calendar);
  return period === null ? null : { ...recurring, start: period.start };
}

function readOpenEnded(words: string, calendar: PlanCalendar): Reading | null {
  const from = FROM.exec(words);
  const onwards = from === null ? ONWARDS.exec(words) : null;
  const period = from ? readBeginning(from[1] ?? '', calendar) : readPeriod(onwards?.[1] ?? '', calendar);
  return period && { ...UNDATED(TimingPrecision.OPEN_ENDED), start: period.start };
}

function readDeadline(words: string, calendar: PlanCalendar): Reading | null {
  const by = BY.exec(words) ?? END_OF.exec(words);
  const period = by === null ? null : readPeriod(by[1] ?? '', calendar);
  return period && { ...period, start: null, recurrence: null };
}

/** "TBC", "date TBC", "March 2024 (TBC)"; but not "phase 1 March 2024, phase 2 TBC", of which half is known. */
function isUndecided(words: string, calendar: PlanCalendar): boolean {
  const undecided = UNDECIDED.exec(words);
  if (undecided === null) return false;
  const what = undecided[1] ?? '';
  return what === '' || WORD_FOR_DATE.test(what) || readPeriod(what.replace(/ -$/, ''), calendar) !== null;
}

function read(words: string, calendar: PlanCalendar): Reading {
  if (COMPLETE.test(words)) return NOT_UNDERSTOOD;
  if (OPEN.test(words)) return UNDATED(TimingPrecision.OPEN_ENDED);
  if (isUndecided(words, calendar)) return UNDATED(TimingPrecision.TO_BE_CONFIRMED);
  const period = readPeriod(WITHIN.exec(words)?.[1] ?? words, calendar) ?? readRange(words, calendar);
  if (period !== null) return dated(period);
  return (
    readDeadline(words, calendar) ??
    readRecurring(words, calendar) ??
    readOpenEnded(words, calendar) ??
    NOT_UNDERSTOOD
  );
}

/** Reads a deadline as people write it, against the plan's own years. Never throws. */
export function readTiming(text: string, calendar: PlanCalendar): Timing {
  const words = text.length > LONGEST_DEADLINE ? null : oneBullet(text);
  return { asWritten: text, ...(words === null ? NOT_UNDERSTOOD : read(words, calendar)) };
}

/** True when a deadline cell says that the work is done: no date, but a hint for its status. */
export function saysComplete(text: string): boolean {
  return COMPLETE.test(tidy(text.slice(0, LONGEST_DEADLINE)));
}

/** A true date from a spreadsheet cell. */
export function timingOfDay(isoDate: string, asWritten: string): Timing {
  const day = isIsoDay(isoDate) ? { start: isoDate, end: isoDate, precision: TimingPrecision.DAY } : null;
  return { asWritten, ...(day === null ? NOT_UNDERSTOOD : dated(day)) };
}

/** A true date from a cell that shows only month and year: a spreadsheet stores "Sep-18" as the first of the month. */
export function timingOfMonth(isoDate: string, asWritten: string): Timing {
  const span = isIsoDay(isoDate) ? monthSpan(yearOf(isoDate), monthOf(isoDate)) : null;
  const reading = span === null ? NOT_UNDERSTOOD : dated({ ...span, precision: TimingPrecision.MONTH });
  return { asWritten, ...reading };
}

/** Overdue: the last day has passed and the action is not completed and signed off (Blue). */
export function isOverdue(timing: { end: string | null }, status: BragStatus, today: string): boolean {
  return timing.end !== null && timing.end < today && status !== BragStatus.BLUE;
}

/** Due soon: not overdue, not Blue, and the last day is today or within so many days. */
export function isDueSoon(
  timing: { end: string | null },
  status: BragStatus,
  today: string,
  days: number,
): boolean {
  if (timing.end === null || status === BragStatus.BLUE || timing.end < today || !(days >= 0)) return false;
  if (!isIsoDay(today)) return false;
  const horizon = addDays(today, Math.floor(days));
  return horizon === null || timing.end <= horizon;
}
