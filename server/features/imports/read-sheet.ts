import { type NumberFormat, readFormat, showNumber } from './cell-format.js';
import { columnName, type Grid, type GridCell, type GridRow, type Merge } from './grid.js';
import { broken, ImportFileError } from './import-file-error.js';
import type { ImportLimits } from './import-limits.js';
import { cleanText } from './text.rules.js';
import { type CellStyle, isTrue, type SheetPart, tooMuchText } from './workbook-parts.js';
import { type Attributes, readXml } from './xml.js';

/** One sheet of a workbook as cells. Formulas are never worked out: the value saved with them counts. */

export interface SheetContext {
  strings: readonly string[];
  styles: readonly CellStyle[];
  epoch1904: boolean;
  /** Formats already taken apart. */
  formats: Map<string, NumberFormat>;
  limits: ImportLimits;
  /** Counted down over all sheets of the workbook. */
  left: { rows: number; cells: number; characters: number };
}

interface OpenCell {
  column: number;
  type: string;
  style: CellStyle | undefined;
  value: string;
  inline: string;
  formula: boolean;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;
const MAX_MERGES = 5_000;

export interface ReadSheet {
  grid: Grid;
  notes: string[];
}

export function readSheet(part: SheetPart, context: SheetContext): ReadSheet {
  const rows = new Map<number, Map<number, GridCell>>();
  const merges: Merge[] = [];
  const seen: Seen = { formulas: 0, emptyFormulas: [], errors: [], hiddenRows: 0, hiddenColumns: 0 };
  let rowNumber = 0;
  let column = -1;
  let cell: OpenCell | null = null;
  let reading: 'value' | 'inline' | null = null;
  let guides = 0;

  const openRow = (attributes: Attributes): void => {
    context.left.rows -= 1;
    if (context.left.rows < 0) throw tooManyRows(context.limits);
    rowNumber = position(attributes['r'], rowNumber + 1, LAST_ROW);
    column = -1;
    if (isTrue(attributes['hidden'])) seen.hiddenRows += 1;
  };
  const openCell = (attributes: Attributes): void => {
    context.left.cells -= 1;
    if (context.left.cells < 0) throw tooManyCells(context.limits);
    const reference = attributes['r'];
    column = reference === undefined ? column + 1 : columnOf(reference);
    if (column > LAST_COLUMN) throw broken('a cell stands beyond the last column');
    const style = context.styles[Number(attributes['s'] ?? 0)];
    cell = { column, type: attributes['t'] ?? 'n', style, value: '', inline: '', formula: false };
  };
  const closeCell = (): void => {
    if (cell === null) return;
    const shown = showCell(cell, context, seen, `${columnName(cell.column)}${rowNumber}`);
    cell = null;
    if (shown.text === '' && shown.fill === null) return;
    context.left.characters -= shown.text.length;
    if (context.left.characters < 0) throw tooMuchText();
    const cells = rows.get(rowNumber) ?? new Map<number, GridCell>();
    cells.set(column, shown);
    rows.set(rowNumber, cells);
  };

  readXml(part.entry, {
    open(name, attributes) {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'v') reading = 'value';
      else if (name === 't') reading = guides === 0 ? 'inline' : null;
      else if (name === 'rPh') guides += 1;
      else if (name === 'f' && cell !== null) cell.formula = true;
      else if (name === 'mergeCell' && merges.length < MAX_MERGES)
        merges.push(mergeOf(attributes['ref'] ?? ''));
      else if (name === 'col' && isTrue(attributes['hidden'])) seen.hiddenColumns += 1;
    },
    text(piece) {
      if (cell !== null && reading !== null) cell[reading] += piece;
    },
    close(name) {
      if (name === 'c') closeCell();
      else if (name === 'rPh') guides -= 1;
      if (name === 'v' || name === 't') reading = null;
    },
  });

  const sorted: GridRow[] = [...rows].sort(([a], [b]) => a - b).map(([number, cells]) => ({ number, cells }));
  return {
    grid: { name: part.name, rows: sorted, merges, blankMeansAsAbove: true },
    notes: notesOf(part, seen),
  };
}

interface Seen {
  formulas: number;
  emptyFormulas: string[];
  errors: string[];
  hiddenRows: number;
  hiddenColumns: number;
}

function showCell(cell: OpenCell, context: SheetContext, seen: Seen, place: string): GridCell {
  const fill = cell.style?.fill ?? null;
  if (cell.formula) {
    seen.formulas += 1;
    if (cell.value === '' && cell.inline === '') seen.emptyFormulas.push(place);
  }
  const plain = (text: string): GridCell => ({ text: cleanText(unescapeText(text)), date: null, fill });
  switch (cell.type) {
    case 's':
      return plain(cell.value === '' ? '' : (context.strings[Number(cell.value)] ?? ''));
    case 'inlineStr':
      return plain(cell.inline);
    case 'str':
      return plain(cell.value);
    case 'b':
      return plain(cell.value === '' ? '' : isTrue(cell.value) ? 'TRUE' : 'FALSE');
    case 'e':
      seen.errors.push(place);
      return plain('');
    case 'd':
      return isoDate(cell.value, fill) ?? plain(cell.value);
  }
  const number = Number(cell.value);
  if (cell.value.trim() === '' || !Number.isFinite(number)) return plain(cell.value);
  return { ...showNumber(number, formatOf(cell, context), context.epoch1904), fill };
}

function formatOf(cell: OpenCell, context: SheetContext): NumberFormat {
  const written = cell.style?.format ?? 'General';
  const known = context.formats.get(written) ?? readFormat(written);
  context.formats.set(written, known);
  return known;
}

function isoDate(value: string, fill: string | null): GridCell | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?$/.exec(value)?.[1];
  if (iso === undefined || Number.isNaN(Date.parse(iso))) return null;
  return { text: iso.split('-').reverse().join('/'), date: { iso, precision: 'DAY' }, fill };
}

/** Control characters are written '_x000D_' in a workbook. Halves of surrogate pairs stay as they stand. */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code >= 0xd800 && code <= 0xdfff ? whole : String.fromCharCode(code);
  });
}

function position(written: string | undefined, next: number, last: number): number {
  const value = written === undefined ? next : Number(written);
  if (!Number.isInteger(value) || value < 1 || value > last) throw broken('a row has an impossible number');
  return value;
}

function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d{0,7}$/i.exec(reference)?.[1];
  if (letters === undefined) throw broken('a cell has an impossible address');
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function mergeOf(reference: string): Merge {
  const [from, to = from] = reference.split(':');
  const row = (text: string | undefined): number => Number(/\d+$/.exec(text ?? '')?.[0] ?? Number.NaN);
  const merge = { top: row(from), left: columnOf(from ?? ''), bottom: row(to), right: columnOf(to ?? '') };
  if (!(merge.top <= merge.bottom && merge.left <= merge.right)) throw broken('merged cells are unreadable');
  return merge;
}

function notesOf(part: SheetPart, seen: Seen): string[] {
  const notes: string[] = [];
  const name = `'${part.name}'`;
  if (part.hidden) notes.push(`The sheet ${name} is hidden in the workbook. It was read all the same.`);
  if (seen.hiddenRows > 0)
    notes.push(`${name} has ${seen.hiddenRows} hidden rows. They were read all the same.`);
  if (seen.hiddenColumns > 0) notes.push(`${name} has hidden columns. They were read all the same.`);
  if (seen.formulas > 0) {
    notes.push(
      `${name} has ${seen.formulas} formulas. The values saved with them were taken; nothing was worked out.`,
    );
  }
  if (seen.emptyFormulas.length > 0)
    notes.push(`${name}: formulas without a saved value: ${some(seen.emptyFormulas)}.`);
  if (seen.errors.length > 0)
    notes.push(`${name}: cells that show an error were read as empty: ${some(seen.errors)}.`);
  return notes;
}

function some(places: string[]): string {
  const shown = places.slice(0, 10).join(', ');
  return places.length > 10 ? `${shown} and ${places.length - 10} more` : shown;
}

function tooManyRows(limits: ImportLimits): ImportFileError {
  return new ImportFileError(
    'TOO_MANY_ROWS',
    `This workbook has more than ${limits.rows} rows. Delete the unused rows below the plan, save it and retry.`,
  );
}

function tooManyCells(limits: ImportLimits): ImportFileError {
  return new ImportFileError(
    'TOO_MANY_CELLS',
    `This workbook has more than ${limits.cells} cells. Delete the unused columns and rows, save it and retry.`,
  );
}
