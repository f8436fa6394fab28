import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BragStatus, TimingPrecision } from '../../schema/vocabulary.js';
import { readRecurrence } from '../../server/features/actions/timing.recurrence.js';
import {
  isDueSoon,
  isOverdue,
  type PlanCalendar,
  readTiming,
  saysComplete,
  type Timing,
  timingOfDay,
  timingOfMonth,
} from '../../server/features/actions/timing.rules.js';
import { atThisPace } from '../support/pace.js';

const PLAN: PlanCalendar = { yearOneStart: '2023-04-01', periodEnd: '2028-03-31' };
const P = TimingPrecision;

type Row = readonly [
  text: string,
  precision: TimingPrecision,
  start: string | null,
  end: string | null,
  recurrence?: string,
];

const READ: readonly Row[] = [
  // Days: the day comes before the month.
  ['2024-03-31', P.DAY, '2024-03-31', '2024-03-31'],
  ['31/03/2024', P.DAY, '2024-03-31', '2024-03-31'],
  ['1/4/24', P.DAY, '2024-04-01', '2024-04-01'],
  ['4-5-2024', P.DAY, '2024-05-04', '2024-05-04'],
  ['31st March 2024', P.DAY, '2024-03-31', '2024-03-31'],
  ['Sunday, 31 March 2024', P.DAY, '2024-03-31', '2024-03-31'],
  ['Tues 2nd April 2024', P.DAY, '2024-04-02', '2024-04-02'],
  ['March 31, 2024', P.DAY, '2024-03-31', '2024-03-31'],
  ['29 Feb 2024', P.DAY, '2024-02-29', '2024-02-29'],
  ['by 31 March 2024', P.DAY, null, '2024-03-31'],
  ['No later than 31.3.24', P.DAY, null, '2024-03-31'],
  ['1 April 2023 – 31 March 2024', P.DAY, '2023-04-01', '2024-03-31'],
  // Months.
  ["Mar '24", P.MONTH, '2024-03-01', '2024-03-31'],
  ['  Sept. 2024. ', P.MONTH, '2024-09-01', '2024-09-30'],
  ['SEPTEMBER 2024', P.MONTH, '2024-09-01', '2024-09-30'],
  ['February 2024', P.MONTH, '2024-02-01', '2024-02-29'],
  ['early May 2024', P.MONTH, '2024-05-01', '2024-05-31'],
  ['Mid-April 2024', P.MONTH, '2024-04-01', '2024-04-30'],
  ['By the end of June 2024', P.MONTH, null, '2024-06-30'],
  ['end Dec 2024', P.MONTH, null, '2024-12-31'],
  ['October and November 2024', P.MONTH, '2024-10-01', '2024-11-30'],
  ['Oct-Dec 2024', P.MONTH, '2024-10-01', '2024-12-31'],
  ['Nov 2024-Feb 2025', P.MONTH, '2024-11-01', '2025-02-28'],
  ['between May 2024 and July 2024', P.MONTH, '2024-05-01', '2024-07-31'],
  // Quarters, seasons, years.
  ['Quarter 3 of 2024/25', P.QUARTER, '2024-10-01', '2024-12-31'],
  ['by Q4 2024-25', P.QUARTER, null, '2025-03-31'],
  ['Q3 23/24 to Q1 24/25', P.QUARTER, '2023-10-01', '2024-06-30'],
  ['Autumn 2023', P.SEASON, '2023-09-01', '2023-11-30'],
  ['spring 2024', P.SEASON, '2024-03-01', '2024-05-31'],
  ['by summer 2024', P.SEASON, null, '2024-08-31'],
  ['Winter 2023/24', P.SEASON, '2023-12-01', '2024-02-29'],
  ['financial year 2024/25', P.FINANCIAL_YEAR, '2024-04-01', '2025-03-31'],
  ['FY 24/25', P.FINANCIAL_YEAR, '2024-04-01', '2025-03-31'],
  ['2023-26', P.FINANCIAL_YEAR, '2023-04-01', '2026-03-31'],
  ['2023/24 to 2025/26', P.FINANCIAL_YEAR, '2023-04-01', '2026-03-31'],
  ['end of 2024/25', P.FINANCIAL_YEAR, null, '2025-03-31'],
  ['2099/2100', P.FINANCIAL_YEAR, '2099-04-01', '2100-03-31'],
  ['Y3-5', P.FINANCIAL_YEAR, '2025-04-01', '2028-03-31'],
  ['years 2 to 3', P.FINANCIAL_YEAR, '2024-04-01', '2026-03-31'],
  ['end of year 1', P.FINANCIAL_YEAR, null, '2024-03-31'],
  ['during 2024', P.YEAR, '2024-01-01', '2024-12-31'],
  ['By 2025', P.YEAR, null, '2025-12-31'],
  ['End of 2024', P.YEAR, null, '2024-12-31'],
  // Open-ended, to be confirmed, recurring.
  ['on-going', P.OPEN_ENDED, null, null],
  ['Continuous', P.OPEN_ENDED, null, null],
  ['from 1 May 2024', P.OPEN_ENDED, '2024-05-01', null],
  ['May 2024 – ongoing', P.OPEN_ENDED, '2024-05-01', null],
  ['2023-26 and ongoing', P.OPEN_ENDED, '2023-04-01', null],
  ['from 2024/25', P.OPEN_ENDED, '2024-04-01', null],
  ['from January 2024', P.OPEN_ENDED, '2024-01-01', null],
  ['May 2024 onwards', P.OPEN_ENDED, '2024-05-01', null],
  ['Starting from Q2 24/25', P.OPEN_ENDED, '2024-07-01', null],
  ['tba', P.TO_BE_CONFIRMED, null, null],
  ['To be agreed', P.TO_BE_CONFIRMED, null, null],
  ['March 2025 (TBC)', P.TO_BE_CONFIRMED, null, null],
  ['Timescale TBC', P.TO_BE_CONFIRMED, null, null],
  ['Monthly', P.RECURRING, null, null, 'EVERY_MONTH'],
  ['6-monthly', P.RECURRING, null, null, 'EVERY_6_MONTHS'],
  ['every two weeks', P.RECURRING, null, null, 'EVERY_2_WEEKS'],
  ['Annually from 2024', P.RECURRING, '2024-01-01', null, 'EVERY_YEAR'],
];

/** Each of these has two readings, or none. */
const FLAGGED = [
  '',
  ' • ',
  'Complete',
  'N/A',
  'ASAP',
  'March',
  '31 March',
  '31/02/2024',
  '03/31/2024', // not swapped into 31 March
  'Monday 31 March 2024', // a Sunday
  'March 31', // a day, or 2031?
  'Sep-98',
  '11/12', // a financial year, or 11 December?
  '2011-12', // a financial year, or December 2011?
  '2018-09', // a month, or a slip for 2018-19?
  '2024/2023',
  '2023/84',
  '2023 to 2026', // from January or April, to March or December?
  'Q3 2024', // of the calendar year or the financial year?
  'Q5 23/24',
  'Q4 23/25',
  'Winter 2023', // January or December?
  'early 2024',
  'late winter/early spring',
  'FY24', // beginning in 2024, or ending?
  'March/September 2024', // two dates
  'November - February 2025',
  'Y0',
  'Y5-3',
  'Y6', // the plan has five years
  'Y4-7',
  'March 2024 and September 2024',
  'Phase 1 March 2024, phase 2 TBC',
  'from 2023-26', // a beginning, or the whole of it?
  'from Y3-5',
  'from Oct-Dec 2024',
  'monthly from 2023-26',
  'bi-monthly', // twice a month, or every two?
  'biannual',
  'every March',
  'before April 2024',
  '9999',
  '٢٠٢٤',
  `March 2024 ${'or thereabouts '.repeat(40)}`,
];

describe('reading a deadline', () => {
  for (const [text, precision, start, end, recurrence] of READ) {
    test(`reads "${text}" as ${precision}, ${start} to ${end}`, () => {
      expect(readTiming(text, PLAN)).toEqual({
        asWritten: text,
        precision,
        start,
        end,
        recurrence: recurrence ?? null,
      });
    });
  }

  test.each(FLAGGED)('flags "%s" and does not guess', (text) => {
    expect(readTiming(text, PLAN)).toEqual({
      asWritten: text,
      precision: P.NOT_UNDERSTOOD,
      start: null,
      end: null,
      recurrence: null,
    });
  });

  test("counts plan years from the plan's own year one", () => {
    const academic = { yearOneStart: '2024-09-01', periodEnd: null };
    expect(readTiming('Y2', academic)).toMatchObject({
      start: '2025-09-01',
      end: '2026-08-31',
      precision: P.YEAR,
    });
    const leap = { yearOneStart: '2024-02-29', periodEnd: null };
    expect(readTiming('Y2', leap)).toMatchObject({ start: '2025-02-28', end: '2026-02-27' });
  });

  test('does not count plan years of a plan whose year one is not a day', () => {
    expect(readTiming('Y2', { yearOneStart: 'April', periodEnd: null }).precision).toBe(P.NOT_UNDERSTOOD);
  });

  test('knows the words that say an action is done, though they are no date', () => {
    expect(['Complete', 'completed.', 'DONE', 'Sep-18', ''].map(saysComplete)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('gives one token for one frequency, however it is worded', () => {
    const tokens = ['quarterly', '3 monthly', 'every three months', 'every quarter'].map(readRecurrence);
    expect(new Set(tokens)).toEqual(new Set(['EVERY_3_MONTHS']));
    expect(['constructor', '__proto__', 'every 0 months', 'bi-weekly'].map(readRecurrence)).toEqual(
      Array(4).fill(null),
    );
  });
});

describe('true dates from cells', () => {
  test('a date is that day', () => {
    expect(timingOfDay('2018-04-30', '30-Apr-18')).toEqual({
      asWritten: '30-Apr-18',
      start: '2018-04-30',
      end: '2018-04-30',
      precision: P.DAY,
      recurrence: null,
    });
  });

  test('a date shown as month and year is the whole month', () => {
    expect(timingOfMonth('2020-02-01', 'Feb-20')).toMatchObject({
      start: '2020-02-01',
      end: '2020-02-29',
      precision: P.MONTH,
    });
  });

  test.each(['2018-02-30', '', '30/04/2018', '2018-04-30T00:00:00Z'])('"%s" is no date', (text) => {
    expect(timingOfDay(text, 'x')).toMatchObject({ asWritten: 'x', end: null, precision: P.NOT_UNDERSTOOD });
    expect(timingOfMonth(text, 'x')).toMatchObject({
      asWritten: 'x',
      end: null,
      precision: P.NOT_UNDERSTOOD,
    });
  });
});

describe('overdue and due soon', () => {
  const due = { end: '2024-03-31' };
  const { BLUE, GREEN, RED, NOT_YET_RATED } = BragStatus;

  test('an action is overdue from the day after its last day, unless it is Blue', () => {
    expect(isOverdue(due, GREEN, '2024-03-31')).toBe(false);
    expect(isOverdue(due, GREEN, '2024-04-01')).toBe(true);
    expect(isOverdue(due, NOT_YET_RATED, '2024-04-01')).toBe(true);
    expect(isOverdue(due, BLUE, '2024-04-01')).toBe(false);
    expect(isOverdue({ end: null }, RED, '2099-01-01')).toBe(false);
  });

  test('an action is due soon within the days given, and no longer once it is overdue or Blue', () => {
    expect(isDueSoon(due, GREEN, '2024-03-01', 30)).toBe(true);
    expect(isDueSoon(due, GREEN, '2024-02-29', 30)).toBe(false);
    expect(isDueSoon(due, GREEN, '2024-03-31', 0)).toBe(true);
    expect(isDueSoon(due, GREEN, '2024-04-01', 30)).toBe(false);
    expect(isDueSoon(due, BLUE, '2024-03-31', 30)).toBe(false);
    expect(isDueSoon(due, RED, '2024-03-31', -1)).toBe(false);
    expect(isDueSoon(due, RED, '2024-03-31', Number.NaN)).toBe(false);
    expect(isDueSoon({ end: null }, RED, '2024-03-31', 30)).toBe(false);
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...'Q1 Y3 Year 2023 24 23/24 2024-26 March Sep-18 31 31st Autumn winter by from end of onwards and ongoing TBC - – / • , to monthly 6 FY ( ) 0 99 \u00a0'.split(
      ' ',
    ),
  );
  const written = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
    fc.array(pieces, { maxLength: 5 }).map((words) => words.join('')),
    fc.constantFrom(...READ.map(([text]) => text)),
  );
  const calendars = fc.record({
    yearOneStart: fc.oneof(
      fc.constantFrom('2018-04-01', '2024-02-29', '2199-12-31', ''),
      fc.string({ maxLength: 10 }),
    ),
    periodEnd: fc.constantFrom(null, '2028-03-31', 'soon'),
  });
  const ISO = /^\d{4}-\d\d-\d\d$/;

  function expectSound(timing: Timing, text: string): void {
    expect(timing.asWritten).toBe(text);
    for (const day of [timing.start, timing.end]) if (day !== null) expect(day).toMatch(ISO);
    if (timing.start !== null && timing.end !== null) expect(timing.start <= timing.end).toBe(true);
    expect(timing.recurrence !== null).toBe(timing.precision === P.RECURRING);
    const undated: readonly string[] = [P.NOT_UNDERSTOOD, P.TO_BE_CONFIRMED];
    if (undated.includes(timing.precision)) expect([timing.start, timing.end]).toEqual([null, null]);
    else if (timing.precision === P.OPEN_ENDED || timing.precision === P.RECURRING)
      expect(timing.end).toBeNull();
    else expect(timing.end).not.toBeNull();
    if (timing.precision === P.DAY) return;
    if (timing.precision === P.FINANCIAL_YEAR) expect(timing.end).toMatch(/-03-31$/);
    if (timing.precision === P.MONTH && timing.end !== null) {
      const next = new Date(`${timing.end}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(next.getUTCDate()).toBe(1);
    }
  }

  test('the words are kept to the letter and the dates agree with the precision', () => {
    fc.assert(
      fc.property(written, calendars, (text, calendar) => expectSound(readTiming(text, calendar), text)),
      { numRuns: 3000 },
    );
  });

  test('case, outer blanks and a full stop make no difference to what is read', () => {
    fc.assert(
      fc.property(written, (text) => {
        const { asWritten: _, ...plain } = readTiming(text, PLAN);
        const { asWritten: __, ...varied } = readTiming(`  ${text.trim()} `, PLAN);
        expect(varied).toEqual(plain);
      }),
    );
  });

  test('every day written the British way is read back as that day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const words = new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
          expect(readTiming(words, PLAN)).toMatchObject({ start: iso, end: iso, precision: P.DAY });
        },
      ),
    );
  });

  test('long and hostile text is refused at once', () => {
    for (const text of ['1'.repeat(100_000), ' '.repeat(100_000), '• '.repeat(50_000), 'to '.repeat(66)]) {
      const began = performance.now();
      expect(readTiming(text, PLAN).precision).toBe(P.NOT_UNDERSTOOD);
      expect(performance.now() - began).toBeLessThan(atThisPace(1_000));
    }
  });
});
