import { ViewportPortal } from '@xyflow/react';
import { type FocusEvent, memo, useId } from 'react';
import type { BundleEdgeType } from './BundleEdge';
import type { Point } from './mapRoutes';
import type { PlaceNodeType } from './PlaceNode';
import type { Reach } from './useMapFar';

/** How to use what has the focus, said after what it is. */
export const HINTS = {
  place: 'Enter lists its cross-references and offers to open and to move it. The arrow keys move the map.',
  line: 'Enter lists these cross-references. The arrow keys move the map.',
} as const;

interface MapSpotsProps {
  readonly nodes: readonly PlaceNodeType[];
  readonly edges: readonly BundleEdgeType[];
  readonly reach: Reach;
  /** Brings into view what the keyboard has come to. */
  readonly bring: (spot: Point) => void;
  readonly onSelect: (id: string) => void;
}

/**
 * Where each place and each line of the picture stands: what the keyboard and those who listen find there. All of it is
 * cut off, so that it costs nothing to shift.
 */
export const MapSpots = memo(({ nodes, edges, reach, bring, onSelect }: MapSpotsProps) => {
  const [ofPlace, ofLine] = [useId(), useId()];
  const handlers = {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      if (!target.matches(':focus-visible')) return;
      reach((reached) => ({ ...reached, focused: target.getAttribute('data-id') }));
      const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = target;
      bring({ x: offsetLeft + offsetWidth / 2, y: offsetTop + offsetHeight / 2 });
    },
    onBlur: () => reach((reached) => ({ ...reached, focused: null })),
  };
  return (
    <ViewportPortal>
      <div className="map-spots" {...handlers}>
        <p id={ofPlace} hidden>
          {HINTS.place}
        </p>
        <p id={ofLine} hidden>
          {HINTS.line}
        </p>
        {edges.map(({ id, data, ariaLabel }) => (
          <button
            key={id}
            type="button"
            className="map-spot"
            data-id={id}
            style={{ left: data?.label.x, top: data?.label.y }}
            aria-label={ariaLabel}
            aria-roledescription="connection"
            aria-describedby={ofLine}
            onClick={() => onSelect(id)}
          />
        ))}
        {nodes.map(({ id, position, width, height, ariaLabel }) => (
          <button
            key={id}
            type="button"
            className="map-spot"
            data-id={id}
            style={{ left: position.x, top: position.y, width, height }}
            aria-label={ariaLabel}
            aria-roledescription="place"
            aria-describedby={ofPlace}
            onClick={() => onSelect(id)}
          />
        ))}
      </div>
    </ViewportPortal>
  );
});

/** After a click the keyboard goes on from there. */
export function focusSpot(map: Element | null, id: string): void {
  const spot = map?.querySelector(`.map-spot[data-id="${CSS.escape(id)}"]`);
  if (spot instanceof HTMLElement) spot.focus({ preventScroll: true });
}
