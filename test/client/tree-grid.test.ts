import { describe, expect, it } from 'vitest';
import { type Spot, stepFor } from '../../client/platform/ui/treeKeys.js';
import { flattenTree } from '../../client/platform/ui/treeRows.js';

interface Node {
  readonly id: string;
  readonly children: readonly Node[];
}

const node = (id: string, ...children: Node[]): Node => ({ id, children });
const PLAN = [node('A', node('A1', node('A1.1')), node('A2')), node('B')];

const flatten = (...open: string[]) =>
  flattenTree({
    roots: PLAN,
    idOf: (item) => item.id,
    childrenOf: (item) => item.children,
    isExpanded: (id) => open.includes(id),
  });

describe('a tree laid flat', () => {
  it('shows the children of what is open and of nothing else', () => {
    expect(flatten().map((row) => row.id)).toEqual(['A', 'B']);
    expect(flatten('A').map((row) => row.id)).toEqual(['A', 'A1', 'A2', 'B']);
    expect(flatten('A', 'A1').map((row) => row.id)).toEqual(['A', 'A1', 'A1.1', 'A2', 'B']);
    expect(flatten('A1').map((row) => row.id)).toEqual(['A', 'B']);
  });

  it('tells each row its level, its place among its siblings and its parent', () => {
    const rows = flatten('A', 'A1');
    expect(rows.map((row) => [row.level, row.position, row.setSize, row.parentIndex])).toEqual([
      [1, 1, 2, -1],
      [2, 1, 2, 0],
      [3, 1, 1, 1],
      [2, 2, 2, 0],
      [1, 2, 2, -1],
    ]);
  });

  it('never calls a row without children open', () => {
    expect(flatten('A', 'A2').find((row) => row.id === 'A2')?.isExpanded).toBe(false);
  });
});

describe('the keys of a tree grid', () => {
  const rows = flatten('A', 'A1');
  const press = (key: string, spot: Spot, ctrlKey = false) =>
    stepFor({ key, ctrlKey }, spot, { rows, columns: 3, page: 2 });
  const onRow = (row: number): Spot => ({ row, column: null });
  const onCell = (row: number, column: number): Spot => ({ row, column });
  const move = (to: Spot) => ({ kind: 'move', to });

  it('walk the rows and stop at both ends', () => {
    expect(press('ArrowDown', onRow(0))).toEqual(move(onRow(1)));
    expect(press('ArrowDown', onRow(4))).toEqual(move(onRow(4)));
    expect(press('ArrowUp', onRow(0))).toEqual(move(onRow(0)));
    expect(press('PageDown', onRow(1))).toEqual(move(onRow(3)));
    expect(press('PageUp', onRow(1))).toEqual(move(onRow(0)));
    expect(press('Home', onRow(3))).toEqual(move(onRow(0)));
    expect(press('End', onRow(1))).toEqual(move(onRow(4)));
  });

  it('keep to their column on the way down', () => {
    expect(press('ArrowDown', onCell(1, 2))).toEqual(move(onCell(2, 2)));
    expect(press('End', onCell(1, 2), true)).toEqual(move(onCell(4, 2)));
  });

  it('open and close with right and left, then go in and out', () => {
    const closed = flatten();
    const pressClosed = (key: string) =>
      stepFor({ key, ctrlKey: false }, onRow(0), { rows: closed, columns: 3, page: 2 });
    expect(pressClosed('ArrowRight')).toEqual({ kind: 'expand', row: 0 });
    expect(press('ArrowRight', onRow(0))).toEqual(move(onCell(0, 0)));
    expect(press('ArrowLeft', onRow(0))).toEqual({ kind: 'collapse', row: 0 });
    expect(press('ArrowLeft', onRow(2))).toEqual(move(onRow(1)));
    expect(press('ArrowLeft', onRow(4))).toBeUndefined();
  });

  it('walk the cells of a row and come back to the row', () => {
    expect(press('ArrowRight', onCell(2, 1))).toEqual(move(onCell(2, 2)));
    expect(press('ArrowRight', onCell(2, 2))).toBeUndefined();
    expect(press('ArrowLeft', onCell(2, 1))).toEqual(move(onCell(2, 0)));
    expect(press('ArrowLeft', onCell(2, 0))).toEqual(move(onRow(2)));
    expect(press('Home', onCell(2, 2))).toEqual(move(onCell(2, 0)));
    expect(press('End', onCell(2, 0))).toEqual(move(onCell(2, 2)));
  });

  it('open a row with Enter, and go into a cell', () => {
    expect(press('Enter', onRow(2))).toEqual({ kind: 'open', row: 2 });
    expect(press('Enter', onCell(2, 1))).toEqual({ kind: 'enter' });
    expect(press('F2', onRow(2))).toBeUndefined();
  });

  it('leave every other key, and an empty grid, to the page', () => {
    expect(press('Tab', onRow(0))).toBeUndefined();
    expect(press('a', onRow(0))).toBeUndefined();
    expect(
      stepFor({ key: 'ArrowDown', ctrlKey: false }, onRow(0), { rows: [], columns: 3, page: 2 }),
    ).toBeUndefined();
  });
});
