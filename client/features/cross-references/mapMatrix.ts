import { type Bundle, type MapGraph, needs, type OfKind } from './mapGraph.js';
import { layersOf } from './mapLayers.js';
import type { Place } from './mapPlaces.js';
import { ringsOf } from './mapRings.js';

export interface MatrixCell extends Omit<OfKind, 'kind'> {
  /** What it is made of: two where each end wrote some of it, the one with more of it first. */
  readonly bundles: readonly Bundle[];
}

export interface Matrix {
  /** What needs others comes before what it needs, and what needs each other in a ring stands together. */
  readonly places: readonly Place[];
  /** By row, then by column: what the row depends on the column for. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, MatrixCell>>;
  /** How much each depends on others, and others on it: also on those left out. */
  readonly rowTotals: ReadonlyMap<string, number>;
  readonly columnTotals: ReadonlyMap<string, number>;
  /** How many places are left out because there is no room. */
  readonly left: number;
}

/** Rows depend on columns. What only belongs together is no dependency and is not in it. */
export function matrixOf(graph: MapGraph, limit = 60): Matrix {
  const cells = new Map<string, Map<string, MatrixCell>>();
  const [rowTotals, columnTotals] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, id: string, total: number) => to.set(id, (to.get(id) ?? 0) + total);
  for (const bundle of [...graph.between, ...graph.within.values()])
    for (const giver of ['to', 'from'] as const) {
      const needed = needs(bundle, giver);
      if (!needed) continue;
      const [row, column] = giver === 'to' ? [bundle.from, bundle.to] : [bundle.to, bundle.from];
      const of = cells.get(row.id) ?? new Map<string, MatrixCell>();
      const before = of.get(column.id);
      of.set(
        column.id,
        before ? together(before, { ...needed, bundles: [bundle] }) : { ...needed, bundles: [bundle] },
      );
      cells.set(row.id, of);
      add(rowTotals, row.id, needed.total);
      add(columnTotals, column.id, needed.total);
    }
  const weight = ({ id }: Place) => (rowTotals.get(id) ?? 0) + (columnTotals.get(id) ?? 0);
  const tied = graph.places.filter((place) => weight(place) > 0);
  const most = new Set([...tied].sort((a, b) => weight(b) - weight(a)).slice(0, limit));
  const kept = new Map(tied.filter((place) => most.has(place)).map((place) => [place.id, place]));
  return {
    places: sequence([...kept.keys()], cells).flatMap((id) => kept.get(id) ?? []),
    cells,
    rowTotals,
    columnTotals,
    left: tied.length - kept.size,
  };
}

/**
 * So that what is below the diagonal is only what waits for each other: rings in the order of who waits for whom, and
 * in a ring the places as near to that as can be.
 */
function sequence(ids: readonly string[], cells: Matrix['cells']): readonly string[] {
  const known = new Set(ids);
  const needed = (id: string) => [...(cells.get(id)?.keys() ?? [])].filter((to) => known.has(to));
  // What is found last comes first, so it is looked for from the end.
  const rings = ringsOf([...ids].reverse(), (id) => needed(id).reverse());
  return [...rings].reverse().flatMap((ring) => {
    const ties = ring.flatMap((from) => needed(from).map((to) => ({ from, to })));
    return layersOf(
      ids.filter((id) => ring.includes(id)),
      ties,
    ).flat();
  });
}

const together = (a: MatrixCell, b: MatrixCell): MatrixCell => ({
  total: a.total + b.total,
  strained: a.strained + b.strained,
  broken: a.broken + b.broken,
  bundles: a.total >= b.total ? [...a.bundles, ...b.bundles] : [...b.bundles, ...a.bundles],
});
