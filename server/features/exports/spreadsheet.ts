import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { csvCell } from '../../platform/csv.js';
import type { Sheet } from './plan-export.rules.js';

/** Excel reads a file without the mark in the letters of the machine it runs on. */
const BYTE_ORDER_MARK = '\ufeff';

/** No cell of it runs: see `csvCell`. */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(csvCell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** A cell of a workbook holds no more. */
const LONGEST_CELL = 32_767;

/** Every text is written as a text, which no program takes for a formula; days are dates. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    data: [
      columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((text, at) => {
          if (text === '') return null;
          return columns[at]?.isDay
            ? { value: new Date(text), type: Date, format: 'd mmm yyyy' }
            : { value: printable(text), type: String, wrap: true, alignVertical: 'top' as const };
        }),
      ),
    ] as SheetData,
  }));
  return writeXlsxFile(written).toBuffer();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for these.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** What XML can hold, and no more than a cell can. */
function printable(text: string): string {
  const kept = text.replace(NOT_IN_XML, '');
  return kept.length > LONGEST_CELL ? `${kept.slice(0, LONGEST_CELL - 1)}…` : kept;
}
