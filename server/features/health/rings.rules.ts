import { groupBy } from '../../platform/reading/relations.js';

/** One item waits for another. */
export interface Wait {
  id: string;
  from: string;
  to: string;
}

/** Items that wait for one another, directly or through others, and the waits among them. */
export interface Ring<W extends Wait = Wait> {
  /** In the order one waits for the next where it is one plain ring. */
  items: string[];
  waits: W[];
}

/**
 * The rings in what waits for what, each once: Tarjan’s strongly connected components, in time linear in the waits.
 * Its own stack instead of recursion, because a chain of waits may be longer than the machine’s stack is deep.
 */
export function ringsOf<W extends Wait>(waits: readonly W[]): Ring<W>[] {
  const componentOf = componentsOf(groupBy(waits, ({ from }) => from));
  const among = waits.filter(({ from, to }) => componentOf.get(from) === componentOf.get(to));
  const rings = groupBy(among, ({ from }) => String(componentOf.get(from)));
  return [...rings.values()].map((of) => ({ items: inOrder(of), waits: of }));
}

interface Visit {
  item: string;
  waits: readonly Wait[];
  /** How many of its waits were followed. */
  done: number;
}

/** Which component each item that waits is in. */
function componentsOf(next: ReadonlyMap<string, readonly Wait[]>): Map<string, number> {
  const seenAt = new Map<string, number>();
  const lowest = new Map<string, number>();
  const component = new Map<string, number>();
  const open: string[] = [];
  const path: Visit[] = [];
  let components = 0;
  const reach = (item: string, at: number): void => {
    lowest.set(item, Math.min(lowest.get(item) ?? at, at));
  };
  const enter = (item: string): void => {
    reach(item, seenAt.size);
    seenAt.set(item, seenAt.size);
    open.push(item);
    path.push({ item, waits: next.get(item) ?? [], done: 0 });
  };
  for (const start of next.keys()) {
    if (seenAt.has(start)) continue;
    enter(start);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const wait = visit.waits[visit.done++];
      if (wait) {
        const seen = seenAt.get(wait.to);
        if (seen === undefined) enter(wait.to);
        else if (!component.has(wait.to)) reach(visit.item, seen);
        continue;
      }
      path.pop();
      const low = lowest.get(visit.item) ?? 0;
      const above = path.at(-1);
      if (above) reach(above.item, low);
      if (low !== seenAt.get(visit.item)) continue;
      for (let item = open.pop(); item !== undefined; item = open.pop()) {
        component.set(item, components);
        if (item === visit.item) break;
      }
      components++;
    }
  }
  return component;
}

/** From the first item on, each time to the first not yet named that it waits for; then those that are left. */
function inOrder(waits: readonly Wait[]): string[] {
  const next = groupBy(waits, ({ from }) => from);
  const named = new Set<string>();
  for (let at = waits[0]?.from; at !== undefined; at = next.get(at)?.find(({ to }) => !named.has(to))?.to)
    named.add(at);
  return [...new Set([...named, ...next.keys()])];
}
