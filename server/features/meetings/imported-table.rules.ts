import { TimingPrecision } from '../../../schema/vocabulary.js';
import { CsvSyntaxError, parseCsv, plainText, separatorOf } from '../../platform/csv.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { readTiming } from '../actions/timing.rules.js';
import { cleanText } from '../imports/text.rules.js';

/** One row of a table somebody else wrote, by what its columns mean here. */
export interface TableRow<Field extends string> {
  /** Counted in the file, from 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Field, string>>>;
}

/** For each field the headings it goes by, the likeliest first. */
type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** As far down as is looked for the headings: papers put a title above them. */
const HEADING_ROWS = 15;

const cleaned = (cell: string): string => cleanText(plainText(cell)).replace(/\s+/g, ' ');

/** “Lead Officer(s):” is “lead officers”; a lone * or + is a heading too. */
const folded = (heading: string): string =>
  /^[*+]$/.test(heading.trim())
    ? heading.trim()
    : heading
        .toLowerCase()
        .replace(/\(s\)/g, 's')
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();

/** Which column holds what; each column once. */
function columnsIn<Field extends string>(
  record: readonly string[],
  headings: Headings<Field>,
): Map<Field, number> {
  const names = record.map(folded);
  const found = new Map<Field, number>();
  const taken = new Set<number>();
  for (const field of Object.keys(headings) as Field[])
    for (const heading of headings[field]) {
      const at = names.findIndex((name, i) => name === heading && !taken.has(i));
      if (at < 0) continue;
      found.set(field, at);
      taken.add(at);
      break;
    }
  return found;
}

/**
 * The rows below the headings, which are the first row that names the title and something else. Null when no row does.
 * Throws what `parseCsv` throws of a text that is no table.
 */
export function readTableOf<Field extends string>(
  content: string,
  headings: Headings<Field>,
  title: NoInfer<Field>,
): TableRow<Field>[] | null {
  const records = parseCsv(content, separatorOf(content)).map((record) => record.map(cleaned));
  const at = records
    .slice(0, HEADING_ROWS)
    .findIndex((record) => columnsIn(record, headings).has(title) && columnsIn(record, headings).size > 1);
  const columns = columnsIn(records[at] ?? [], headings);
  if (at < 0) return null;
  return records.slice(at + 1).flatMap((record, i) => {
    if (record.every((cell) => cell === '')) return [];
    const cells: Partial<Record<Field, string>> = {};
    for (const [field, column] of columns) if (record[column]) cells[field] = record[column];
    return [{ row: at + 2 + i, cells }];
  });
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i;
const CALENDAR = { yearOneStart: '2000-04-01', periodEnd: null };

/** “Friday 20th October 2023” as a calendar day; null for what names no single day. */
export function dayIn(text: string): string | null {
  const { precision, start, end } = readTiming(text.replace(WEEKDAY, ''), CALENDAR);
  return precision === TimingPrecision.DAY && start === end ? end : null;
}

/** Yes, a cross, a tick, or the sign itself. */
export const isMarked = (cell: string | undefined): boolean =>
  /^(y|yes|true|x|1|✓|✔|\*|\+)$/i.test(cell ?? '');

/** “10.30 am” or “10:30 – 10:45” as minutes of the day; null for what is no time. */
export function clockIn(text: string): number | null {
  const [, hours = '', minutes = '0', half = ''] =
    /^(\d{1,2})(?:[:.]?([0-5]\d))?\s*([ap])?\.?(?:m\.?)?\b/i.exec(text) ?? [];
  const hour = Number(hours);
  if (hours === '' || hour > 23 || (half !== '' && (hour > 12 || hour === 0))) return null;
  const shift = /p/i.test(half) ? 12 : 0;
  return ((half === '' ? hour : (hour % 12) + shift) % 24) * 60 + Number(minutes);
}

const refused = (message: string) => invalidInput([{ field: 'content', message }]);

/** What was read of a file, or in words for its sender why nothing was. */
export function readOrRefuse<T>(read: () => T | null, lengthOf: (found: T) => number, most: number): T {
  let found: T | null;
  try {
    found = read();
  } catch (error) {
    throw error instanceof CsvSyntaxError ? refused(`This file is no table: ${error.message}.`) : error;
  }
  if (found === null)
    throw refused(
      'No column of titles was found. Name it “Title” or “Agenda item”, with the others beside it.',
    );
  if (lengthOf(found) > most) throw refused(`This file has more than ${most} lines.`);
  return found;
}
