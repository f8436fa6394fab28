import type { MapGraph } from './mapGraph.js';
import type { Sizes } from './mapLayout.js';
import { kindWords, stateWords } from './mapWords.js';

/** The room things take where a line of text is so high. */
export const sizesAt = (rem: number): Sizes => ({
  place: { width: 14 * rem, height: 6.75 * rem },
  label: (letters) => ({ width: (letters * 0.36 + 1.25) * rem, height: 2.5 * rem }),
});

/** What runs between places, with the length of its label. */
export const toLayOut = ({ between }: MapGraph) =>
  between.map((bundle) => ({
    ...bundle,
    letters: Math.max(kindWords(bundle, 2).length, stateWords(bundle).length),
  }));
