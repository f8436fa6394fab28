import type { MapGraph } from './mapGraph.js';
import type { MapLayout } from './mapLayout.js';
import type { Picture } from './mapPicture.js';
import { KIND_WORDS, placeWords } from './mapPlaces.js';
import { pathAlong, straight } from './mapRoutes.js';
import { MOST_DRAWN_FINELY, sizesOf } from './mapSizes.js';
import { holdOf, kindWords, stateWords } from './mapWords.js';

/** A map as it is laid out, for a file or for paper. The same map makes the same picture, to the last letter. */
export function pictured(title: string, shown: MapGraph, layout: MapLayout, rem: number): Picture {
  const { place: size } = sizesOf(rem);
  const { corners, frames, routes, bounds } = layout;
  return {
    ...{ title, bounds, line: rem },
    hasLabels: shown.places.length <= MOST_DRAWN_FINELY,
    frames: shown.opened.flatMap((place) => {
      const room = frames.get(place.id);
      return room ? { ...room, name: placeWords(place) } : [];
    }),
    places: shown.places.flatMap((place) => {
      const at = corners.get(place.id);
      if (!at) return [];
      const overdue = place.overdue > 0 ? `${place.overdue} overdue` : '';
      return {
        ...{ ...at, ...size },
        name: place.name || KIND_WORDS[place.kind][0],
        title: place.title,
        note: [place.otherPlan, place.whose, overdue].filter(Boolean).join(', '),
        isDashed: place.isOutside || place.kind === 'EXTERNAL',
      };
    }),
    lines: shown.between.flatMap((bundle) => {
      const [from, to] = [corners.get(bundle.from.id), corners.get(bundle.to.id)];
      if (!from || !to) return [];
      const { points, label } = routes.get(bundle.id) ?? straight(from, to, size);
      return {
        ...{ path: pathAlong(points), points, label },
        words: [kindWords(bundle, 2), stateWords(bundle)].filter(Boolean),
        hold: holdOf(bundle),
      };
    }),
  };
}
