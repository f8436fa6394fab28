import { cellText, type Grid, type GridCell, type GridRow } from './grid.js';
import { plainHeading } from './headings.rules.js';

/**
 * A data set taken from a printed plan says of each row what it is: the rest of a row that a page break cut in
 * two, a sub-heading, a scrap. The pieces are put together again before anything is read.
 */

export interface JoinedGrid {
  grid: Grid;
  asides: { row: GridRow; reason: string }[];
  joined: number;
}

interface Marks {
  kind: number;
  continues: number;
  line: number;
  section: number | null;
  data: number[];
}

export function joinContinuations(grid: Grid): JoinedGrid {
  const [header, ...rows] = grid.rows;
  const marks = header === undefined ? null : findMarks(header);
  if (header === undefined || marks === null) return { grid, asides: [], joined: 0 };
  const extra = Math.max(...header.cells.keys()) + 1;
  const kept: GridRow[] = [];
  const asides: JoinedGrid['asides'] = [];
  let subheading = { section: '', text: '', fresh: false };
  let joined = 0;
  for (const row of rows) {
    const kind = cellText(row, marks.kind);
    const section = marks.section === null ? '' : cellText(row, marks.section);
    if (section !== subheading.section) subheading = { section, text: '', fresh: false };
    if (kind === 'continuation') {
      const at = findBegun(kept, row, marks);
      const begun = kept[at];
      if (begun === undefined) asides.push({ row, reason: 'continues a row that is not in this file' });
      else {
        kept[at] = join(begun, row, marks);
        joined += 1;
      }
    } else if (kind === 'subheading') {
      const text = marks.data
        .map((column) => cellText(row, column))
        .join(' ')
        .trim();
      subheading = { section, text: subheading.fresh ? `${subheading.text} > ${text}` : text, fresh: true };
      asides.push({ row, reason: 'a sub-heading: kept with the actions under it' });
    } else if (kind === 'fragment') {
      asides.push({ row, reason: 'a fragment of a row whose other cells are lost' });
    } else {
      subheading.fresh = false;
      kept.push(subheading.text === '' ? row : withCell(row, extra, plainCell(subheading.text)));
    }
  }
  const headed = withCell(header, extra, plainCell('Sub-heading'));
  return { grid: { ...grid, rows: [headed, ...kept] }, asides, joined };
}

function findMarks(header: GridRow): Marks | null {
  const columns = new Map([...header.cells].map(([column, cell]) => [plainHeading(cell.text), column]));
  const kind = columns.get('row kind');
  const continues = columns.get('continues line');
  const line = columns.get('source line');
  if (kind === undefined || continues === undefined || line === undefined) return null;
  const section = columns.get('section') ?? null;
  const bookkeeping = new Set([kind, continues, line, section, columns.get('note')]);
  return {
    kind,
    continues,
    line,
    section,
    data: [...header.cells.keys()].filter((column) => !bookkeeping.has(column)),
  };
}

/** The row that began it; where several cells of one printed row were kept apart, the one of the same period. */
function findBegun(kept: readonly GridRow[], row: GridRow, marks: Marks): number {
  const line = cellText(row, marks.continues);
  const candidates = kept.flatMap((begun, index) => (cellText(begun, marks.line) === line ? [index] : []));
  const samePeriod = candidates.find((index) => {
    const begun = kept[index];
    return (
      begun !== undefined &&
      marks.data.some((column) => isSamePeriod(cellText(begun, column), cellText(row, column)))
    );
  });
  return samePeriod ?? candidates[0] ?? -1;
}

function isSamePeriod(a: string, b: string): boolean {
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/yr|year/g, 'y')
      .replace(/[\s–]/g, '');
  return /^(?:milestones )?y(?:r|ear)?s? ?\d/i.test(b) && fold(a) === fold(b);
}

function join(begun: GridRow, rest: GridRow, marks: Marks): GridRow {
  const cells = new Map(begun.cells);
  for (const column of marks.data) {
    const first = cellText(begun, column);
    const second = cellText(rest, column);
    if (second === '' || first === second || isSamePeriod(first, second)) continue;
    cells.set(column, plainCell(first === '' ? second : `${first} ${second}`));
  }
  return { number: begun.number, cells };
}

function withCell(row: GridRow, column: number, cell: GridCell): GridRow {
  return { number: row.number, cells: new Map([...row.cells, [column, cell]]) };
}

function plainCell(text: string): GridCell {
  return { text, date: null, fill: null };
}
