/** Whether a board would, by this chain, come to oversee itself: directly or through others. */
export function closesRing(
  boardId: string,
  reportsToIds: readonly string[],
  reportsTo: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const next = [...reportsToIds];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === boardId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    next.push(...(reportsTo.get(id) ?? []));
  }
  return false;
}
