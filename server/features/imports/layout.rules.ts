import { joinContinuations } from './continuation.rules.js';
import { joinHeadings } from './double-headings.rules.js';
import { filled, type Grid, rowText, type Workbook } from './grid.js';
import {
  isReportHeading,
  plainHeading,
  readLetteredAction,
  readSponsorLine,
  readWorkstreamLine,
} from './headings.rules.js';
import type { ParsedPlan } from './parsed-plan.js';
import { PlanBuilder } from './plan-builder.js';
import { SheetReader } from './sheet-layout.rules.js';
import { readHeader, type Table } from './table.rules.js';
import { checkWork } from './work-budget.js';

const MAX_HEADERS = 500;

/** A workbook as a plan, told by its headings and never by fixed cells. Pure: cells in, plan out. */
export function readLayout(workbook: Workbook): ParsedPlan {
  const builder = new PlanBuilder();
  for (const note of workbook.notes) builder.note(note);
  builder.title = findTitle(workbook.grids);
  for (const grid of workbook.grids) readGrid(grid, workbook.grids.length, builder);
  return builder.build();
}

function readGrid(written: Grid, gridCount: number, builder: PlanBuilder): void {
  const { grid, asides, joined } = joinContinuations(joinHeadings(written));
  const headers = readHeaders(grid);
  const reason = whyNotAPlan(grid, headers);
  if (reason !== null) {
    for (const row of grid.blankMeansAsAbove ? grid.rows : grid.rows.slice(1)) {
      const text = rowText(row);
      if (text !== '' && text !== builder.title)
        builder.skip({ sheet: grid.name, row: row.number }, reason, text);
    }
    return;
  }
  if (joined > 0) builder.note(`'${grid.name}': ${joined} rows cut in two by a page break were joined.`);
  for (const { row, reason: why } of asides)
    builder.skip({ sheet: grid.name, row: row.number }, why, rowText(row));
  new SheetReader(grid, headers, builder, gridCount).read();
}

/** Pages repeat their headings; a sheet of headings alone is not a plan, and costs no more than one. */
function readHeaders(grid: Grid): (Table | null)[] {
  let found = 0;
  return grid.rows.map((_, index) => {
    checkWork();
    const header = found < MAX_HEADERS ? readHeader(grid, index) : null;
    if (header !== null) found += 1;
    return header;
  });
}

/** The first line of the first sheet, if it is a line and not a heading, a workstream or a label. */
function findTitle(grids: readonly Grid[]): string | null {
  for (const grid of grids) {
    if (!grid.blankMeansAsAbove) return null;
    const row = grid.rows.find((candidate) => filled(candidate).length > 0);
    if (row === undefined) continue;
    const [first, second] = filled(row);
    if (first === undefined || second !== undefined || first.cell.text.length > 300) return null;
    const text = first.cell.text;
    const isOther =
      readWorkstreamLine(text) ??
      readLetteredAction(text) ??
      readSponsorLine(text) ??
      (/[:]$/.test(text) || null);
    return isOther === null ? text : null;
  }
  return null;
}

function whyNotAPlan(grid: Grid, headers: readonly (Table | null)[]): string | null {
  const kinds = new Set(headers.flatMap((header) => (header === null ? [] : [header.kind])));
  const lettered = grid.rows.some((row) => readLetteredAction(filled(row)[0]?.cell.text ?? '') !== null);
  if (kinds.has('ACTIONS') || kinds.has('WORKSTREAMS') || lettered) return null;
  const isReport = grid.rows.some((row) => filled(row).some(({ cell }) => isReportHeading(cell.text)));
  if (isReport) return 'this sheet is a report about the plan: what it repeats is read from the plan itself';
  if (kinds.has('RISKS') || kinds.has('MEASURES')) return null;
  return describeOther(grid);
}

/** Other papers of a partnership, so that a person sees at once why a file brought nothing. */
const OTHER_PAPERS: readonly (readonly [RegExp, string])[] = [
  [/\b(agenda item|agenda despatch date|committee date)\b/, 'a forward plan of meetings'],
  [/\b(presenter|meeting date)\b.*\b(time|title)\b|\btitle\b.*\bpresenter\b/, 'an agenda'],
  [/\b(meeting role|printed text)\b/, 'a list of who attended'],
  [/\bitem title\b.*\btext\b/, 'minutes'],
  [/\b(expenditure|amount gbp|scheme name|source of funding)\b/, 'funding'],
  [/\b(numerator|denominator|pct icb|service or pathway)\b/, 'measured values'],
  [/\bkey lines of enquiry\b/, 'planning requirements'],
  [/\bframework\b.*\btitle variant\b/, 'a list of priorities'],
  [/\bsection item workstream value\b/, 'a report about the plan'],
];

function describeOther(grid: Grid): string {
  const heading =
    grid.rows[0] === undefined ? '' : plainHeading(rowText(grid.rows[0]).replaceAll(' | ', ' '));
  const paper = OTHER_PAPERS.find(([pattern]) => pattern.test(heading))?.[1];
  const missing = 'no row of headings with an action and its owner, date or status was found';
  return paper === undefined ? `not a plan: ${missing}` : `this looks like ${paper}, not a plan: ${missing}`;
}
