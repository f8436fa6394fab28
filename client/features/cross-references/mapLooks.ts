import { classes } from '../../platform/ui/classes.js';
import type { Bundle } from './mapGraph.js';
import type { Place } from './mapPlaces.js';
import { holdOf } from './mapWords.js';

interface PlaceLooks {
  readonly place: Place;
  readonly isDim: boolean;
  readonly isPinned: boolean;
}

/** The names of the styles a place is drawn with, as an element or as part of the picture from afar. */
export const placeLook = ({ place, isDim, isPinned }: PlaceLooks): string =>
  classes(
    'map-place',
    place.kind === 'EXTERNAL' && 'map-place-external',
    place.isOutside && 'map-place-other',
    place.within !== null && 'map-place-part',
    isDim && 'is-dim',
    isPinned && 'is-pinned',
  );

/** The same of a line: colour and dash say how it holds. */
export const lineLook = ({ bundle, isDim }: { readonly bundle: Bundle; readonly isDim: boolean }): string =>
  classes('map-line', `map-${holdOf(bundle)}`, isDim && 'is-dim');
