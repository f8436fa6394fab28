import { cellText, columnName, filled, type Grid, type GridRow, mergeAt } from './grid.js';
import { readWorkstreamLine, type WorkstreamName } from './headings.rules.js';
import type { ParsedNarrative, Source } from './parsed-plan.js';
import type { ActionDraft, RiskDraft } from './plan-builder.js';
import { readStatus } from './status.rules.js';
import { type Column, columnsOf, type Table } from './table.rules.js';
import { joinPieces, orNull } from './text.rules.js';

/** One row under a row of headings, as what it means. */

/** The last filled group cells above, for the rows that leave them blank. */
export type Above = Map<number, string>;

export interface ActionRow {
  draft: ActionDraft | null;
  group: string | null;
  /** The words of the columns kept for measures. */
  measure: string | null;
  unreadStatus: string | null;
}

export function readActionRow(row: GridRow, table: Table, grid: Grid, above: Above): ActionRow {
  const group = groupOf(row, table, grid, above);
  const [title] = columnsOf(table, 'TITLE');
  const text = title === undefined ? '' : cellText(row, title.column);
  const measure = orNull(
    columnsOf(table, 'MEASURE')
      .map(({ column }) => cellText(row, column))
      .filter((value) => value !== '')
      .join(' | '),
  );
  const status = readStatusCell(row, table);
  const path = group?.split(' > ') ?? [];
  const narratives = [...pathNarrative(path, table), ...narrativesOf(row, table, grid, above)];
  if (status.unread !== null) narratives.push(status.unread);
  const [timing] = columnsOf(table, 'TIMING');
  const [reference] = columnsOf(table, 'REFERENCE');
  const draft: ActionDraft | null =
    text === ''
      ? null
      : {
          lettered: isLettered(row, reference),
          reference: reference === undefined ? null : orNull(cellText(row, reference.column)),
          title: text,
          expectedOutcome: orNull(joined(row, table, 'OUTCOME')),
          ownersAsWritten: orNull(joined(row, table, 'OWNER')),
          timingAsWritten: orNull(joined(row, table, 'TIMING')),
          timingDate: timing === undefined ? null : (row.cells.get(timing.column)?.date ?? null),
          status: status.status,
          narratives,
          source: { sheet: grid.name, row: row.number },
        };
  return { draft, group: path[0] ?? null, measure, unreadStatus: status.unread?.text ?? null };
}

/** More of the action above, where its cell reaches down beside this row. */
export function continuesAbove(row: GridRow, table: Table, grid: Grid): boolean {
  const [title] = columnsOf(table, 'TITLE');
  if (title === undefined || cellText(row, title.column) !== '') return false;
  const merge = mergeAt(grid, row.number, title.column);
  return merge !== null && merge.top < row.number && merge.top > table.headerRow;
}

export function addToAction(draft: ActionDraft, row: GridRow, table: Table, grid: Grid): void {
  const more = (role: Column['role'], text: string | null): string | null =>
    orNull(joinPieces(text ?? '', joined(row, table, role)));
  draft.ownersAsWritten = more('OWNER', draft.ownersAsWritten);
  draft.expectedOutcome = more('OUTCOME', draft.expectedOutcome);
  const timing = joined(row, table, 'TIMING');
  if (timing !== '') draft.timingDate = null;
  draft.timingAsWritten = more('TIMING', draft.timingAsWritten);
  draft.narratives.push(...narrativesOf(row, table, grid, new Map()));
}

export function readRiskRow(row: GridRow, table: Table, grid: Grid): RiskDraft | null {
  const text = joined(row, table, 'RISK');
  if (text === '') return null;
  return {
    text,
    mitigation: orNull(joined(row, table, 'MITIGATION')),
    status: readStatusCell(row, table).status,
    source: { sheet: grid.name, row: row.number },
  };
}

export function groupOf(row: GridRow, table: Table, grid: Grid, above: Above): string | null {
  const [column] = columnsOf(table, 'WORKSTREAM');
  return column === undefined ? null : orNull(groupText(row, column.column, grid, above));
}

/** A group as a workstream: 'Outcome One: …' by its own words, '1' by the heading of its column. */
export function nameOfGroup(group: string, table: Table): WorkstreamName {
  const line = readWorkstreamLine(group);
  if (line !== null) return line;
  if (!/^\d{1,3}[a-z]?$/i.test(group)) return { kind: 'workstream', number: null, title: group };
  const heading = columnsOf(table, 'WORKSTREAM')[0]?.heading ?? 'Workstream';
  const kind = readWorkstreamLine(`${heading} ${group}`)?.kind ?? 'workstream';
  return { kind, number: group, title: `${heading} ${group}` };
}

export function sourceOf(row: GridRow, grid: Grid): Source {
  return { sheet: grid.name, row: row.number };
}

function groupText(row: GridRow, column: number, grid: Grid, above: Above): string {
  const own = cellText(row, column);
  if (own !== '') {
    above.set(column, own);
    return own;
  }
  return grid.blankMeansAsAbove ? (above.get(column) ?? '') : '';
}

/** 'Digital > Virtual wards > Year 1': the first is the workstream, the rest is where in it the row stands. */
function pathNarrative(path: readonly string[], table: Table): ParsedNarrative[] {
  const heading = columnsOf(table, 'WORKSTREAM')[0]?.heading ?? 'Section';
  return path.length > 1 ? [{ heading, text: path.slice(1).join(' > '), isPlace: true }] : [];
}

/** Every other filled cell is somebody's words and is kept under its heading. */
function narrativesOf(row: GridRow, table: Table, grid: Grid, above: Above): ParsedNarrative[] {
  const narratives = columnsOf(table, 'AREA', 'NARRATIVE', 'OTHER', 'SPONSOR').map(
    ({ column, heading, role }) => ({
      heading,
      text: role === 'AREA' ? groupText(row, column, grid, above) : cellText(row, column),
    }),
  );
  const known = new Set(table.columns.map(({ column }) => column));
  const nameless = filled(row)
    .filter(({ column }) => !known.has(column))
    .map(({ column, cell }) => ({ heading: `Column ${columnName(column)}`, text: cell.text }));
  return [...narratives, ...nameless].filter(({ text }) => text !== '');
}

function readStatusCell(
  row: GridRow,
  table: Table,
): { status: ActionDraft['status']; unread: ParsedNarrative | null } {
  const [column] = columnsOf(table, 'STATUS');
  const cell = column === undefined ? undefined : row.cells.get(column.column);
  if (column === undefined || cell === undefined) return { status: null, unread: null };
  const status = readStatus(cell.text, cell.fill);
  const isWord = cell.text.length <= 12 && status !== null;
  return { status, unread: cell.text === '' || isWord ? null : { heading: column.heading, text: cell.text } };
}

function isLettered(row: GridRow, reference: Column | undefined): boolean {
  if (reference === undefined || !/^action/i.test(reference.heading)) return false;
  return /^[A-Z]$/.test(cellText(row, reference.column));
}

function joined(row: GridRow, table: Table, role: Column['role']): string {
  return columnsOf(table, role)
    .map(({ column }) => cellText(row, column))
    .filter((value) => value !== '')
    .join('; ');
}
