import type { Drawn, Ends, Route } from './mapArrange.js';
import { boundsOf, type Point, type Size } from './mapRoutes.js';

/** What hangs together, each group in the order its first place comes. */
export function groupsOf(ids: readonly string[], bundles: readonly Ends[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of bundles) {
    next.get(from.id)?.push(to.id);
    next.get(to.id)?.push(from.id);
  }
  const seen = new Set<string>();
  return ids.flatMap((root) => {
    if (seen.has(root)) return [];
    seen.add(root);
    const group = [root];
    for (const id of group)
      for (const other of next.get(id) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          group.push(other);
        }
    return [ids.filter((id) => group.includes(id))];
  });
}

/** A sheet this much wider than high suits most screens. */
const SHAPE = 1.6;

/** Groups beside each other in as many rows as make a sheet of a readable shape, the highest first. */
export function packed(groups: readonly Drawn[], { width, height }: Size): Drawn {
  const all = groups.map((drawn) => {
    const rooms = [...drawn.corners.values()].map((at) => ({ ...at, width, height }));
    const bends = [...drawn.routes.values()].flatMap(({ points, label }) =>
      [...points, label].map((at) => ({ ...at, width: 0, height: 0 })),
    );
    return { drawn, bounds: boundsOf([...rooms, ...bends]) };
  });
  const [aside, below] = [width * 0.25, height * 0.7];
  const area = all.reduce((sum, { bounds }) => sum + (bounds.width + aside) * (bounds.height + below), 0);
  const most = Math.max(Math.sqrt(area * SHAPE), ...all.map(({ bounds }) => bounds.width));
  const corners = new Map<string, Point>();
  const routes = new Map<string, Route>();
  let [x, y, row] = [0, 0, 0];
  for (const { drawn, bounds } of all.toSorted((a, b) => b.bounds.height - a.bounds.height)) {
    if (x > 0 && x + bounds.width > most) [x, y, row] = [0, y + row + below, 0];
    const by = { x: x - bounds.x, y: y - bounds.y };
    const moved = (at: Point): Point => ({ x: at.x + by.x, y: at.y + by.y });
    for (const [id, at] of drawn.corners) corners.set(id, moved(at));
    for (const [id, { points, label }] of drawn.routes)
      routes.set(id, { points: points.map(moved), label: moved(label) });
    x += bounds.width + aside;
    row = Math.max(row, bounds.height);
  }
  return { corners, routes };
}
