import type { Ends } from './mapArrange.js';
import { bundleId } from './mapGraph.js';

/** What has a place, or had one before it was opened. */
export interface Standing {
  readonly id: string;
  /** What was opened to show it. */
  readonly within: string | null;
}

/** The home of what is in no frame. */
export const OUTSIDE = '';

export interface Homes {
  /** What stands in each frame, and in none: places, and frames within frames. */
  readonly inside: ReadonlyMap<string, readonly string[]>;
  /** The frame that a place itself stands in; one that was opened may go on standing in its own. */
  readonly homeOf: (placeId: string) => string;
  /** What of a frame, or of the whole map, a place is or stands in. */
  readonly partOf: (placeId: string, home: string) => string | null;
}

/** What stands in which frame. */
export function homesOf(places: readonly Standing[], opened: readonly Standing[]): Homes {
  const frames = new Map(opened.map((one) => [one.id, one]));
  const outer = ({ within }: Standing): string => (within !== null && frames.has(within) ? within : OUTSIDE);
  const standing = new Map(places.map((one) => [one.id, one]));
  const homeOf = (id: string): string => {
    const place = standing.get(id);
    return frames.has(id) ? id : place ? outer(place) : OUTSIDE;
  };
  const inside = new Map<string, string[]>([OUTSIDE, ...frames.keys()].map((home) => [home, []]));
  for (const frame of opened) inside.get(outer(frame))?.push(frame.id);
  for (const { id } of places) inside.get(homeOf(id))?.push(id);
  const partOf = (id: string, home: string): string | null => {
    let [at, part] = [homeOf(id), id];
    while (at !== home) {
      const frame = frames.get(at);
      if (!frame) return null;
      [at, part] = [outer(frame), frame.id];
    }
    return part;
  };
  return { inside, homeOf, partOf };
}

/** What runs between the parts of one home, as if all of them were closed. */
export function bundlesIn(home: string, { partOf }: Homes, bundles: readonly Ends[]): readonly Ends[] {
  const found = new Map<string, Ends>();
  for (const { from, to, letters } of bundles) {
    const [a, b] = [partOf(from.id, home), partOf(to.id, home)];
    if (a === null || b === null || a === b) continue;
    const id = bundleId(a, b);
    const most = Math.max(letters, found.get(id)?.letters ?? 0);
    found.set(id, { id, letters: most, from: { id: a }, to: { id: b } });
  }
  return [...found.values()];
}
