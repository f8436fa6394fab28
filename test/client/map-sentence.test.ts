import { describe, expect, it } from 'vitest';
import type { CrossReference } from '../../client/features/actions/crossReferences.js';
import { latenessOf } from '../../client/features/cross-references/mapLateness.js';
import { bundleSentence, placeSentence } from '../../client/features/cross-references/mapSentence.js';
import { graphOf } from './map-graphs.js';

const TODAY = '2018-02-20';
const end = (reference: string, due: string | null, more: object = {}) => ({
  ...{ __typename: 'Action', id: reference, reference, title: `Do ${reference}`, status: 'GREEN' },
  ...{ isOverdue: false, timing: { asWritten: due, end: due } },
  ...{ workstream: { id: 'w', number: '1', title: 'Strand' }, plan: { id: 'p', title: 'Plan' }, ...more },
});
const behind = (more: object = {}) =>
  ({
    ...{ id: 'x', promise: 'DEPENDS_ON', answer: 'PROPOSED', note: 'Lend the vans.', neededBy: '2018-03-01' },
    ...{ promisedBy: null, from: end('A1', null), to: end('B1', '2018-03-03') },
    ...{ strain: { level: 'STRAINED', reasons: ['WS1 B1 is due by 3 March 2018, but …'] }, ...more },
  }) as unknown as CrossReference;
const between = (total: number, more: object = {}) => {
  const [bundle] = graphOf('ab', [['a', 'b', total, more]]).between;
  if (!bundle) throw new Error('No bundle');
  return bundle;
};
const said = (total: number, more: object, known: readonly CrossReference[] | null = null) =>
  bundleSentence(between(total, more), known, TODAY);

describe('the sentence of a bundle', () => {
  it('says from the numbers alone what there is and what is amiss', () => {
    expect(said(1, {})).toBe('a Strand a needs one thing from b Strand b.');
    expect(said(3, { strained: 1, unanswered: 2 })).toBe(
      'a Strand a needs 3 things from b Strand b; one is under strain; 2 wait for an answer.',
    );
    expect(said(3, { strained: 2, broken: 1, disputed: 1 })).toBe(
      'a Strand a needs 3 things from b Strand b; one was withdrawn and 2 are under strain; one is disputed.',
    );
  });

  it('names what is late, when it is due and when it is needed, once that is known', () => {
    expect(said(3, { strained: 1 }, [behind()])).toBe(
      'a Strand a needs 3 things from b Strand b; one is late: “Lend the vans” is due 3 Mar 2018, needed 1 Mar 2018.',
    );
  });

  it('names the latest of several, and says how many more are strained for another reason', () => {
    const red = behind({ to: end('B2', null), strain: { level: 'STRAINED', reasons: ['WS1 B2 is Red.'] } });
    const later = behind({ note: 'Find the staff', to: end('B3', '2018-04-01') });
    expect(said(4, { strained: 3 }, [behind(), red, later])).toContain(
      '; 2 are late and one is under strain: “Find the staff” is due 1 Apr 2018, needed 1 Mar 2018.',
    );
    expect(said(1, { strained: 1 }, [red])).toContain(
      '; one is under strain: “Lend the vans”: WS1 B2 is Red.',
    );
  });

  it('names none while the numbers and what is behind them do not agree', () => {
    expect(said(3, { strained: 2 }, [behind()])).toBe(
      'a Strand a needs 3 things from b Strand b; 2 are under strain.',
    );
  });

  it('says several kinds in one breath, and what runs inside a place', () => {
    const both = graphOf('ab', [
      ['a', 'b', 2],
      ['a', 'b', 1, { kind: 'CONTRIBUTES_TO' }],
      ['b', 'b', 2],
    ]);
    const [one] = both.between;
    const inside = both.within.get('b');
    if (!one || !inside) throw new Error('Not drawn');
    expect(bundleSentence(one, null, TODAY)).toBe(
      'a Strand a needs 2 things from b Strand b and contributes to it.',
    );
    expect(bundleSentence(inside, null, TODAY)).toBe(
      'Inside b Strand b 2 things are tied to another of its own.',
    );
  });
});

describe('how late a thing is', () => {
  it.each([
    ['in time', { neededBy: '2018-03-03' }, null],
    ['after what was asked', {}, 2],
    ['after what was agreed', { answer: 'CONFIRMED', promisedBy: '2018-03-02' }, 1],
    ['after what receives it', { neededBy: null, from: end('A1', '2018-02-28') }, 3],
    ['overdue, and later every day', { neededBy: null, to: end('B1', '2018-02-10') }, 10],
    ['given already', { to: end('B1', '2018-03-03', { status: 'BLUE' }) }, null],
    ['without a day', { to: end('B1', null) }, null],
    ['only belonging together', { promise: 'RELATES_TO' }, null],
    ['not strained, as the server says', { strain: { level: 'NONE', reasons: [] } }, null],
  ])('%s', (_what, more, days) => {
    expect(latenessOf(behind(more), TODAY)?.days ?? null).toBe(days);
  });
});

describe('the sentence of a place', () => {
  const graph = graphOf('abcd', [
    ['a', 'b', 2, { strained: 1 }],
    ['a', 'c', 1],
    ['c', 'a', 1, { kind: 'CONTRIBUTES_TO' }],
    ['c', 'b', 1, { broken: 1 }],
  ]);
  const of = (id: string) => {
    const place = graph.places.find((one) => one.id === id);
    if (!place) throw new Error('No place');
    return placeSentence(place, graph);
  };

  it('says what it needs and what is needed of it, whichever end it was written at', () => {
    expect(of('a')).toBe('a Strand a needs 4 things from 2 others, 1 of them under strain.');
    expect(of('b')).toBe('b Strand b: 2 others need 3 things from it, 2 of them under strain.');
    expect(of('c')).toBe(
      'c Strand c needs one thing from one other, under strain; one other needs 2 things from it.',
    );
    expect(of('d')).toBe('d Strand d needs nothing here, and nothing here needs it.');
  });
});
