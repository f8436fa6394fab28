import { readTiming } from '../features/actions/timing.rules.js';

/** A deadline’s words and what they mean, as the columns it is kept in. */
export function timingColumns(words: string, plan: { yearOneStartsOn: string; endsOn: string }) {
  const timing = readTiming(words, { yearOneStart: plan.yearOneStartsOn, periodEnd: plan.endsOn });
  return {
    timingAsWritten: timing.asWritten,
    timingStart: timing.start,
    timingEnd: timing.end,
    timingPrecision: timing.precision,
    timingRecurrence: timing.recurrence,
  };
}
