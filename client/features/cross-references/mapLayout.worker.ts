import { layOut, type MapLayout } from './mapLayout.js';
import type { LayoutAnswer, LayoutQuestion } from './mapLayouter.js';
import { sizesOf } from './mapSizes.js';

/** Where all of it stood last, so that what stays stands still. */
let last: MapLayout | null = null;

self.addEventListener('message', ({ data }: MessageEvent<LayoutQuestion>) => {
  last = layOut(data.asked, sizesOf(data.rem), last);
  self.postMessage({ number: data.number, layout: last } satisfies LayoutAnswer);
});
