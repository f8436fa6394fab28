import { AgendaPurpose, ImportedLineOutcome } from '../../../schema/meeting-words.js';
import { clockOf } from '../../../schema/running-order.js';
import { clockIn, dayIn, isMarked, readTableOf, type TableRow } from './imported-table.rules.js';

const HEADINGS = {
  title: ['title', 'agenda item', 'subject', 'report', 'item', 'description'],
  number: ['number', 'no', 'item no', 'item number', 'item'],
  presenter: ['presenter', 'presenters', 'presented by', 'presenting', 'speaker', 'lead officer', 'lead'],
  time: ['time', 'start time', 'starts', 'starts at', 'start', 'begins'],
  minutes: ['minutes', 'duration', 'mins', 'time allowed'],
  section: ['group', 'section', 'heading', 'part'],
  purpose: ['purpose', 'for'],
  day: ['meeting date', 'date of meeting', 'meets on', 'date'],
  confidential: ['confidential flag', 'confidential', 'exempt', 'restricted', '+'],
} as const;

type Field = keyof typeof HEADINGS;

/** A line of an agenda as it came, and what it says here. */
export interface AgendaLine {
  row: number;
  title: string;
  section: string;
  presentersAsWritten: string | null;
  /** When it begins, in minutes of the day; null where the file gives none. */
  begins: number | null;
  minutes: number | null;
  purpose: AgendaPurpose | null;
  outcome: ImportedLineOutcome;
  notes: string[];
}

export interface ReadAgenda {
  lines: AgendaLine[];
  /** The day the file is of, where it says so. */
  meetsOn: string | null;
  /** When its first item begins. */
  startsAt: string | null;
}

const PURPOSES: readonly [RegExp, AgendaPurpose][] = [
  [/^(to )?(note|information|receive)/i, AgendaPurpose.NOTE],
  [/^(to |for )?(discuss|consider)/i, AgendaPurpose.DISCUSS],
  [/^(to |for )?(decide|decision|agree)/i, AgendaPurpose.DECIDE],
  [/^(to |for )?approv/i, AgendaPurpose.APPROVE],
];

/** How long an item takes when neither it nor what follows tells. */
const USUAL_MINUTES = 10;
const NOON = 12 * 60;

/** The agenda somebody else wrote; null when no column holds titles. `day`: other days in the file are other meetings. */
export function readAgenda(content: string, day: string | null): ReadAgenda | null {
  const rows = readTableOf(content, HEADINGS, 'title');
  if (rows === null) return null;
  const days = rows.flatMap(({ cells }) => (cells.day === undefined ? [] : (dayIn(cells.day) ?? [])));
  const meetsOn = day ?? days[0] ?? null;
  const isNumbered = rows.some(({ cells }) => cells.number !== undefined);
  let section = '';
  const lines = rows.map((row) => {
    if (row.cells.section !== undefined) section = row.cells.section;
    const line = lineOf(row, section, { meetsOn, isNumbered });
    if (line.outcome === ImportedLineOutcome.HEADING) section = line.title.slice(0, 120);
    return line;
  });
  const items = lines.filter(({ outcome }) => outcome === ImportedLineOutcome.ADDED);
  settleMinutes(items);
  const first = items[0]?.begins ?? null;
  return { lines, meetsOn, startsAt: first === null ? null : clockOf(first) };
}

function lineOf(
  { row, cells }: TableRow<Field>,
  section: string,
  at: { meetsOn: string | null; isNumbered: boolean },
): AgendaLine {
  const title = cells.title ?? '';
  const line = {
    ...{ row, title, section: section.slice(0, 120), notes: [] },
    presentersAsWritten: cells.presenter?.slice(0, 300) ?? null,
    begins: cells.time === undefined ? null : clockIn(cells.time),
    minutes: minutesIn(cells.minutes),
    purpose: PURPOSES.find(([words]) => words.test(cells.purpose ?? ''))?.[1] ?? null,
    outcome: ImportedLineOutcome.ADDED,
  };
  const why = whyPassedOver(cells, title, at.meetsOn);
  if (why) return { ...line, outcome: ImportedLineOutcome.PASSED_OVER, notes: [why] };
  const isAlone = !cells.number && !cells.presenter && !cells.time && !cells.minutes && !cells.section;
  if (at.isNumbered && isAlone)
    return {
      ...line,
      outcome: ImportedLineOutcome.HEADING,
      notes: ['The heading of the items below it: it has no number.'],
    };
  return line;
}

function whyPassedOver(
  cells: TableRow<Field>['cells'],
  title: string,
  meetsOn: string | null,
): string | null {
  if (title === '') return 'It has no title.';
  if (title.length > 300) return 'Its title is longer than 300 characters.';
  const day = cells.day === undefined ? null : dayIn(cells.day);
  if (day !== null && day !== meetsOn) return 'It is of another day.';
  // Brought in, all partners would read it before anybody has said who may.
  if (isMarked(cells.confidential))
    return 'It is marked as confidential: put it on the agenda by hand, and say by which paragraph.';
  return null;
}

function minutesIn(cell: string | undefined): number | null {
  const minutes = Number(/^(\d{1,3})\s*(?:m|mins?|minutes)?\.?$/i.exec(cell ?? '')?.[1] ?? 0);
  return minutes >= 1 && minutes <= 600 ? minutes : null;
}

/** An item takes until the next one that has a time; so each begins when the file says. */
function settleMinutes(items: readonly AgendaLine[]): void {
  let last: AgendaLine | null = null;
  for (const item of items) {
    if (item.begins === null) continue;
    // After 12:50 comes 1:10, which is in the afternoon.
    if (last !== null && last.begins !== null && item.begins < last.begins && item.begins < NOON)
      item.begins += NOON;
    if (last !== null) settle(last, item.begins - (last.begins ?? 0));
    last = item;
  }
  if (last !== null) settle(last, null);
}

function settle(item: AgendaLine, until: number | null): void {
  if (until !== null && until >= 1 && until <= 600) {
    item.minutes = until;
    return;
  }
  if (until !== null) item.notes.push('The item after it does not begin later.');
  if (item.minutes !== null) return;
  item.minutes = USUAL_MINUTES;
  item.notes.push(`How long it takes is not written: ${USUAL_MINUTES} minutes were taken.`);
}
