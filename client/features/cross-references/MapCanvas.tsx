import { type EdgeChange, type NodeChange, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { classes } from '../../platform/ui/classes';
import { ArrowHeads, BundleEdge, type BundleEdgeType } from './BundleEdge';
import { FrameNode, type FrameNodeType } from './FrameNode';
import { MapControls, SMALLEST, useFit, useMapKeys } from './MapControls';
import { MapExport } from './MapExport';
import { MapFar } from './MapFar';
import { MapSaid } from './MapSaid';
import { focusSpot, HINTS } from './MapSpots';
import type { MapAsked } from './map.queries';
import { type MapDrawing, useDrawing } from './mapDrawing';
import { mapIdOf } from './mapPointed';
import type { Point } from './mapRoutes';
import { MOST_DRAWN_FINELY, MOST_KEPT } from './mapSizes';
import { PlaceNode, type PlaceNodeType } from './PlaceNode';
import { useMapDrag } from './useMapDrag';
import { useMapFar } from './useMapFar';
import { useMapPointing } from './useMapPointing';

const NODE_TYPES = { place: PlaceNode, frame: FrameNode };
const EDGE_TYPES = { bundle: BundleEdge };
const LABELS = { 'node.a11yDescription.default': HINTS.place, 'edge.a11yDescription.default': HINTS.line };

const NOWHERE = { clientX: -1, clientY: -1 };

type MapNodeType = PlaceNodeType | FrameNodeType;

interface MapCanvasProps extends MapDrawing {
  readonly asked: MapAsked;
  /** How often something was told to have changed. */
  readonly told: number;
  /** A place was let go at a spot. */
  readonly onPut: (id: string, at: Point) => void;
  readonly onTidy: () => void;
  /** Drawn from one place to another. */
  readonly onLink: (fromId: string, toId: string) => void;
}

function Canvas({ asked, told, onPut, onTidy, onLink, ...props }: MapCanvasProps) {
  const drawing = useDrawing(props);
  const { frames, bounds, focus } = drawing;
  const { drag, held, ...moved } = useMapDrag(drawing);
  const { fresh, selected } = props;
  const far = useMapFar({ ...moved, held, fresh, selected });
  const { isFar, isPictured, near, reach } = far;
  const { nodes, edges } = near;
  const all = useMemo((): MapNodeType[] => [...frames, ...nodes], [frames, nodes]);
  const { showAll, touched, bring } = useFit(bounds, focus);
  const onKeyDown = useMapKeys(showAll, touched);
  const { pointed, handlers } = useMapPointing();
  const frame = useRef<HTMLDivElement>(null);
  // Beside React: while the map moves nothing is drawn anew, it is only shifted.
  const moves = (isMoving: boolean) => frame.current?.classList.toggle('is-moving', isMoving);
  const choose = (id: string | null): void => {
    if (isPictured && id !== null) focusSpot(frame.current, id);
    props.onSelect(id);
  };
  // The keyboard and the pointer both end up here; of choices only what becomes chosen counts.
  const take = (changes: readonly (NodeChange<MapNodeType> | EdgeChange<BundleEdgeType>)[]): void => {
    for (const change of changes) {
      if (change.type !== 'select' || !change.selected) continue;
      choose(change.id);
    }
  };
  return (
    <div
      ref={frame}
      className={classes(
        'map-canvas',
        props.shown.places.length > MOST_DRAWN_FINELY && 'map-dense',
        isFar && 'map-far',
        isPictured && 'map-pictured',
      )}
      {...handlers}
    >
      <ArrowHeads />
      <ReactFlow<MapNodeType, BundleEdgeType>
        onKeyDown={onKeyDown}
        nodes={all}
        edges={edges as BundleEdgeType[]}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        ariaLabelConfig={LABELS}
        onNodesChange={(changes) => {
          drag(changes);
          take(changes);
        }}
        onEdgesChange={take}
        onNodeDoubleClick={(_event, { id }) => props.onToggle(id)}
        onNodeDragStop={(_event, { id, position }) => onPut(id, position)}
        onPaneClick={(event) => choose(far.placeAt(event))}
        onPaneMouseMove={far.look}
        onlyRenderVisibleElements={props.shown.places.length > MOST_KEPT}
        nodeDragThreshold={4}
        selectNodesOnDrag={false}
        // Anywhere on a place will do, not only where lines meet it.
        onConnectEnd={(event, { fromNode }) => {
          const { clientX, clientY } =
            'changedTouches' in event ? (event.changedTouches[0] ?? NOWHERE) : event;
          // What is drawn while dragging lies over it.
          const to = document
            .elementsFromPoint(clientX, clientY)
            .map(mapIdOf)
            .find((one) => one && one.id !== fromNode?.id);
          const toId = to?.id ?? far.placeAt({ clientX, clientY });
          if (fromNode && toId !== null && toId !== fromNode.id) onLink(fromNode.id, toId);
        }}
        connectOnClick={false}
        multiSelectionKeyCode={null}
        selectionKeyCode={null}
        deleteKeyCode={null}
        // The wheel scrolls the page, as everywhere; with Ctrl, or two fingers, it zooms.
        zoomOnScroll={false}
        preventScrolling={false}
        zoomOnDoubleClick={false}
        minZoom={SMALLEST}
        maxZoom={2}
        onMoveStart={(event) => {
          if (event) touched();
          moves(true);
        }}
        onMoveEnd={() => moves(false)}
        proOptions={{ hideAttribution: true }}
        aria-label="Map of what depends on what. The table holds the same."
      >
        {isPictured && <MapFar {...{ drawing, reach, bring }} onSelect={props.onSelect} />}
        <MapControls showAll={showAll} touched={touched} onTidy={onTidy}>
          <MapExport shown={props.shown} layout={props.layout} />
        </MapControls>
      </ReactFlow>
      <MapSaid {...{ asked, told, pointed }} shown={props.shown} />
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
