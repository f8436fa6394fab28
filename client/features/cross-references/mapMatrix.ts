import { type Bundle, type MapGraph, needs, type OfKind } from './mapGraph.js';
import { layersOf } from './mapLayers.js';
import type { Place } from './mapPlaces.js';

export interface MatrixCell extends Omit<OfKind, 'kind'> {
  /** The bundle to open for it: of two, the one that holds more of it. */
  readonly bundle: Bundle;
}

export interface Matrix {
  /** In an order that brings what is needed below what needs it. */
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
      of.set(column.id, before ? together(before, { ...needed, bundle }) : { ...needed, bundle });
      cells.set(row.id, of);
      add(rowTotals, row.id, needed.total);
      add(columnTotals, column.id, needed.total);
    }
  const weight = ({ id }: Place) => (rowTotals.get(id) ?? 0) + (columnTotals.get(id) ?? 0);
  const tied = graph.places.filter((place) => weight(place) > 0);
  const most = new Set([...tied].sort((a, b) => weight(b) - weight(a)).slice(0, limit));
  const kept = new Map(tied.filter((place) => most.has(place)).map((place) => [place.id, place]));
  const ties = [...cells].flatMap(([from, of]) => [...of.keys()].map((to) => ({ from, to })));
  return {
    places: layersOf([...kept.keys()], ties).flatMap((layer) => layer.flatMap((id) => kept.get(id) ?? [])),
    cells,
    rowTotals,
    columnTotals,
    left: tied.length - kept.size,
  };
}

const together = (a: MatrixCell, b: MatrixCell): MatrixCell => ({
  total: a.total + b.total,
  strained: a.strained + b.strained,
  broken: a.broken + b.broken,
  bundle: a.total >= b.total ? a.bundle : b.bundle,
});
