import { CrossReferenceKind, givenByFrom, givenByTo } from '../../../schema/vocabulary.js';
import type { MapAnswer } from './map.queries.js';
import { type Place, placeOf } from './mapPlaces.js';

export interface OfKind {
  readonly kind: CrossReferenceKind;
  readonly total: number;
  readonly strained: number;
  readonly broken: number;
}

/** All cross-references written at one place that point at another, or at the place itself. */
export interface Bundle {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
  readonly kinds: readonly OfKind[];
  readonly total: number;
  readonly strained: number;
  readonly broken: number;
  readonly unanswered: number;
  readonly disputed: number;
}

export interface MapGraph {
  readonly places: readonly Place[];
  /** What was opened in place, in the order it is said. */
  readonly opened: readonly Place[];
  /** Between two different places. */
  readonly between: readonly Bundle[];
  /** Within one place, by its id. */
  readonly within: ReadonlyMap<string, Bundle>;
  /** How many are not drawn because an end belongs to none of the places. */
  readonly unplaced: number;
}

export const bundleId = (fromId: string, toId: string): string => `${fromId}~${toId}`;

/** The answer as it is drawn: edges of several kinds between the same two places are one. */
export function mapGraph({ nodes, opened, edges, unplaced }: MapAnswer, planId: string | null): MapGraph {
  const places = new Map(nodes.map((node) => [node.id, placeOf(node, planId)]));
  const bundles = new Map<string, Bundle>();
  for (const edge of edges) {
    const from = places.get(edge.fromId);
    const to = places.get(edge.toId);
    if (!from || !to) continue;
    const id = bundleId(from.id, to.id);
    const before = bundles.get(id);
    const { total, strained, broken } = edge;
    const kind = { kind: CrossReferenceKind[edge.kind], total, strained, broken };
    bundles.set(id, {
      id,
      from,
      to,
      kinds: [...(before?.kinds ?? []), kind].sort(
        (a, b) => b.total - a.total || a.kind.localeCompare(b.kind),
      ),
      total: (before?.total ?? 0) + edge.total,
      strained: (before?.strained ?? 0) + edge.strained,
      broken: (before?.broken ?? 0) + edge.broken,
      unanswered: (before?.unanswered ?? 0) + edge.unanswered,
      disputed: (before?.disputed ?? 0) + edge.disputed,
    });
  }
  const rank = new Map(nodes.map(({ id }, at) => [id, at]));
  const at = ({ id }: Place): number => rank.get(id) ?? 0;
  // In the plan's own order, which no change of strain disturbs.
  const all = [...bundles.values()].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
  return {
    places: [...places.values()],
    opened: opened.map((node) => placeOf(node, planId)),
    between: all.filter((bundle) => bundle.from !== bundle.to),
    within: new Map(
      all.filter((bundle) => bundle.from === bundle.to).map((bundle) => [bundle.from.id, bundle]),
    ),
    unplaced,
  };
}

export const bundlesOf = ({ between, within }: Pick<MapGraph, 'between' | 'within'>): readonly Bundle[] => [
  ...between,
  ...within.values(),
];

/** A place and, of one that was opened, all that now stands for its parts. */
export function withParts({ places, opened }: MapGraph, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // What was opened comes after what it was opened in.
  for (const place of [...opened, ...places])
    if (place.within !== null && found.has(place.within)) found.add(place.id);
  return found;
}

/** Which bundles are shown. All that is asked for must hold. */
export type Only = 'strained' | 'unanswered' | 'external';
export const ONLY: readonly Only[] = ['strained', 'unanswered', 'external'];

export function fits(bundle: Bundle, only: ReadonlySet<Only>): boolean {
  if (only.has('strained') && bundle.strained + bundle.broken === 0) return false;
  if (only.has('unanswered') && bundle.unanswered === 0) return false;
  return !only.has('external') || bundle.from.kind === 'EXTERNAL' || bundle.to.kind === 'EXTERNAL';
}

/** The same places, with only the bundles that fit. */
export function narrowed(graph: MapGraph, only: ReadonlySet<Only>): MapGraph {
  if (only.size === 0) return graph;
  return {
    ...graph,
    between: graph.between.filter((bundle) => fits(bundle, only)),
    within: new Map([...graph.within].filter(([, bundle]) => fits(bundle, only))),
  };
}

/** Without the places that nothing runs to or from. */
export function tiedOnly(graph: MapGraph): MapGraph {
  const tied = new Set(bundlesOf(graph).flatMap(({ from, to }) => [from.id, to.id]));
  return { ...graph, places: graph.places.filter(({ id }) => tied.has(id)) };
}

/** What of a bundle is needed at its one end from its other: what only belongs together is neither. */
export function needs({ kinds }: Bundle, giver: 'to' | 'from'): Omit<OfKind, 'kind'> | null {
  const given = giver === 'to' ? givenByTo : givenByFrom;
  const promised = kinds.filter(({ kind }) => given.includes(kind));
  if (promised.length === 0) return null;
  const sum = (of: 'total' | 'strained' | 'broken') => promised.reduce((all, one) => all + one[of], 0);
  return { total: sum('total'), strained: sum('strained'), broken: sum('broken') };
}

export interface Around {
  readonly id: string;
  /** How many steps towards what it needs, and towards what needs it. */
  readonly up: number;
  readonly down: number;
}

/** A place with what it needs and what needs it, so many steps away; all of it when the place is not there. */
export function around(graph: MapGraph, { id, up, down }: Around): MapGraph {
  if (!graph.places.some((place) => place.id === id)) return graph;
  const needed = new Map<string, string[]>();
  const needing = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, value: string) => {
    if (to.get(key)?.push(value) === undefined) to.set(key, [value]);
  };
  for (const bundle of graph.between)
    for (const giver of ['to', 'from'] as const) {
      if (!needs(bundle, giver)) continue;
      const [gives, takes] = giver === 'to' ? [bundle.to.id, bundle.from.id] : [bundle.from.id, bundle.to.id];
      add(needed, takes, gives);
      add(needing, gives, takes);
    }
  const kept = new Set([...reach(id, needed, up), ...reach(id, needing, down)]);
  return {
    ...graph,
    places: graph.places.filter((place) => kept.has(place.id)),
    between: graph.between.filter(({ from, to }) => kept.has(from.id) && kept.has(to.id)),
    within: new Map([...graph.within].filter(([place]) => kept.has(place))),
  };
}

function reach(id: string, next: ReadonlyMap<string, readonly string[]>, steps: number): ReadonlySet<string> {
  const found = new Set([id]);
  let edge = [id];
  for (let step = 0; step < steps && edge.length > 0; step += 1) {
    edge = [...new Set(edge.flatMap((one) => next.get(one) ?? []))].filter((one) => !found.has(one));
    for (const one of edge) found.add(one);
  }
  return found;
}
