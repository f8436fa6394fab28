import { CsvSyntaxError, parseCsv, plainText, type Separator, separatorOf } from '../../platform/csv.js';
import type { GridCell, GridRow, Workbook } from './grid.js';
import { broken, ImportFileError } from './import-file-error.js';
import type { ImportLimits } from './import-limits.js';
import { cleanText } from './text.rules.js';

/** A file of values, parted by commas, semicolons or tabs, as a workbook of one sheet. */
export function readTable(name: string, bytes: Uint8Array, limits: ImportLimits): Workbook {
  const { text, notes } = decode(bytes);
  const { body, separator } = separated(text);
  checkSize(body, separator, limits);
  const records = parse(body, separator);
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
  // What spreadsheets call Unicode text.
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), notes: [] };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), notes: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return {
      text: windowsText(bytes),
      notes: ['The file is not in UTF-8. It was read as Windows text: check accents and dashes.'],
    };
  }
}

/** Where Windows has signs and Latin-1 has none: dashes and quotation marks. Not every decoder of the platform knows them. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS.charAt(sign.charCodeAt(0) - 0x80));
}

/** Some programs say in a line of its own, before all others, what parts the values. */
const SAID = /^sep=([,;\t])(?:\r\n|\r|\n)/i;

function separated(text: string): { body: string; separator: Separator } {
  const said = SAID.exec(text);
  return said
    ? { body: text.slice(said[0].length), separator: said[1] as Separator }
    : { body: text, separator: separatorOf(text) };
}

/** Counted before anything is taken apart, so that a file of commas alone costs nothing. */
function checkSize(text: string, separator: Separator, limits: ImportLimits): void {
  if (text.length > limits.characters) {
    throw new ImportFileError('TOO_LARGE', 'This file holds more text than a plan can.');
  }
  if (text.includes('\u0000')) {
    throw new ImportFileError(
      'NOT_A_WORKBOOK',
      'This is neither an Excel workbook nor a text file of values.',
    );
  }
  const mark = separator.charCodeAt(0);
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === mark || code === 0x0a) marks += 1;
  }
  if (marks > limits.cells) {
    throw new ImportFileError('TOO_MANY_CELLS', `This file has more than ${limits.cells} cells.`);
  }
}

function parse(text: string, separator: Separator): string[][] {
  try {
    return parseCsv(text, separator);
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
