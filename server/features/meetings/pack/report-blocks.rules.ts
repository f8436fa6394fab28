import {
  HEADING_LEVELS,
  isSafeAddress,
  type TextBlock,
  type TextRun,
} from '../../../../schema/report-text.js';
import type { FrozenBlock, FrozenReport } from '../../reports/frozen-blocks.js';
import type { PackBlock, PackCell, PackImage, PackRun } from './pack-document.js';
import { imageWords } from './pack-words.js';

/** What is written in a report, as a pack prints it: no word of it is lost on the way. */

/** The images a report has, by the attachment that each is. */
export type Images = ReadonlyMap<string, Pick<PackImage, 'sha256' | 'width' | 'height'>>;

/** A section under its heading, and what stands in it. */
export const blocksOf = ({ sections }: FrozenReport, images: Images): PackBlock[] =>
  sections.flatMap(({ title, blocks }): PackBlock[] => [
    { kind: 'HEADING', level: 1, text: title },
    ...printed(blocks, images),
  ]);

const printed = (blocks: readonly FrozenBlock[], images: Images): PackBlock[] =>
  blocks.flatMap((block) => blockOf(block, images));

function blockOf(block: FrozenBlock, images: Images): PackBlock[] {
  switch (block.kind) {
    case 'heading': {
      const level = block.level <= (HEADING_LEVELS[0] ?? 3) ? 2 : 3;
      const text = block.runs.map((run) => run.text).join('');
      if (text.trim() === '') return [];
      return [{ kind: 'HEADING', level, text, ...(block.asAt !== undefined && { asAt: block.asAt }) }];
    }
    case 'paragraph':
      return block.runs.length === 0 ? [] : [{ kind: 'PARAGRAPH', runs: block.runs.map(runOf) }];
    case 'list':
      return [
        {
          ...{ kind: 'LIST', isOrdered: block.ordered },
          items: block.items.map((item) => printed(item as FrozenBlock[], images)),
        },
      ];
    case 'table':
      return tableOf(block.rows);
    case 'image': {
      const image = images.get(block.attachmentId);
      if (image) return [{ kind: 'IMAGE', id: block.attachmentId, alt: block.alt, ...image }];
      return block.alt.trim() === '' ? [] : [{ kind: 'PARAGRAPH', runs: [{ text: imageWords(block.alt) }] }];
    }
    case 'diagram':
      return [{ ...block, kind: 'DIAGRAM' }];
  }
}

const runOf = ({ text, strong, href }: TextRun): PackRun => ({
  text,
  ...(strong && { isBold: true }),
  ...(href !== undefined && isSafeAddress(href) && { href }),
});

function tableOf(rows: Extract<TextBlock, { kind: 'table' }>['rows']): PackBlock[] {
  const cells = rows.map((row) =>
    row.map(({ isHeader, blocks }): PackCell => ({ isHeading: isHeader, runs: inCell(blocks) })),
  );
  const [first, ...others] = cells;
  if (!first) return [];
  const isHead = first.length > 0 && first.every(({ isHeading }) => isHeading);
  return [
    {
      ...{ kind: 'TABLE', caption: null },
      headings: isHead ? first.map(({ runs }) => runs) : [],
      rows: isHead ? others : cells,
    },
  ];
}

/** What stands in a cell, line by line: paper has no room for a list or a table in a table. */
function inCell(blocks: readonly TextBlock[]): PackRun[] {
  const lines = blocks.flatMap(linesOf);
  return lines.flatMap((line, i) => (i === 0 ? line : [{ text: '\n' }, ...line]));
}

function linesOf(block: TextBlock): PackRun[][] {
  switch (block.kind) {
    case 'heading':
      return [block.runs.map((run) => ({ ...runOf(run), isBold: true }))];
    case 'paragraph':
      return [block.runs.map(runOf)];
    case 'list':
      return block.items.flatMap((item, i) =>
        item
          .flatMap(linesOf)
          .map((line, n) =>
            n === 0 ? [{ text: block.ordered ? `${i + 1}. ` : '• ' }, ...line] : [{ text: '  ' }, ...line],
          ),
      );
    case 'table':
      return block.rows.map((row) =>
        row.flatMap(({ blocks }, i) => [...(i === 0 ? [] : [{ text: ' | ' }]), ...inCell(blocks)]),
      );
    case 'image':
      return [[{ text: imageWords(block.alt) }]];
    // Too large for a cell; what it shows stands in the table below it.
    case 'diagram':
    case 'live':
      return [];
  }
}
