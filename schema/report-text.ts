import type { Diagram } from './diagrams.js';

/** What a report’s text is made of: both the editor and the server go by it, and nothing else gets in. */

/** Under the title of the report (1) and those of its sections (2). */
export const HEADING_LEVELS: readonly number[] = [3, 4];

/** A piece of a paragraph: words that are alike. */
export interface TextRun {
  text: string;
  strong?: true;
  href?: string;
}

/** Nobody writes a diagram: it stands in what a live block shows, and nowhere else. */
export type TextBlock =
  | { kind: 'heading'; level: number; runs: TextRun[] }
  | { kind: 'paragraph'; runs: TextRun[] }
  | { kind: 'list'; ordered: boolean; items: TextBlock[][] }
  | { kind: 'table'; rows: { isHeader: boolean; blocks: TextBlock[] }[][] }
  | { kind: 'image'; alt: string; attachmentId: string }
  | { kind: 'live'; shows: string; itemId: string }
  | ({ kind: 'diagram' } & Diagram);

/** What stands in one section of a report. */
export interface SectionText {
  key: string;
  blocks: TextBlock[];
}

export const LARGEST_PIECE = 200_000;
export const LARGEST_TEXT = 700_000;
/** What an image shows is said in a sentence or two. */
export const LONGEST_ALT = 500;
/** So deep may lists and tables stand in one another. */
export const DEEPEST = 12;

const ADDRESS = /^(https?:\/\/|mailto:|\/(?!\/))/i;
/** Addresses a link may lead to: pages and people, and pages of ours; never what would run. */
export const isSafeAddress = (href: string): boolean => href.length <= 2_000 && ADDRESS.test(href);

export const wordsOfRuns = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');

/** The words of blocks, a line each. */
export const wordsOf = (blocks: readonly TextBlock[]): string =>
  blocks
    .map(lineOf)
    .filter((line) => line !== '')
    .join('\n');

function lineOf(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return wordsOfRuns(block.runs);
    case 'list':
      return block.items.map(wordsOf).join('\n');
    case 'table':
      return block.rows.map((row) => row.map((cell) => wordsOf(cell.blocks)).join('\t')).join('\n');
    case 'image':
    case 'diagram':
      return block.alt;
    case 'live':
      return '';
  }
}
