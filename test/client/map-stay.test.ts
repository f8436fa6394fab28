import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type MapLayout } from '../../client/features/cross-references/mapLayout.js';
import { pinFor, readPins, writePins } from '../../client/features/cross-references/mapPins.js';
import { sizesOf } from '../../client/features/cross-references/mapSizes.js';

const sizes = sizesOf(16);
const { width, height } = sizes.place;

interface Shown {
  readonly places: readonly string[];
  readonly ties: readonly (readonly [string, string])[];
  readonly opened?: readonly string[];
  readonly pins?: ReadonlyMap<string, { x: number; y: number }>;
  readonly view?: string;
}

/** 'b3' is part of 'b': where that is opened, it stands in its frame. */
function lay({ places, ties, opened = [], pins = new Map(), view = '' }: Shown, before: MapLayout | null) {
  const standing = (id: string) => ({ id, within: id.length > 1 ? (id[0] ?? null) : null });
  const asked = {
    ...{ view, pins, places: places.map(standing), opened: opened.map(standing) },
    bundles: ties.map(([from, to]) => ({
      ...{ id: `${from}~${to}`, letters: 12, from: { id: from }, to: { id: to } },
    })),
  };
  return layOut(asked, sizes, before);
}

const LETTERS = [...'abcdefghij'];
const tie = fc
  .tuple(fc.constantFrom(...LETTERS), fc.constantFrom(...LETTERS))
  .filter(([from, to]) => from !== to);
const ties = fc.uniqueArray(tie, { maxLength: 25, selector: String });

const rooms = ({ corners }: MapLayout) => [...corners].map(([id, at]) => ({ id, ...at, width, height }));
type Room = ReturnType<typeof rooms>[number];
const overlap = (a: Room, b: Room) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;
const over = (all: readonly Room[]) =>
  all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((two) => (overlap(one, two) ? `${one.id} ${two.id}` : [])),
  );
const stood = (layout: MapLayout, but: readonly string[] = []) =>
  [...layout.corners].filter(([id]) => !but.includes(id)).sort(([a], [b]) => a.localeCompare(b));

describe('a map that is looked at', () => {
  it('moves no place when cross-references come or go between places that are there', () => {
    fc.assert(
      fc.property(ties, ties, (some, others) => {
        const before = lay({ places: LETTERS, ties: some }, null);
        const after = lay({ places: LETTERS, ties: others }, before);
        expect(stood(after)).toEqual(stood(before));
      }),
    );
  });

  it('leaves lines that stay as they ran', () => {
    fc.assert(
      fc.property(ties, tie, (some, one) => {
        const before = lay({ places: LETTERS, ties: some }, null);
        const more = some.some((each) => String(each) === String(one)) ? some : [...some, one];
        const after = lay({ places: LETTERS, ties: more }, before);
        for (const [id, route] of before.routes) expect(after.routes.get(id)).toEqual(route);
        expect(after.routes.size).toBe(more.length);
      }),
    );
  });

  it('moves none of the others when places come or go, and puts what is new where nothing stands', () => {
    fc.assert(
      fc.property(ties, fc.subarray([...LETTERS]), (some, kept) => {
        const before = lay({ places: LETTERS, ties: some }, null);
        const left = some.filter((ends) => ends.every((id) => kept.includes(id)));
        const without = lay({ places: kept, ties: left }, before);
        expect(stood(without)).toEqual(
          stood(
            before,
            LETTERS.filter((id) => !kept.includes(id)),
          ),
        );
        const again = lay({ places: LETTERS, ties: some }, without);
        if (kept.length > 0)
          expect(
            stood(
              again,
              LETTERS.filter((id) => !kept.includes(id)),
            ),
          ).toEqual(stood(without));
        expect(over(rooms(again))).toEqual([]);
      }),
    );
  });

  it('is laid out anew for another level or filter, as if nobody had looked before', () => {
    const before = lay({ places: ['a', 'b'], ties: [['a', 'b']] }, null);
    const other: Shown = { places: LETTERS, ties: [['b', 'a']], view: 'other' };
    expect(lay(other, before)).toEqual(lay(other, null));
  });
});

describe('what is opened in place', () => {
  const parts = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7'];
  const others = LETTERS.filter((id) => id !== 'b');
  const within = (frame: Room | undefined, room: Room) =>
    frame !== undefined &&
    room.x >= frame.x &&
    room.y >= frame.y &&
    room.x + room.width <= frame.x + frame.width &&
    room.y + room.height <= frame.y + frame.height;

  it('stands in a frame that holds all its parts and nothing else, and nothing stands over anything', () => {
    fc.assert(
      fc.property(
        ties,
        fc.array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom(...others, ...parts))),
        (some, inner) => {
          const before = lay({ places: LETTERS, ties: some }, null);
          const outer = some.filter((ends) => !ends.includes('b'));
          const tied = [
            ...new Map(inner.filter(([a, b]) => a !== b).map((one) => [String(one), one])).values(),
          ];
          const open = lay(
            { places: [...others, ...parts], ties: [...outer, ...tied], opened: ['b'] },
            before,
          );
          const [at] = [...open.frames].map(([id, frame]) => ({ id, ...frame }));
          const all = rooms(open);
          expect(
            all
              .filter((room) => within(at, room))
              .map(({ id }) => id)
              .sort(),
          ).toEqual(parts);
          expect(over(all)).toEqual([]);
          const outside = all.filter(({ id }) => !parts.includes(id));
          expect(over([...outside, ...(at ? [at] : [])])).toEqual([]);
          // Above it nothing moves; nothing moves up or to the left.
          const corner = before.corners.get('b');
          for (const room of outside) {
            const was = before.corners.get(room.id);
            if (!was || !corner) throw new Error('Not laid out');
            expect([room.x >= was.x, room.y >= was.y]).toEqual([true, true]);
            if (was.y + height <= corner.y) expect([room.x, room.y]).toEqual([was.x, was.y]);
          }
        },
      ),
    );
  });

  it('gives all the room back when it is closed', () => {
    fc.assert(
      fc.property(ties, (some) => {
        const before = lay({ places: LETTERS, ties: some }, null);
        const outer = some.filter((ends) => !ends.includes('b'));
        const open = lay({ places: [...others, ...parts], ties: outer, opened: ['b'] }, before);
        const shut = lay({ places: LETTERS, ties: some }, open);
        expect(stood(shut)).toEqual(stood(before));
      }),
    );
  });

  it('holds frames within frames, and itself where something ends at it', () => {
    const open = layOut(
      {
        ...{ view: '', pins: new Map() },
        places: [
          { id: 'p', within: null },
          { id: 'w', within: 'p' },
          { id: 'x', within: 'w' },
          { id: 'q', within: null },
        ],
        opened: [
          { id: 'p', within: null },
          { id: 'w', within: 'p' },
        ],
        bundles: [],
      },
      sizes,
      null,
    );
    const [outer, inner] = ['p', 'w'].map((id) => ({
      id,
      ...(open.frames.get(id) ?? { x: 0, y: 0, width: 0, height: 0 }),
    }));
    if (!outer || !inner) throw new Error('No frames');
    expect(within(outer, inner)).toBe(true);
    const held = (frame: Room) =>
      rooms(open)
        .filter((room) => within(frame, room))
        .map(({ id }) => id)
        .sort();
    expect(held(outer)).toEqual(['p', 'w', 'x']);
    expect(held(inner)).toEqual(['w', 'x']);
  });
});

describe('a pinned place', () => {
  const spot = fc.record({
    x: fc.integer({ min: -2000, max: 3000 }),
    y: fc.integer({ min: -2000, max: 3000 }),
  });

  it('stands exactly where it was put, and no other place moves', () => {
    fc.assert(
      fc.property(ties, spot, (some, at) => {
        const before = lay({ places: LETTERS, ties: some }, null);
        const pins = new Map([['c', pinFor(before, 'c', at, sizes)]]);
        const after = lay({ places: LETTERS, ties: some, pins }, before);
        expect(after.corners.get('c')).toEqual(at);
        expect(stood(after, ['c'])).toEqual(stood(before, ['c']));
        const released = lay({ places: LETTERS, ties: some }, after);
        expect(stood(released)).toEqual(stood(before));
      }),
    );
  });

  it('stands where it was put also beside an opened one, unless that is in the way', () => {
    const shown: Shown = { places: ['a', 'c', 'b1', 'b2', 'b3'], ties: [['a', 'c']], opened: ['b'] };
    const before = lay(shown, null);
    const at = { x: before.bounds.x - 900, y: before.bounds.y + before.bounds.height + 500 };
    const after = lay({ ...shown, pins: new Map([['c', pinFor(before, 'c', at, sizes)]]) }, before);
    expect(after.corners.get('c')).toEqual(at);
  });

  it('is in the address as numbers that survive it, and nonsense is left out', () => {
    const id = '0192f7a4-5c1e-7b3a-9d2f-3b1c5e8a7f60';
    const pins = new Map([[id, { x: -12.5, y: 40 }]]);
    expect(readPins(writePins(pins))).toEqual(pins);
    expect(readPins(`${id}:1e9:4,${id}:..:2,x:1:2,${id}:9999999:1`).size).toBe(0);
    expect(readPins(null).size).toBe(0);
  });
});
