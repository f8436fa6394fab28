import { getViewportForBounds, Panel, useReactFlow, useStore } from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { IconButton } from '../../platform/ui/Button';
import type { MapLayout } from './mapLayout';
import type { Point } from './mapRoutes';

const STEP = 80;
export const SMALLEST = 0.1;

/**
 * All of the map in the room there is, until the reader has moved it themselves; `touched` is for telling that they
 * have, `bring` for bringing a spot into view. While something is looked at the map keeps its size, and moves only as far as is needed to show that.
 */
export function useFit(bounds: MapLayout['bounds'], focus: Point | null) {
  const { getViewport, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isTouched = useRef(false);
  const isShown = useRef(false);
  const showAll = useCallback((): void => {
    if (width === 0 || bounds.width === 0) return;
    isTouched.current = false;
    isShown.current = true;
    void setViewport(getViewportForBounds(bounds, width, height, SMALLEST, 1, 0.04));
  }, [bounds, width, height, setViewport]);
  const bring = useCallback(
    (spot: Point): void => {
      if (width === 0) return;
      const { x, y, zoom } = getViewport();
      const moved = { x: intoView(x, spot.x * zoom, width), y: intoView(y, spot.y * zoom, height), zoom };
      if (moved.x !== x || moved.y !== y) void setViewport(moved);
    },
    [width, height, getViewport, setViewport],
  );
  useEffect(() => {
    if (!isShown.current || (!isTouched.current && !focus)) showAll();
    if (focus) bring(focus);
  }, [showAll, bring, focus]);
  const touched = useCallback(() => {
    isTouched.current = true;
  }, []);
  return { showAll, touched, bring };
}

/** The nearest offset with which a spot is well within the room. */
function intoView(offset: number, spot: number, room: number): number {
  const margin = Math.min(130, room / 3);
  return Math.min(Math.max(offset, margin - spot), room - margin - spot);
}

/** Smaller than this nothing written can be read, so it is not drawn either. */
const FAR = 0.3;

/** Whether all of it is so small that only where things stand can be seen. */
export const useIsFar = (): boolean => useStore(({ transform: [, , zoom] }) => zoom < FAR);

/** Looking around by keyboard: arrows move, plus and minus zoom, 0 shows all. */
export function useMapKeys(showAll: () => void, touched: () => void): (event: KeyboardEvent) => void {
  const { getViewport, setViewport, zoomIn, zoomOut } = useReactFlow();
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = (dx: number, dy: number) => {
      const { x, y, zoom } = getViewport();
      return setViewport({ x: x + dx, y: y + dy, zoom });
    };
    const keys: Readonly<Record<string, () => unknown>> = {
      ArrowLeft: () => move(STEP, 0),
      ArrowRight: () => move(-STEP, 0),
      ArrowUp: () => move(0, STEP),
      ArrowDown: () => move(0, -STEP),
      '+': () => zoomIn(),
      '=': () => zoomIn(),
      '-': () => zoomOut(),
      '0': showAll,
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    if (event.key !== '0') touched();
    act();
  };
}

interface MapControlsProps {
  readonly children: ReactNode;
  readonly showAll: () => void;
  readonly touched: () => void;
  /** Lays all of it out anew. */
  readonly onTidy: () => void;
}

export function MapControls({ children, showAll, touched, onTidy }: MapControlsProps) {
  const { zoomIn, zoomOut } = useReactFlow();
  const zoom = (by: () => Promise<boolean>) => () => {
    touched();
    void by();
  };
  return (
    <Panel position="bottom-left" className="map-controls">
      <IconButton icon="plus" label="Zoom in" onPress={zoom(zoomIn)} />
      <IconButton icon="minus" label="Zoom out" onPress={zoom(zoomOut)} />
      <IconButton icon="target" label="Show all of it" onPress={showAll} />
      <IconButton icon="refresh" label="Lay it out anew" onPress={onTidy} />
      {children}
    </Panel>
  );
}

/** What the looks of a line mean. */
export function MapLegend() {
  return (
    <ul className="map-legend" aria-label="What the lines mean">
      {(
        [
          ['holds', 'Holds'],
          ['strained', 'Strained: what is needed is Red, Amber, overdue or due too late'],
          ['broken', 'Broken: what is needed was withdrawn'],
        ] as const
      ).map(([hold, words]) => (
        <li key={hold}>
          <svg
            className="map-legend-line"
            viewBox="0 0 32 6"
            width="2rem"
            height="0.375rem"
            aria-hidden="true"
            focusable="false"
          >
            <path className={`map-line map-${hold}`} d="M0 3H32" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
