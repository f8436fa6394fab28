import { COUNTED, type ImportReport } from './import-content.js';
import { shorten } from './wording.rules.js';

/** An import in print, for a terminal. Pure. */

const LISTED = 40;

export const countsTable = ({ counts, skipped, kept }: ImportReport): string =>
  [
    table(
      ['', 'new', 'changed', 'unchanged'],
      COUNTED.map((name) => [
        words(name),
        ...[counts[name].create, counts[name].update, counts[name].unchanged].map(String),
      ]),
    ),
    `${skipped.length} rows passed over, ${kept.length} fields kept as they are here.`,
  ].join('\n');

/** Owners nobody was taken for: they stay as written. */
export function ownersTable({ owners }: ImportReport): string {
  const unmatched = owners
    .filter(({ isGap, chosenId }) => !isGap && chosenId === null)
    .sort((a, b) => b.rows - a.rows);
  if (unmatched.length === 0) return '';
  const rows = unmatched.map(({ asWritten, rows: n, matches }) => [
    shorten(oneLine(asWritten), 60),
    String(n),
    matches.map(({ name, confidence }) => `${name} (${confidence})`).join(', ') || 'nobody known',
  ]);
  return listed('Owners that were not recognised, kept as written', ['as written', 'rows', 'perhaps'], rows);
}

export function skippedTable({ skipped }: ImportReport): string {
  if (skipped.length === 0) return '';
  return listed(
    'Rows passed over',
    ['sheet', 'row', 'why', 'text'],
    skipped.map(({ sheet, row, reason, text }) => [
      shorten(sheet, 24),
      String(row),
      shorten(oneLine(reason), 60),
      shorten(oneLine(text), 50),
    ]),
  );
}

function listed(heading: string, head: string[], rows: string[][]): string {
  const more = rows.length > LISTED ? `\n… and ${rows.length - LISTED} more (--json lists all)` : '';
  return `${heading}: ${rows.length}\n${table(head, rows.slice(0, LISTED))}${more}`;
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map((row) => `  ${line(row)}`).join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
