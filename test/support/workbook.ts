import { type Zippable, zipSync } from 'fflate';

/** Workbooks for tests: as partners send them, and as nobody should. */

export type CellInput =
  | string
  | number
  | boolean
  | null
  | { value: number; style: number }
  | { text: string; style: number }
  | { formula: string; cached: string | null }
  | { error: string };

export interface SheetInput {
  name: string;
  rows: CellInput[][];
  merges?: string[];
  hidden?: boolean;
  hiddenRows?: number[];
  /** The whole sheet as XML, for what no program would write. */
  xml?: string;
}

/** Styles the sheets can name: 0 plain, 1 'mmm-yy', 2 'dd-mmm-yy', 3 a red fill, 4 a green fill, 5 'd mmmm yyyy'. */
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mmm\\-yy"/><numFmt numFmtId="165" formatCode="[$-809]d\\ mmmm\\ yyyy;@"/></numFmts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fillId="0"/><xf numFmtId="17" fillId="0"/><xf numFmtId="164" fillId="0"/><xf numFmtId="0" fillId="2"/><xf numFmtId="0" fillId="3"/><xf numFmtId="165" fillId="0"/></cellXfs></styleSheet>`;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookOptions {
  epoch1904?: boolean;
  /** Parts to add or to put in place of the usual ones; null leaves one out. */
  parts?: Record<string, string | Uint8Array | null>;
}

export function workbook(sheets: SheetInput[], options: WorkbookOptions = {}): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, options.epoch1904 ?? false),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId900', 'styles', 'styles.xml'],
      ...sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
    ]),
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml ?? sheetXml(sheet);
  });
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries({ ...parts, ...options.parts })) {
    if (content !== null) zippable[name] = typeof content === 'string' ? encoder.encode(content) : content;
  }
  return zipSync(zippable, { level: 6 });
}

function relationships(list: [id: string, type: string, target: string][]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function workbookXml(sheets: SheetInput[], epoch1904: boolean): string {
  const items = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><workbookPr${epoch1904 ? ' date1904="1"' : ''}/><sheets>${items.join('')}</sheets></workbook>`;
}

export function sheetXml({ rows, merges = [], hiddenRows = [] }: Omit<SheetInput, 'name'>): string {
  const body = rows.map((cells, index) => {
    const row = index + 1;
    const written = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row}`));
    return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${written.join('')}</row>`;
  });
  const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`);
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData><mergeCells>${merged.join('')}</mergeCells></worksheet>`;
}

function cellXml(cell: CellInput, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return inline(place, cell, 0);
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('value' in cell) return `<c r="${place}" s="${cell.style}"><v>${cell.value}</v></c>`;
  if ('text' in cell) return inline(place, cell.text, cell.style);
  if ('error' in cell) return `<c r="${place}" t="e"><v>${escapeXml(cell.error)}</v></c>`;
  const cached = cell.cached === null ? '' : `<v>${escapeXml(cell.cached)}</v>`;
  return `<c r="${place}" t="str"><f>${escapeXml(cell.formula)}</f>${cached}</c>`;
}

function inline(place: string, text: string, style: number): string {
  if (text === '') return `<c r="${place}" s="${style}"/>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** Where the record of a part starts in the zip's table of contents, to falsify it. */
export function directoryRecord(bytes: Uint8Array, name: string): { view: DataView; at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) return { view, at };
  }
  throw new RangeError(`no part called ${name}`);
}
