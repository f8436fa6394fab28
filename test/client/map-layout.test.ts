import { describe, expect, it } from 'vitest';
import { layOut, type MapLayout } from '../../client/features/cross-references/mapLayout.js';
import { straight } from '../../client/features/cross-references/mapRoutes.js';
import type { Sizes } from '../../client/features/cross-references/mapSizes.js';

const sizes: Sizes = {
  place: { width: 200, height: 100 },
  label: (letters) => ({ width: letters * 6, height: 40 }),
};
const bundle = (from: string, to: string) => ({
  id: `${from}~${to}`,
  from: { id: from },
  to: { id: to },
  letters: 20,
});
const places = ['a', 'b', 'c', 'd', 'alone'];
const bundles = [
  bundle('a', 'b'),
  bundle('b', 'a'),
  bundle('a', 'c'),
  bundle('c', 'd'),
  bundle('d', 'a'),
  bundle('b', 'd'),
];
const asked = (more: Partial<Parameters<typeof layOut>[0]> = {}) => ({
  ...{ view: 'workstreams', places: places.map(closed), opened: [], bundles, pins: new Map() },
  ...more,
});
const closed = (id: string) => ({ id, within: null });
const laid = () => layOut(asked(), sizes, null);

const overlaps = (
  a: { x: number; y: number; width: number; height: number },
  b: { x: number; y: number; width: number; height: number },
) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const boxes = ({ corners }: MapLayout) => [...corners.values()].map((at) => ({ ...at, ...sizes.place }));

describe('the layout of a map', () => {
  it('puts nothing over anything else: neither a place, nor the label of what runs between two', () => {
    const layout = laid();
    const labels = [...layout.routes.values()].map(({ label }) => {
      const { width, height } = sizes.label(20);
      return { x: label.x - width / 2, y: label.y - height / 2, width, height };
    });
    const all = [...boxes(layout), ...labels];
    const over = all.flatMap((one, at) => all.slice(at + 1).filter((other) => overlaps(one, other)));
    expect(over).toEqual([]);
    expect(all).toHaveLength(places.length + bundles.length);
  });

  it('is the same each time', () => {
    expect(laid()).toEqual(laid());
  });

  it('lets lines of one place meet it apart from each other', () => {
    const { routes, corners } = laid();
    const ends = [...routes].flatMap(([id, { points }]) => {
      const [from = '', to = ''] = id.split('~');
      return [
        { place: from, at: points[0] },
        { place: to, at: points.at(-1) },
      ];
    });
    const seen = new Set(ends.map(({ place, at }) => `${place} ${at?.x.toFixed(1)} ${at?.y.toFixed(1)}`));
    expect(seen.size).toBe(ends.length);
    for (const { place, at } of ends) {
      const top = corners.get(place)?.y ?? 0;
      expect([top, top + sizes.place.height]).toContain(at?.y);
    }
  });

  it('draws what came later straight, there and back on lines of their own', () => {
    const [left, right] = [
      { x: 0, y: 0 },
      { x: 500, y: 300 },
    ];
    const there = straight(left, right, sizes.place);
    const back = straight(right, left, sizes.place);
    expect(there.label).not.toEqual(back.label);
    for (const { points } of [there, back]) expect(points).toHaveLength(3);
  });
});
