import { Button, IconButton } from '../../platform/ui/Button';
import type { Pins } from './mapPins';
import { type Place, placeWords } from './mapPlaces';
import { type MapPinning, WAYS, type Way } from './useMapPins';

interface MapPinnedProps {
  readonly pins: Pins;
  readonly places: readonly Place[];
  readonly onRelease: (id: string | null) => void;
}

/** What the reader moved by hand, each with the way back. */
export function MapPinned({ pins, places, onRelease }: MapPinnedProps) {
  const pinned = places.filter(({ id }) => pins.has(id));
  if (pins.size === 0) return null;
  return (
    <section className="map-opened" aria-label="Moved by hand">
      <h2>Moved by hand</h2>
      <ul>
        {pinned.map((place) => (
          <li key={place.id}>
            <Button size="sm" icon="undo" onPress={() => onRelease(place.id)}>
              Put {placeWords(place)} back
            </Button>
          </li>
        ))}
        <li>
          <Button size="sm" look="quiet" onPress={() => onRelease(null)}>
            Put all back
          </Button>
        </li>
      </ul>
    </section>
  );
}

const ICONS = {
  left: 'chevron-left',
  up: 'chevron-up',
  down: 'chevron-down',
  right: 'chevron-right',
} as const;

/** Moving a place without dragging it. */
export function MoveButtons({
  place,
  onMove,
}: {
  readonly place: Place;
  readonly onMove: MapPinning['nudge'];
}) {
  return (
    <fieldset className="map-move">
      <legend className="visually-hidden">Move it on the map</legend>
      {(Object.keys(WAYS) as Way[]).map((way) => (
        <IconButton
          key={way}
          size="sm"
          icon={ICONS[way]}
          label={`Move it ${way}`}
          onPress={() => onMove(place, way)}
        />
      ))}
    </fieldset>
  );
}
