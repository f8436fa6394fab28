import type { Point, Size } from './mapRoutes.js';

export type Room = Point & Size;

/** How much of the map is drawn beyond what is in view, as a part of that, to each side. */
const BEYOND = 0.5;

/** What of the map is drawn: all of it where that is not much more than is in view, else that and what is around it. */
export function coverOf(bounds: Room, view: Room): Room {
  const most = (1 + 2 * BEYOND) ** 2 * view.width * view.height;
  if (bounds.width * bounds.height <= most) return bounds;
  const [aside, above] = [view.width * BEYOND, view.height * BEYOND];
  return common(bounds, {
    ...{ x: view.x - aside, y: view.y - above },
    ...{ width: view.width + 2 * aside, height: view.height + 2 * above },
  });
}

/** Whether all that is in view of the map is drawn. */
export function covers(drawn: Room, bounds: Room, view: Room): boolean {
  const seen = common(bounds, view);
  return (
    seen.width * seen.height === 0 ||
    (seen.x >= drawn.x &&
      seen.y >= drawn.y &&
      seen.x + seen.width <= drawn.x + drawn.width &&
      seen.y + seen.height <= drawn.y + drawn.height)
  );
}

function common(a: Room, b: Room): Room {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    ...{ x, y },
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}
