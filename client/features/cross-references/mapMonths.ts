/** The last day of each month from the one a day is in, up to another day. */
export function monthEnds(from: string, until: string): readonly string[] {
  const ends: string[] = [];
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (let at = 0; at < 1_200; at += 1) {
    // Day nought of the month after.
    const end = new Date(Date.UTC(year, month + at, 0)).toISOString().slice(0, 10);
    if (end >= until) break;
    ends.push(end);
  }
  return ends;
}

/** Where among the month ends a day stands: at the last that is not after it; behind them all is now. */
export function stopOf(ends: readonly string[], day: string | null): number {
  if (day === null) return ends.length;
  return Math.max(
    0,
    ends.findLastIndex((end) => end <= day),
  );
}
