/**
 * Siblings in the order given, each followed at once by all that stands below it. What stands below something that
 * is not there (put away, say) comes at the top, so nothing is lost.
 */
export function inTreeOrder<T extends { id: string }>(
  rows: readonly T[],
  parentOf: (row: T) => string | null,
): T[] {
  const here = new Set(rows.map((row) => row.id));
  const top: T[] = [];
  const below = new Map<string, T[]>();
  for (const row of rows) {
    const parent = parentOf(row);
    if (parent === null || !here.has(parent)) top.push(row);
    else if (below.get(parent)?.push(row) === undefined) below.set(parent, [row]);
  }
  const ordered: T[] = [];
  const waiting = top.reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next);
    for (const child of (below.get(next.id) ?? []).reverse()) waiting.push(child);
  }
  return ordered;
}
