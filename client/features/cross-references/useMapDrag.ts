import type { Node, NodeChange } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { BundleEdgeType } from './BundleEdge';
import type { MapLayout } from './mapLayout';
import { type Point, straight } from './mapRoutes';
import type { Sizes } from './mapSizes';
import type { PlaceNodeType } from './PlaceNode';

interface Dragged {
  readonly nodes: readonly PlaceNodeType[];
  readonly edges: readonly BundleEdgeType[];
  readonly layout: MapLayout;
  readonly sizes: Sizes;
}

/** A place under the pointer goes with it, and its lines with it; everything else stands still. */
export function useMapDrag({ nodes, edges, layout, sizes }: Dragged) {
  const [held, setHeld] = useState<{ readonly id: string; readonly at: Point } | null>(null);
  // It stays where it was let go until the layout that knows of it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout is what ends it
  useEffect(() => setHeld(null), [layout]);
  const drag = (changes: readonly NodeChange<Node>[]): void => {
    for (const change of changes)
      if (change.type === 'position' && change.position && change.dragging)
        setHeld({ id: change.id, at: change.position });
  };
  const moved = useMemo(() => {
    if (!held) return { nodes, edges };
    const cornerOf = (id: string): Point =>
      id === held.id ? held.at : (layout.corners.get(id) ?? { x: 0, y: 0 });
    return {
      nodes: nodes.map((node) => (node.id === held.id ? { ...node, position: held.at } : node)),
      edges: edges.map((edge) =>
        edge.data && (edge.source === held.id || edge.target === held.id)
          ? {
              ...edge,
              data: { ...edge.data, ...straight(cornerOf(edge.source), cornerOf(edge.target), sizes.place) },
            }
          : edge,
      ),
    };
  }, [held, nodes, edges, layout, sizes]);
  return { ...moved, drag, held: held?.id ?? null };
}
