import { describe, expect, it } from 'vitest';
import { readMapAddress } from '../../client/features/cross-references/mapAddress.js';
import { changesBetween } from '../../client/features/cross-references/mapCompare.js';
import { around } from '../../client/features/cross-references/mapGraph.js';
import { layersOf } from '../../client/features/cross-references/mapLayers.js';
import { layOut } from '../../client/features/cross-references/mapLayout.js';
import { matrixOf } from '../../client/features/cross-references/mapMatrix.js';
import { monthEnds, stopOf } from '../../client/features/cross-references/mapMonths.js';
import { shapesOf, svgOf, wrapped } from '../../client/features/cross-references/mapPicture.js';
import { placeWords } from '../../client/features/cross-references/mapPlaces.js';
import { atThisPace } from '../support/pace.js';
import { graphOf } from './map-graphs.js';

const ids = (places: readonly { id: string }[]) => places.map(({ id }) => id).join('');

describe('what is around a place', () => {
  const graph = graphOf('abcdef', [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['e', 'b', 1, { kind: 'CONTRIBUTES_TO' }],
    ['f', 'b', 1, { kind: 'RELATES_TO' }],
  ]);

  it.each([
    ['b', 1, 0, 'bce'],
    ['b', 2, 0, 'bcde'],
    ['b', 0, 1, 'ab'],
    ['b', 9, 9, 'abcde'],
    ['d', 0, 2, 'bcd'],
    ['e', 0, 9, 'abe'],
    ['nobody', 1, 1, 'abcdef'],
  ])('%s, %i steps up and %i down: %s', (id, up, down, found) => {
    expect(ids(around(graph, { id, up, down }).places)).toBe(found);
  });

  it('keeps what runs between those that are left, and nothing else', () => {
    const left = around(graph, { id: 'b', up: 1, down: 0 });
    expect(left.between.map(({ id }) => id)).toEqual(['b~c', 'e~b']);
  });
});

describe('the matrix', () => {
  it('says in its rows what each depends on, whichever end it was written at', () => {
    const matrix = matrixOf(
      graphOf('abc', [
        ['a', 'b', 3, { strained: 1 }],
        ['b', 'a', 2, { kind: 'CONTRIBUTES_TO', broken: 1 }],
        ['b', 'c', 4, { kind: 'RELATES_TO' }],
        ['b', 'b', 1],
      ]),
    );
    expect(ids(matrix.places)).toBe('ab');
    expect(matrix.cells.get('a')?.get('b')).toMatchObject({ total: 5, strained: 1, broken: 1 });
    expect(matrix.cells.get('b')?.has('a')).toBe(false);
    expect([matrix.rowTotals.get('a'), matrix.columnTotals.get('b')]).toEqual([5, 6]);
  });

  it('keeps both bundles of a cell, the one with more of it first', () => {
    const { cells } = matrixOf(
      graphOf('ab', [
        ['a', 'b', 2],
        ['b', 'a', 3, { kind: 'CONTRIBUTES_TO' }],
      ]),
    );
    expect(
      cells
        .get('a')
        ?.get('b')
        ?.bundles.map(({ id }) => id),
    ).toEqual(['b~a', 'a~b']);
  });

  it('puts what needs others first, and what needs each other side by side', () => {
    const matrix = matrixOf(
      graphOf('edcbaxy', [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['c', 'd'],
        ['a', 'e'],
        ['x', 'y'],
      ]),
    );
    const order = ids(matrix.places);
    expect(order).toMatch(/a.*(bc|cb).*d/);
    expect(order).toMatch(/a.*e/);
    expect(order).toMatch(/xy/);
    const below = matrix.places.flatMap((row, at) =>
      matrix.places.slice(0, at).filter(({ id }) => matrix.cells.get(row.id)?.has(id)),
    );
    expect(below).toHaveLength(1);
  });

  it('shows those with most of it where there is no room for all, and says how many are left out', () => {
    const matrix = matrixOf(
      graphOf('abcd', [
        ['a', 'b', 5],
        ['c', 'd', 1],
        ['a', 'd', 2],
      ]),
      2,
    );
    expect([ids(matrix.places), matrix.left]).toEqual(['ab', 2]);
  });
});

describe('layers', () => {
  const tie = ([from, to]: string) => ({ from: from ?? '', to: to ?? '' });

  it('put what is needed below what needs it, by the longest way', () => {
    expect(layersOf([...'abcd'], ['ab', 'bc', 'ac', 'cd'].map(tie))).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  it('come to an end where places need each other in a ring', () => {
    const layers = layersOf([...'abc'], ['ab', 'bc', 'ca'].map(tie));
    expect(layers.flat().sort()).toEqual(['a', 'b', 'c']);
    expect(layers).toHaveLength(3);
  });

  it('bring what is tied side by side', () => {
    expect(layersOf([...'abxy'], ['ay', 'bx'].map(tie))).toEqual([
      ['a', 'b'],
      ['y', 'x'],
    ]);
  });

  it('lay out three hundred places and six hundred bundles within a second, one over no other', () => {
    const places = Array.from({ length: 300 }, (_, at) => `p${at}`);
    const bundles = Array.from({ length: 600 }, (_, at) => {
      const [from, to] = [{ id: `p${at % 300}` }, { id: `p${(at * 7 + 1) % 300}` }];
      return { id: `${from.id}~${to.id} ${at}`, letters: 10, from, to };
    });
    const place = { width: 200, height: 100 };
    const began = performance.now();
    const { corners, routes } = layOut(
      {
        ...{ view: '', places: places.map((id) => ({ id, within: null })), opened: [], pins: new Map() },
        bundles,
      },
      { place, label: () => place },
      null,
    );
    expect(performance.now() - began).toBeLessThan(atThisPace(1_000));
    expect([corners.size, routes.size]).toEqual([300, 600]);
    const all = [...corners.values()];
    const over = all.filter((a, at) =>
      all.slice(at + 1).some((b) => Math.abs(a.x - b.x) < 200 && Math.abs(a.y - b.y) < 100),
    );
    expect(over).toEqual([]);
  });
});

describe('between two days', () => {
  it('says what is new, gone, more or less strained, more or fewer; and nothing of what stayed', () => {
    const before = graphOf('abc', [
      ['a', 'b'],
      ['b', 'a', 2, { strained: 2 }],
      ['a', 'c'],
      ['c', 'a', 2],
      ['b', 'b'],
    ]);
    const now = graphOf('abc', [
      ['a', 'b', 1, { broken: 1 }],
      ['b', 'a', 2, { strained: 1 }],
      ['b', 'c'],
      ['c', 'a', 1],
      ['b', 'b'],
    ]);
    const found = changesBetween(before, now).map(({ how, bundle }) => `${bundle.id} ${how}`);
    expect(found.sort()).toEqual([
      'a~b more strained',
      'a~c gone',
      'b~a less strained',
      'b~c added',
      'c~a fewer',
    ]);
    expect(changesBetween(now, now)).toEqual([]);
  });
});

describe('month ends', () => {
  it('run from the month of the first day to before the last, however long ago that was', () => {
    expect(monthEnds('2018-01-15', '2018-04-30')).toEqual(['2018-01-31', '2018-02-28', '2018-03-31']);
    expect(monthEnds('2019-12-31', '2020-03-01')).toEqual(['2019-12-31', '2020-01-31', '2020-02-29']);
    expect(monthEnds('2018-01-15', '2018-01-20')).toEqual([]);
    const long = monthEnds('2010-01-01', '2020-01-01');
    expect([long.length, long[0], long.at(-1)]).toEqual([120, '2010-01-31', '2019-12-31']);
  });

  it('have a stop for every day, and the last is now', () => {
    const ends = ['2018-01-31', '2018-02-28'];
    expect([null, '2018-02-28', '2018-02-10', '2017-01-01'].map((day) => stopOf(ends, day))).toEqual([
      2, 1, 0, 0,
    ]);
  });
});

describe('the address of a map', () => {
  it('is read as far as it makes sense, and no further', () => {
    const id = '0192f7a4-5c1e-7b3a-9d2f-3b1c5e8a7f60';
    const read = (query: string) => readMapAddress(new URLSearchParams(query));
    expect(read('')).toMatchObject({ level: 'WORKSTREAM', opened: [], around: null, day: null, view: null });
    expect(
      read(`level=abu&open=${id},nonsense&around=${id}&up=2&asOf=2018-04-30&kind=depends_on`),
    ).toMatchObject({
      ...{ level: 'ABU', opened: [id], around: { id, up: 2, down: 1 }, day: '2018-04-30' },
      by: { kind: 'DEPENDS_ON', organisation: null },
    });
    expect(read('level=planet&around=x&asOf=yesterday&organisation=1&view=globe')).toEqual(read(''));
  });
});

describe('the picture of a map', () => {
  const picture = {
    ...{ title: 'Map <1> & "2"', bounds: { x: 0, y: 0, width: 500, height: 300 }, line: 16, hasLabels: true },
    places: [
      {
        ...{ x: 0, y: 0, width: 200, height: 100, isDashed: true },
        ...{
          name: 'WS1',
          title: 'A title that is far too long to stand in one line or even in two lines of a box',
        },
        note: 'Northmoor <Council>',
      },
    ],
    lines: [
      {
        ...{
          path: 'M0,0 C1,1 2,2 3,3',
          points: [
            { x: 0, y: 0 },
            { x: 3, y: 3 },
          ],
          label: { x: 1, y: 1 },
        },
        ...{ words: ['2 needs', '1 strained'], hold: 'strained' as const },
      },
    ],
  };

  it('is well formed, names nothing to be fetched, and holds every word', () => {
    const svg = svgOf(picture);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|url\(|href|<script|<image/,
    );
    expect(svg).not.toMatch(/<Council>|<1>/);
    for (const word of ['WS1', '2 needs', '1 strained', 'Northmoor &#60;Council&#62;', 'stroke-dasharray'])
      expect(svg).toContain(word);
    const open = svg.match(/<(svg|title|text)[ >]/g) ?? [];
    const closed = svg.match(/<\/(svg|title|text)>/g) ?? [];
    expect(open).toHaveLength(closed.length);
  });

  it('leaves labels out where there are too many', () => {
    const texts = shapesOf({ ...picture, hasLabels: false }).flatMap((one) =>
      one.is === 'words' ? one.text : [],
    );
    expect(texts).not.toContain('2 needs');
    expect(texts).toContain('WS1');
  });

  it('breaks words into lines and cuts what is too much', () => {
    expect(wrapped('one two three four', 9, 2)).toEqual(['one two', 'three…']);
    expect(wrapped('short', 9, 2)).toEqual(['short']);
    expect(wrapped('immeasurably', 6, 1)).toEqual(['immea…']);
  });
});

describe('what a place is called', () => {
  it('names its plan where that is another one', () => {
    const [place] = graphOf('a', []).places;
    if (!place) throw new Error('No place');
    expect(placeWords({ ...place, otherPlan: 'Winter plan' })).toBe('a Strand a, of Winter plan');
    expect(placeWords({ ...place, kind: 'EXTERNAL', title: 'A letter' })).toBe(
      'A letter (outside the partnership)',
    );
  });
});
