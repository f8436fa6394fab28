import type { Ends, Route } from './mapArrange.js';
import { type Point, type Size, straight } from './mapRoutes.js';
import type { Sizes } from './mapSizes.js';

interface Among {
  readonly corners: ReadonlyMap<string, Point>;
  readonly frames: ReadonlyMap<string, Point & Size>;
  /** Lines that have their labels already; null where labels are not shown. */
  readonly taken: ReadonlyMap<string, Route> | null;
  readonly sizes: Sizes;
  readonly all: readonly Ends[];
}

/** As parts of the way, in the order they are tried: the middle is best. */
const SPOTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Straight lines for what has no line of its own, each with its label where it hides nothing, if there is such a spot. */
export function straightRoutes(bundles: readonly Ends[], among: Among): ReadonlyMap<string, Route> {
  const { corners, frames, taken, sizes, all } = among;
  const { place } = sizes;
  const corner = (id: string): Point => corners.get(id) ?? { x: 0, y: 0 };
  const boxes: (Point & Size)[] = [...corners.values()].map((at) => ({ ...at, ...place }));
  for (const { x, y, width } of frames.values()) boxes.push({ x, y, width, height: place.height * 0.4 });
  for (const { id, letters } of taken ? all : []) {
    const label = taken?.get(id)?.label;
    if (label) boxes.push(around(label, sizes.label(letters)));
  }
  return new Map(
    bundles.map(({ id, letters, from, to }) => {
      const line = straight(corner(from.id), corner(to.id), place);
      if (!taken) return [id, line];
      const size = sizes.label(letters);
      const spots = SPOTS.map((part) => along(line.points, part));
      const label =
        spots.find((spot) => !boxes.some((box) => overlap(box, around(spot, size)))) ?? line.label;
      boxes.push(around(label, size));
      return [id, { ...line, label }];
    }),
  );
}

const around = ({ x, y }: Point, { width, height }: Size): Point & Size => ({
  ...{ x: x - width / 2, y: y - height / 2, width, height },
});

const overlap = (a: Point & Size, b: Point & Size): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** A spot on a line of two stretches, as a part of it. */
function along(points: readonly Point[], part: number): Point {
  const [a, b, c] = points;
  if (!a || !b || !c) return a ?? { x: 0, y: 0 };
  const [from, to, t] = part < 0.5 ? [a, b, part * 2] : [b, c, part * 2 - 1];
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
}
