import { cellText, type Grid, type GridRow, rowText } from './grid.js';
import { plainHeading, readSponsorLine, readWorkstreamLine, type WorkstreamName } from './headings.rules.js';
import type { PlanBuilder } from './plan-builder.js';
import { columnsOf, type Table } from './table.rules.js';
import { sourceOf } from './table-rows.rules.js';

/** One row of a list of workstreams: its name, its sponsors, and what is written about it. */
export function readWorkstreamRow(row: GridRow, table: Table, grid: Grid, builder: PlanBuilder): void {
  const source = sourceOf(row, grid);
  const name = nameOf(row, table);
  if (name === null) {
    builder.skip(source, 'no workstream is named in this row', rowText(row));
    return;
  }
  const workstream = builder.workstream(name, source);
  builder.addSponsors(workstream, sponsorsOf(row, table), source);
  for (const { column, heading, role } of columnsOf(
    table,
    'NARRATIVE',
    'OUTCOME',
    'AREA',
    'OTHER',
    'OWNER',
    'STATUS',
  )) {
    const text = cellText(row, column);
    // A bare number is a count or a share worked out elsewhere, not what anybody wrote.
    const isFigure = role === 'OTHER' && /^[\d.,%]*$/.test(text);
    if (!isFigure) builder.addNarrative(workstream, { heading, text }, source);
  }
}

function nameOf(row: GridRow, table: Table): WorkstreamName | null {
  const [titleColumn] = columnsOf(table, 'TITLE', 'WEAK_TITLE', 'WORKSTREAM');
  const [numberColumn] = columnsOf(table, 'REFERENCE');
  const title = titleColumn === undefined ? '' : cellText(row, titleColumn.column);
  const number = numberColumn === undefined ? '' : cellText(row, numberColumn.column);
  const line = readWorkstreamLine(title);
  if (line !== null) return line;
  if (title === '' && number === '') return null;
  return {
    kind: 'workstream',
    number: number === '' ? null : number,
    title: title === '' ? `Workstream ${number}` : title,
  };
}

/** As written, where the file also takes the sponsors apart into names and organisations. */
function sponsorsOf(row: GridRow, table: Table): string {
  const columns = columnsOf(table, 'SPONSOR');
  const whole = columns.filter(({ heading }) => plainHeading(heading).includes('as written'));
  return (whole.length > 0 ? whole : columns)
    .map(({ column }) => cellText(row, column))
    .map((text) => readSponsorLine(text) || text)
    .filter((text) => text !== '')
    .join('; ');
}
