import { describe, expect, test } from 'vitest';
import {
  type Placed,
  placeOf,
  possibleParents,
  rowBelow,
  stepsOf,
} from '../../client/features/plans/placing.js';

const at = (id: string, parentId: string | null, position: number): Placed => ({ id, parentId, position });

/** b stands first, and below a stand a1 (with a11) and a2; c stands below something that is not here. */
const all = [
  at('a', null, 2),
  at('b', null, 1),
  at('a2', 'a', 9),
  at('a1', 'a', 4),
  at('a11', 'a1', 1),
  at('c', 'gone', 1),
];
const find = (id: string): Placed => all.find((one) => one.id === id) ?? at(id, null, 0);

describe('Where something can be moved', () => {
  test('is below anything but itself and what stands below it, in the order of the tree', () => {
    const parents = (id: string) => possibleParents(all, id).map(({ one, depth }) => `${depth} ${one.id}`);
    expect(parents('a')).toEqual(['0 b', '0 c']);
    expect(parents('a1')).toEqual(['0 b', '0 a', '1 a2', '0 c']);
    expect(parents('a11')).toEqual(['0 b', '0 a', '1 a1', '1 a2', '0 c']);
    expect(parents('c')).toEqual(['0 b', '0 a', '1 a1', '2 a11', '1 a2']);
  });

  test('is among those below the same, by their places and not by the order they came in', () => {
    expect(rowBelow(all, 'a').map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(placeOf(all, find('a2'))).toEqual({ parentId: 'a', afterId: 'a1' });
    expect(placeOf(all, find('a1'))).toEqual({ parentId: 'a', afterId: null });
  });

  test('is one up or down as far as there is a neighbour to pass', () => {
    expect(stepsOf(all, find('a2'))).toEqual({ up: null, down: undefined });
    expect(stepsOf(all, find('a1'))).toEqual({ up: undefined, down: 'a2' });
    expect(stepsOf([...all, at('a3', 'a', 12)], at('a3', 'a', 12))).toEqual({ up: 'a1', down: undefined });
    expect(stepsOf(all, at('elsewhere', 'b', 1))).toEqual({ up: undefined, down: undefined });
  });
});
