import { describe, expect, it, test } from 'vitest';
import {
  asText,
  byRecipient,
  countWords,
  dueWords,
  lateByDay,
  nudgeWords,
  type Owed,
} from '../../client/features/meetings/outstandingWords.js';

const TODAY = '2026-07-06';
const owed = (given: Partial<Owed> = {}): Owed => ({
  ...{
    id: 'one',
    owed: 'REPORT_WANTED',
    stage: 'DRAFTS',
    dueOn: '2026-07-03',
    isLate: true,
    workingDaysLate: 1,
  },
  ...{ people: [], organisation: null, report: null, clearance: null, nudge: null, forwardPlanEntry: null },
  ...{ agendaItem: { title: 'Winter plan' }, ...given },
});
const jo = { id: 'jo', name: 'Jo Bell' };
const al = { id: 'al', name: 'Al Dean' };
const trust = { id: 'trust', name: 'The trust' };

describe('who owes what', () => {
  it('stands by recipient: with each of several people, and with the secretariat last', () => {
    const groups = byRecipient([
      owed(),
      owed({ id: 'two', people: [jo, al] }),
      owed({ id: 'three', organisation: trust }),
    ]);
    expect(groups.map(({ name, to, items }) => [name, to, items.map(({ id }) => id)])).toEqual([
      ['Jo Bell', { personId: 'jo' }, ['two']],
      ['Al Dean', { personId: 'al' }, ['two']],
      ['The trust', { organisationId: 'trust' }, ['three']],
      ['The secretariat', null, ['one']],
    ]);
  });

  test.each<[string, Partial<Owed>]>([
    ['1 working day late', {}],
    ['12 working days late', { workingDaysLate: 12 }],
    ['was due on 4 Jul 2026', { dueOn: '2026-07-04', workingDaysLate: 0 }],
    ['due today', { dueOn: TODAY, isLate: false, workingDaysLate: 0 }],
    ['due in 1 working day', { dueOn: '2026-07-07', isLate: false, workingDaysLate: -1 }],
    ['due in 5 working days', { dueOn: '2026-07-13', isLate: false, workingDaysLate: -5 }],
  ])('%s', (words, given) => {
    expect(dueWords(owed(given), TODAY)).toBe(words);
  });

  it('says who nudged and when, and how much there is', () => {
    const nudge = { nudgedOn: '2026-07-05', nudgedBy: { name: 'Lowri Penhale' } };
    expect(nudgeWords(owed({ nudge }), TODAY)).toBe('nudged yesterday by Lowri Penhale');
    expect(nudgeWords(owed(), TODAY)).toBeNull();
    expect(countWords({ lateCount: 2, dueSoonCount: 1 })).toBe('2 late and 1 due soon');
    expect(countWords({ lateCount: 0, dueSoonCount: 1 })).toBe('1 due soon');
  });

  it('is taken along as text, for a mail', () => {
    const cleared = owed({
      organisation: trust,
      owed: 'CLEARANCE_UNANSWERED',
      clearance: { clearedFor: 'FINANCE' },
    });
    expect(
      asText(byRecipient([cleared]), { name: 'Meeting of the board', meetsOn: '2026-07-17' }, TODAY),
    ).toBe(
      [
        'Meeting of the board, Friday 17 July 2026',
        '',
        'The trust',
        '- Winter plan: Clear the report (finance), by 3 Jul 2026 (1 working day late)',
      ].join('\n'),
    );
  });

  it('counts what is late by the day it was wanted', () => {
    const items = [owed(), owed({ stage: 'DISPATCH' }), owed({ isLate: false }), owed({ stage: 'DRAFTS' })];
    expect(lateByDay(items)).toEqual({ draftReportsBy: 2, dispatchBy: 1 });
  });
});
