import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { PackPart } from '../../schema/publications.js';
import type { TextBlock } from '../../schema/report-text.js';
import { packOf } from '../../server/features/meetings/pack/pack-content.rules.js';
import type { PackBlock } from '../../server/features/meetings/pack/pack-document.js';
import { packPdf } from '../../server/features/meetings/pack/pack-pdf.js';
import { blocksOf } from '../../server/features/meetings/pack/report-blocks.rules.js';
import type { FrozenBlock } from '../../server/features/reports/frozen-blocks.js';
import { needsBlocks } from '../../server/features/reports/needs-picture.rules.js';
import { BESIDE, facts, item, written } from '../support/packs.js';

describe('a picture of what waits for what', () => {
  const end = (id: string) => ({ id, name: id, title: `What ${id} is`, status: null });
  const chain = Array.from({ length: 7 }, (_, n) => ({
    ...{ from: end(`WS1 A${n}`), to: end(`WS1 A${n + 1}`), status: 'CONFIRMED', by: null },
  }));
  const shown = needsBlocks(chain, 0) as FrozenBlock[];
  const frozen = (...blocks: FrozenBlock[]) =>
    blocksOf({ title: 'Needs', restsOn: [], sections: [{ key: 'x', title: 'Needs', blocks }] }, new Map());

  it('stands in a list, too, but not in the cell of a table, which has no room for it', () => {
    const [, list] = frozen({ kind: 'list', ordered: false, items: [shown as TextBlock[]] });
    expect(list?.kind === 'LIST' && list.items[0]?.map(({ kind }) => kind)).toEqual(['DIAGRAM', 'TABLE']);
    const cell = { isHeader: false, blocks: shown as TextBlock[] };
    const [, table] = frozen({ kind: 'table', rows: [[cell]] });
    expect(table?.kind).toBe('TABLE');
    expect(JSON.stringify(table)).toContain('What WS1 A7 is'.slice(5));
    expect(JSON.stringify(table)).not.toContain('Picture of');
  });

  it('is printed within the page, below its heading, however high it is and wherever it comes', async () => {
    const heading: FrozenBlock = { kind: 'heading', level: 3, runs: [{ text: 'As drawn' }] };
    const before: FrozenBlock = { kind: 'paragraph', runs: [{ text: 'Before it. '.repeat(60) }] };
    const reports = [written(frozen(before, heading, ...shown))];
    const { bytes } = await packPdf(
      packOf(facts([item('Needs', { reports })]), PackPart.PUBLIC, null),
      BESIDE,
    );
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, n) => {
        const { items } = await (await pdf.getPage(n + 1)).getTextContent();
        return items.flatMap((one) =>
          'str' in one
            ? [
                {
                  text: one.str,
                  x: one.transform[4] as number,
                  y: one.transform[5] as number,
                  width: one.width,
                },
              ]
            : [],
        );
      }),
    );
    const page = pages.find((words) => words.some(({ text }) => text === 'As drawn')) ?? [];
    for (let n = 0; n <= 7; n++) expect(page.map(({ text }) => text)).toContain(`WS1 A${n}`);
    for (const { text, x, y, width } of page) {
      expect({ text, x: x >= 55, right: x + width <= 541 }).toEqual({ text, x: true, right: true });
      expect(y).toBeGreaterThan(20);
    }
    const topOf = (words: string) => page.find(({ text }) => text === words)?.y ?? 0;
    expect(topOf('As drawn')).toBeGreaterThan(topOf('WS1 A0'));
    expect(topOf('WS1 A7')).toBeGreaterThan(72);
  });

  it('that a pack has and an earlier one had not is no change: the table said the same', () => {
    const withOut = (kind: string) => frozen(...shown).filter((block) => block.kind !== kind);
    const papers = (blocks: PackBlock[]) => facts([item('Needs', { reports: [written(blocks)] })]);
    const before = packOf(papers(withOut('DIAGRAM')), PackPart.PUBLIC, null);
    const marked = (blocks: PackBlock[]) =>
      packOf(papers(blocks), PackPart.PUBLIC, { on: '2030-07-01', document: before }).items.map(
        ({ mark }) => mark,
      );
    expect(marked(frozen(...shown))).toEqual([null]);
    expect(marked(withOut('TABLE'))).toEqual(['CHANGED']);
  });
});
