import { formatMonth } from '../../platform/format/dates.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';

/** What one organisation reported for one month. Its status goes by another name, since live changes are of many types. */
export const update = graphql(`
  fragment Update_update on Update @_unmask {
    id
    version
    period
    narrative
    rating: status
    createdAt
    updatedAt
    archivedAt
    viewerCan {
      archive
    }
    author {
      id
      name
    }
    organisation {
      id
      name
      shortName
    }
  }
`);

export type Update = ResultOf<typeof update>;

export interface Period {
  readonly period: string;
  readonly title: string;
  readonly updates: readonly Update[];
}

/** Latest month first; within it, by organisation. What was put away is left out. */
export function byPeriod(updates: readonly Update[]): readonly Period[] {
  const periods = new Map<string, Update[]>();
  for (const one of updates) {
    if (one.archivedAt) continue;
    const of = periods.get(one.period);
    if (of) of.push(one);
    else periods.set(one.period, [one]);
  }
  return [...periods]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([period, of]) => ({
      period,
      title: formatMonth(period),
      updates: of.sort((a, b) => (a.organisation?.name ?? '').localeCompare(b.organisation?.name ?? '')),
    }));
}

/** The first months that can be reported on: this one and the eleven before it. */
export function reportableMonths(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 1 - back, 1));
    return at.toISOString().slice(0, 10);
  });
}

/** The beginning of a narrative, for a row: whole words, one line. */
export function excerpt(narrative: string, length = 90): string {
  const line = narrative.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 20))}…`;
}
