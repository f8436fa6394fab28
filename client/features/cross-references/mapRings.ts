/**
 * What waits for each other in a ring is one, everything else one by itself; each comes after all that it waits for.
 * Takes time in proportion to what there is.
 */
export function ringsOf(
  ids: readonly string[],
  next: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const rings: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const enter = (id: string) => {
    order.set(id, order.size);
    lowest.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, to: number | undefined): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, to ?? 0));
  };
  for (const root of ids) {
    if (order.has(root)) continue;
    // By hand and not by recursion: a chain may be longer than the stack is deep.
    const stack = [enter(root)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = next(top.id)[top.next];
      top.next += 1;
      if (to !== undefined) {
        if (!order.has(to)) stack.push(enter(to));
        else if (isOpen.has(to)) lower(top.id, order.get(to));
        continue;
      }
      stack.pop();
      const parent = stack.at(-1);
      if (parent) lower(parent.id, lowest.get(top.id));
      if (lowest.get(top.id) !== order.get(top.id)) continue;
      const ring = open.splice(open.lastIndexOf(top.id));
      for (const id of ring) isOpen.delete(id);
      rings.push(ring);
    }
  }
  return rings;
}
