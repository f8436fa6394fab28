import { expect, test } from 'vitest';
import { inTreeOrder } from '../../server/features/workstreams/workstream.rules.js';

const order = (rows: [string, string | null][]) =>
  inTreeOrder(
    rows.map(([id, parentId]) => ({ id, parentId })),
    (row) => row.parentId,
  )
    .map((row) => row.id)
    .join(' ');

test('each action is followed at once by all that stands below it, siblings in the order given', () => {
  expect(
    order([
      ['A', null],
      ['A1', 'A'],
      ['B', null],
      ['A2', 'A'],
      ['A1.1', 'A1'],
      ['B1', 'B'],
    ]),
  ).toBe('A A1 A1.1 A2 B B1');
});

test('a child that comes before its parent by position still stands below it', () => {
  expect(
    order([
      ['A1', 'A'],
      ['B', null],
      ['A', null],
    ]),
  ).toBe('B A A1');
});

test('what stands below something that is not there comes at the top, in its place', () => {
  expect(
    order([
      ['A', null],
      ['X1', 'gone'],
      ['X1.1', 'X1'],
      ['B', null],
    ]),
  ).toBe('A X1 X1.1 B');
});

test('nothing is lost or doubled in a tree of a thousand', () => {
  const rows = Array.from({ length: 1000 }, (_, i): [string, string | null] => [
    `n${i}`,
    i % 7 === 0 ? null : `n${Math.floor(i / 3)}`,
  ]);
  const ids = order(rows).split(' ');
  expect(new Set(ids).size).toBe(1000);
  const at = new Map(ids.map((id, i) => [id, i]));
  for (const [id, parentId] of rows) if (parentId) expect(at.get(parentId)).toBeLessThan(at.get(id) ?? -1);
});
