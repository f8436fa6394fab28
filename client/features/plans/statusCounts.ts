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

/** The counts of a summary as the status bar takes them. */
export function countsOf(summary: ResultOf<typeof statusCounts>): StatusCounts {
  const { blue, green, amber, red, notYetRated } = summary;
  return { BLUE: blue, GREEN: green, AMBER: amber, RED: red, NOT_YET_RATED: notYetRated };
}
