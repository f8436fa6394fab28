import type { StatusCounts } from '../../platform/format/status.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

export const statusCounts = graphql(`
  fragment StatusCounts_summary on BragSummary @_unmask {
    blue
    green
    amber
    red
    notYetRated
    overdue
    overall
    total
  }
`);

/** The counts of several summaries that have no action in common, as one. */
export function countsOfAll(summaries: readonly ResultOf<typeof statusCounts>[]): StatusCounts {
  const sum = (of: 'blue' | 'green' | 'amber' | 'red' | 'notYetRated') =>
    summaries.reduce((all, summary) => all + summary[of], 0);
  return {
    BLUE: sum('blue'),
    GREEN: sum('green'),
    AMBER: sum('amber'),
    RED: sum('red'),
    NOT_YET_RATED: sum('notYetRated'),
  };
}

/** The counts of a summary as the status bar takes them. */
export const countsOf = (summary: ResultOf<typeof statusCounts>): StatusCounts => countsOfAll([summary]);
