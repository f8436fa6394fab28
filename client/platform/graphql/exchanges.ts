import { normalisedCache } from './cache.js';
import { changesLast } from './changesLast.js';
import { shownStays } from './shownStays.js';

/** What stands between the page and the line to the server, the page’s side first. */
export const beforeTheLine = [shownStays, normalisedCache, changesLast];
