import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringsOf, type Wait } from '../../server/features/health/rings.rules.js';
import { atThisPace } from '../support/pace.js';

const waits = (...pairs: string[]): Wait[] =>
  pairs.map((pair) => ({ id: pair, from: pair.charAt(0), to: pair.charAt(1) }));

/** Whether one item is reached from another: the slow way, for comparison. */
function reaches(all: readonly Wait[], from: string, to: string): boolean {
  const reached = new Set<string>();
  const look = (at: string) => {
    for (const wait of all)
      if (wait.from === at && !reached.has(wait.to)) {
        reached.add(wait.to);
        look(wait.to);
      }
  };
  look(from);
  return reached.has(to);
}

describe('rings in what waits for what', () => {
  it('are none in a chain, a fork or a diamond', () => {
    expect(ringsOf(waits('ab', 'bc', 'ac', 'cd', 'bd'))).toEqual([]);
  });

  it('are told once, in the order in which one waits for the next, without what merely leads there', () => {
    const [ab, bc, ca] = waits('ab', 'bc', 'ca');
    const found = ringsOf(waits('xa', 'ab', 'bc', 'ca', 'cy'));
    expect(found).toEqual([{ items: ['a', 'b', 'c'], waits: [ab, bc, ca] }]);
  });

  it('are one where they share an item, and two where they do not', () => {
    const items = (...pairs: string[]) => ringsOf(waits(...pairs)).map((ring) => ring.items.sort().join(''));
    expect(items('ab', 'ba', 'bc', 'cb')).toEqual(['abc']);
    expect(items('ab', 'ba', 'bc', 'cd', 'dc')).toEqual(['ab', 'cd']);
  });

  const anyWaits = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 25 })
    .map((pairs) =>
      pairs.flatMap(([a, b], i) => (a === b ? [] : [{ id: `${i}`, from: `${a}`, to: `${b}` }])),
    );

  it('hold exactly the waits whose two items reach each other, each in one ring', () => {
    fc.assert(
      fc.property(anyWaits, (all) => {
        const rings = ringsOf(all);
        const inRings = rings.flatMap((ring) => ring.waits.map(({ id }) => id));
        const expected = all.filter(({ from, to }) => reaches(all, to, from)).map(({ id }) => id);
        expect([...inRings].sort()).toEqual([...expected].sort());
        for (const ring of rings) {
          const named = new Set(ring.waits.flatMap(({ from, to }) => [from, to]));
          expect(new Set(ring.items)).toEqual(named);
          expect(ring.items).toHaveLength(named.size);
          for (const other of ring.items) expect(reaches(all, ring.items[0] ?? '', other)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the same rings whatever order the waits come in', () => {
    const sets = (all: readonly Wait[]) =>
      ringsOf(all)
        .map(({ items }) => [...items].sort().join(' '))
        .sort();
    fc.assert(
      fc.property(anyWaits, (all) => {
        expect(sets([...all].reverse())).toEqual(sets(all));
      }),
    );
  });

  it('are found in a chain longer than a stack is deep, and in time that grows as the waits do', () => {
    const long = (n: number): Wait[] =>
      Array.from({ length: n }, (_, i) => ({ id: `${i}`, from: `${i}`, to: `${(i + 1) % n}` }));
    const ring = long(100_000);
    const begun = performance.now();
    expect(ringsOf(ring)[0]?.items).toHaveLength(100_000);
    expect(performance.now() - begun).toBeLessThan(atThisPace(10_000));
  });
});
