import type { CellDate } from './parsed-plan.js';

/** A sheet without its file format: what the layout rules read, and what a test can write by hand. */

export interface GridCell {
  /** As the spreadsheet shows it. */
  text: string;
  date: CellDate | null;
  /** Six hexadecimal digits of a solid fill: many plans give the rating as a colour and no word. */
  fill: string | null;
}

export interface GridRow {
  /** From 1, as shown. */
  number: number;
  /** By column from 0; blank cells without a fill are left out. */
  cells: ReadonlyMap<number, GridCell>;
}

/** Rows from 1, columns from 0, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Grid {
  name: string;
  rows: readonly GridRow[];
  merges: readonly Merge[];
  /** In a sheet a blank group cell means 'as above'; in a data file each row speaks for itself. */
  blankMeansAsAbove: boolean;
}

export interface Workbook {
  grids: Grid[];
  notes: string[];
}

export function cellText(row: GridRow, column: number): string {
  return row.cells.get(column)?.text ?? '';
}

/** The filled cells of a row, left to right. */
export function filled(row: GridRow): { column: number; cell: GridCell }[] {
  return [...row.cells]
    .filter(([, cell]) => cell.text !== '')
    .map(([column, cell]) => ({ column, cell }))
    .sort((a, b) => a.column - b.column);
}

export function rowText(row: GridRow): string {
  return filled(row)
    .map(({ cell }) => cell.text)
    .join(' | ');
}

export function mergeAt(grid: Grid, row: number, column: number): Merge | null {
  return (
    grid.merges.find(
      (merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right,
    ) ?? null
  );
}

/** How many columns the cell stands across. */
export function widthAt(grid: Grid, row: number, column: number): number {
  const merge = mergeAt(grid, row, column);
  return merge === null ? 1 : merge.right - merge.left + 1;
}

/** 'A', 'B', … 'AA' for a column counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
