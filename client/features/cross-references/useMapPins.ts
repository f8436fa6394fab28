import { announce } from '../../platform/ui/Announcer';
import type { PutInAddress } from './mapAddress';
import { remNow } from './mapDrawing';
import type { MapLayout } from './mapLayout';
import { type Pins, pinFor, withoutPin, withPin, writePins } from './mapPins';
import { type Place, placeWords } from './mapPlaces';
import type { Point } from './mapRoutes';
import { sizesOf } from './mapSizes';

/** How far a press of a button moves a place, in the height of the text. */
const STEP = 3;

export const WAYS = {
  left: { x: -STEP, y: 0 },
  up: { x: 0, y: -STEP },
  down: { x: 0, y: STEP },
  right: { x: STEP, y: 0 },
} as const;
export type Way = keyof typeof WAYS;

/** Putting places where the reader wants them, and letting them go again. */
export function useMapPins(pins: Pins, put: PutInAddress, layout: MapLayout | null) {
  const save = (next: Pins): void => put({ pins: writePins(next) || null });
  const pinAt = (id: string, seen: Point): void => {
    if (!layout) return;
    const rem = remNow();
    const { x, y } = pinFor(layout, id, seen, sizesOf(rem));
    save(withPin(pins, id, { x: x / rem, y: y / rem }));
  };
  const nudge = (place: Place, way: Way): void => {
    const now = layout?.corners.get(place.id);
    if (!now) return;
    const [rem, by] = [remNow(), WAYS[way]];
    const held = pins.get(place.id);
    // Pressed quickly, the map may not have been drawn since the last time.
    if (held) save(withPin(pins, place.id, { x: held.x + by.x, y: held.y + by.y }));
    else pinAt(place.id, { x: now.x + by.x * rem, y: now.y + by.y * rem });
    announce(`${placeWords(place)} moved ${way}`);
  };
  const release = (id: string | null): void => save(id === null ? new Map() : withoutPin(pins, id));
  return { pinAt, nudge, release };
}

export type MapPinning = ReturnType<typeof useMapPins>;
