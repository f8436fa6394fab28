import type { BundleEdgeType } from './BundleEdge.js';
import type { FrameNodeType } from './FrameNode.js';
import { lineLook, placeLook } from './mapLooks.js';
import { arrowHead } from './mapPicture.js';
import { type Point, pathAlong, type Size } from './mapRoutes.js';
import type { PlaceNodeType } from './PlaceNode.js';

/** A map as it is seen from so far away that nothing can be read: where things stand, and by which styles they look. */
export interface FarMap {
  readonly boxes: readonly (Point & Size & { readonly look: string })[];
  readonly lines: readonly { readonly path: Path2D; readonly head: Path2D; readonly look: string }[];
  /** How many of the boxes lie under the lines. */
  readonly under: number;
}

interface Side {
  readonly ink: string;
  readonly width: number;
}

/** What the styles make of a place or of a line. */
export interface Look {
  readonly opacity: number;
  readonly fill: string;
  readonly ink: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly isDashed: boolean;
  readonly edge: Side;
  /** What marks a place as a part, or as put where it is, is a thicker side. */
  readonly start: Side;
  readonly top: Side;
}

export function farMap(
  frames: readonly FrameNodeType[],
  nodes: readonly PlaceNodeType[],
  edges: readonly BundleEdgeType[],
): FarMap {
  const box = ({ position, width = 0, height = 0 }: FrameNodeType | PlaceNodeType, look: string) => ({
    ...{ ...position, width, height, look },
  });
  return {
    boxes: [
      ...frames.map((frame) => box(frame, 'map-frame')),
      ...nodes.map((node) => box(node, placeLook(node.data))),
    ],
    lines: edges.flatMap(({ data }) =>
      data
        ? {
            path: new Path2D(pathAlong(data.points)),
            head: new Path2D(arrowHead(data.points)),
            look: lineLook(data),
          }
        : [],
    ),
    under: frames.length,
  };
}

/** No line is thinner than this on the screen, or what is strained could not be told from what holds. */
const THINNEST = 0.5;

/** One unit of the map is `scale` pixels. */
export function paintFar(
  pen: CanvasRenderingContext2D,
  map: FarMap,
  scale: number,
  lookOf: (look: string) => Look,
): void {
  const { boxes, lines, under } = map;
  for (const one of boxes.slice(0, under)) paintBox(pen, one, lookOf(one.look), scale);
  for (const { path, head, look } of lines) {
    const { ink, width, dash, opacity } = lookOf(look);
    // A line that is drawn thicker than it is has longer dashes too.
    const thicker = Math.max(1, THINNEST / (width * scale));
    pen.globalAlpha = opacity;
    pen.strokeStyle = ink;
    pen.fillStyle = ink;
    pen.lineWidth = width * thicker;
    pen.setLineDash(dash.map((each) => each * thicker));
    pen.stroke(path);
    pen.fill(head);
  }
  pen.globalAlpha = 1;
  for (const one of boxes.slice(under)) paintBox(pen, one, lookOf(one.look), scale);
}

function paintBox(
  pen: CanvasRenderingContext2D,
  { x, y, width, height }: Point & Size,
  { fill, edge, start, top, isDashed }: Look,
  scale: number,
): void {
  pen.fillStyle = fill;
  pen.fillRect(x, y, width, height);
  const line = Math.max(edge.width, THINNEST / scale);
  pen.strokeStyle = edge.ink;
  pen.lineWidth = line;
  pen.setLineDash(isDashed ? [3 * line, 3 * line] : []);
  pen.strokeRect(x + line / 2, y + line / 2, width - line, height - line);
  pen.fillStyle = start.ink;
  if (start.width > edge.width) pen.fillRect(x, y, start.width, height);
  pen.fillStyle = top.ink;
  if (top.width > edge.width) pen.fillRect(x, y, width, top.width);
}
