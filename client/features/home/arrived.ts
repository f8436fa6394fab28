import type { ImpactNotice } from '../cross-references/impactNotices';

interface Listed {
  readonly nodes: readonly ImpactNotice[];
  readonly totalCount: number;
}

/** The notices that came since, the latest of each. */
export const arrivedAfter = (
  arrived: readonly ImpactNotice[],
  notice: ImpactNotice,
): readonly ImpactNotice[] => [notice, ...arrived.filter(({ id }) => id !== notice.id)];

/**
 * The list of open notices with those that came since it was answered: a slip is read the moment it is told, not once
 * the server has been asked again. What was answered or lapsed since is off it just as soon.
 */
export function withArrived(
  { nodes, totalCount }: Listed,
  arrived: readonly ImpactNotice[],
  organisationIds: readonly string[],
): Listed {
  const latest = new Map(arrived.map((notice) => [notice.id, notice]));
  const listed = nodes.map((notice) => {
    const since = latest.get(notice.id);
    return since && since.version > notice.version ? since : notice;
  });
  const known = new Set(nodes.map(({ id }) => id));
  const fresh = arrived.filter(
    ({ id, outcome, told }) => !known.has(id) && outcome === 'OPEN' && organisationIds.includes(told.id),
  );
  return { nodes: [...fresh, ...listed], totalCount: totalCount + fresh.length };
}
