import { describe, expect, test } from 'vitest';
import { choiceOf, lineOf, ownersOf } from '../../client/features/actions/assigning.js';
import { historyWords, valueWords } from '../../client/features/actions/historyWords.js';
import { mentionedOwners } from '../../client/features/actions/mentionedOwners.js';
import { editorsOf, type Owner } from '../../client/features/actions/owners.js';
import { daysWords } from '../../client/features/actions/promiseWords.js';
import { understanding } from '../../client/features/actions/timing.js';
import { byPeriod, excerpt, reportableMonths, type Update } from '../../client/features/actions/updates.js';
import type { PlanWorkstream } from '../../client/features/plans/plan.queries.js';
import {
  EVERYTHING,
  fits,
  isFiltering,
  readFilter,
  writeFilter,
} from '../../client/features/plans/planFilter.js';
import { branchesOf, planTree } from '../../client/features/plans/planRows.js';
import { BragStatus } from '../../schema/vocabulary.js';

const action = (id: string, parentId: string | null, more: object = {}) => ({
  id,
  parentId,
  reference: id.toUpperCase(),
  title: `Title of ${id}`,
  status: 'GREEN',
  isOverdue: false,
  leads: [],
  ...more,
});

const workstream = (actions: readonly object[], placements: readonly object[] = []): PlanWorkstream =>
  ({ id: 'w', number: '2', title: 'Workforce', actions, placements }) as unknown as PlanWorkstream;

const owner = (values: Partial<Owner>): Owner => ({
  id: 'o',
  role: 'ACCOUNTABLE',
  asWritten: null,
  outsideBody: null,
  organisation: null,
  abu: null,
  board: null,
  post: null,
  person: null,
  ...values,
});

describe('The tree of a plan', () => {
  const plan = [
    workstream([action('a1', null), action('a1.1', 'a1', { isOverdue: true }), action('b1', 'gone')]),
  ];

  test('puts each action below the one it stands under, and one whose parent is not there below its workstream', () => {
    const tree = planTree(plan, EVERYTHING);
    const [root] = tree.roots;
    expect(root && tree.childrenOf(root).map((row) => row.id)).toEqual(['a1', 'b1']);
    expect([tree.shown, tree.total]).toEqual([3, 3]);
    expect(branchesOf(tree)).toEqual(['w', 'a1']);
  });

  test('keeps what stands above an action that fits, and counts only what fits', () => {
    const tree = planTree(plan, { ...EVERYTHING, isOverdue: true });
    const [root] = tree.roots;
    expect(root && tree.childrenOf(root).map((row) => row.id)).toEqual(['a1']);
    expect(tree.shown).toBe(1);
  });

  test('has what stands there from another plan in its place at the top, as it is called here, and says where its home is', () => {
    const home = { workstream: { number: '1' }, plan: { title: 'Better Lives' } };
    const placed = (id: string, placedAs: string, position: number) => ({
      ...{ id, placedAs, position, action: { ...action('x', 'above', { position: 9 }), ...home } },
    });
    const [first, last] = [action('a1', null, { position: 1 }), action('a2', null, { position: 3 })];
    const tree = planTree(
      [workstream([first, last], [placed('p', 'B7', 2), placed('q', 'B8', 4)])],
      EVERYTHING,
    );
    const rows = tree.roots.flatMap((root) => tree.childrenOf(root));
    expect(rows.map((row) => row.kind === 'action' && [row.id, row.action.reference, row.home])).toEqual([
      ['a1', 'A1', null],
      ['x', 'B7', 'also in Better Lives as WS1 X'],
      ['a2', 'A2', null],
      ['q', 'B8', 'also in Better Lives as WS1 X'],
    ]);
    expect(tree.total).toBe(4);
  });

  test('leaves out a workstream in which nothing fits', () => {
    expect(planTree(plan, { ...EVERYTHING, text: 'no such words' }).roots).toEqual([]);
  });
});

describe('The filter of a plan', () => {
  test('goes into the address and comes back the same, and leaves the rest of the address alone', () => {
    const filter = {
      statuses: [BragStatus.RED, BragStatus.AMBER],
      organisationId: 'x',
      isOverdue: true,
      hasNoLead: true,
      text: 'a b',
    };
    const address = writeFilter(new URLSearchParams('asOf=2026-05-01'), filter);
    expect(address.get('asOf')).toBe('2026-05-01');
    expect(readFilter(address)).toEqual(filter);
    expect(writeFilter(address, EVERYTHING).toString()).toBe('asOf=2026-05-01');
  });

  test('passes over a status that there is not', () => {
    expect(isFiltering(readFilter(new URLSearchParams('status=PURPLE')))).toBe(false);
  });

  test('finds an action by the reading of its reference and by any words of its title', () => {
    const found = {
      status: 'RED',
      isOverdue: false,
      reference: 'B12',
      title: 'Recruitment hub',
      leads: [],
    } as const;
    expect(fits(found, '2', { ...EVERYTHING, text: 'ws2 b12' })).toBe(true);
    expect(fits(found, '2', { ...EVERYTHING, text: 'hub recruit' })).toBe(true);
    expect(fits(found, '2', { ...EVERYTHING, text: 'ws3' })).toBe(false);
  });
});

describe('Words', () => {
  test('say how a deadline was understood, and that it was not', () => {
    const timing = {
      asWritten: 'Sep-18',
      start: '2018-09-01',
      end: '2018-09-30',
      precision: 'MONTH',
      recurrence: null,
    } as const;
    expect(understanding(timing)).toBe('Understood as 1–30 Sep 2018');
    expect(understanding({ ...timing, start: null, end: null, precision: 'NOT_UNDERSTOOD' })).toContain(
      'Not understood',
    );
  });

  test('say what changed, before and after, as people call it', () => {
    const { did, changes } = historyWords({
      kind: 'UPDATED',
      itemType: 'Action',
      fields: [
        { field: 'status', before: 'GREEN', after: 'AMBER' },
        { field: 'timingEnd', before: null, after: '2018-09-30' },
        { field: 'timingAsWritten', before: null, after: 'Sep-18' },
      ],
    });
    expect(did).toBe('changed the action');
    expect(changes).toEqual([
      { field: 'Status', before: 'Green', after: 'Amber' },
      { field: 'Due', before: 'nothing', after: 'Sep-18' },
    ]);
    expect(valueWords('status', 'DISPUTED')).toBe('Disputed');
  });

  test('name whose editors may change an action', () => {
    const body = (name: string) => owner({ organisation: { id: name, name, shortName: null } });
    expect(editorsOf([body('Northmoor Council'), body('Southmere Trust')])).toBe(
      'Northmoor Council or Southmere Trust',
    );
    expect(editorsOf([])).toBe('the organisation that leads the workstream');
  });

  test('cut a narrative for a row between words', () => {
    expect(excerpt('one two\nthree', 9)).toBe('one two…');
    expect(excerpt('short')).toBe('short');
  });
});

describe('Reports', () => {
  test('stand under their month, latest first, without those that were put away', () => {
    const update = (id: string, period: string, archivedAt: string | null = null) =>
      ({ id, period, archivedAt, organisation: { id, name: id, shortName: null } }) as unknown as Update;
    const periods = byPeriod([
      update('b', '2026-05-01'),
      update('a', '2026-06-01'),
      update('a', '2026-05-01'),
      update('c', '2026-04-01', 'x'),
    ]);
    expect(periods.map(({ title, updates }) => [title, updates.map((one) => one.id)])).toEqual([
      ['Jun 2026', ['a']],
      ['May 2026', ['a', 'b']],
    ]);
  });

  test('can be made for this month and the eleven before it', () => {
    const months = reportableMonths('2026-02-14');
    expect([months.length, months[0], months[1], months[2], months.at(-1)]).toEqual([
      12,
      '2026-02-01',
      '2026-01-01',
      '2025-12-01',
      '2025-03-01',
    ]);
  });
});

describe('Saying who leads', () => {
  test('sends what stayed as it was with all that was known of it, and a new choice by its kind', () => {
    const known = owner({
      person: { id: 'p', name: 'A. Khan' },
      organisation: { id: 'n', name: 'North', shortName: null },
      asWritten: 'AK',
    });
    const words = owner({ id: 'q', asWritten: 'TBC' });
    expect(choiceOf(known)).toBe('person p');
    expect(
      ownersOf([
        lineOf(known),
        lineOf(words),
        { ...lineOf(words), key: 'k', who: 'board b', role: 'JOINT' },
        { key: 'empty', who: null, role: 'JOINT', was: null },
      ]),
    ).toEqual([
      { role: 'ACCOUNTABLE', organisationId: 'n', personId: 'p', asWritten: 'AK' },
      { role: 'ACCOUNTABLE', asWritten: 'TBC' },
      { role: 'JOINT', boardId: 'b' },
    ]);
  });
});

describe('Promises', () => {
  const days = {
    answer: 'PROPOSED',
    neededBy: '2026-08-31',
    promisedBy: null,
    confidence: null,
    decidedBy: { id: 'p', name: 'A. Khan', organisation: { id: 's', name: 'South Vale NHS Trust' } },
  } as const;

  test('say the days both parties named', () => {
    expect(daysWords(days)).toBe('Needed by 31 Aug 2026.');
    expect(daysWords({ ...days, answer: 'CONFIRMED' })).toBe('Needed by 31 Aug 2026, and agreed.');
    const offer = { ...days, promisedBy: '2026-09-30', confidence: 'LOW' } as const;
    expect(daysWords({ ...offer, answer: 'COUNTERED' })).toBe(
      'South Vale NHS Trust offers 30 Sep 2026 (low confidence) instead of 31 Aug 2026.',
    );
    expect(daysWords({ ...offer, answer: 'CONFIRMED' })).toBe(
      'Needed by 31 Aug 2026, promised by 30 Sep 2026 (low confidence).',
    );
    expect(daysWords({ ...offer, answer: 'CONFIRMED', neededBy: null })).toBe(
      'Promised by 30 Sep 2026 (low confidence).',
    );
    expect(daysWords({ ...days, neededBy: null })).toBeNull();
  });

  test('are asked of the organisation that an @ names, by the words that follow', () => {
    const bodies = [
      { id: 's', name: 'South Vale NHS Trust', shortName: 'SVT' },
      { id: 'n', name: 'Northmoor Council', shortName: null },
    ];
    expect(mentionedOwners('South Vale records', bodies)).toEqual({
      organisationIds: ['s'],
      text: 'records',
    });
    expect(mentionedOwners('svt', bodies)).toEqual({ organisationIds: ['s'], text: '' });
    expect(mentionedOwners(' North ', bodies)).toEqual({ organisationIds: ['n'], text: '' });
    expect(mentionedOwners('records', bodies)).toBeNull();
    expect(mentionedOwners('', bodies)).toBeNull();
  });
});
