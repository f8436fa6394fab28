export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const say = ({ x, y }: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A line through the points that leaves and arrives upright, as ranks stand one above the other. */
export function pathAlong(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let at = first;
  const steps = rest.map((to) => {
    const half = (at.y + to.y) / 2;
    const step = `C${say({ x: at.x, y: half })} ${say({ x: to.x, y: half })} ${say(to)}`;
    at = to;
    return step;
  });
  return `M${say(first)} ${steps.join(' ')}`;
}

export interface Meeting {
  readonly place: string;
  /** The next point of the line, as seen from the place. */
  readonly from: Point;
}

const GAP = 0.11;

/** As near as can be to what each wants, in order, apart from each other and between the ends. */
function spread(wanted: readonly number[], low: number, high: number, apart: number): readonly number[] {
  const gap = Math.min(apart, (high - low) / Math.max(1, wanted.length - 1));
  let last = low - gap;
  const pushed = wanted.map((want) => {
    last = Math.max(last + gap, want);
    return last;
  });
  return pushed.map((at, index) => Math.min(at, high - (wanted.length - 1 - index) * gap));
}

/** Where lines meet their places: on the nearer long side, clear of the corners and of each other. */
export function meetings(
  asked: readonly Meeting[],
  corners: ReadonlyMap<string, Point>,
  { width, height }: Size,
): ReadonlyMap<Meeting, Point> {
  const sides = new Map<string, Meeting[]>();
  const isBelow = ({ place, from }: Meeting): boolean => from.y > (corners.get(place)?.y ?? 0) + height / 2;
  for (const one of asked) {
    const side = `${one.place} ${isBelow(one)}`;
    if (sides.get(side)?.push(one) === undefined) sides.set(side, [one]);
  }
  const found = new Map<Meeting, Point>();
  for (const side of sides.values()) {
    side.sort((a, b) => a.from.x - b.from.x);
    const { x, y } = corners.get(side[0]?.place ?? '') ?? { x: 0, y: 0 };
    const ends = [x + width * GAP, x + width * (1 - GAP)] as const;
    const at = spread(
      side.map(({ from }) => from.x),
      ...ends,
      width * GAP,
    );
    side.forEach((one, index) => {
      found.set(one, { x: at[index] ?? x, y: isBelow(one) ? y + height : y });
    });
  }
  return found;
}

/** Straight between the edges of two places, a little to the right so that the way back has a line of its own. */
export function straight(
  from: Point,
  to: Point,
  { width, height }: Size,
): { points: readonly Point[]; label: Point } {
  const a = { x: from.x + width / 2, y: from.y + height / 2 };
  const b = { x: to.x + width / 2, y: to.y + height / 2 };
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const aside = { x: (-(b.y - a.y) / length) * height * 0.4, y: ((b.x - a.x) / length) * height * 0.4 };
  const label = { x: (a.x + b.x) / 2 + aside.x, y: (a.y + b.y) / 2 + aside.y };
  const leaving = (of: Point): Point => {
    const scale =
      1 / Math.max((Math.abs(label.x - of.x) * 2) / width, (Math.abs(label.y - of.y) * 2) / height, 1e-6);
    const part = Math.min(1, scale);
    return { x: of.x + (label.x - of.x) * part, y: of.y + (label.y - of.y) * part };
  };
  return { points: [leaving(a), label, leaving(b)], label };
}

/** What holds all of these. */
export function boundsOf(rooms: readonly (Point & Size)[]): Point & Size {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y, width, height } of rooms) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  if (rooms.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
