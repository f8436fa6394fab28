import { arrange, type Drawn, type Ends } from './mapArrange.js';
import type { Point, Size } from './mapRoutes.js';
import type { Sizes } from './mapSizes.js';

/**
 * Where the places of one map, or of one frame, stand. What stood before stays where it stood, and lines between such
 * places stay as they ran; what is new takes the nearest free room to what it is tied to.
 */
export function settle(
  ids: readonly string[],
  bundles: readonly Ends[],
  sizes: Sizes,
  before: Drawn | null,
): Drawn {
  const kept = new Map(ids.flatMap((id) => [[id, before?.corners.get(id)] as const]).filter(isThere));
  if (!before || kept.size === 0) return arrange(ids, bundles, sizes);
  const corners = new Map<string, Point>(kept);
  for (const id of ids) if (!corners.has(id)) corners.set(id, freeSpot(id, bundles, corners, sizes.place));
  const between = new Map(bundles.map((one) => [one.id, one]));
  const routes = new Map(
    [...before.routes].filter(([id]) => {
      const bundle = between.get(id);
      return bundle && kept.has(bundle.from.id) && kept.has(bundle.to.id);
    }),
  );
  return { corners, routes };
}

const isThere = (one: readonly [string, Point | undefined]): one is readonly [string, Point] =>
  one[1] !== undefined;

/** The nearest room to the middle of what it is tied to; of what is tied to nothing, below everything. */
function freeSpot(
  id: string,
  bundles: readonly Ends[],
  corners: ReadonlyMap<string, Point>,
  { width, height }: Size,
): Point {
  const all = [...corners.values()];
  const [step, down] = [width * 0.575, height * 0.75];
  const left = Math.min(...all.map(({ x }) => x));
  const below = { x: left, y: Math.max(...all.map(({ y }) => y)) + 2 * down };
  const tied = bundles.flatMap(({ from, to }) =>
    from.id === id ? (corners.get(to.id) ?? []) : to.id === id ? (corners.get(from.id) ?? []) : [],
  );
  const wanted =
    tied.length === 0
      ? below
      : {
          x: tied.reduce((sum, { x }) => sum + x, 0) / tied.length,
          y: tied.reduce((sum, { y }) => sum + y, 0) / tied.length,
        };
  const isFree = (at: Point) =>
    all.every(({ x, y }) => Math.abs(x - at.x) >= 1.1 * width || Math.abs(y - at.y) >= 1.3 * height);
  // Rings of spots round what is wanted. Places take up a few spots each, so before long there is one that is free.
  for (let ring = 0; ring <= all.length + 2; ring += 1) {
    const free = ringOf(ring)
      .map(([across, along]) => ({ x: wanted.x + across * step, y: wanted.y + along * down }))
      .filter(isFree)
      .sort((a, b) => distance(a, wanted) - distance(b, wanted))[0];
    if (free) return free;
  }
  return below;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The steps that are so many away from the middle, below it first. */
function ringOf(ring: number): readonly (readonly [across: number, along: number])[] {
  if (ring === 0) return [[0, 0]];
  const side = Array.from({ length: 2 * ring + 1 }, (_, at) => at - ring);
  return [
    ...side.map((at) => [at, ring] as const),
    ...side.map((at) => [at, -ring] as const),
    ...side.slice(1, -1).flatMap((at) => [[-ring, at] as const, [ring, at] as const]),
  ];
}
