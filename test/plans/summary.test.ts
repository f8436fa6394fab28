import { expect, test } from 'vitest';
import { BragStatus } from '../../schema/vocabulary.js';
import { summarise } from '../../server/features/plans/summary.rules.js';

const { BLUE, GREEN, RED, NOT_YET_RATED } = BragStatus;

test('no actions at all are not yet rated', () => {
  expect(summarise([])).toEqual({
    total: 0,
    blue: 0,
    green: 0,
    amber: 0,
    red: 0,
    notYetRated: 0,
    overdue: 0,
    overall: 'NOT_YET_RATED',
  });
});

test('counts add up, and one Red makes the whole Red', () => {
  const counts = [
    { status: GREEN, count: 5, overdue: 1 },
    { status: RED, count: 1, overdue: 1 },
    { status: NOT_YET_RATED, count: 2, overdue: 0 },
  ];
  expect(summarise(counts)).toEqual({
    total: 8,
    blue: 0,
    green: 5,
    amber: 0,
    red: 1,
    notYetRated: 2,
    overdue: 2,
    overall: 'RED',
  });
});

test('all Blue is Blue; some Blue is Green', () => {
  expect(summarise([{ status: BLUE, count: 3, overdue: 0 }]).overall).toBe('BLUE');
  expect(
    summarise([
      { status: BLUE, count: 3, overdue: 0 },
      { status: NOT_YET_RATED, count: 1, overdue: 0 },
    ]).overall,
  ).toBe('GREEN');
});
