import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainWords, longestChains, stepWords } from '../../client/features/cross-references/mapChains.js';
import { ringsOf } from '../../client/features/cross-references/mapRings.js';
import { graphOf, type Tie } from './map-graphs.js';

const onTime = () => 0;
const words = (names: string, ties: readonly Tie[], by: 'steps' | 'days' = 'steps', days = onTime) =>
  longestChains(graphOf(names, ties), by, days).map((chain) => `${chainWords(chain)}: ${chain.steps.length}`);

describe('the longest chains', () => {
  it('go from what waits to what is waited for, the longest first, one from each beginning', () => {
    expect(
      words('abcdef', [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
        ['c', 'd'],
        ['e', 'd'],
      ]),
    ).toEqual(['a → b → c → d: 3', 'e → d: 1']);
  });

  it('follow who waits for whom, whichever end it was written at, and not what only relates', () => {
    expect(
      words('abc', [
        ['b', 'a', 1, { kind: 'CONTRIBUTES_TO' }],
        ['b', 'c', 1, { kind: 'RELATES_TO' }],
      ]),
    ).toEqual(['a → b: 1']);
  });

  it('hold a ring as one link', () => {
    expect(
      words('abcd', [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(['a → b and c in a ring → d: 2']);
    expect(
      words('ab', [
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toEqual([]);
  });

  it('are the latest when days are asked for, without what is in time before and after', () => {
    const late = new Map([
      ['b~c', 5],
      ['e~d', 9],
    ]);
    const days = (id: string) => late.get(id) ?? 0;
    const ties: readonly Tie[] = [
      ['a', 'b'],
      ['b', 'c', 2, { strained: 1 }],
      ['c', 'd'],
      ['e', 'd'],
    ];
    const found = longestChains(graphOf('abcde', ties), 'days', days);
    expect(found.map((chain) => [chainWords(chain), chain.days])).toEqual([
      ['e → d', 9],
      ['b → c', 5],
    ]);
    const [step] = found[1]?.steps ?? [];
    expect(step && stepWords(step)).toBe(
      'b Strand b waits for 2 things from c Strand c; one is under strain, up to 5 days late.',
    );
    expect(longestChains(graphOf('abcde', ties), 'days', onTime)).toEqual([]);
  });

  it('are as long as the longest way there is, whatever the graph', () => {
    const names = [...'abcdefg'];
    // Only forwards in the alphabet: without rings every way can be tried.
    const tie = fc
      .tuple(fc.nat(6), fc.nat(6))
      .filter(([a, b]) => a < b)
      .map(([a, b]) => [names[a] ?? '', names[b] ?? ''] as const);
    fc.assert(
      fc.property(fc.uniqueArray(tie, { selector: String, maxLength: 15 }), (ties) => {
        const longest = (id: string): number =>
          Math.max(0, ...ties.filter(([from]) => from === id).map(([, to]) => 1 + longest(to)));
        const [found] = longestChains(graphOf(names.join(''), ties), 'steps', onTime);
        expect(found?.steps.length ?? 0).toBe(Math.max(...names.map(longest)));
        for (const { taker, giver } of found?.steps ?? [])
          expect(ties.some(([from, to]) => from === taker.id && to === giver.id)).toBe(true);
      }),
    );
  });

  it('come to an end however long a chain is', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `p${at}`);
    const rings = ringsOf(ids, (id) => {
      const at = Number(id.slice(1)) + 1;
      return at < ids.length ? [`p${at}`] : [];
    });
    expect([rings.length, rings[0]?.[0]]).toEqual([ids.length, 'p19999']);
  });
});
