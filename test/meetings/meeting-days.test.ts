import { describe, expect, it } from 'vitest';
import { WeekOfMonth } from '../../schema/meeting-words.js';
import { meetingDays } from '../../server/features/meetings/meeting-days.rules.js';

const { FIRST, THIRD, FOURTH, LAST } = WeekOfMonth;
const days = (week: WeekOfMonth, weekday: number, everyMonths: number, from: string, until: string) =>
  meetingDays({ week, weekday, everyMonths, from, until }).map(({ on, holiday }) =>
    holiday ? `${on} ${holiday}` : on,
  );

describe('the days on which a board meets through the year', () => {
  it.each([
    [
      'the third Friday of every second month',
      days(THIRD, 5, 2, '2023-05-01', '2023-12-31'),
      ['2023-05-19', '2023-07-21', '2023-09-15', '2023-11-17'],
    ],
    [
      'the last Thursday of each month, over a leap day',
      days(LAST, 4, 1, '2024-01-01', '2024-03-31'),
      ['2024-01-25', '2024-02-29', '2024-03-28'],
    ],
    [
      'the first Monday, also where the month begins with it',
      days(FIRST, 1, 1, '2026-06-01', '2026-08-31'),
      ['2026-06-01', '2026-07-06', '2026-08-03'],
    ],
    [
      'the fourth Tuesday, over the end of summer time',
      days(FOURTH, 2, 1, '2026-10-01', '2026-11-30'),
      ['2026-10-27', '2026-11-24'],
    ],
    [
      'quarterly, over the end of a year',
      days(FIRST, 3, 3, '2026-11-01', '2027-05-31'),
      ['2026-11-04', '2027-02-03', '2027-05-05'],
    ],
  ])('is %s', (_, found, expected) => expect(found).toEqual(expected));

  it('leaves out what lies before the first day, and counts the months from that one all the same', () => {
    expect(days(FIRST, 1, 2, '2026-06-02', '2026-10-31')).toEqual(['2026-08-03', '2026-10-05']);
  });

  it('names the bank holiday that falls on a day, and leaves the choice to the board', () => {
    expect(days(LAST, 1, 1, '2026-08-01', '2026-08-31')).toEqual(['2026-08-31 Summer bank holiday']);
  });

  it('refuses a weekday at the weekend and months without number', () => {
    expect(() => days(FIRST, 6, 1, '2026-02-01', '2026-03-01')).toThrow('from 1 for Monday to 5 for Friday');
    expect(() => days(FIRST, 1, 0, '2026-02-01', '2026-03-01')).toThrow('from 1 to 12');
  });

  it('refuses an end before the beginning, and more than three years', () => {
    expect(() => days(FIRST, 1, 1, '2026-02-01', '2026-01-01')).toThrow(
      'The last day comes after the first.',
    );
    expect(() => days(FIRST, 1, 1, '2026-02-01', '2029-02-02')).toThrow('no more than 3 years');
  });
});
