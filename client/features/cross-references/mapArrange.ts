import { Graph, layout } from '@dagrejs/dagre';
import { layersOf } from './mapLayers.js';
import { groupsOf, packed } from './mapPack.js';
import { type Meeting, meetings, type Point, type Size, straight } from './mapRoutes.js';
import { MOST_DRAWN_FINELY, type Sizes } from './mapSizes.js';

export interface Ends {
  readonly id: string;
  /** The length of the longest line of its label. */
  readonly letters: number;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

/** How a bundle runs. */
export interface Route {
  readonly points: readonly Point[];
  readonly label: Point;
}

export interface Drawn {
  /** The top left corner of each place. */
  readonly corners: ReadonlyMap<string, Point>;
  readonly routes: ReadonlyMap<string, Route>;
}

/** Where places stand that nobody has seen yet: what is tied in ranks, and what is tied to nothing in rows below. */
export function arrange(placeIds: readonly string[], bundles: readonly Ends[], sizes: Sizes): Drawn {
  const { place } = sizes;
  const tied = new Set(bundles.flatMap(({ from, to }) => [from.id, to.id]));
  const together = placeIds.filter((id) => tied.has(id));
  const { corners, routes } =
    together.length > MOST_DRAWN_FINELY
      ? inLayers(together, bundles, place)
      : packed(
          groupsOf(together, bundles).map((group) => finely(group, among(group, bundles), sizes)),
          place,
        );
  const loose = placeIds.filter((id) => !tied.has(id));
  return { corners: new Map([...corners, ...inRows(loose, corners, place)]), routes };
}

const among = (ids: readonly string[], bundles: readonly Ends[]): readonly Ends[] =>
  bundles.filter(({ from }) => ids.includes(from.id));

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
