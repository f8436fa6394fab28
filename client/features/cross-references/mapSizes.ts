import type { Size } from './mapRoutes.js';

/** With more places than this the fine layout takes too long, and nobody could read its labels. */
export const MOST_DRAWN_FINELY = 60;

/** With more places than this only those in view are in the page; the table has all of them. */
export const MOST_KEPT = 300;

export interface Sizes {
  readonly place: Size;
  /** The room that a label of so many letters takes. */
  readonly label: (letters: number) => Size;
}

/** How large everything on the map is: it grows with the reader's text. */
export const sizesOf = (rem: number): Sizes => ({
  place: { width: 14 * rem, height: 6.75 * rem },
  label: (letters) => ({ width: (letters * 0.36 + 1.25) * rem, height: 2.5 * rem }),
});
