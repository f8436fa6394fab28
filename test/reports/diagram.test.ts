import { describe, expect, it } from 'vitest';
import { type ArrowLook, type Diagram, shapesOf } from '../../schema/diagrams.js';
import type { TextBlock } from '../../schema/report-text.js';
import { BragStatus } from '../../schema/vocabulary.js';
import { diagramOf, isReadable } from '../../server/features/reports/diagram.rules.js';
import { linesWithin, widthOf } from '../../server/features/reports/diagram-words.rules.js';
import { type Need, needsBlocks } from '../../server/features/reports/needs-picture.rules.js';
import { dice } from '../support/dice.js';

type Pair = readonly [from: string, to: string];

const LOOKS = new Map<ArrowLook, string>([
  ['SOLID', 'Confirmed'],
  ['DASHED', 'Not answered yet'],
]);
const drawn = (pairs: readonly Pair[]): Diagram =>
  diagramOf({
    boxes: [...new Set(pairs.flat())].map((id) => ({ id, name: id, title: `What ${id} is`, note: '' })),
    ties: pairs.map(([from, to]) => ({ from, to, look: 'SOLID' as const })),
    ...{ alt: 'Boxes', looks: LOOKS },
  });
/** A box by its name. */
const boxIn = ({ boxes }: Diagram, id: string) => {
  const found = boxes.find(({ lines }) => lines[0]?.text === id);
  if (!found) throw new Error(`No box for ${id}`);
  return found;
};

type Box = Diagram['boxes'][number];
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** All that is wrong with a picture of these. */
function wrongs(diagram: Diagram, pairs: readonly Pair[]): string[] {
  const { boxes, arrows, width, height } = diagram;
  const isInside = ({ x, y }: { x: number; y: number }) => x >= 0 && y >= 0 && x <= width && y <= height;
  const meets = ({ x, y }: { x: number; y: number }, box: Box) =>
    x > box.x &&
    x < box.x + box.width &&
    (Math.abs(y - box.y) < 0.2 || Math.abs(y - box.y - box.height) < 0.2);
  const tops = [...new Set(boxes.map(({ y }) => y))];
  return [
    ...boxes.flatMap((box, at) =>
      boxes.slice(at + 1).flatMap((other) => (overlap(box, other) ? ['two boxes overlap'] : [])),
    ),
    ...boxes.flatMap((box) =>
      isInside(box) && isInside({ x: box.x + box.width, y: box.y + box.height }) ? [] : ['a box is cut off'],
    ),
    ...pairs.flatMap(([from, to]) => {
      const [begin, end] = [boxIn(diagram, from), boxIn(diagram, to)];
      const isTheirs = ({ points: [first, ...rest] }: (typeof arrows)[number]) => {
        const last = rest.at(-1);
        return first !== undefined && last !== undefined && meets(first, begin) && meets(last, end);
      };
      return arrows.some(isTheirs) ? [] : [`no arrow from ${from} to ${to}`];
    }),
    ...(arrows.length === pairs.length ? [] : ['there are more arrows or fewer']),
    ...arrows.flatMap(({ points }) => {
      return [
        ...(points.every(isInside) ? [] : ['an arrow is cut off']),
        // Aside it goes only between rows; past a row it is straight, beside all boxes of it.
        ...points.slice(1).flatMap((point, n) => {
          const before = points[n] ?? point;
          const [high, low] = [Math.min(point.y, before.y), Math.max(point.y, before.y)];
          const through = boxes.filter(
            (box) =>
              high < box.y + box.height - 0.2 &&
              low > box.y + 0.2 &&
              (point.x !== before.x || (point.x > box.x && point.x < box.x + box.width)),
          );
          const isAside = point.x !== before.x && tops.some((y) => high < y - 0.2 && low > y + 0.2);
          return [
            ...(through.length > 0 ? ['an arrow runs through a box'] : []),
            ...(isAside ? ['an arrow goes aside past a row'] : []),
          ];
        }),
      ];
    }),
  ];
}

describe('a picture of what waits for what', () => {
  it.each<[string, Pair[]]>([
    ['one arrow', [['A', 'B']]],
    [
      'a chain',
      [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'D'],
      ],
    ],
    [
      'a short way beside a long one',
      [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'D'],
        ['A', 'D'],
      ],
    ],
    ['many that wait for one', ['B', 'C', 'D', 'E', 'F', 'G', 'H'].map((id): Pair => [id, 'A'])],
    ['one that waits for many', ['B', 'C', 'D', 'E', 'F', 'G', 'H'].map((id): Pair => ['A', id])],
    [
      'two that wait for each other',
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
    ],
    [
      'a ring',
      [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'A'],
        ['C', 'D'],
      ],
    ],
    [
      'pairs',
      [
        ['A', 'B'],
        ['C', 'D'],
        ['E', 'F'],
        ['G', 'H'],
      ],
    ],
  ])('of %s has nothing on top of anything, and every arrow between its boxes', (_, pairs) => {
    expect(wrongs(drawn(pairs), pairs)).toEqual([]);
  });

  it('is right whatever waits for whatever, and the same each time', () => {
    const roll = dice(7);
    for (let round = 0; round < 150; round++) {
      const names = Array.from({ length: 2 + roll(12) }, (_, n) => `N${n}`);
      const any = () => names[roll(names.length)] ?? '';
      const pairs = Array.from({ length: 1 + roll(18) }, (): Pair => [any(), any()]);
      const different = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()].filter(
        ([from, to]) => from !== to,
      );
      if (different.length === 0) continue;
      const diagram = drawn(different);
      expect({ different, wrongs: wrongs(diagram, different) }).toEqual({ different, wrongs: [] });
      expect(drawn(different)).toEqual(diagram);
    }
  });

  it('has what waits above what it waits for', () => {
    const diagram = drawn([
      ['A', 'B'],
      ['B', 'C'],
      ['A', 'C'],
    ]);
    const [a, b, c] = ['A', 'B', 'C'].map((id) => boxIn(diagram, id).y);
    expect([a, b, c].every((y) => y !== undefined)).toBe(true);
    expect(Number(a)).toBeLessThan(Number(b));
    expect(Number(b)).toBeLessThan(Number(c));
  });

  it('is no wider than a page of text, and can be read as long as it is no longer than a page', () => {
    const fan = Array.from({ length: 20 }, (_, n): Pair => ['A', `B${n}`]);
    expect(drawn(fan).width).toBeLessThan(760);
    const ties = (pairs: readonly Pair[]) => pairs.map(([from, to]) => ({ from, to }));
    expect(isReadable(ties(fan))).toBe(true);
    const chain = Array.from({ length: 12 }, (_, n): Pair => [`C${n}`, `C${n + 1}`]);
    expect(isReadable(ties(chain))).toBe(false);
    expect(isReadable(ties(chain.slice(0, 7)))).toBe(true);
  });

  it('explains the looks that it has, and no others', () => {
    const both = diagramOf({
      boxes: ['A', 'B', 'C'].map((id) => ({ id, name: id, title: '', note: '' })),
      ties: [
        { from: 'A', to: 'B', look: 'SOLID' },
        { from: 'A', to: 'C', look: 'DASHED' },
      ],
      ...{ alt: '', looks: LOOKS },
    });
    expect(both.key.map(({ look, text }) => [look, text])).toEqual([...LOOKS]);
    expect(drawn([['A', 'B']]).key.map(({ look }) => look)).toEqual(['SOLID']);
    const dashes = shapesOf(both).flatMap((shape) => (shape.is === 'line' ? [shape.dashes.join(' ')] : []));
    expect(new Set(dashes).size).toBe(2);
  });
});

describe('words in a box', () => {
  it.each([
    ['Open the lounge', 3, ['Open the', 'lounge']],
    ['Open the discharge lounge at weekends', 2, ['Open the', 'discharg…']],
    ['Donaudampfschifffahrtsgesellschaft', 3, ['Donaudam', 'pfschifffah', 'rtsgesell…']],
    ['', 3, []],
  ])('of %j, in no more than %i lines, are %j', (text, most, lines) => {
    const made = linesWithin(text, 6, most);
    expect(made).toEqual(lines);
    for (const line of made) expect(widthOf(line)).toBeLessThanOrEqual(6);
  });
});

const end = (id: string, status: BragStatus | null = null) => ({
  id,
  name: id,
  title: `What ${id} is`,
  status,
});
const need = (from: string, to: string, status = 'CONFIRMED'): Need => ({
  ...{ from: end(from, BragStatus.RED), to: end(to, BragStatus.RED), status, by: '2030-05-01' },
});
const diagramIn = (blocks: readonly TextBlock[]) => blocks.find((block) => block.kind === 'diagram');

describe('what a live block says of needs', () => {
  it('is the table, and above it a picture of its rows that says no more than they do', () => {
    const blocks = needsBlocks([need('A', 'B'), need('A', 'B'), need('B', 'C', 'PROPOSED')], 0);
    expect(blocks.map(({ kind }) => kind)).toEqual(['diagram', 'table']);
    const diagram = diagramIn(blocks);
    expect(diagram?.boxes.map(({ lines, status }) => [lines.map(({ text }) => text), status])).toEqual([
      [['A', 'What A is'], undefined],
      [['B', 'What B is', 'Status: Red'], 'RED'],
      [['C', 'What C is', 'Status: Red'], 'RED'],
    ]);
    expect(diagram?.arrows.map(({ look }) => look)).toEqual(['SOLID', 'DASHED']);
    expect(diagram?.alt).toBe(
      'Picture of what waits for what: 3 boxes, and 2 arrows from what waits to what it waits for. The table below says the same in words.',
    );
    const table = JSON.stringify(blocks[1]);
    for (const { lines } of diagram?.boxes ?? [])
      expect(table).toContain(
        lines
          .slice(0, 2)
          .map(({ text }) => text)
          .join(' '),
      );
  });

  it('shows the first, and says so, where there are more than can be read in a picture', () => {
    const chain = Array.from({ length: 12 }, (_, n) => need(`C${n}`, `C${n + 1}`));
    const blocks = needsBlocks(chain, 3);
    expect(diagramIn(blocks)?.arrows).toHaveLength(7);
    expect(diagramIn(blocks)?.caption).toBe(
      'The picture shows the first 7 of 15; the table goes on from there.',
    );
    expect(JSON.stringify(blocks[1])).toContain('What C12 is');
    const many = Array.from({ length: 60 }, (_, n) => need(`M${n % 7}`, `L${n}`));
    expect(diagramIn(needsBlocks(many, 0))?.boxes.length).toBeLessThanOrEqual(24);
  });

  it('of none is the sentence that says so', () => {
    expect(needsBlocks([], 0)).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Nothing here waits for anything else.' }] },
    ]);
  });
});
