import { useMemo, useRef } from 'react';
import { formatCount } from '../../platform/format/counts';
import { EmptyState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { useIsNarrow } from '../../platform/ui/useIsNarrow';
import { MapCanvas } from './MapCanvas';
import { MapLegend } from './MapControls';
import { MapFilters } from './MapFilters';
import { MapMatrix } from './MapMatrix';
import type { MapOfProps } from './MapOf';
import { MapOpened } from './MapOpened';
import { MapPanel } from './MapPanel';
import { MapSince } from './MapSince';
import { MapTable } from './MapTable';
import { useFreshBundles } from './map.live';
import type { MapAsked } from './map.queries';
import type { View } from './mapAddress';
import { around, bundlesOf, type MapGraph, narrowed } from './mapGraph';
import { opensIn } from './mapPlaces';

interface MapViewProps extends MapOfProps {
  readonly asked: MapAsked;
  readonly graph: MapGraph;
  /** Whether another answer is on its way. */
  readonly isWaiting: boolean;
}

export function MapView({ within, isPlan, mapped, state, put, asked, graph, isWaiting }: MapViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const isNarrow = useIsNarrow(frame, 480);
  const { selected, level, opened } = state;
  const whole = useMemo(() => (state.around ? around(graph, state.around) : graph), [graph, state.around]);
  const shown = useMemo(() => narrowed(whole, state.only), [whole, state.only]);
  const fresh = useFreshBundles(JSON.stringify(asked), isWaiting ? null : graph);
  const select = (id: string | null): void => {
    if (id !== null && id !== selected) opener.current = document.activeElement;
    put({ at: id });
  };
  const close = (): void => {
    select(null);
    const back = opener.current;
    if (back instanceof HTMLElement || back instanceof SVGElement) requestAnimationFrame(() => back.focus());
  };
  const toggle = (id: string): void => {
    const place = [...graph.places, ...graph.opened].find((one) => one.id === id);
    if (!place || !opensIn(level, place)) return;
    const isOpen = opened.includes(id);
    const others = opened.filter((one) => one !== id);
    put({ open: (isOpen ? others : [...others, id]).join(), at: id });
  };
  const count = bundlesOf(shown).reduce((sum, { total }) => sum + total, 0);
  const usual: View = isNarrow ? 'table' : 'map';
  const drawing = { whole, shown, fresh, selected, onSelect: select };
  return (
    <div ref={frame} aria-busy={isWaiting}>
      <MapFilters {...{ mapped, state, put, graph }} />
      <p className="quiet map-count" role="status">
        {formatCount(count, 'cross-reference')} shown
        {graph.unplaced > 0 && `; ${graph.unplaced} more have an end that belongs to none of these places`}
      </p>
      <MapOpened opened={graph.opened} onClose={toggle} />
      <MapSince {...{ asked, graph, isPlan, within, state, put }} />
      {graph.places.length === 0 ? (
        <EmptyState icon="map" title="Nothing to draw yet">
          There is nothing here that you can see.
        </EmptyState>
      ) : (
        <div className={selected ? 'map-with-panel' : undefined}>
          <Tabs
            label="How to look at it"
            selected={state.view ?? usual}
            onSelect={(id) => put({ view: id === usual ? null : id })}
            tabs={[
              {
                id: 'map',
                label: 'Map',
                panel: (
                  <>
                    <MapCanvas {...drawing} {...{ asked, graph }} onToggle={toggle} />
                    <MapLegend />
                  </>
                ),
              },
              { id: 'matrix', label: 'Matrix', panel: <MapMatrix shown={shown} onSelect={select} /> },
              {
                id: 'table',
                label: 'Table',
                panel: <MapTable level={level} shown={shown} fresh={fresh} onSelect={select} />,
              },
            ]}
          />
          {selected && (
            <MapPanel {...{ asked, graph, selected, state, put }} onToggle={toggle} onClose={close} />
          )}
        </div>
      )}
    </div>
  );
}
