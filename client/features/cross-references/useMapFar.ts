import { useReactFlow, useStore } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { BundleEdgeType } from './BundleEdge';
import { useIsFar } from './MapControls';
import { MOST_KEPT } from './mapSizes';
import type { PlaceNodeType } from './PlaceNode';

interface Seen {
  readonly nodes: readonly PlaceNodeType[];
  readonly edges: readonly BundleEdgeType[];
  /** The place that is being moved. */
  readonly held: string | null;
  readonly fresh: ReadonlySet<string>;
  readonly selected: string | null;
}

interface Near {
  readonly nodes: readonly PlaceNodeType[];
  readonly edges: readonly BundleEdgeType[];
}

/** What the pointer and the keyboard are at. */
interface Reached {
  readonly pointed: string | null;
  readonly focused: string | null;
}

/** Somewhere on the screen. */
interface Spot {
  readonly clientX: number;
  readonly clientY: number;
}

/** It lies on its spot, which the keyboard goes to and which is what is read out. */
const ON_ITS_SPOT = {
  ...{ focusable: false, zIndex: 1 },
  domAttributes: { 'aria-hidden': true },
} as const;

const reachedLook = ({ id }: { readonly id: string }, focused: string | null): string =>
  id === focused ? 'is-reached' : '';

/**
 * From so far away that nothing can be read, a large map is a picture. Only what somebody is at, and what has just
 * changed, is in the page as it is from nearby: so it is taken hold of, opened, chosen and seen to move as ever.
 */
export function useMapFar({ nodes, edges, held, fresh, selected }: Seen) {
  const isFar = useIsFar();
  // Before all of it was fitted into the room there is, thousands of places would be made for nothing.
  const isFitted = useStore(
    ({ width, transform: [x, y, zoom] }) => width > 0 && (x !== 0 || y !== 0 || zoom !== 1),
  );
  const isPictured = nodes.length > MOST_KEPT && (isFar || !isFitted);
  const [{ pointed, focused }, setReached] = useState<Reached>({ pointed: null, focused: null });
  const near = useMemo((): Near => {
    if (!isPictured) return { nodes, edges };
    const at = new Set([pointed, focused, selected, held]);
    const lines = edges.filter(
      ({ id, source, target }) =>
        at.has(id) || fresh.has(id) || (held !== null && (source === held || target === held)),
    );
    // A line is drawn only with both its ends.
    const ends = new Set(lines.flatMap(({ source, target }) => [source, target]));
    return {
      nodes: nodes
        .filter(({ id }) => at.has(id) || ends.has(id))
        .map((node) => ({ ...node, ...ON_ITS_SPOT, className: reachedLook(node, focused) })),
      edges: lines.map((edge) => ({
        ...edge,
        ...ON_ITS_SPOT,
        className: reachedLook(edge, focused),
      })),
    };
  }, [isPictured, nodes, edges, pointed, focused, selected, held, fresh]);
  const { screenToFlowPosition } = useReactFlow();
  /** The place that is drawn where nothing else is. */
  const placeAt = ({ clientX, clientY }: Spot): string | null => {
    if (!isPictured) return null;
    const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
    const isAt = ({ position, width = 0, height = 0 }: PlaceNodeType) =>
      x >= position.x && x <= position.x + width && y >= position.y && y <= position.y + height;
    return nodes.findLast(isAt)?.id ?? null;
  };
  const look = (at: Spot & { readonly buttons: number }): void => {
    // While the map is being panned nothing is looked for.
    if (!isPictured || at.buttons > 0) return;
    const id = placeAt(at);
    setReached((reached) => (reached.pointed === id ? reached : { ...reached, pointed: id }));
  };
  return { isFar, isPictured, near, reach: setReached, placeAt, look };
}

export type Reach = ReturnType<typeof useMapFar>['reach'];
