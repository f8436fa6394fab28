import { Button } from '../../platform/ui/Button';
import { KIND_WORDS, type Place, placeWords } from './mapPlaces';

interface MapOpenedProps {
  readonly opened: readonly Place[];
  readonly onClose: (id: string) => void;
}

/** What stands opened in place, each with the way to close it again. */
export function MapOpened({ opened, onClose }: MapOpenedProps) {
  if (opened.length === 0) return null;
  return (
    <section className="map-opened" aria-label="Opened in place">
      <h2>Opened in place</h2>
      <ul>
        {opened.map((place) => (
          <li key={place.id}>
            <Button size="sm" icon="close" onPress={() => onClose(place.id)}>
              Close {placeWords(place) || KIND_WORDS[place.kind][0]}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
