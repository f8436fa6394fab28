import { useMemo } from 'react';
import { useLatest } from '../../platform/ui/useLatest';
import type { BundleEdgeType } from './BundleEdge';
import { type FrameNodeType, frameNodeId } from './FrameNode';
import type { Chain } from './mapChains';
import { type MapGraph, withParts } from './mapGraph';
import type { MapLayout } from './mapLayout';
import { useLayout } from './mapLayouter';
import { inPixels, type Pins } from './mapPins';
import { placeWords } from './mapPlaces';
import { type Point, straight } from './mapRoutes';
import { type Sizes, sizesOf } from './mapSizes';
import { toLayOut } from './mapToLayOut';
import { bundleWords } from './mapWords';
import { type PlaceNodeType, placeLabel } from './PlaceNode';

export interface MapDrawing {
  readonly shown: MapGraph;
  readonly layout: MapLayout;
  readonly sizes: Sizes;
  readonly fresh: ReadonlySet<string>;
  /** The place or the bundle that is looked at. */
  readonly selected: string | null;
  /** The chain that is looked at: nothing else is, then. */
  readonly chain: Chain | null;
  /** Where the reader put places. */
  readonly pins: Pins;
  readonly onSelect: (id: string | null) => void;
  /** Opens a place in place, or closes it. */
  readonly onToggle: (id: string) => void;
}

/** The height of the reader's text. */
export const remNow = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * Where everything stands. All there is is laid out, whatever of it is shown: narrowing must not move what stays.
 * Another view, by its name, is laid out anew.
 */
export function useLaidOut(
  view: string,
  whole: MapGraph,
  pins: Pins,
): { layout: MapLayout | null; sizes: Sizes } {
  const rem = useMemo(remNow, []);
  const asked = useMemo(() => toLayOut(view, whole, inPixels(pins, rem)), [view, whole, pins, rem]);
  return { layout: useLayout(asked, rem), sizes: useMemo(() => sizesOf(rem), [rem]) };
}

interface Lit {
  readonly places: ReadonlySet<string>;
  /** Of the lines those, or else all that end at one of the places. */
  readonly bundles: ReadonlySet<string> | null;
}

/** What is looked at: a chain, the ends of a bundle, or a place and its parts; null while that is nothing. */
function lookedAt(shown: MapGraph, selected: string | null, chain: Chain | null): Lit | null {
  if (chain)
    return {
      places: new Set(chain.links.flatMap((link) => link.map(({ id }) => id))),
      bundles: new Set(chain.steps.map(({ bundle }) => bundle.id)),
    };
  if (selected === null) return null;
  return selected.includes('~')
    ? { places: new Set(selected.split('~')), bundles: new Set([selected]) }
    : { places: withParts(shown, selected), bundles: null };
}

/** The map as the canvas takes it; what has no spot yet comes with the next layout. */
export function useDrawing(drawing: MapDrawing) {
  const { shown, fresh, selected, chain, layout, sizes, onSelect } = drawing;
  const open = useLatest(onSelect);
  const lit = useMemo(() => lookedAt(shown, selected, chain), [shown, selected, chain]);
  const nodes = useMemo(() => {
    const near = new Set(
      shown.between.flatMap(({ from, to }) =>
        lit?.bundles === null && (lit.places.has(from.id) || lit.places.has(to.id)) ? [from.id, to.id] : [],
      ),
    );
    return shown.places.flatMap((place): PlaceNodeType[] => {
      const within = shown.within.get(place.id);
      const position = layout.corners.get(place.id);
      if (!position) return [];
      const frame = shown.opened.find(({ id }) => id === place.within);
      return [
        {
          ...{ id: place.id, type: 'place', position, draggable: !layout.frames.has(place.id) },
          data: {
            place,
            within,
            isDim: lit !== null && !lit.places.has(place.id) && !near.has(place.id),
            isPinned: drawing.pins.has(place.id),
          },
          measured: sizes.place,
          ...sizes.place,
          selected: selected === place.id,
          ariaLabel: placeLabel(place, within, frame),
          ariaRole: 'button',
          domAttributes: { 'aria-roledescription': 'place' },
        },
      ];
    });
  }, [shown, layout, sizes, selected, lit, drawing.pins]);
  const frames = useMemo(
    () =>
      shown.opened.flatMap((place): FrameNodeType[] => {
        const room = layout.frames.get(place.id);
        if (!room) return [];
        const { width, height } = room;
        return [
          {
            ...{ id: frameNodeId(place.id), type: 'frame', position: { x: room.x, y: room.y } },
            ...{ width, height, measured: { width, height }, zIndex: -1 },
            ...{ draggable: false, selectable: false, focusable: false, connectable: false },
            data: { place, onOpen: open },
            ariaLabel: `Opened in place: ${placeWords(place)}`,
            ariaRole: 'group',
            domAttributes: { 'aria-roledescription': 'frame' },
          },
        ];
      }),
    [shown, layout, open],
  );
  const edges = useMemo(
    () =>
      shown.between.flatMap((bundle): BundleEdgeType[] => {
        const { id, from, to } = bundle;
        const [start, end] = [layout.corners.get(from.id), layout.corners.get(to.id)];
        if (!start || !end) return [];
        const route = layout.routes.get(id) ?? straight(start, end, sizes.place);
        const isDim =
          lit !== null &&
          (lit.bundles ? !lit.bundles.has(id) : !lit.places.has(from.id) && !lit.places.has(to.id));
        return [
          {
            id,
            type: 'bundle',
            source: from.id,
            target: to.id,
            data: { bundle, ...route, isFresh: fresh.has(id), isDim, onOpen: open },
            selected: selected === id,
            ariaLabel: `${placeWords(from)} to ${placeWords(to)}: ${bundleWords(bundle)}`,
            ariaRole: 'button',
            domAttributes: { 'aria-roledescription': 'connection' },
          },
        ];
      }),
    [shown, layout, sizes, selected, lit, fresh, open],
  );
  const focus = useMemo((): Point | null => {
    const { width, height } = sizes.place;
    const corner = layout.corners.get(selected ?? '');
    if (corner) return { x: corner.x + width / 2, y: corner.y + height / 2 };
    return edges.find(({ id }) => id === selected)?.data?.label ?? null;
  }, [edges, layout, sizes, selected]);
  return { nodes, frames, edges, layout, sizes, bounds: layout.bounds, focus };
}
