import type { TreeRow } from './treeRows.js';

/** Where the keyboard is: on a row as a whole (column null) or on one of its cells. */
export interface Spot {
  readonly row: number;
  readonly column: number | null;
}

export type TreeStep =
  | { readonly kind: 'move'; readonly to: Spot }
  | { readonly kind: 'expand' | 'collapse' | 'open'; readonly row: number }
  /** Into the control inside the cell. */
  | { readonly kind: 'enter' };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
}

interface Surroundings {
  readonly rows: readonly Pick<TreeRow<unknown>, 'hasChildren' | 'isExpanded' | 'parentIndex'>[];
  readonly columns: number;
  /** Rows to a page. */
  readonly page: number;
}

function moveRight(spot: Spot, { rows, columns }: Surroundings): TreeStep | undefined {
  const row = rows[spot.row];
  if (spot.column !== null) {
    return spot.column + 1 < columns ? { kind: 'move', to: { ...spot, column: spot.column + 1 } } : undefined;
  }
  if (row?.hasChildren === true && !row.isExpanded) return { kind: 'expand', row: spot.row };
  return { kind: 'move', to: { ...spot, column: 0 } };
}

function moveLeft(spot: Spot, { rows }: Surroundings): TreeStep | undefined {
  if (spot.column !== null) {
    return { kind: 'move', to: { ...spot, column: spot.column === 0 ? null : spot.column - 1 } };
  }
  const row = rows[spot.row];
  if (row?.isExpanded === true) return { kind: 'collapse', row: spot.row };
  if (row === undefined || row.parentIndex < 0) return undefined;
  return { kind: 'move', to: { row: row.parentIndex, column: null } };
}

function moveToEdge(pressed: Pressed, spot: Spot, around: Surroundings): TreeStep {
  const isEnd = pressed.key === 'End';
  if (spot.column === null || pressed.ctrlKey) {
    return { kind: 'move', to: { row: isEnd ? around.rows.length - 1 : 0, column: spot.column } };
  }
  return { kind: 'move', to: { ...spot, column: isEnd ? around.columns - 1 : 0 } };
}

/**
 * What a key does in a tree grid, by the pattern of the ARIA practices: rows first, cells by the right arrow.
 * Undefined means that the key is not ours and must be left to the page.
 */
export function stepFor(pressed: Pressed, spot: Spot, around: Surroundings): TreeStep | undefined {
  const last = around.rows.length - 1;
  if (last < 0) return undefined;
  const by = (distance: number): TreeStep => ({
    kind: 'move',
    to: { ...spot, row: Math.max(0, Math.min(last, spot.row + distance)) },
  });
  switch (pressed.key) {
    case 'ArrowDown':
      return by(1);
    case 'ArrowUp':
      return by(-1);
    case 'PageDown':
      return by(around.page);
    case 'PageUp':
      return by(-around.page);
    case 'ArrowRight':
      return moveRight(spot, around);
    case 'ArrowLeft':
      return moveLeft(spot, around);
    case 'Home':
    case 'End':
      return moveToEdge(pressed, spot, around);
    case 'Enter':
      return spot.column === null ? { kind: 'open', row: spot.row } : { kind: 'enter' };
    case 'F2':
      return spot.column === null ? undefined : { kind: 'enter' };
    default:
      return undefined;
  }
}
