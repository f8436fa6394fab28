import { describe, expect, it, test } from 'vitest';
import { isFromBefore, movedFrom } from '../../schema/moved-meetings.js';
import { hasMoved, toldOfMove, whyReasonFor } from '../../server/features/meetings/meeting-moves.rules.js';

const was = { meetsOn: '2030-07-19', startsAt: '10:30', place: 'Town Hall' };
const later = { ...was, meetsOn: '2030-07-26' };

describe('what a meeting was moved from', () => {
  test.each([
    ['another day', later, '2030-07-19'],
    ['another time', { ...was, startsAt: '14:00' }, '10:30'],
    ['another place', { ...was, place: 'Library' }, 'Town Hall'],
    ['a day and a place', { ...later, place: 'Library' }, '2030-07-19, Town Hall'],
    ['no place any more', { ...was, place: null }, 'Town Hall'],
    ['nothing', was, ''],
  ])('%s', (_, is, words) => {
    expect(movedFrom(was, is, String)).toBe(words);
    expect(hasMoved(was, is)).toBe(words !== '');
  });

  it('is nothing where no place was said before', () => {
    expect(hasMoved({ ...was, place: null }, was)).toBe(false);
  });
});

describe('the reason for a move', () => {
  const inTime = { isTold: false, dispatchBy: '2030-07-18', today: '2030-07-01' };
  test.each([
    ['nothing published, notice enough', later, inTime, null],
    ['notice enough to the day', later, { ...inTime, today: '2030-07-18' }, null],
    ['short by a day', later, { ...inTime, today: '2030-07-19' }, 'by Thursday 18 July 2030'],
    ['to today', later, { ...inTime, today: '2030-07-26' }, 'shorter notice'],
    ['to a day that is past: set right', later, { ...inTime, today: '2030-07-27' }, null],
    ['another time of the same day', { ...was, startsAt: '14:00' }, { ...inTime, today: '2030-07-19' }, null],
    ['published', later, { ...inTime, isTold: true }, 'It is published'],
    [
      'published, another place',
      { ...was, place: 'Library' },
      { ...inTime, isTold: true },
      'It is published',
    ],
    ['published, nothing moves', was, { ...inTime, isTold: true }, null],
  ])('%s', (_, is, telling, why) => {
    const found = whyReasonFor(was, is, telling);
    if (why === null) expect(found).toBeNull();
    else expect(found).toContain(why);
  });
});

describe('what is told of a move', () => {
  const move = { was, is: later, earlier: null, isToldSince: false, reason: 'Flood', at: 'now' };
  const earlier = { ...was, reason: 'Flood', movedAt: 'then' };

  it('is where it was, and why', () => {
    expect(toldOfMove(move)).toEqual({ ...was, reason: 'Flood', movedAt: 'now' });
    expect(toldOfMove({ ...move, reason: '' })).toBeNull();
  });

  it('is what was first told, however often it moves, until papers say another day', () => {
    const again = { ...move, was: later, is: { ...was, meetsOn: '2030-08-02' }, earlier, reason: 'Strike' };
    expect(toldOfMove(again)).toMatchObject({ meetsOn: '2030-07-19', reason: 'Strike' });
    expect(toldOfMove({ ...again, isToldSince: true })).toMatchObject({ meetsOn: '2030-07-26' });
  });

  it('is nothing once it is back where it was told to be', () => {
    expect(toldOfMove({ ...move, was: later, is: was, earlier })).toBeNull();
  });
});

test('what was published before a move is of the earlier day', () => {
  expect(isFromBefore('2030-07-01T10:00:00Z', '2030-07-02T10:00:00Z')).toBe(true);
  expect(isFromBefore('2030-07-03T10:00:00Z', '2030-07-02T10:00:00Z')).toBe(false);
  expect(isFromBefore('2030-07-03T10:00:00Z', undefined)).toBe(false);
  expect(isFromBefore(null, '2030-07-02T10:00:00Z')).toBe(false);
});
