/** One person’s time in a post, as far as handing it over is concerned. */
export interface Term {
  id: string;
  fromOn: string;
  untilOn: string | null;
}

/**
 * Which terms end when a post is handed over on a day, and on which day. Null when somebody’s term begins on that day
 * or later: who came after is not pushed aside unseen.
 */
export function handOver(terms: readonly Term[], fromOn: string): { ends: Term[]; endsOn: string } | null {
  if (terms.some((term) => term.fromOn >= fromOn)) return null;
  return {
    ends: terms.filter((term) => term.untilOn === null || term.untilOn >= fromOn),
    endsOn: dayBefore(fromOn),
  };
}

export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
