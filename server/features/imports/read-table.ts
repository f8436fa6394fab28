import { CsvSyntaxError, parseCsv, plainText } from '../../platform/csv.js';
import type { GridCell, GridRow, Workbook } from './grid.js';
import { broken, ImportFileError } from './import-file-error.js';
import type { ImportLimits } from './import-limits.js';
import { cleanText } from './text.rules.js';

/** A file of comma-separated values as a workbook of one sheet. */
export function readTable(name: string, bytes: Uint8Array, limits: ImportLimits): Workbook {
  const { text, notes } = decode(bytes);
  checkSize(text, limits);
  const records = parse(text);
  if (records.length > limits.rows) throw tooManyRows(limits);
  const rows: GridRow[] = [];
  records.forEach((record, index) => {
    const cells = new Map<number, GridCell>();
    record.forEach((raw, column) => {
      // Our own exports put an apostrophe before what a spreadsheet would run: taken back here.
      const shown = cleanText(plainText(raw));
      if (shown !== '') cells.set(column, { text: shown, date: null, fill: null });
    });
    if (cells.size > 0) rows.push({ number: index + 1, cells });
  });
  return { grids: [{ name: sheetName(name), rows, merges: [], blankMeansAsAbove: false }], notes };
}

function decode(bytes: Uint8Array): { text: string; notes: string[] } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), notes: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      notes: ['The file is not in UTF-8. It was read as Windows text: check accents and dashes.'],
    };
  }
}

/** Counted before anything is taken apart, so that a file of commas alone costs nothing. */
function checkSize(text: string, limits: ImportLimits): void {
  if (text.length > limits.characters) {
    throw new ImportFileError('TOO_LARGE', 'This file holds more text than a plan can.');
  }
  if (text.includes('\u0000')) {
    throw new ImportFileError(
      'NOT_A_WORKBOOK',
      'This is neither an Excel workbook nor a text file of values.',
    );
  }
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2c || code === 0x0a) marks += 1;
  }
  if (marks > limits.cells) {
    throw new ImportFileError('TOO_MANY_CELLS', `This file has more than ${limits.cells} cells.`);
  }
}

function parse(text: string): string[][] {
  try {
    return parseCsv(text);
  } catch (error) {
    throw broken(error instanceof CsvSyntaxError ? error.message : 'its quotation marks do not match');
  }
}

function sheetName(name: string): string {
  return cleanText(name.replace(/^.*[\\/]/, '')).slice(0, 100) || 'file';
}

function tooManyRows(limits: ImportLimits): ImportFileError {
  return new ImportFileError('TOO_MANY_ROWS', `This file has more than ${limits.rows} rows.`);
}
