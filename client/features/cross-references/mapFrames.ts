import type { Point, Size } from './mapRoutes.js';

/** A place, or the frame of one that was opened, and where it would stand if nothing beside it were opened. */
export interface Item {
  readonly id: string;
  readonly base: Point;
  /** How large it is as it stands now. */
  readonly size: Size;
}

const NONE: Point = { x: 0, y: 0 };

/**
 * How far each gives way to frames: what stands below one goes down, what stands beside it goes to the right, and so on
 * from there. Nothing else moves, what keeps clear before keeps clear after, and closing brings all of it back.
 */
export function shiftsOf(items: readonly Item[], closed: Size): ReadonlyMap<string, Point> {
  const shifts = new Map<string, { x: number; y: number }>();
  const isOpen = ({ size }: Item) => size.width > closed.width || size.height > closed.height;
  if (!items.some(isOpen)) return shifts;
  const shiftOf = (id: string) => shifts.get(id) ?? NONE;
  const down = [...items].sort((a, b) => a.base.y - b.base.y);
  for (const item of down) shifts.set(item.id, { x: 0, y: pushDown(item.base.y, items, closed, shiftOf) });
  const across = [...items].sort((a, b) => a.base.x - b.base.x);
  for (const { id, base } of across)
    shifts.set(id, { x: pushRight(base, closed.height, items, closed, shiftOf), y: shiftOf(id).y });
  return shifts;
}

/** How far a spot that no place stands at gives way: the bend of a line, a label, somewhere a place is put. */
export function shiftAt(
  at: Point,
  items: readonly Item[],
  shifts: ReadonlyMap<string, Point>,
  closed: Size,
  height = 0,
): Point {
  if (shifts.size === 0) return NONE;
  const shiftOf = (id: string) => shifts.get(id) ?? NONE;
  return {
    x: pushRight(at, height, items, closed, shiftOf),
    y: pushDown(at.y, items, closed, shiftOf),
  };
}

type ShiftOf = (id: string) => Point;

function pushDown(y: number, items: readonly Item[], closed: Size, shiftOf: ShiftOf): number {
  let most = 0;
  for (const { id, base, size } of items)
    if (base.y + closed.height <= y) most = Math.max(most, shiftOf(id).y + size.height - closed.height);
  return most;
}

function pushRight(
  at: Point,
  height: number,
  items: readonly Item[],
  closed: Size,
  shiftOf: ShiftOf,
): number {
  let most = 0;
  for (const { id, base, size } of items)
    if (
      base.x + closed.width <= at.x &&
      base.y < at.y + height &&
      at.y < base.y + closed.height &&
      (height > 0 || at.y > base.y)
    )
      most = Math.max(most, shiftOf(id).x + size.width - closed.width);
  return most;
}

const TRIES = 6;

/** Where something would stand with nothing opened, for it to be seen at a spot now; the nearest there is. */
export function baseFor(seen: Point, items: readonly Item[], closed: Size): Point {
  const shifts = shiftsOf(items, closed);
  let base = seen;
  for (let n = 0; n < TRIES; n += 1) {
    const shift = shiftAt(base, items, shifts, closed, closed.height);
    base = { x: seen.x - shift.x, y: seen.y - shift.y };
  }
  return base;
}
