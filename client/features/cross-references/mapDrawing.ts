import { useMemo, useRef } from 'react';
import { useLatest } from '../../platform/ui/useLatest';
import type { BundleEdgeType } from './BundleEdge';
import { type MapGraph, withParts } from './mapGraph';
import { layOut, type MapLayout, type Sizes } from './mapLayout';
import { placeWords } from './mapPlaces';
import { type Point, straight } from './mapRoutes';
import { sizesAt, toLayOut } from './mapSizes';
import { bundleWords } from './mapWords';
import { type PlaceNodeType, placeLabel } from './PlaceNode';

export interface MapDrawing {
  /** Everything there is: filtering must not move what stays. */
  readonly whole: MapGraph;
  readonly shown: MapGraph;
  readonly fresh: ReadonlySet<string>;
  /** The place or the bundle that is looked at. */
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Opens a place in place, or closes it. */
  readonly onToggle: (id: string) => void;
}

/** Grows with the reader's text. */
const sizesNow = (): Sizes => sizesAt(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));

function useLayout(whole: MapGraph): { layout: MapLayout; sizes: Sizes } {
  const sizes = useMemo(sizesNow, []);
  const last = useRef<MapLayout | null>(null);
  const layout = useMemo(() => {
    const ids = whole.places.map((place) => place.id);
    last.current = layOut(ids, toLayOut(whole), sizes, last.current);
    return last.current;
  }, [whole, sizes]);
  return { layout, sizes };
}

/** What is looked at: the ends of a bundle, or a place and its parts; null while that is nothing. */
function lookedAt(shown: MapGraph, selected: string | null): ReadonlySet<string> | null {
  if (selected === null) return null;
  return selected.includes('~') ? new Set(selected.split('~')) : withParts(shown, selected);
}

/** The map as the canvas takes it. */
export function useDrawing({ whole, shown, fresh, selected, onSelect }: MapDrawing) {
  const { layout, sizes } = useLayout(whole);
  const open = useLatest(onSelect);
  const lit = useMemo(() => lookedAt(shown, selected), [shown, selected]);
  const nodes = useMemo(() => {
    const isBundle = selected?.includes('~') === true;
    const near = new Set(
      shown.between.flatMap(({ from, to }) =>
        !isBundle && (lit?.has(from.id) || lit?.has(to.id)) ? [from.id, to.id] : [],
      ),
    );
    return shown.places.map((place): PlaceNodeType => {
      const within = shown.within.get(place.id);
      return {
        id: place.id,
        type: 'place',
        position: layout.corners.get(place.id) ?? { x: 0, y: 0 },
        data: {
          place,
          within,
          isDim: lit !== null && !lit.has(place.id) && !near.has(place.id),
        },
        measured: sizes.place,
        ...sizes.place,
        selected: selected === place.id,
        ariaLabel: placeLabel(place, within),
        ariaRole: 'button',
        domAttributes: { 'aria-roledescription': 'place' },
      };
    });
  }, [shown, layout, sizes, selected, lit]);
  const edges = useMemo(() => {
    const corner = (id: string) => layout.corners.get(id) ?? { x: 0, y: 0 };
    return shown.between.map((bundle): BundleEdgeType => {
      const { id, from, to } = bundle;
      const route = layout.routes.get(id) ?? straight(corner(from.id), corner(to.id), sizes.place);
      const isDim = selected?.includes('~')
        ? selected !== id
        : lit !== null && !lit.has(from.id) && !lit.has(to.id);
      return {
        id,
        type: 'bundle',
        source: from.id,
        target: to.id,
        data: { bundle, ...route, isFresh: fresh.has(id), isDim, onOpen: open },
        selected: selected === id,
        ariaLabel: `${placeWords(from)} to ${placeWords(to)}: ${bundleWords(bundle)}`,
        ariaRole: 'button',
        domAttributes: { 'aria-roledescription': 'connection' },
      };
    });
  }, [shown, layout, sizes, selected, lit, fresh, open]);
  const focus = useMemo((): Point | null => {
    const { width, height } = sizes.place;
    const corner = layout.corners.get(selected ?? '');
    if (corner) return { x: corner.x + width / 2, y: corner.y + height / 2 };
    return edges.find(({ id }) => id === selected)?.data?.label ?? null;
  }, [edges, layout, sizes, selected]);
  return { nodes, edges, bounds: layout.bounds, focus };
}
