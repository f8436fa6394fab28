import type { MapGraph } from './mapGraph.js';
import { layOut } from './mapLayout.js';
import type { Picture } from './mapPicture.js';
import { pictured } from './mapPictured.js';
import { sizesOf } from './mapSizes.js';
import { toLayOut } from './mapToLayOut.js';

/** The height of a line where nobody’s own size of text is asked for. */
const LINE = 16;

/** A map as everybody is shown it, whatever their screen: from what stands on it alone. */
export const pictureOfGraph = (graph: MapGraph, title: string): Picture =>
  pictured(title, graph, layOut(toLayOut('', graph), sizesOf(LINE), null), LINE);
