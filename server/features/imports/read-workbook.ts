import type { Workbook } from './grid.js';
import type { ImportLimits } from './import-limits.js';
import { readSheet } from './read-sheet.js';
import { readIndex, readSharedStrings, readStyles } from './workbook-parts.js';
import { readZip } from './zip.js';

export function readWorkbook(bytes: Uint8Array, limits: ImportLimits): Workbook {
  const index = readIndex(readZip(bytes, limits), limits);
  const context = {
    strings: index.sharedStrings === null ? [] : readSharedStrings(index.sharedStrings, limits),
    styles: index.styles === null ? [] : readStyles(index.styles),
    epoch1904: index.epoch1904,
    formats: new Map(),
    limits,
    left: { rows: limits.rows, cells: limits.cells, characters: limits.characters },
  };
  const sheets = index.sheets.map((part) => readSheet(part, context));
  return {
    grids: sheets.map((sheet) => sheet.grid),
    notes: [...index.notes, ...sheets.flatMap((sheet) => sheet.notes)],
  };
}
