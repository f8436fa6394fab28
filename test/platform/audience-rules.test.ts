import { expect, it } from 'vitest';
import { type Circle, contains } from '../../server/platform/policy/audience.rules.js';

const circles = new Map<string, Circle>();
const drawn = (id: string, kind: string, ...members: string[]): Circle => {
  const circle = { id, kind, members };
  circles.set(id, circle);
  return circle;
};
const everyone = drawn('everyone', 'EVERYONE');
const partnership = drawn('partnership', 'PARTNERSHIP');
const north = drawn('north', 'ORGANISATIONS', 'N');
const both = drawn('both', 'ORGANISATIONS', 'N', 'S');
const board = drawn('board', 'BOARD', 'B');
const ada = drawn('ada', 'PEOPLE', 'A');
const couple = drawn('couple', 'PEOPLE', 'A', 'C');
const northOnBoard = drawn('northOnBoard', 'ALL_OF', 'north', 'board');
const bothOnBoard = drawn('bothOnBoard', 'ALL_OF', 'both', 'board');
const ofNothingKnown = drawn('ofNothingKnown', 'ALL_OF', 'gone', 'board');

const those = 'everyone partnership north both board ada couple northOnBoard bothOnBoard'.split(' ');

it.each([
  [everyone, those],
  [partnership, those.slice(1)],
  [north, ['north', 'northOnBoard']],
  [both, ['north', 'both', 'northOnBoard', 'bothOnBoard']],
  [board, ['board', 'northOnBoard', 'bothOnBoard']],
  [ada, ['ada']],
  [couple, ['ada', 'couple']],
  [northOnBoard, ['northOnBoard']],
  [bothOnBoard, ['northOnBoard', 'bothOnBoard']],
  [ofNothingKnown, []],
])('$id holds all of whom it surely holds, and nobody else', (outer, within) => {
  const inside = those.filter((id) => {
    const inner = circles.get(id);
    return inner !== undefined && contains(outer, inner, circles);
  });
  expect(inside).toEqual(within);
});
