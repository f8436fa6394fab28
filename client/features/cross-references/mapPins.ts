import { baseFor, shiftsOf } from './mapFrames.js';
import { OUTSIDE } from './mapHomes.js';
import type { MapLayout } from './mapLayout.js';
import type { Point } from './mapRoutes.js';
import type { Sizes } from './mapSizes.js';

/** Where the reader put places, in the height of their text, so that it is the same for who reads larger. */
export type Pins = ReadonlyMap<string, Point>;

const MOST = 200;
const FAR = 100_000;
const PIN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(-?[\d.]+):(-?[\d.]+)$/;

/** As it stands in the address: what makes no sense is left out. */
export function readPins(said: string | null): Pins {
  const pins = new Map<string, Point>();
  for (const one of (said ?? '').split(',').slice(0, MOST)) {
    const [, id = '', ...at] = PIN.exec(one) ?? [];
    const [x = Number.NaN, y = Number.NaN] = at.map(Number);
    if (Math.abs(x) < FAR && Math.abs(y) < FAR) pins.set(id, { x, y });
  }
  return pins;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

export const writePins = (pins: Pins): string =>
  [...pins].map(([id, { x, y }]) => `${id}:${rounded(x)}:${rounded(y)}`).join();

export const withPin = (pins: Pins, id: string, at: Point): Pins => new Map(pins).set(id, at);

export const withoutPin = (pins: Pins, id: string): Pins => new Map([...pins].filter(([one]) => one !== id));

export const inPixels = (pins: Pins, rem: number): Pins =>
  new Map([...pins].map(([id, { x, y }]) => [id, { x: x * rem, y: y * rem }]));

/** What to remember of a place for it to be seen at a spot: where it would stand with nothing opened. */
export function pinFor(
  { items, corners }: MapLayout,
  id: string,
  seen: Point,
  { place }: Pick<Sizes, 'place'>,
): Point {
  const [home, list] = [...items].find(
    ([home, list]) => home !== id && list.some((one) => one.id === id),
  ) ?? [OUTSIDE, []];
  const others = list.filter((one) => one.id !== id);
  const item = list.find((one) => one.id === id);
  const now = corners.get(id);
  if (!item || !now) return seen;
  const shift = shiftsOf(list, place).get(id) ?? { x: 0, y: 0 };
  // How far the frame it is in lies from the edge of the map.
  const origin = { x: now.x - item.base.x - shift.x, y: now.y - item.base.y - shift.y };
  const base = baseFor({ x: seen.x - origin.x, y: seen.y - origin.y }, others, place);
  if (home === OUTSIDE) return base;
  // A frame grows to the right and down; to the left and up it would push what else is in it.
  return {
    x: Math.max(base.x, Math.min(...list.map((one) => one.base.x))),
    y: Math.max(base.y, Math.min(...list.map((one) => one.base.y))),
  };
}
