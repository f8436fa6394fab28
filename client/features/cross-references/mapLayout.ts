import type { Drawn, Ends, Route } from './mapArrange.js';
import { type Item, shiftAt, shiftsOf } from './mapFrames.js';
import { bundlesIn, type Homes, homesOf, OUTSIDE, type Standing } from './mapHomes.js';
import { boundsOf, type Point, type Size } from './mapRoutes.js';
import { MOST_DRAWN_FINELY, type Sizes } from './mapSizes.js';
import { settle } from './mapStay.js';
import { straightRoutes } from './mapStraight.js';

export interface LayoutAsked {
  /** What is looked at: another level, or another filter, is laid out anew. */
  readonly view: string;
  readonly places: readonly Standing[];
  /** What was opened in place: what it was opened in comes before it. */
  readonly opened: readonly Standing[];
  readonly bundles: readonly Ends[];
  /** Where the reader put places, as if nothing were opened. */
  readonly pins: ReadonlyMap<string, Point>;
}

export interface MapLayout {
  readonly view: string;
  /** The top left corner of each place. */
  readonly corners: ReadonlyMap<string, Point>;
  readonly routes: ReadonlyMap<string, Route>;
  /** What holds the parts of each place that was opened. */
  readonly frames: ReadonlyMap<string, Point & Size>;
  /** What holds all of it, lines and labels too. */
  readonly bounds: Point & Size;
  /** Where all of it would stand with nothing opened, by the frame it is in. */
  readonly settled: ReadonlyMap<string, Drawn>;
  /** The same with how much room each takes now. */
  readonly items: ReadonlyMap<string, readonly Item[]>;
}

/** The room in a frame around what is in it, and for its name. */
export const frameOf = ({ width, height }: Size) => ({ pad: width * 0.08, head: height * 0.42 });

interface Built extends Drawn {
  readonly frames: Map<string, Point & Size>;
}

/**
 * Where everything stands. Of the same view whatever stood before stays: a cross-reference or a place that comes or
 * goes while somebody reads moves nothing they look at. Pins are obeyed, whatever they cover.
 */
export function layOut(asked: LayoutAsked, sizes: Sizes, before: MapLayout | null): MapLayout {
  const { view, places, opened, bundles, pins } = asked;
  const homes = homesOf(places, opened);
  const last = before?.view === view ? before.settled : null;
  const settled = new Map(
    [...homes.inside].map(([home, ids]) => [
      home,
      settle(ids, bundlesIn(home, homes, bundles), sizes, last?.get(home) ?? null),
    ]),
  );
  const items = new Map<string, readonly Item[]>();
  const { corners, routes, frames } = built(OUTSIDE, { homes, settled, pins, sizes, items });
  const isDense = places.length > MOST_DRAWN_FINELY;
  const own = new Map(bundles.flatMap(({ id }) => [[id, routes.get(id)] as const]).filter(isRoute));
  const all = new Map([
    ...own,
    ...straightRoutes(
      bundles.filter(({ id }) => !own.has(id)),
      { corners, frames, taken: isDense ? null : own, sizes, all: bundles },
    ),
  ]);
  const { place } = sizes;
  return {
    ...{ view, corners, routes: all, frames, settled, items },
    bounds: boundsOf([
      ...[...corners.values()].map((corner) => ({ ...corner, ...place })),
      ...frames.values(),
      ...[...all.values()].flatMap(({ points }) =>
        points.map((point) => ({ ...point, width: 0, height: 0 })),
      ),
      ...bundles.flatMap(({ id, letters }) => {
        const at = all.get(id)?.label;
        const { width } = sizes.label(letters);
        return at ? { x: at.x - width / 2, y: at.y, width, height: 0 } : [];
      }),
    ]),
  };
}

const isRoute = (one: readonly [string, Route | undefined]): one is readonly [string, Route] =>
  one[1] !== undefined;

interface Building {
  readonly homes: Homes;
  readonly settled: ReadonlyMap<string, Drawn>;
  readonly pins: LayoutAsked['pins'];
  readonly sizes: Sizes;
  readonly items: Map<string, readonly Item[]>;
}

/** One home with all that is in it, seen from its own top left. */
function built(home: string, building: Building): Built {
  const { homes, settled, pins, sizes } = building;
  const { place } = sizes;
  const { pad, head } = frameOf(place);
  const drawn = settled.get(home) ?? { corners: new Map<string, Point>(), routes: new Map<string, Route>() };
  const inner = new Map<string, Built & { bounds: Point & Size }>();
  const isFrame = (id: string) => id !== home && homes.inside.has(id);
  const all = homes.inside.get(home) ?? [];
  const list = all.map((id): Item => {
    const base = (id !== home && pins.get(id)) || (drawn.corners.get(id) ?? { x: 0, y: 0 });
    if (!isFrame(id)) return { id, base, size: place };
    const one = built(id, building);
    const rooms = [
      ...[...one.corners.values()].map((corner) => ({ ...corner, ...place })),
      ...one.frames.values(),
    ];
    const bounds = rooms.length > 0 ? boundsOf(rooms) : { x: 0, y: 0, width: 0, height: 0 };
    inner.set(id, { ...one, bounds });
    return {
      ...{ id, base },
      size: {
        width: Math.max(place.width, bounds.width + 2 * pad),
        height: Math.max(place.height, bounds.height + head + pad),
      },
    };
  });
  building.items.set(home, list);
  const shifts = shiftsOf(list, place);
  const corners = new Map<string, Point>();
  const frames = new Map<string, Point & Size>();
  const routes = new Map<string, Route>();
  for (const { id, base, size } of list) {
    const shift = shifts.get(id) ?? { x: 0, y: 0 };
    const at = { x: base.x + shift.x, y: base.y + shift.y };
    const one = inner.get(id);
    if (!one) corners.set(id, at);
    else {
      frames.set(id, { ...at, ...size });
      const by = { x: at.x + pad - one.bounds.x, y: at.y + head - one.bounds.y };
      for (const [each, corner] of one.corners) corners.set(each, moved(corner, by));
      for (const [each, frame] of one.frames) frames.set(each, { ...frame, ...moved(frame, by) });
      for (const [each, route] of one.routes)
        routes.set(
          each,
          movedRoute(route, () => by),
        );
    }
  }
  const isMoved = (id: string) => isFrame(id) || (id !== home && pins.has(id));
  for (const [id, route] of drawn.routes) {
    const [from = '', to = ''] = id.split('~');
    if (isMoved(from) || isMoved(to)) continue;
    const ends = [shifts.get(from), shifts.get(to)];
    routes.set(
      id,
      movedRoute(route, (point, at, length) => {
        const end = at === 0 ? ends[0] : at === length - 1 ? ends[1] : undefined;
        return end ?? shiftAt(point, list, shifts, place);
      }),
    );
  }
  return { corners, frames, routes };
}

const moved = (at: Point, by: Point): Point => ({ x: at.x + by.x, y: at.y + by.y });

/** The ends go with their places, and what is between gives way as they do. */
function movedRoute(
  { points, label }: Route,
  by: (point: Point, at: number, length: number) => Point,
): Route {
  return {
    points: points.map((point, at) => moved(point, by(point, at, points.length))),
    label: moved(label, by(label, -1, 0)),
  };
}
