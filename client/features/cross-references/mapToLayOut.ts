import type { MapGraph } from './mapGraph.js';
import type { LayoutAsked } from './mapLayout.js';
import { kindWords, stateWords } from './mapWords.js';

/** What is to be laid out of a map: places, frames, and what runs between them with the length of its label. */
export const toLayOut = (
  view: string,
  { places, opened, between }: MapGraph,
  pins: LayoutAsked['pins'] = new Map(),
): LayoutAsked => ({
  ...{ view, pins },
  places: places.map(({ id, within }) => ({ id, within })),
  opened: opened.map(({ id, within }) => ({ id, within })),
  bundles: between.map((bundle) => ({
    id: bundle.id,
    letters: Math.max(kindWords(bundle, 2).length, stateWords(bundle).length),
    from: { id: bundle.from.id },
    to: { id: bundle.to.id },
  })),
});
