import { describe, expect, it } from 'vitest';
import { proposedDays } from '../../client/features/meetings/rhythmDays.js';
import {
  clashesOf,
  type Dated,
  daysOf,
  sittersOf,
  spanOf,
  type YearKind,
  yearOf,
} from '../../client/features/meetings/yearDays.js';

const board = (id: string) => ({ id, name: `Board ${id}` });
const meeting = (id: string, meetsOn: string, boards: string[], more: Partial<Dated> = {}): Dated => ({
  ...{ id, meetsOn, startsAt: '10:00', endsAt: '12:00' },
  ...{ meetingStatus: 'PLANNED', boards: boards.map(board), timetable: null },
  ...more,
});
const seated = (id: string, ...people: (string | null)[]) => ({
  id,
  seats: people.map((name, i) => ({ id: `${id} ${i}`, holder: name === null ? null : { id: name, name } })),
});
const MAY_DAY = { on: '2026-05-04', name: 'Early May bank holiday' };

describe('a year', () => {
  it.each<[YearKind, string, number, string, string, string]>([
    ['MUNICIPAL', '2026-04-30', 2025, '2025-05-01', '2026-04-30', '2025/26'],
    ['MUNICIPAL', '2026-05-01', 2026, '2026-05-01', '2027-04-30', '2026/27'],
    ['FINANCIAL', '2026-03-31', 2025, '2025-04-01', '2026-03-31', '2025/26'],
    ['FINANCIAL', '1999-04-01', 1999, '1999-04-01', '2000-03-31', '1999/00'],
    ['CALENDAR', '2028-02-29', 2028, '2028-01-01', '2028-12-31', '2028'],
  ])('counted as %s holds %s', (kind, day, year, from, until, label) => {
    expect(yearOf(kind, day)).toBe(year);
    const span = spanOf(kind, year);
    expect(span).toMatchObject({ from, until, label });
    expect(span.months).toHaveLength(12);
    expect([span.months[0], span.months[11]]).toEqual([from.slice(0, 7), until.slice(0, 7)]);
  });

  it('shows meetings with their days, holidays first, and of what was cancelled the meeting alone', () => {
    const timetable = { dispatchBy: { on: '2026-05-04' }, questionsBy: { on: '2026-05-07' } };
    const days = daysOf(
      [
        meeting('held', '2026-05-12', ['a'], { timetable }),
        meeting('off', '2026-05-13', ['a'], { timetable, meetingStatus: 'CANCELLED' }),
        meeting('next', '2027-05-04', ['a'], {
          timetable: { dispatchBy: { on: '2027-04-26' }, questionsBy: null },
        }),
      ],
      [MAY_DAY, { on: '2027-05-03', name: 'Next year’s' }],
      spanOf('MUNICIPAL', 2026),
    );
    expect(days.map(({ on, mark }) => `${on} ${mark}`)).toEqual([
      ...['2026-05-04 HOLIDAY', '2026-05-04 DISPATCH', '2026-05-07 QUESTIONS'],
      ...['2026-05-12 MEETING', '2026-05-13 MEETING', '2027-04-26 DISPATCH'],
    ]);
  });
});

describe('clashes', () => {
  const sitters = sittersOf([seated('a', 'Ann', 'Bob', null), seated('b', 'Bob', 'Cy'), seated('c', 'Dee')]);
  const found = (...meetings: Dated[]) =>
    clashesOf(meetings, [MAY_DAY], sitters).map(({ on, people, isAtOnce, holiday }) => ({
      ...{ on, people, isAtOnce, holiday },
    }));
  const [one, other] = [meeting('1', '2026-05-12', ['a']), meeting('2', '2026-05-12', ['b'])];

  it('are two meetings of one day, with who sits on both', () => {
    expect(found(one, other)).toEqual([{ on: '2026-05-12', people: ['Bob'], isAtOnce: true, holiday: null }]);
    expect(found(one, meeting('3', '2026-05-12', ['c']))).toMatchObject([{ people: [] }]);
    expect(found(one, meeting('4', '2026-05-13', ['b']))).toEqual([]);
  });

  it.each([
    ['12:00', '13:00', false],
    ['11:59', '13:00', true],
    ['08:00', '10:00', false],
    ['08:00', null, true],
  ])('are at once where hours from %s to %s meet those from ten to twelve', (startsAt, endsAt, isAtOnce) => {
    expect(found(one, { ...other, startsAt, endsAt })).toMatchObject([{ isAtOnce }]);
  });

  it('are meetings on a bank holiday too, and none of what was held or cancelled', () => {
    expect(found(meeting('5', MAY_DAY.on, ['a']))).toMatchObject([{ holiday: MAY_DAY.name }]);
    for (const meetingStatus of ['HELD', 'CANCELLED'] as const)
      expect(found(one, { ...other, meetingStatus })).toEqual([]);
  });
});

describe('the days that are proposed for a rhythm', () => {
  const proposed = (on: string, meetings: Dated[] = [], holiday: string | null = null) =>
    proposedDays([{ on, holiday }], [MAY_DAY, { on: '2026-05-11', name: 'One more' }], meetings, ['a'])[0];

  it.each([
    ['a working day', '2026-05-18', [], null, { meetsOn: '2026-05-18', isTaken: true, notes: [] }],
    [
      ...(['a bank holiday, and another a week on', MAY_DAY.on, [], MAY_DAY.name] as const),
      { meetsOn: '2026-05-18', isTaken: true, notes: ['Early May bank holiday: moved a week on'] },
    ],
    [
      ...(['a day of its own', '2026-05-12', [meeting('1', '2026-05-12', ['a', 'b'])], null] as const),
      { isTaken: false, notes: ['Meets already on this day', 'Board b meets on this day'] },
    ],
    [
      ...(['a day of another’s', '2026-05-12', [meeting('1', '2026-05-12', ['b'])], null] as const),
      { isTaken: true, notes: ['Board b meets on this day'] },
    ],
    [
      ...([
        'a day of what was cancelled',
        '2026-05-12',
        [meeting('1', '2026-05-12', ['a'], { meetingStatus: 'CANCELLED' })],
        null,
      ] as const),
      { isTaken: true, notes: [] },
    ],
  ])('on %s', (_, on, meetings, holiday, expected) => {
    expect(proposed(on, [...meetings], holiday)).toMatchObject(expected);
  });
});
