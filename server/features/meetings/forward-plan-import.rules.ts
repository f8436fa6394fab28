import { ImportedLineOutcome } from '../../../schema/meeting-words.js';
import { dayIn, isMarked, readTableOf, type TableRow } from './imported-table.rules.js';

const HEADINGS = {
  title: ['agenda item', 'title', 'report title', 'subject', 'item', 'report', 'topic'],
  day: [
    'committee date',
    'meeting date',
    'board date',
    'date of meeting',
    'decision date',
    'date',
    'meeting',
  ],
  kind: ['kind', 'type'],
  leads: [
    'lead officer',
    'lead officers',
    'report author',
    'lead',
    'author',
    'officer',
    'responsible officer',
  ],
  reference: [
    ...['key decision reference', 'reference if key decision', 'key decision ref', 'key decision no'],
    ...['key decision', 'reference'],
  ],
  draft: [
    ...['deadline for draft reports', 'deadline for draft report', 'draft report deadline'],
    ...['draft deadline', 'deadline'],
  ],
  dispatch: [
    ...['agenda despatch date', 'agenda dispatch date', 'despatch date', 'dispatch date'],
    ...['despatch', 'dispatch'],
  ],
  council: ['full council flag', 'for full council', 'full council', '*'],
  confidential: ['confidential flag', 'confidential', 'exempt', '+'],
} as const;

type Field = keyof typeof HEADINGS;

/** A line of a forward plan as it came, and what it says here. */
export interface PlannedLine {
  row: number;
  title: string;
  /** The day it is for: written, or that of the line above; null when none is known. */
  meetsOn: string | null;
  outcome: ImportedLineOutcome;
  notes: string[];
  leadOfficersAsWritten: string | null;
  keyDecisionReference: string | null;
  draftReportDueOn: string | null;
  dispatchOn: string | null;
  isForFullCouncil: boolean;
  isConfidential: boolean;
}

/** * and + stand before or after a title where a paper has no columns for them. */
const SIGNS = /^\s*([*+\s]*)(.*?)([*+\s]*)\s*$/s;

/** The lines of a forward plan somebody else wrote; null when no column holds titles. Nothing is guessed. */
export function readForwardPlan(content: string): PlannedLine[] | null {
  const rows = readTableOf(content, HEADINGS, 'title');
  let above: string | null = null;
  return (
    rows?.map((row) => {
      const written = row.cells.day;
      // What is written and is no day, such as “to be scheduled”, parts what follows from the day above.
      const line = lineOf(row, written === undefined ? above : dayIn(written));
      if (line.outcome === ImportedLineOutcome.ADDED) above = line.meetsOn;
      return line;
    }) ?? null
  );
}

function lineOf({ row, cells }: TableRow<Field>, meetsOn: string | null): PlannedLine {
  const [, before = '', title = '', after = ''] = SIGNS.exec(cells.title ?? '') ?? [];
  const notes: string[] = [];
  const dayOf = (field: 'draft' | 'dispatch', what: string): string | null => {
    const day = cells[field] === undefined ? null : dayIn(cells[field]);
    if (cells[field] !== undefined && day === null)
      notes.push(`“${cells[field]}” is not a day: ${what} is left open.`);
    return day;
  };
  if (cells.day !== undefined && meetsOn === null)
    notes.push(`“${cells.day}” is not a day: it is not for a meeting yet.`);
  const line: PlannedLine = {
    row,
    title,
    meetsOn,
    outcome: ImportedLineOutcome.ADDED,
    notes,
    leadOfficersAsWritten: cells.leads?.slice(0, 300) ?? null,
    keyDecisionReference: cells.reference?.slice(0, 60) ?? null,
    draftReportDueOn: dayOf('draft', 'the deadline for the draft'),
    dispatchOn: dayOf('dispatch', 'the day of dispatch'),
    isForFullCouncil: isMarked(cells.council) || (before + after).includes('*'),
    isConfidential: isMarked(cells.confidential) || (before + after).includes('+'),
  };
  const why = whyPassedOver(cells, title);
  return why ? { ...line, outcome: ImportedLineOutcome.PASSED_OVER, notes: [why] } : line;
}

function whyPassedOver(cells: TableRow<Field>['cells'], title: string): string | null {
  if (title === '') return 'It has no title.';
  if (title.length > 300) return 'Its title is longer than 300 characters.';
  if (/^standing/i.test(cells.kind ?? '')) return 'A standing item: each agenda begins with its own.';
  return null;
}
