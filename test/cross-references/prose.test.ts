import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CrossReferenceKind } from '../../schema/vocabulary.js';
import {
  compareReferences,
  findReferences,
  normaliseReference,
  type ReferenceTarget,
  resolveReference,
} from '../../server/features/cross-references/prose.rules.js';
import { atThisPace } from '../support/pace.js';

/** 'WS4 C2' for an action of workstream 4, 'C2' for one of the same workstream, 'WS4' for the whole workstream. */
function named(text: string): string[] {
  return findReferences(text).map(({ workstream, reference }) =>
    [workstream === null ? '' : `WS${workstream}`, reference ?? ''].join(' ').trim(),
  );
}

const FOUND: Readonly<Record<string, readonly string[]>> = {
  '[Link to Workstream 4, Action C2]': ['WS4 C2'],
  'cross reference workstream 2 action B12': ['WS2 B12'],
  'see WS2 B12 for detail': ['WS2 B12'],
  'WS 2: B12 and WS3/C4': ['WS2 B12', 'WS3 C4'],
  'depends on ws2 action b12': ['WS2 B12'],
  'Workstream 2 (B12)': ['WS2 B12'],
  'see workstream 5 actions C and D': ['WS5 C', 'WS5 D'],
  'Work stream five, actions C & D.': ['WS5 C', 'WS5 D'],
  'Workstream 3 Communications and Engagement action C3': ['WS3 C3'],
  'Workstream 3 (Communications), action C3': ['WS3 C3'],
  'Workstream 2 action B1 and action C2': ['WS2 B1', 'WS2 C2'],
  "feeds into Workstream 4's action C2": ['WS4 C2'],
  'Key Tasks to address actions A-F': ['A', 'B', 'C', 'D', 'E', 'F'],
  'Action A is delayed': ['A'],
  'Actions: A1, A2': ['A1', 'A2'],
  'tasks B1 to B4 slip': ['B1', 'B2', 'B3', 'B4'],
  'action C2 of Workstream 4': ['WS4 C2'],
  'Action C2 (Workstream 4)': ['WS4 C2'],
  'actions C and D in workstream 5 and action E of workstream 6': ['WS5 C', 'WS5 D', 'WS6 E'],
  'Action C2, workstream 4 action D1': ['C2', 'WS4 D1'],
  'see B12 (WS2)': ['WS2 B12'],
  'Workstreams 2, 3 and 5 report monthly': ['WS2', 'WS3', 'WS5'],
  'workstreams 1-3': ['WS1', 'WS2', 'WS3'],
  'Workstream 3 has been completed': ['WS3'],
  'workstream 2 actions are on track': ['WS2'],
  'B1, B2, B3, B4 may not be delivered': ['B1', 'B2', 'B3', 'B4'],
  'The risk is that B1–B4 may not be delivered': ['B1', 'B2', 'B3', 'B4'],
  'B1-4 may slip': ['B1', 'B2', 'B3', 'B4'],
  'C4.1.1–C4.1.3 are late': ['C4.1.1', 'C4.1.2', 'C4.1.3'],
  'A1, A3 A5 and A6- risk that': ['A1', 'A3', 'A5', 'A6'],
  'B10 - work on-going': ['B10'],
  'there is a risk that B7 may slip': ['B7'],
  'Outcome informs A2': ['A2'],
  'progress on C4.1.5 is slow': ['C4.1.5'],
  'Action A/ B 2 and action A / B1': ['A/B2', 'A/B1'],
  'see action 3': ['3'],
  'Workstream 4, Action 3': ['WS4 3'],
  'link between Priority 2 and priority one': ['Priority 2', 'Priority 1'],
  'Priorities 1 and 3': ['Priority 1', 'Priority 3'],
};

/** Letter and number, or the words themselves, without a reference being meant. */
const NOT_REFERENCES = [
  'support the D2A model and the S117 policy, S136 and S75',
  'Q2 – 13,892 against Q1 16/17; H1 and H2, Y1 and Y2',
  'Q1, Q2, Q3 and Q4 returns',
  'the A66 and the M6 will be closed',
  'A4 posters and A3 leaflets, on A4 paper',
  'Vitamin B12 is given; see vitamin B12',
  'Safety Action 6 of the Clinical Negligence Scheme',
  'Measure 3-6 months later to measure recognition',
  'take action A number of partners',
  'the action I have taken',
  'actions 24 hours a day; action 3 times',
  'Actions to address this: a plan',
  'action plan, transactions A, refer a friend',
  'high priority 2 week wait; priority 2 week wait; top priority 1',
  'four areas of priority that have been identified',
  'each workstream 3 months late; the workstreams 4 key risks',
  'Commissioning Workstream; the CHC workstream; 9 workstreams',
  'Join at https://example.org/B12 or B2C, COVID-19, CO2, PM2.5',
  'Lead P3, postcode A1 1AA',
  'NEWS2 scores, HbA1c, T2DM, a diagnosis of E11.9 or F32.1',
  'vitamins B6, B9 and B12; bands B1–B4; see Appendix A1, table B2 and cells B2–B9',
  '',
];

describe('finding references in narrative', () => {
  for (const [text, expected] of Object.entries(FOUND)) {
    test(`finds ${expected.join(', ')} in "${text}"`, () => {
      expect(named(text)).toEqual(expected);
    });
  }

  test.each(NOT_REFERENCES)('finds nothing in "%s"', (text) => {
    expect(named(text)).toEqual([]);
  });

  test('gives each item of a list the span of the whole mention', () => {
    const text = 'ICCs [Link to workstream 5 actions C and D]';
    expect(findReferences(text)).toEqual(
      ['C', 'D'].map((reference) => ({
        text: 'workstream 5 actions C and D',
        start: 14,
        end: 42,
        workstream: '5',
        reference,
        kind: CrossReferenceKind.RELATES_TO,
      })),
    );
  });

  test('a range that does not count up, or counts too far, gives its two ends', () => {
    expect(named('actions B1–C4')).toEqual(['B1', 'C4']);
    expect(named('actions A1-A99')).toEqual(['A1', 'A99']);
  });

  const K = CrossReferenceKind;
  test.each([
    ['This depends on workstream 2 action B1', K.DEPENDS_ON],
    ['is dependent upon completion of Action B1', K.DEPENDS_ON],
    ['subject to Action B1', K.DEPENDS_ON],
    ['This does not depend on Action B1', K.RELATES_TO],
    ['outputs fed into B2', K.CONTRIBUTES_TO],
    ['Action B1 incorporates outcome of review', K.CONTRIBUTES_TO],
    ['feeding into ongoing process [link to Workstream 3 action C3]', K.RELATES_TO],
    ['It depends on funding. See Action B1', K.RELATES_TO],
    ['is the same as Action B1', K.SAME_WORK_AS],
    ['a duplicate of WS2 B12', K.SAME_WORK_AS],
    ['mitigates Action B1', K.MITIGATES],
    ['is mitigated by Action B1', K.RELATES_TO],
    ['funded by Workstream 4', K.FUNDED_BY],
    ['is needed by Action B1', K.RELATES_TO],
    ['Workstream 4 of this action plan', K.RELATES_TO],
  ])('"%s" is %s', (text, kind) => {
    expect(findReferences(text).map((reference) => reference.kind)).toEqual([kind]);
  });
});

describe('writing and ordering references', () => {
  test.each([
    ['A / B1', 'A/B1'],
    ['A/ B 2', 'A/B2'],
    ['a/b02', 'A/B2'],
    ['C4.1.5', 'C4.1.5'],
    ['Action C2:', 'C2'],
    [' E ', 'E'],
    ['Priority two', 'PRIORITY2'],
    ['[B 12]', 'B12'],
  ])('"%s" is %s', (written, normal) => {
    expect(normaliseReference(written)).toBe(normal);
  });

  test('lists references in the order people do', () => {
    const order = [
      'A',
      'A1',
      'A2.1',
      'A2.2',
      'A10',
      'A / B1',
      'A/ B 2',
      'B2',
      'B2.3',
      'B10',
      'C4',
      'C4.1',
      'C4.1.5',
      'C5',
      'E',
    ];
    expect([...order].reverse().sort(compareReferences)).toEqual(order);
    expect(compareReferences('A/B2', 'a / b 02')).toBe(0);
  });

  const written = fc.oneof(
    fc.stringMatching(/^[A-C](\/[A-C])? ?\d{0,2}(\.\d{1,2}){0,2}$/),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  test('the order is total, and agrees with the normal form', () => {
    fc.assert(
      fc.property(written, written, written, (a, b, c) => {
        expect(Math.sign(compareReferences(a, b))).toBe(-Math.sign(compareReferences(b, a)) + 0);
        if (compareReferences(a, b) <= 0 && compareReferences(b, c) <= 0)
          expect(compareReferences(a, c)).toBeLessThanOrEqual(0);
        expect(compareReferences(a, b) === 0).toBe(normaliseReference(a) === normaliseReference(b));
      }),
      { numRuns: 2000 },
    );
  });

  test('normalising twice changes nothing more for a usual reference', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-C]( ?\/ ?[A-C])? ?\d{1,2}(\.\d{1,2}){0,2}$/), (text) => {
        expect(normaliseReference(normaliseReference(text))).toBe(normaliseReference(text));
      }),
    );
  });
});

describe('resolving references', () => {
  const target = (id: string, workstream: string | null, reference: string | null): ReferenceTarget => ({
    id,
    workstream,
    reference,
  });
  const targets = [
    target('w2', '2', null),
    target('w8', '8', null),
    target('b12', '2', 'B12'),
    target('other', '7', 'B12'),
    target('first', '8', 'B4'),
    target('second', '8', 'B4'),
    target('pair', '8', 'A/ B 2'),
    target('deep', '7', 'A2.1'),
    target('p2', null, 'Priority 2'),
  ];
  const resolve = (workstream: string | null, reference: string | null, within: string | null = null) =>
    resolveReference({ workstream, reference }, within, targets);

  test('leads to the action of the workstream named, however it is written', () => {
    expect(resolve('02', 'b12')).toEqual({ found: targets[2] });
    expect(resolve('8', 'A/B2')).toEqual({ found: targets[6] });
    expect(resolve('2', null)).toEqual({ found: targets[0] });
    expect(resolve(null, 'Priority 2', '8')).toEqual({ found: targets[8] });
  });

  test('means the workstream where the text stands when none is named', () => {
    expect(resolve(null, 'B12', '7')).toEqual({ found: targets[3] });
  });

  test('keeps every candidate of a reference that occurs twice, and picks none', () => {
    expect(resolve(null, 'B4', '8')).toEqual({ candidates: [targets[4], targets[5]] });
    expect(resolve(null, 'B12')).toEqual({ candidates: [targets[2], targets[3]] });
  });

  test('says why nothing was found, and what resembles it, without leaping to another workstream', () => {
    expect(resolve(null, 'B12', '8')).toEqual({ missing: 'Workstream 8 has no B12' });
    expect(resolve(null, 'A2', '8')).toEqual({ missing: 'Workstream 8 has no A2; it has A/ B 2' });
    expect(resolve(null, 'A2', '7')).toEqual({ missing: 'Workstream 7 has no A2; it has A2.1' });
    expect(resolve('12', 'A1')).toEqual({ missing: 'There is no workstream 12 here' });
    expect(resolve('7', null)).toEqual({ missing: 'There is no workstream 7 here' });
    expect(resolve(null, null)).toEqual({ missing: 'The words do not say which one' });
    expect(resolve(null, 'Priority 5')).toEqual({ missing: 'There is no Priority 5 here' });
    expect(resolve(null, 'Z1')).toEqual({ missing: 'The plan has no Z1' });
  });
});

describe('what is named without a number', () => {
  const named = (text: string) =>
    findReferences(text).map(({ text: words, workstream, reference }) => [words, workstream, reference]);

  test.each([
    ['will be completed via the Commissioning Workstream', 'Commissioning Workstream', 'Commissioning'],
    ['falls under ICC work stream for now', 'ICC work stream', 'ICC'],
    ['led by the Health and Wellbeing Workstream', 'Health and Wellbeing Workstream', 'Health and Wellbeing'],
  ])('is a workstream by its title where something points to it: %s', (text, words, name) => {
    expect(named(text)).toEqual([[words, name, null]]);
  });

  test.each([
    'The Commissioning Workstream meets monthly',
    'develop a digital workstream',
    'both of the ICC workstreams',
    'with the workstream',
    'see actions taken',
    'cross-reference to what was said',
  ])('is not there in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  test('is each of those that a cross-reference names', () => {
    const text = 'Cross-reference to CQI delivery section, Digital and the Estates';
    expect(named(`Improve. ${text}.`)).toEqual(
      ['CQI delivery section', 'Digital', 'Estates'].map((name) => [text, name, null]),
    );
  });

  test('points at nothing that is named, and says so', () => {
    expect(named('promote it (see action below re integration)')).toEqual([
      ['see action below re integration', null, null],
    ]);
    expect(named('see action C2')).toEqual([['action C2', null, 'C2']]);
    expect(named('cross-reference to workstream 2 action B12')).toEqual([
      ['workstream 2 action B12', '2', 'B12'],
    ]);
  });

  test('leads to a title in full and to nothing that resembles it', () => {
    const targets = [
      { id: 'c', workstream: '4', reference: null, title: 'Commissioning' },
      { id: 'd', workstream: null, reference: null, title: 'Health & Wellbeing' },
      { id: 'e', workstream: '4', reference: 'C1', title: 'Digital' },
    ];
    const lead = (workstream: string) => resolveReference({ workstream, reference: null }, '6', targets);
    expect(lead('commissioning')).toEqual({ found: targets[0] });
    expect(lead('Health and Wellbeing')).toEqual({ found: targets[1] });
    expect(lead('Commission')).toEqual({ missing: 'There is no workstream called Commission here' });
    expect(lead('Digital')).toEqual({ missing: 'There is no workstream called Digital here' });
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...'Workstream workstreams the Digital Cross-reference WS2 action actions below see link-to depends on B1 A/B 2 C4.1 C and , – - to ( ) [ ] . • Priority 3 two A4 is'.split(
      ' ',
    ),
  );
  const prose = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 30 }).map((words) => words.join(' ')),
    fc.array(pieces, { maxLength: 30 }).map((words) => words.join('')),
  );

  test('every reference stands in the text, in order and without overlap, and names something', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let last = { start: 0, end: 0 };
        for (const found of findReferences(text)) {
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.end).toBeGreaterThan(found.start);
          const isSameMention = found.start === last.start && found.end === last.end;
          if (!isSameMention) expect(found.start).toBeGreaterThanOrEqual(last.end);
          const isPointer = /^see\s/i.test(found.text);
          expect(found.workstream !== null || found.reference !== null || isPointer).toBe(true);
          if (found.workstream !== null) expect(found.workstream).toMatch(/^(0|[1-9]\d?|[A-Z].*)$/);
          last = found;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('resolving never throws and never makes a target up', () => {
    const targets = ['B1', 'B1', 'C', 'A/B 2'].map((reference, at) => ({
      id: `${at}`,
      workstream: '2',
      reference,
    }));
    fc.assert(
      fc.property(prose, fc.constantFrom(null, '2', '9'), (text, within) => {
        for (const reference of findReferences(text)) {
          const resolution = resolveReference(reference, within, targets);
          if ('found' in resolution) expect(targets).toContain(resolution.found);
          else if ('candidates' in resolution) expect(resolution.candidates.length).toBeGreaterThan(1);
          else expect(resolution.missing).not.toBe('');
        }
      }),
    );
  });

  const HOSTILE = [
    'B1 ',
    'B1, ',
    'action ',
    'actions 1, ',
    'Workstream 2 ',
    'workstreams 1, ',
    'WS2 Aa ',
    ' ',
    'A/',
    'A / ',
    'see ',
    '(',
    '1.',
    'A1.1',
    'not depend on ',
    'priority 1 and ',
    '\n',
    '- ',
    'B1–B2 ',
  ];

  test.each(HOSTILE)('reads 100 kB of "%s" in a moment, in time that grows with the length', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    findReferences(text.slice(0, 1_000));
    const began = performance.now();
    findReferences(text);
    expect(performance.now() - began).toBeLessThan(atThisPace(1_500));
  });
});
