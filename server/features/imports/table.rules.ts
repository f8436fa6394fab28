import { cellText, filled, type Grid, type GridRow, mergeAt } from './grid.js';
import { headingInWords, plainHeading, type Role, readSection, roleOf } from './headings.rules.js';

/** A row of headings, and what each column under it holds. */

export type TableKind = 'ACTIONS' | 'RISKS' | 'MEASURES' | 'WORKSTREAMS';

export interface Column {
  column: number;
  heading: string;
  role: Role | 'IGNORED';
}

export interface Table {
  kind: TableKind;
  headerRow: number;
  columns: readonly Column[];
}

const MAX_HEADING = 120;
const SAMPLE = 200;

export function readHeader(grid: Grid, index: number): Table | null {
  const row = grid.rows[index];
  // A data file has one row of headings, and it comes first.
  if (row === undefined || (index > 0 && !grid.blankMeansAsAbove)) return null;
  const cells = filled(row);
  if (cells.length < 2 || cells.some(({ cell }) => cell.text.length > MAX_HEADING)) return null;
  const columns: Column[] = cells.map(({ column, cell }) => ({
    column,
    heading: headingInWords(cell.text),
    role: roleOf(cell.text),
  }));
  if (!columns.some(({ role }) => KEY_ROLES.has(role))) return null;
  const sample = rowsUnder(grid, index);
  settle(columns, sample, grid, row);
  const kind = kindOf(columns, grid.blankMeansAsAbove);
  return kind === null ? null : { kind, headerRow: row.number, columns };
}

/** The rows that can tell what the columns hold: down to the next section, where others begin. */
function rowsUnder(grid: Grid, index: number): GridRow[] {
  const rows = grid.rows.slice(index + 1, index + 1 + SAMPLE);
  const end = rows.findIndex((row) => {
    const [first, second] = filled(row);
    return first !== undefined && second === undefined && readSection(first.cell.text) !== null;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** The columns with a role, left to right. */
export function columnsOf(table: Table, ...roles: Column['role'][]): Column[] {
  return table.columns.filter(({ role }) => roles.includes(role));
}

const KEY_ROLES: ReadonlySet<string> = new Set<Role>([
  'TITLE',
  'WEAK_TITLE',
  'PROGRAMME',
  'RISK',
  'MEASURE',
  'SPONSOR',
]);

/** Whether there is no table without it. */
export const isKeyHeading = (heading: string): boolean => KEY_ROLES.has(roleOf(heading));

/** Settles what one heading alone cannot say: by its neighbours, and by what stands under it. */
function settle(columns: Column[], sample: readonly GridRow[], grid: Grid, header: GridRow): void {
  ignoreProvenance(columns);
  settlePriority(columns, sample);
  splitReference(columns, sample, grid, header);
  settleTitle(columns, sample);
  settleRisk(columns);
  settleGroups(columns, sample);
  settleMeasures(columns);
  for (const role of ['REFERENCE', 'TIMING', 'STATUS', 'OUTCOME', 'RISK', 'MITIGATION'] as const) {
    keepFirst(columns, role, 'OTHER');
  }
  keepFirst(columns, 'WORKSTREAM', 'AREA');
  columns.sort((a, b) => a.column - b.column);
}

/** In an extracted data set, remarks on the extraction are its makers' words and not the partners'. */
function ignoreProvenance(columns: Column[]): void {
  const extracted = columns.some(({ heading }) => /^source lines?$/.test(plainHeading(heading)));
  for (const column of columns) {
    const remark = column.role === 'PROVENANCE' || /^notes?$/.test(plainHeading(column.heading));
    if (extracted && remark) column.role = 'IGNORED';
    else if (column.role === 'PROVENANCE') column.role = 'OTHER';
  }
}

/** A priority may be a theme of the plan, or only high, medium or low. */
function settlePriority(columns: Column[], sample: readonly GridRow[]): void {
  for (const column of columns) {
    if (column.role !== 'WORKSTREAM' || !/priorit/.test(plainHeading(column.heading))) continue;
    const values = valuesOf(sample, column.column);
    if (
      values.length > 0 &&
      values.every((value) => /^(?:very )?(?:high|medium|med|low|urgent|h|m|l)$/i.test(value))
    ) {
      column.role = 'OTHER';
    }
  }
}

/** The reference often has a narrow column of its own under the heading of the text beside it. */
function splitReference(columns: Column[], sample: readonly GridRow[], grid: Grid, header: GridRow): void {
  const [heading] = columns.filter(({ role }) => role === 'TITLE');
  if (heading === undefined) return;
  const beside = heading.column + 1;
  const besideIsFree = !columns.some(({ column }) => column === beside);
  const right = mergeAt(grid, header.number, heading.column)?.right ?? heading.column;
  if (!besideIsFree || (right === heading.column && valuesOf(sample, beside).length === 0)) return;
  const noReference = !columns.some(({ role }) => role === 'REFERENCE');
  if (noReference && holdsReferences(sample, heading.column)) {
    columns.push({ column: beside, heading: heading.heading, role: 'TITLE' });
    heading.role = 'REFERENCE';
  } else if (valuesOf(sample, heading.column).length === 0) {
    heading.column = beside;
  }
}

function settleTitle(columns: Column[], sample: readonly GridRow[]): void {
  const others = columns.filter(
    ({ role }) => role === 'TITLE' || role === 'PROGRAMME' || role === 'WEAK_TITLE',
  );
  const noReference = !columns.some(({ role }) => role === 'REFERENCE');
  const numbered =
    noReference && others.length > 1
      ? others.find(({ role, column }) => role === 'TITLE' && holdsReferences(sample, column))
      : undefined;
  if (numbered !== undefined) numbered.role = 'REFERENCE';
  const left = others.filter((column) => column !== numbered);
  const title =
    [/\btasks?\b/, /\bactions?\b|^what/, /./].flatMap((wanted) =>
      left.filter(({ role, heading }) => role === 'TITLE' && wanted.test(plainHeading(heading))),
    )[0] ??
    left.find(({ role }) => role === 'PROGRAMME') ??
    (numbered === undefined ? undefined : left[0]);
  if (title === undefined) return;
  for (const column of left)
    column.role = column === title ? 'TITLE' : column.column < title.column ? 'AREA' : 'OTHER';
}

/** A risk before an action is a register, where the action is the mitigation; after it, a remark on the action. */
function settleRisk(columns: Column[]): void {
  const risk = columns.find(({ role }) => role === 'RISK');
  const title = columns.find(({ role }) => role === 'TITLE');
  if (risk === undefined || title === undefined) return;
  if (risk.column < title.column) {
    title.role = columns.some(({ role }) => role === 'MITIGATION') ? 'OTHER' : 'MITIGATION';
    return;
  }
  for (const column of columns) {
    if (column.role === 'RISK' || column.role === 'MITIGATION') column.role = 'NARRATIVE';
  }
}

function settleGroups(columns: Column[], sample: readonly GridRow[]): void {
  const title = columns.find(({ role }) => role === 'TITLE');
  const grouped = columns.some(({ role }) => role === 'WORKSTREAM');
  for (const column of columns) {
    if (column.role !== 'GROUP_OR_OUTCOME') continue;
    const before = title !== undefined && column.column < title.column;
    if (before && repeats(sample, column.column)) column.role = grouped ? 'AREA' : 'WORKSTREAM';
    else column.role = 'OUTCOME';
  }
}

/** A measure with its baseline is a measure; alone beside an action it is how the action is judged. */
function settleMeasures(columns: Column[]): void {
  const measures = columns.filter(({ role }) => role === 'MEASURE');
  if (measures.length !== 1 || !columns.some(({ role }) => role === 'TITLE')) return;
  for (const column of measures) column.role = 'OUTCOME';
}

function keepFirst(columns: Column[], role: Role, otherwise: Role): void {
  for (const column of columns.filter((candidate) => candidate.role === role).slice(1))
    column.role = otherwise;
}

function kindOf(columns: readonly Column[], isSheet: boolean): TableKind | null {
  const has = (...roles: Column['role'][]): boolean => columns.some(({ role }) => roles.includes(role));
  if (has('RISK')) return has('MITIGATION', 'STATUS', 'OWNER', 'REFERENCE') ? 'RISKS' : null;
  if (has('TITLE')) {
    const supported = has(
      'OWNER',
      'TIMING',
      'STATUS',
      'OUTCOME',
      'WORKSTREAM',
      'REFERENCE',
      'NARRATIVE',
      'MEASURE',
    );
    return supported ? 'ACTIONS' : null;
  }
  if (has('WEAK_TITLE', 'WORKSTREAM') && has('SPONSOR') && !has('TIMING')) return 'WORKSTREAMS';
  const measures = columns.filter(({ role }) => role === 'MEASURE').length;
  if (measures > 1 || (measures === 1 && !isSheet)) return 'MEASURES';
  if (!has('WEAK_TITLE')) return null;
  const support = (['OWNER', 'TIMING', 'STATUS'] as const).filter((role) => has(role)).length;
  if (support < 2) return null;
  const weak = columns.find(({ role }) => role === 'WEAK_TITLE');
  if (weak !== undefined) weak.role = 'TITLE';
  return 'ACTIONS';
}

function valuesOf(rows: readonly GridRow[], column: number): string[] {
  return rows.map((row) => cellText(row, column)).filter((value) => value !== '');
}

/** Mostly 'A1', 'C4.1.5', 'A / B1', '12': short, and never a sentence. */
function holdsReferences(rows: readonly GridRow[], column: number): boolean {
  const values = valuesOf(rows, column);
  const references = values.filter((value) => isReference(value));
  return references.length > 0 && references.length * 2 > values.length;
}

export function isReference(value: string): boolean {
  return (
    value.length <= 14 &&
    (/^[A-Z]{1,2}$/.test(value) || /^[A-Z]{0,4}[ ./&-]*[A-Z]?[ ./-]*\d[\w. ()/-]*$/i.test(value))
  );
}

function repeats(rows: readonly GridRow[], column: number): boolean {
  const values = rows.map((row) => cellText(row, column));
  return values.length > 1 && new Set(values.filter((value) => value !== '')).size * 2 <= values.length;
}
