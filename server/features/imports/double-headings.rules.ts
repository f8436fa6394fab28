import { cellText, filled, type Grid, type GridCell, type GridRow, widthAt } from './grid.js';
import { plainHeading, type Role, roleOf } from './headings.rules.js';
import { isKeyHeading } from './table.rules.js';
import { checkWork } from './work-budget.js';

/**
 * Headings in two rows, a group above its parts (“Timescale” above “Start” and “End”), made one row of headings that says
 * of each column what it holds. A row of headings with a first row of values under it stays as it is.
 */
export function joinHeadings(grid: Grid): Grid {
  const rows: GridRow[] = [];
  for (let index = 0; index < grid.rows.length; index += 1) {
    checkWork();
    const [top, below] = [grid.rows[index], grid.rows[index + 1]];
    if (top === undefined) continue;
    // A data file has its headings first.
    const isPossible = index === 0 || grid.blankMeansAsAbove;
    const joined = isPossible && below !== undefined ? join(grid, top, below) : null;
    rows.push(joined ?? top);
    if (joined !== null) index += 1;
  }
  return { ...grid, rows };
}

const MAX_HEADING = 120;

/** What stands under a group and means nothing without it. */
const PART =
  /^(?:start|end|from|to|until|finish|planned|actual|original|revised|current|previous|latest|now|last|forecast|support(?:ing|ed)?|joint|main|name|body|q[1-4]|quarter [1-4]|y(?:ea)?r ?\d|\d{4}(?: ?[-/] ?\d{2,4})?)$/;
const isHeading = (text: string): boolean => roleOf(text) !== 'OTHER' || PART.test(plainHeading(text));

/** A column of the two rows: the group it is in, and what stands in it below. */
interface Pair {
  column: number;
  group: string;
  part: string;
}

function join(grid: Grid, top: GridRow, below: GridRow): GridRow | null {
  if (!reachesOver(top, below)) return null;
  const [groups, parts] = [filled(top), filled(below)];
  if (below.number !== top.number + 1 || groups.length < 2 || parts.length < 2) return null;
  if ([...groups, ...parts].some(({ cell }) => cell.text.length > MAX_HEADING)) return null;
  const pairs = pairUp(grid, top, below);
  const isGrouped = pairs.some(
    ({ group, part }, i) =>
      group !== '' && part !== '' && pairs[i + 1]?.group === group && pairs[i + 1]?.part !== '',
  );
  if (!isGrouped || !parts.every(({ cell }) => isHeading(cell.text))) return null;
  const headings = settle(pairs);
  if (!headings.some(({ text }) => isKeyHeading(text))) return null;
  const cells = headings.map(({ column, text }): [number, GridCell] => [
    column,
    { text, date: null, fill: null },
  ]);
  return { number: below.number, cells: new Map(cells) };
}

/** Whether anything stands below a blank, as the second part of a group does. Asked first: it is seldom so, and costs little. */
function reachesOver(top: GridRow, below: GridRow): boolean {
  for (const [column, { text }] of below.cells) if (text !== '' && cellText(top, column) === '') return true;
  return false;
}

/** A group reaches as far as it is merged; without merging, over the blanks beside it, where it has a part of its own below. */
function pairUp(grid: Grid, top: GridRow, below: GridRow): Pair[] {
  const pairs: Pair[] = [];
  let reach = { text: '', until: -1 };
  for (let column = 0; column <= Math.max(...top.cells.keys(), ...below.cells.keys()); column += 1) {
    const [group, part] = [cellText(top, column), cellText(below, column)];
    if (group !== '') {
      const width = widthAt(grid, top.number, column);
      const isOpen = width === 1 && part !== '';
      reach = { text: group, until: isOpen ? Number.POSITIVE_INFINITY : column + width - 1 };
    } else if (part === '') reach = { text: '', until: -1 };
    const above = column <= reach.until ? reach.text : '';
    if (above !== '' || part !== '') pairs.push({ column, group: above, part });
  }
  return pairs;
}

/** Of several parts of one group that is a date or a rating, the one that counts. */
const COUNTS: Partial<Record<Role, RegExp>> = {
  TIMING: /^(?:end|to|until|finish|revised|current|latest|forecast)$/,
  STATUS: /^(?:current|latest|now)$/,
};
/** All the parts of such a group are what the group says. */
const SHARED: ReadonlySet<Role> = new Set(['OWNER', 'NARRATIVE', 'OUTCOME', 'MITIGATION']);
/** Says what a column holds by itself; these say it only with their group. */
const VAGUE: ReadonlySet<Role> = new Set(['OTHER', 'WEAK_TITLE', 'GROUP_OR_OUTCOME', 'AREA']);
const ONCE: ReadonlySet<Role> = new Set(['STATUS', 'TIMING', 'OUTCOME']);

function settle(pairs: readonly Pair[]): { column: number; text: string }[] {
  const taken = new Set<string>();
  return pairs.map(({ column, group, part }) => {
    const text = headingOf(group, part);
    const role = roleOf(text);
    // “Lead” and “Status” of a second group are told apart from those of the first.
    const isSecond = ONCE.has(role) && taken.has(role) && group !== '' && part !== '';
    taken.add(role);
    return { column, text: isSecond ? `${group}: ${part}` : text };
  });
}

function headingOf(group: string, part: string): string {
  if (part === '' || group === '') return part || group;
  const both = `${group}: ${part}`;
  if (!VAGUE.has(roleOf(part))) return part;
  if (!VAGUE.has(roleOf(`${group} ${part}`))) return `${group} ${part}`;
  const role = roleOf(group);
  const says = SHARED.has(role) || COUNTS[role]?.test(plainHeading(part));
  return says ? group : both;
}
