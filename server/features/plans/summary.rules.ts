import { BragStatus } from '../../../schema/vocabulary.js';
import { overallStatus } from '../actions/action.rules.js';
import type { BragSummary } from './plan.entity.js';

/** So many actions of one status, and how many of them are overdue. */
export interface StatusCount {
  status: BragStatus;
  count: number;
  overdue: number;
}

/** One row a status into one summary. */
export function summarise(counts: readonly StatusCount[]): BragSummary {
  const of = (status: BragStatus) =>
    sum(counts.filter((one) => one.status === status).map((one) => one.count));
  return {
    total: sum(counts.map((one) => one.count)),
    blue: of(BragStatus.BLUE),
    green: of(BragStatus.GREEN),
    amber: of(BragStatus.AMBER),
    red: of(BragStatus.RED),
    notYetRated: of(BragStatus.NOT_YET_RATED),
    overdue: sum(counts.map((one) => one.overdue)),
    overall: overallStatus(counts.filter((one) => one.count > 0).map((one) => one.status)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
