import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { onThemeChange } from '../../platform/ui/theme';
import { useLatest } from '../../platform/ui/useLatest';
import { MapSpots } from './MapSpots';
import { coverOf, covers, type Room } from './mapCover';
import type { useDrawing } from './mapDrawing';
import { type FarMap, farMap, type Look, paintFar } from './mapFar';
import type { Point } from './mapRoutes';
import type { Reach } from './useMapFar';

/** So much larger or smaller the picture is shown before it is drawn anew; once the map has come to rest it is drawn to size. */
const STRETCH = 1.25;
const REST_MS = 120;

interface FarPictureProps {
  readonly map: FarMap;
  readonly bounds: Room;
}

/** Drawn once: while the map is panned only the picture is shifted. */
function FarPicture({ map, bounds }: FarPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  // Beside React: what moves is drawn by nobody.
  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return undefined;
    let drawn: (Room & { readonly zoom: number; readonly density: number }) | null = null;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const now = () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      return { x, y, zoom, view: { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom } };
    };
    const draw = (): void => {
      const { zoom, view } = now();
      const density = window.devicePixelRatio;
      drawn = { ...coverOf(bounds, view), zoom, density };
      paintOn(sheet, map, drawn, zoom * density);
      sheet.style.width = `${drawn.width * zoom}px`;
      sheet.style.height = `${drawn.height * zoom}px`;
    };
    const shift = (): void => {
      const { x, y, zoom, view } = now();
      const stretch = drawn ? zoom / drawn.zoom : 0;
      const fits = drawn !== null && drawn.density === window.devicePixelRatio && covers(drawn, bounds, view);
      if (!fits || stretch > STRETCH || stretch < 1 / STRETCH) draw();
      else if (stretch !== 1) {
        clearTimeout(resting);
        resting = setTimeout(redraw, REST_MS);
      }
      if (!drawn) return;
      const [left, top] = [x + drawn.x * zoom, y + drawn.y * zoom].map(toPixel(drawn.density));
      sheet.parentElement?.style.setProperty('--map-zoom', String(zoom));
      sheet.style.transform = `translate(${left}px, ${top}px) scale(${zoom / drawn.zoom})`;
    };
    const redraw = (): void => {
      drawn = null;
      shift();
    };
    shift();
    const ends = [store.subscribe(shift), onThemeChange(redraw), () => clearTimeout(resting)];
    return () => {
      for (const end of ends) end();
    };
  }, [map, bounds, store]);
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas cannot have the focus
  return <canvas ref={canvas} className="map-far-picture" aria-hidden="true" />;
}

interface MapFarProps {
  readonly drawing: ReturnType<typeof useDrawing>;
  readonly reach: Reach;
  readonly bring: (spot: Point) => void;
  readonly onSelect: (id: string) => void;
}

/** A large map from afar: a picture, and over it what is found where its places and its lines stand. */
export function MapFar({ drawing, reach, bring, onSelect }: MapFarProps) {
  const { frames, nodes, edges, bounds } = drawing;
  const map = useMemo(() => farMap(frames, nodes, edges), [frames, nodes, edges]);
  return (
    <>
      <FarPicture map={map} bounds={bounds} />
      <MapSpots {...{ nodes, edges, reach, bring }} onSelect={useLatest(onSelect)} />
    </>
  );
}

/** Between two pixels it would be blurred. */
const toPixel =
  (density: number) =>
  (at: number): number =>
    Math.round(at * density) / density;

function paintOn(sheet: HTMLCanvasElement, map: FarMap, { x, y, width, height }: Room, scale: number): void {
  sheet.width = Math.ceil(width * scale);
  sheet.height = Math.ceil(height * scale);
  const pen = sheet.getContext('2d');
  if (!pen) return;
  pen.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  const looks = new Map<string, Look>();
  paintFar(pen, map, scale, (name) => {
    const look = looks.get(name) ?? lookOf(name, sheet);
    looks.set(name, look);
    return look;
  });
}

/** What the styles make of it is asked of an element that has them, so that they are written down once. */
function lookOf(name: string, beside: Element): Look {
  const model = document.createElement('i');
  model.className = name;
  beside.before(model);
  const styles = getComputedStyle(model);
  const look = {
    ...{ opacity: Number(styles.opacity), fill: styles.backgroundColor, ink: styles.stroke },
    width: Number.parseFloat(styles.strokeWidth),
    dash: styles.strokeDasharray.split(/[\s,]+/).flatMap((each) => Number.parseFloat(each) || []),
    isDashed: styles.borderBottomStyle === 'dashed',
    edge: { ink: styles.borderBottomColor, width: Number.parseFloat(styles.borderBottomWidth) },
    start: { ink: styles.borderLeftColor, width: Number.parseFloat(styles.borderLeftWidth) },
    top: { ink: styles.borderTopColor, width: Number.parseFloat(styles.borderTopWidth) },
  };
  model.remove();
  return look;
}
