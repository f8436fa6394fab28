import { type EdgeChange, type NodeChange, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { ArrowHeads, BundleEdge, type BundleEdgeType } from './BundleEdge';
import { MapControls, SMALLEST, useFit, useMapKeys } from './MapControls';
import { type MapDrawing, useDrawing } from './mapDrawing';
import { PlaceNode, type PlaceNodeType } from './PlaceNode';

const NODE_TYPES = { place: PlaceNode };
const EDGE_TYPES = { bundle: BundleEdge };
/** How to use it, said after what has the focus. */
const HINTS = {
  'node.a11yDescription.default': 'Enter lists its cross-references. The arrow keys move the map.',
  'edge.a11yDescription.default': 'Enter lists these cross-references. The arrow keys move the map.',
};

function Canvas(props: MapDrawing) {
  const { nodes, edges, bounds, focus } = useDrawing(props);
  const { showAll, touched } = useFit(bounds, focus);
  const onKeyDown = useMapKeys(showAll, touched);
  // The keyboard and the pointer both end up here; only what becomes selected counts.
  const take = (changes: readonly (NodeChange<PlaceNodeType> | EdgeChange<BundleEdgeType>)[]): void => {
    for (const change of changes) if (change.type === 'select' && change.selected) props.onSelect(change.id);
  };
  return (
    <div className="map-canvas">
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
        <MapControls showAll={showAll} touched={touched} />
      </ReactFlow>
    </div>
  );
}

export function MapCanvas(props: MapDrawing) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
