import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionBetween } from '../../server/features/actions/action.rules.js';

const chance = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const place = fc.integer({ min: -1_000_000, max: 1_000_000 });

test('a place is behind the one before and ahead of the one after, wherever chance puts it', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 5_000 }), chance, (before, gap, by) => {
      const between = positionBetween(before, before + gap, by) ?? Number.NaN;
      expect(between).toBeGreaterThan(before);
      expect(between).toBeLessThan(before + gap);
      expect(positionBetween(before, null, by)).toBeGreaterThan(before);
      expect(positionBetween(null, before, by)).toBeLessThan(before);
    }),
  );
});

test('a place that is the third of three looks like one that is the second of two', () => {
  // The longest single step and the shortest two overlap: nobody can tell from a gap whether something stands in it.
  const [shortest, longest] = [positionBetween(0, null, 0) ?? 0, positionBetween(0, null, 0.999_999) ?? 0];
  expect(2 * shortest).toBeLessThan(longest);
});

test('no room left is said, not guessed', () => {
  expect(positionBetween(1, 1 + Number.EPSILON, 0)).toBeNull();
});
