/**
 * Comma-separated values as RFC 4180 has them: fields in quotes may hold commas, line breaks and doubled quotes. Lines may
 * end in CRLF, LF or CR, and a byte-order mark is dropped, since spreadsheets write all of these. What parts the values
 * may be another sign: where the comma parts decimals, spreadsheets write semicolons, and some write tabs.
 */

export type Separator = ',' | ';' | '\t';

/** A file that is not CSV; `line` is where the trouble begins, counted from 1. */
export class CsvSyntaxError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(`${message} (line ${line})`);
    this.name = 'CsvSyntaxError';
  }
}

const QUOTE = '"';
const FIELD_END: Record<Separator, RegExp> = { ',': /[,\r\n]/g, ';': /[;\r\n]/g, '\t': /[\t\r\n]/g };

/** The end of a bare field: the next separator or line break, or the end of the text. */
function endOfBareField(text: string, from: number, separator: Separator): number {
  const end = FIELD_END[separator];
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n|\r|\n/).length;
}

/** Reads a quoted field that opens at `open`; its closing quote must be followed by a separator, a line break or the end. */
function quotedField(text: string, open: number, separator: Separator): { value: string; next: number } {
  const pieces: string[] = [];
  let from = open + 1;
  for (;;) {
    const close = text.indexOf(QUOTE, from);
    if (close === -1) throw new CsvSyntaxError('A quoted field is never closed', lineAt(text, open));
    pieces.push(text.slice(from, close));
    if (text[close + 1] !== QUOTE) {
      const next = close + 1;
      if (next < text.length && endOfBareField(text, next, separator) !== next) {
        throw new CsvSyntaxError('Text follows a closing quote', lineAt(text, close));
      }
      return { value: pieces.join(QUOTE), next };
    }
    from = close + 2;
  }
}

/** Rows of fields, as they stand: nothing is trimmed, and an empty line is a row with one empty field. */
export function parseCsv(text: string, separator: Separator = ','): string[][] {
  const rows: string[][] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  if (at === text.length) return rows;
  let row: string[] = [];
  for (;;) {
    if (text[at] === QUOTE) {
      const field = quotedField(text, at, separator);
      row.push(field.value);
      at = field.next;
    } else {
      const end = endOfBareField(text, at, separator);
      row.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    rows.push(row);
    if (at >= text.length) return rows;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) return rows;
    row = [];
  }
}

/** As far as is looked to tell the separator. */
const SAMPLE_LINES = 20;
const SAMPLE_LENGTH = 20_000;

/**
 * What parts the values: the sign that stands most often, outside quotes, in the first line that has any; of two that
 * stand as often there, the one that stands more often in the lines below. A lone comma in a heading does not outdo it.
 */
export function separatorOf(text: string): Separator {
  const lines = signsByLine(text.slice(0, SAMPLE_LENGTH));
  const first = lines.findIndex((line) => line.size > 0);
  if (first < 0) return ',';
  const most = (
    some: readonly ReadonlyMap<Separator, number>[],
    among: readonly Separator[],
  ): Separator[] => {
    const counts = among.map((sign) => some.reduce((sum, line) => sum + (line.get(sign) ?? 0), 0));
    return among.filter((_, i) => counts[i] === Math.max(...counts));
  };
  const likely = most(lines.slice(first, first + 1), [',', ';', '\t']);
  return most(lines, likely)[0] ?? ',';
}

function signsByLine(text: string): Map<Separator, number>[] {
  const lines: Map<Separator, number>[] = [new Map()];
  let isQuoted = false;
  for (const sign of text) {
    const line = lines.at(-1);
    if (sign === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted || !line) continue;
    else if (sign === ',' || sign === ';' || sign === '\t') line.set(sign, (line.get(sign) ?? 0) + 1);
    else if (sign === '\n' || sign === '\r') {
      if (lines.length === SAMPLE_LINES) break;
      lines.push(new Map());
    }
  }
  return lines;
}

/** Header names made distinct: a second "Lead" becomes "Lead (2)", and a nameless column "column 7". */
function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((written, index) => {
    const base = written.trim() === '' ? `column ${index + 1}` : written.trim();
    let name = base;
    for (let n = 2; taken.has(name); n += 1) name = `${base} (${n})`;
    taken.add(name);
    return name;
  });
}

/**
 * The rows under the header as maps from column name to text. The maps have no prototype, so a column named "constructor"
 * or "__proto__" is a column like any other. Missing cells are '', blank lines are left out, and cells beyond the header are
 * kept under "column 7" rather than lost.
 */
export function csvRecords(text: string): Record<string, string>[] {
  const [header, ...rows] = parseCsv(text);
  if (header === undefined) return [];
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const widest = filled.reduce((width, row) => Math.max(width, row.length), header.length);
  const columns = columnNames([...header, ...Array.from({ length: widest - header.length }, () => '')]);
  return filled.map((row) => {
    const record: Record<string, string> = Object.create(null);
    columns.forEach((column, index) => {
      if (index < header.length || row[index] !== undefined) record[column] = row[index] ?? '';
    });
    return record;
  });
}

/** What a spreadsheet takes for the beginning of a formula, also in full width and after blanks, which some of them skip. */
const FORMULA = /^'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * A cell of an export: a text that a spreadsheet would run (it begins with = + - @, a tab or a line break) gets an apostrophe
 * before it, as OWASP advises against CSV injection, and the cell is quoted where RFC 4180 asks for it. A text that begins
 * with apostrophes before such a sign gets one more, so `plainText` gives every text back unharmed.
 */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll(QUOTE, '""')}"` : safe;
}

/** Takes back the apostrophe that `csvCell` put before a text. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
