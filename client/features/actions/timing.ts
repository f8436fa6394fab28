import { formatDay, formatDayRange } from '../../platform/format/dates.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

export const timing = graphql(`
  fragment Timing_timing on Timing @_unmask {
    asWritten
    start
    end
    precision
    recurrence
  }
`);

export type Timing = ResultOf<typeof timing>;

/** How a deadline was understood, said after it: people must see what the product takes their words to mean. */
export function understanding({ start, end, precision, recurrence }: Timing): string {
  if (precision === 'NOT_UNDERSTOOD')
    return 'Not understood as a date: kept as written, never counted as overdue';
  if (precision === 'TO_BE_CONFIRMED') return 'To be confirmed';
  if (precision === 'RECURRING') return `Recurring${recurrence ? `: ${recurrence.toLowerCase()}` : ''}`;
  if (start && end) return `Understood as ${formatDayRange(start, end)}`;
  if (end) return `Understood as by ${formatDay(end)}`;
  if (start) return `Understood as from ${formatDay(start)}, with no end`;
  return precision === 'OPEN_ENDED' ? 'Understood as having no end' : 'Without a date';
}
