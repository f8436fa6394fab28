import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DayCounting } from '../../schema/vocabulary.js';
import {
  addDays,
  bankHolidayOn,
  bankHolidaysOf,
  easterSunday,
  isWorkingDay,
  weekdayOf,
} from '../../server/features/boards/bank-holidays.rules.js';
import {
  bankHolidaysBetween,
  clearDaysBetween,
  lastDispatchDay,
  workingDaysBefore,
} from '../../server/features/boards/working-days.rules.js';

const { WORKING_DAYS, CALENDAR_DAYS } = DayCounting;

/** As they were published for England and Wales. */
const PUBLISHED: Record<number, string> = {
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

describe('England’s bank holidays', () => {
  it.each(Object.entries(PUBLISHED))('of %s are those that were published', (year, days) => {
    expect([...bankHolidaysOf(Number(year)).keys()]).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it.each([
    [1999, '1999-12-31'],
    [2002, '2002-06-03 2002-06-04'],
    [2011, '2011-04-29'],
    [2012, '2012-06-04 2012-06-05'],
  ])('of %s have what was proclaimed for that year alone', (year, days) => {
    expect([...bankHolidaysOf(year).keys()]).toEqual(expect.arrayContaining(days.split(' ')));
  });

  it('were moved, not doubled, where a proclamation moved them', () => {
    expect(bankHolidayOn('2020-05-04')).toBeNull();
    expect(bankHolidayOn('2022-05-30')).toBeNull();
    expect(bankHolidayOn('2012-05-28')).toBeNull();
    expect(bankHolidayOn('2002-05-27')).toBeNull();
  });

  it('fall on weekdays, eight in an ordinary year, for a hundred years', () => {
    for (let year = 2024; year < 2124; year++) {
      const days = [...bankHolidaysOf(year).keys()];
      expect(days).toHaveLength(8);
      expect(days.filter((day) => weekdayOf(day) % 6 === 0)).toEqual([]);
    }
  });

  it('are named, substitute days too', () => {
    expect(bankHolidayOn('2028-01-03')).toBe('New Year’s Day (substitute day)');
    expect(bankHolidayOn('2022-12-26')).toBe('Boxing Day');
    expect(bankHolidayOn('2022-12-27')).toBe('Christmas Day (substitute day)');
    expect(bankHolidayOn('2022-09-19')).toMatch(/funeral/);
  });

  it.each([
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2038, '2038-04-25'],
    [2076, '2076-04-19'],
    [2285, '2285-03-22'],
  ])('know when Easter is in %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });
});

describe('working days', () => {
  it.each([
    ['an ordinary Tuesday', '2026-06-09', true],
    ['a Saturday', '2026-06-13', false],
    ['a Sunday', '2026-06-14', false],
    ['Christmas Eve on a weekday', '2026-12-24', true],
    ['Boxing Day’s substitute', '2026-12-28', false],
    ['the day after the substitute', '2026-12-29', true],
    ['Good Friday', '2026-04-03', false],
    ['leap day on a Thursday', '2024-02-29', true],
    ['the Monday after the clocks go forward', '2026-03-30', true],
  ])('%s (%s) is one: %s', (_, day, is) => {
    expect(isWorkingDay(day)).toBe(is);
  });

  it('move a day at a time over leap days and both changes of the clocks', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-02-29', 1)).toBe('2024-03-01');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 1)).toBe('2026-10-25');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
  });
});

describe('clear days', () => {
  it.each([
    ['neither end counts', '2026-06-08', '2026-06-12', 3, 3],
    ['a weekend lies between', '2026-06-05', '2026-06-12', 4, 6],
    ['one day', '2026-06-12', '2026-06-12', 0, 0],
    ['two days that touch', '2026-06-11', '2026-06-12', 0, 0],
    ['the wrong way round', '2026-06-12', '2026-06-05', 0, 0],
    ['Christmas and New Year', '2026-12-22', '2027-01-06', 7, 14],
    ['Easter', '2026-04-01', '2026-04-09', 3, 7],
    ['a leap day', '2024-02-27', '2024-03-05', 4, 6],
    ['the clocks going forward', '2026-03-26', '2026-04-02', 4, 6],
    ['the clocks going back', '2026-10-22', '2026-10-29', 4, 6],
  ])('%s: from %s to %s', (_, from, to, working, calendar) => {
    expect(clearDaysBetween(from, to, WORKING_DAYS)).toBe(working);
    expect(clearDaysBetween(from, to, CALENDAR_DAYS)).toBe(calendar);
  });

  it('are as many as whoever counts them day by day finds', () => {
    const day = fc.integer({ min: 0, max: 40 * 365 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(day, day, (from, to) => {
        let counted = 0;
        for (let at = addDays(from, 1); at < to; at = addDays(at, 1)) if (isWorkingDay(at)) counted += 1;
        expect(clearDaysBetween(from, to, WORKING_DAYS)).toBe(counted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the last day on which papers may go out', () => {
  it.each([
    ['an ordinary Friday meeting', '2026-06-12', 5, '2026-06-04'],
    ['a Monday meeting goes back to a Friday, not a Sunday', '2026-06-15', 5, '2026-06-05'],
    ['a Tuesday meeting', '2026-06-16', 5, '2026-06-08'],
    ['over the spring bank holiday', '2026-05-29', 5, '2026-05-20'],
    ['over two bank holidays in May 2023', '2023-05-10', 5, '2023-04-28'],
    ['over the Jubilee’s four days', '2022-06-08', 5, '2022-05-27'],
    ['over the day of the funeral', '2022-09-22', 5, '2022-09-13'],
    ['over Easter', '2026-04-10', 5, '2026-03-31'],
    ['right after Easter', '2026-04-07', 5, '2026-03-26'],
    ['over Christmas', '2027-01-05', 5, '2026-12-23'],
    ['over Christmas with two substitute days', '2028-01-05', 5, '2027-12-23'],
    ['over leap day', '2024-03-04', 5, '2024-02-23'],
    ['over the clocks going forward', '2026-04-01', 5, '2026-03-24'],
    ['over the clocks going back', '2026-10-30', 5, '2026-10-22'],
    ['no clear day at all', '2026-06-15', 0, '2026-06-12'],
  ])('%s: meets on %s, %s clear working days: %s', (_, meetsOn, days, last) => {
    expect(lastDispatchDay(meetsOn, days, WORKING_DAYS)).toBe(last);
    // It is enough, and a working day later is not.
    expect(clearDaysBetween(last, meetsOn, WORKING_DAYS)).toBeGreaterThanOrEqual(days);
    let later = addDays(last, 1);
    while (!isWorkingDay(later)) later = addDays(later, 1);
    if (later < meetsOn) expect(clearDaysBetween(later, meetsOn, WORKING_DAYS)).toBeLessThan(days);
  });

  it.each([
    ['28 clear days of notice', '2026-06-30', 28, '2026-06-01'],
    ['28 clear days over a leap day', '2024-03-20', 28, '2024-02-20'],
    ['28 clear days over the clocks going forward', '2026-04-15', 28, '2026-03-17'],
    ['3 clear days may begin on a Sunday', '2026-06-11', 3, '2026-06-07'],
  ])('counts every day where a board counts calendar days: %s', (_, meetsOn, days, last) => {
    expect(lastDispatchDay(meetsOn, days, CALENDAR_DAYS)).toBe(last);
    expect(clearDaysBetween(last, meetsOn, CALENDAR_DAYS)).toBe(days);
  });

  it('goes further back by working days', () => {
    expect(workingDaysBefore('2026-06-15', 1)).toBe('2026-06-12');
    expect(workingDaysBefore('2026-04-07', 2)).toBe('2026-04-01');
    expect(workingDaysBefore('2026-06-14', 0)).toBe('2026-06-12');
    expect(workingDaysBefore('2026-06-12', 0)).toBe('2026-06-12');
  });

  it('names the holidays on the way, over the turn of a year', () => {
    expect(bankHolidaysBetween('2026-12-23', '2027-01-05').map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2026-12-25 Christmas Day',
      '2026-12-28 Boxing Day (substitute day)',
      '2027-01-01 New Year’s Day',
    ]);
    expect(bankHolidaysBetween('2026-06-05', '2026-06-12')).toEqual([]);
  });
});
