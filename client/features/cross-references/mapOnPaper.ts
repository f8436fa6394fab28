import type { Bundle, MapGraph } from './mapGraph.js';
import { layOut, MOST_DRAWN_FINELY } from './mapLayout.js';
import type { Picture, PictureLine, PicturePlace } from './mapPicture.js';
import { KIND_WORDS, type Place } from './mapPlaces.js';
import { type Point, pathAlong, type Size, straight } from './mapRoutes.js';
import { sizesAt, toLayOut } from './mapSizes.js';
import { holdOf, kindWords, stateWords } from './mapWords.js';

/** A place as it stands in a picture. */
export const placeOnPaper = (place: Place, at: Point & Size): PicturePlace => ({
  ...at,
  name: place.name || KIND_WORDS[place.kind][0],
  title: place.title,
  note: [place.otherPlan, place.whose, place.overdue > 0 ? `${place.overdue} overdue` : '']
    .filter(Boolean)
    .join(', '),
  isDashed: place.isOutside || place.kind === 'EXTERNAL',
});

/** What runs between two places, as it is drawn in a picture. */
export const lineOnPaper = (
  bundle: Bundle,
  { points, label }: { readonly points: readonly Point[]; readonly label: Point },
): PictureLine => ({
  path: pathAlong(points),
  ...{ points, label },
  words: [kindWords(bundle, 2), stateWords(bundle)].filter(Boolean),
  hold: holdOf(bundle),
});

/** The height of a line where nobody’s own size of text is asked for. */
const LINE = 16;

/** A map as everybody is shown it, whatever their screen: from what stands on it alone. */
export function pictureOfGraph(graph: MapGraph, title: string): Picture {
  const sizes = sizesAt(LINE);
  const ids = graph.places.map(({ id }) => id);
  const { corners, routes, bounds } = layOut(ids, toLayOut(graph), sizes, null);
  const corner = (id: string): Point => corners.get(id) ?? { x: 0, y: 0 };
  return {
    ...{ title, bounds, line: LINE },
    hasLabels: graph.places.length <= MOST_DRAWN_FINELY,
    places: graph.places.map((place) => placeOnPaper(place, { ...corner(place.id), ...sizes.place })),
    lines: graph.between.map((bundle) =>
      lineOnPaper(
        bundle,
        routes.get(bundle.id) ?? straight(corner(bundle.from.id), corner(bundle.to.id), sizes.place),
      ),
    ),
  };
}
