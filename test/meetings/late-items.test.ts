import { describe, expect, test } from 'vitest';
import { whyLate } from '../../server/features/meetings/late-items.rules.js';

/** A meeting of 21 July 2023, whose papers were to go out by the 13th. */
const meeting = { meetsOn: '2023-07-21', dispatchBy: '2023-07-13' };

describe('an item that comes to an agenda', () => {
  test.each([
    ['2023-07-13', false, null, 'on the last day for the papers'],
    ['2023-07-14', false, 'were to go out by 2023-07-13', 'a day later'],
    ['2023-07-21', false, 'were to go out by 2023-07-13', 'on the day of the meeting'],
    ['2023-07-22', false, null, 'once the meeting is over: that is history'],
    ['2023-07-12', true, 'is published', 'in time, and after the agenda was published'],
    ['2023-07-14', true, 'is published', 'late, and after the agenda was published'],
    ['2023-07-22', true, 'is published', 'after a meeting whose agenda stands published without it'],
  ])('on %s, published %s: %s (%s)', (on, isPublished, why, _) => {
    const found = whyLate({ ...meeting, on, isPublished, isWanted: true });
    if (why === null) expect(found).toBeNull();
    else expect(found).toContain(why);
    expect(whyLate({ ...meeting, on, isPublished, isWanted: false })).toBeNull();
  });
});
