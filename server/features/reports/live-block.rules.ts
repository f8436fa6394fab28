import type { TextBlock } from '../../../schema/report-text.js';
import { BragStatus } from '../../../schema/vocabulary.js';

/** The words of a status, beside which no colour is needed. */
export const STATUS: Record<BragStatus, string> = {
  BLUE: 'Blue: completed and signed off',
  GREEN: 'Green: on target',
  AMBER: 'Amber: not begun, or barriers',
  RED: 'Red: significant barriers',
  NOT_YET_RATED: 'Not yet rated',
};

export const paragraph = (text: string): TextBlock => ({
  kind: 'paragraph',
  runs: text === '' ? [] : [{ text }],
});

/** More rows than this nobody reads in a paper. */
const MOST = 250;

/** As many as stand in a paper, and how many more there are. */
export const asManyAsFit = <T>(all: readonly T[], most = MOST): { shown: readonly T[]; more: number } => ({
  shown: all.slice(0, most),
  more: Math.max(0, all.length - most),
});

/** A table with a row of headings, and how many more there are than it shows; in place of an empty one, the sentence that says so. */
export function tableOr(
  nothing: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  more = 0,
): TextBlock[] {
  if (rows.length === 0) return [paragraph(nothing)];
  const line = (isHeader: boolean) => (cells: readonly string[]) =>
    cells.map((text) => ({ isHeader, blocks: [paragraph(text)] }));
  return [
    { kind: 'table', rows: [line(true)(head), ...rows.map(line(false))] },
    ...(more > 0 ? [paragraph(`And ${more} more, not shown in this table.`)] : []),
  ];
}

const day = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
});
export const dayWords = (date: string | null): string =>
  date === null ? '' : day.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

/** So many days ahead an action counts as due soon. */
export const DUE_WITHIN_DAYS = 92;

export const scoreWords = (likelihood: number | null, impact: number | null): string =>
  likelihood === null || impact === null
    ? 'Not scored'
    : `${likelihood * impact} (likelihood ${likelihood}, impact ${impact})`;
