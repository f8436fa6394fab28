import { type EdgeChange, type NodeChange, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { classes } from '../../platform/ui/classes';
import { ArrowHeads, BundleEdge, type BundleEdgeType } from './BundleEdge';
import { MapControls, SMALLEST, useFit, useMapKeys } from './MapControls';
import { MapExport } from './MapExport';
import { MapSaid } from './MapSaid';
import type { MapAsked } from './map.queries';
import { type MapDrawing, useDrawing } from './mapDrawing';
import type { MapGraph } from './mapGraph';
import { MOST_DRAWN_FINELY } from './mapLayout';
import { PlaceNode, type PlaceNodeType } from './PlaceNode';
import { useMapPointing } from './useMapPointing';

const NODE_TYPES = { place: PlaceNode };
const EDGE_TYPES = { bundle: BundleEdge };
/** How to use it, said after what has the focus. */
const HINTS = {
  'node.a11yDescription.default':
    'Enter lists its cross-references and offers to open it in place. The arrow keys move the map.',
  'edge.a11yDescription.default': 'Enter lists these cross-references. The arrow keys move the map.',
};

interface MapCanvasProps extends MapDrawing {
  readonly asked: MapAsked;
  readonly graph: MapGraph;
}

function Canvas({ asked, graph, ...props }: MapCanvasProps) {
  const { nodes, edges, bounds, focus } = useDrawing(props);
  const { showAll, touched } = useFit(bounds, focus);
  const onKeyDown = useMapKeys(showAll, touched);
  const { pointed, handlers } = useMapPointing();
  // The keyboard and the pointer both end up here; only what becomes selected counts.
  const take = (changes: readonly (NodeChange<PlaceNodeType> | EdgeChange<BundleEdgeType>)[]): void => {
    for (const change of changes) if (change.type === 'select' && change.selected) props.onSelect(change.id);
  };
  return (
    <div className={classes('map-canvas', nodes.length > MOST_DRAWN_FINELY && 'map-dense')} {...handlers}>
      <ArrowHeads />
      <ReactFlow
        onKeyDown={onKeyDown}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        ariaLabelConfig={HINTS}
        onNodesChange={take}
        onEdgesChange={take}
        onNodeDoubleClick={(_event, { id }) => props.onToggle(id)}
        onPaneClick={() => props.onSelect(null)}
        nodesDraggable={false}
        nodesConnectable={false}
        multiSelectionKeyCode={null}
        selectionKeyCode={null}
        deleteKeyCode={null}
        // The wheel scrolls the page, as everywhere; with Ctrl, or two fingers, it zooms.
        zoomOnScroll={false}
        preventScrolling={false}
        zoomOnDoubleClick={false}
        minZoom={SMALLEST}
        maxZoom={2}
        onMoveStart={(event) => event && touched()}
        proOptions={{ hideAttribution: true }}
        aria-label="Map of what depends on what. The table holds the same."
      >
        <MapControls showAll={showAll} touched={touched}>
          <MapExport nodes={nodes} edges={edges} bounds={bounds} />
        </MapControls>
      </ReactFlow>
      <MapSaid {...{ asked, graph, pointed }} shown={props.shown} />
    </div>
  );
}

export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
