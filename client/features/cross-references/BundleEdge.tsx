import { type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { classes } from '../../platform/ui/classes';
import type { Bundle } from './mapGraph';
import { type Point, pathAlong } from './mapRoutes';
import { holdOf, kindWords, stateWords } from './mapWords';

export type BundleEdgeType = Edge<
  {
    readonly bundle: Bundle;
    readonly points: readonly Point[];
    readonly label: Point;
    readonly isFresh: boolean;
    readonly isDim: boolean;
    readonly onOpen: (id: string) => void;
  },
  'bundle'
>;

/** Colour, dash and words say the same thing. The label repeats what the line is called, so screen readers skip it. */
export function BundleEdge({ id, data, selected }: EdgeProps<BundleEdgeType>) {
  if (!data) return null;
  const { bundle, points, label, isFresh, isDim, onOpen } = data;
  const hold = holdOf(bundle);
  const look = classes(
    `map-${hold}`,
    selected === true && 'is-selected',
    isFresh && 'is-fresh',
    isDim && 'is-dim',
  );
  const path = pathAlong(points);
  const state = stateWords(bundle);
  return (
    <>
      <path className={classes('map-line', look)} d={path} markerEnd={`url(#map-arrow-${hold})`} />
      <path className="map-line-reach" d={path} />
      <EdgeLabelRenderer>
        <div
          className={classes('map-label nodrag nopan', look)}
          style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          data-bundle={id}
          aria-hidden="true"
          onClick={() => onOpen(id)}
        >
          <span>{kindWords(bundle, 2)}</span>
          {state && <strong>{state}</strong>}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

/** One arrowhead for each look of a line. */
export function ArrowHeads() {
  return (
    <svg className="map-arrows" aria-hidden="true" focusable="false">
      <defs>
        {(['holds', 'strained', 'broken'] as const).map((hold) => (
          <marker
            key={hold}
            id={`map-arrow-${hold}`}
            className={`map-arrow map-${hold}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 10 5 0 10z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
