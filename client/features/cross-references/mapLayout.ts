import { Graph, layout } from '@dagrejs/dagre';
import { layersOf } from './mapLayers.js';
import { type Meeting, meetings, type Point, type Size, straight } from './mapRoutes.js';

/** With more places than this the fine layout takes too long, and nobody could read its labels. */
export const MOST_DRAWN_FINELY = 60;

export interface Sizes {
  readonly place: Size;
  /** The room that a label of so many letters takes. */
  readonly label: (letters: number) => Size;
}

export interface MapLayout {
  /** What was laid out: while it is the same, nothing moves. */
  readonly key: string;
  /** The top left corner of each place. */
  readonly corners: ReadonlyMap<string, Point>;
  /** How a bundle runs, by its id; one that came later has none and runs straight. */
  readonly routes: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label: Point }>;
  /** What holds all of it, lines and labels too. */
  readonly bounds: Point & Size;
}

interface Ends {
  readonly id: string;
  /** The length of the longest line of its label. */
  readonly letters: number;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

const keyOf = (ids: readonly string[]): string => [...ids].sort().join(' ');

/**
 * Where everything stands. As long as the places are the same they stay where they are: a cross-reference that comes
 * or goes while somebody reads must not move what they look at.
 */
export function layOut(
  placeIds: readonly string[],
  bundles: readonly Ends[],
  sizes: Sizes,
  before: MapLayout | null,
): MapLayout {
  const key = keyOf(placeIds);
  if (before?.key === key) return before;
  const { place } = sizes;
  const tied = new Set(bundles.flatMap(({ from, to }) => [from.id, to.id]));
  const together = placeIds.filter((id) => tied.has(id));
  const { corners, routes } =
    together.length > MOST_DRAWN_FINELY
      ? inLayers(together, bundles, place)
      : finely(together, bundles, sizes);
  const loose = placeIds.filter((id) => !tied.has(id));
  const everywhere = new Map([...corners, ...inRows(loose, corners, place)]);
  const room = bundles.map((bundle) => ({
    at: routes.get(bundle.id)?.label,
    size: sizes.label(bundle.letters),
  }));
  return {
    key,
    corners: everywhere,
    routes,
    bounds: boundsOf([
      ...[...everywhere.values()].flatMap(({ x, y }) => [
        { x, y },
        { x: x + place.width, y: y + place.height },
      ]),
      ...[...routes.values()].flatMap(({ points }) => points),
      ...room.flatMap(({ at, size: { width } }) =>
        at
          ? [
              { x: at.x - width / 2, y: at.y },
              { x: at.x + width / 2, y: at.y },
            ]
          : [],
      ),
    ]),
  };
}

type Drawn = Pick<MapLayout, 'corners' | 'routes'>;

/** So that lines go round places and labels stand beside each other: as long as there are not too many. */
function finely(placeIds: readonly string[], bundles: readonly Ends[], { place, label: room }: Sizes): Drawn {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: place.width * 0.12,
    edgesep: place.width * 0.06,
    ranksep: place.height * 0.34,
  });
  for (const id of placeIds) graph.setNode(id, { ...place });
  for (const { id, letters, from, to } of bundles)
    graph.setEdge(from.id, to.id, { ...room(letters), labelpos: 'c' }, id);
  layout(graph);

  const corners = new Map<string, Point>();
  for (const id of graph.nodes()) {
    const { x = 0, y = 0 } = graph.node(id) as Partial<Point>;
    corners.set(id, { x: x - place.width / 2, y: y - place.height / 2 });
  }
  const lines = bundles.map(({ id, from, to }) => {
    const edge = graph.edge(from.id, to.id, id) as Partial<Point> & { points?: Point[] };
    const label = { x: edge.x ?? 0, y: edge.y ?? 0 };
    const bends = (edge.points ?? []).slice(1, -1);
    const ends: readonly [Meeting, Meeting] = [
      { place: from.id, from: bends[0] ?? label },
      { place: to.id, from: bends.at(-1) ?? label },
    ];
    return { id, label, bends, ends };
  });
  const met = meetings(
    lines.flatMap(({ ends }) => ends),
    corners,
    place,
  );
  const routes = new Map(
    lines.map(({ id, label, bends, ends: [start, end] }) => [
      id,
      { points: [met.get(start) ?? label, ...bends, met.get(end) ?? label], label },
    ]),
  );
  return { corners, routes };
}

/** Layer below layer, long ones in several rows, and straight lines: for so many that it must be quick. */
function inLayers(placeIds: readonly string[], bundles: readonly Ends[], place: Size): Drawn {
  const ties = bundles.map(({ from, to }) => ({ from: from.id, to: to.id }));
  const across = Math.ceil(Math.sqrt(placeIds.length) * 1.3);
  const [step, down] = [place.width * 1.15, place.height * 1.6];
  const corners = new Map<string, Point>();
  let row = 0;
  for (const layer of layersOf(placeIds, ties)) {
    const rows = Math.ceil(layer.length / across);
    const each = Math.ceil(layer.length / rows);
    layer.forEach((id, at) => {
      const inRow = Math.min(each, layer.length - Math.floor(at / each) * each);
      const x = ((across - inRow) / 2 + (at % each)) * step;
      corners.set(id, { x, y: (row + Math.floor(at / each)) * down });
    });
    // Between layers there is more room than within one, so that they are seen to be layers.
    row += rows + 0.5;
  }
  const at = (id: string): Point => corners.get(id) ?? { x: 0, y: 0 };
  const routes = new Map(bundles.map(({ id, from, to }) => [id, straight(at(from.id), at(to.id), place)]));
  return { corners, routes };
}

function boundsOf(points: readonly Point[]): Point & Size {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** What nothing is tied to stands in rows below the rest. */
function inRows(
  ids: readonly string[],
  above: ReadonlyMap<string, Point>,
  { width, height }: Size,
): Map<string, Point> {
  const corners = [...above.values()];
  const left = Math.min(0, ...corners.map(({ x }) => x));
  const right = Math.max(0, ...corners.map(({ x }) => x));
  const top = corners.length === 0 ? 0 : Math.max(...corners.map(({ y }) => y)) + height * 1.6;
  const across = Math.max(4, Math.floor((right - left) / (width * 1.1)) + 1);
  return new Map(
    ids.map((id, at) => [
      id,
      { x: left + (at % across) * width * 1.1, y: top + Math.floor(at / across) * height * 1.3 },
    ]),
  );
}
