import { useMemo, useRef, useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { useIsNarrow } from '../../platform/ui/useIsNarrow';
import { MapCanvas } from './MapCanvas';
import { MapChains } from './MapChains';
import { MapLegend } from './MapControls';
import { MapFilters } from './MapFilters';
import { MapLink } from './MapLink';
import { MapMatrix } from './MapMatrix';
import type { MapOfProps } from './MapOf';
import { MapOpened } from './MapOpened';
import { MapPanel } from './MapPanel';
import { MapPinned } from './MapPinned';
import { MapPrint } from './MapPrint';
import { MapSince } from './MapSince';
import { MapTable } from './MapTable';
import { useFreshBundles } from './map.live';
import type { MapAsked } from './map.queries';
import type { View } from './mapAddress';
import type { Chain } from './mapChains';
import { useLaidOut } from './mapDrawing';
import { around, bundlesOf, type MapGraph, narrowed } from './mapGraph';
import { opensIn } from './mapPlaces';
import { useMapLink } from './useMapLink';
import { useMapPins } from './useMapPins';

interface MapViewProps extends MapOfProps {
  readonly asked: MapAsked;
  readonly graph: MapGraph;
  /** How often something was told to have changed. */
  readonly told: number;
  /** Whether another answer is on its way. */
  readonly isWaiting: boolean;
}

export function MapView({ within, isPlan, mapped, state, put, asked, graph, told, isWaiting }: MapViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const isNarrow = useIsNarrow(frame, 480);
  const { selected, level, opened, pins } = state;
  const [chain, setChain] = useState<Chain | null>(null);
  const [tidied, setTidied] = useState(0);
  const whole = useMemo(() => (state.around ? around(graph, state.around) : graph), [graph, state.around]);
  const shown = useMemo(() => narrowed(whole, state.only), [whole, state.only]);
  // What is opened in it, and the day, are not another view: what stays stays where it stands.
  const { opened: _opened, asOf: _asOf, ...looked } = asked;
  const view = JSON.stringify([looked, state.around, tidied]);
  const { layout, sizes } = useLaidOut(view, whole, pins);
  const { pinAt, nudge, release } = useMapPins(pins, put, layout);
  const fresh = useFreshBundles(JSON.stringify(asked), isWaiting ? null : graph);
  const link = useMapLink(graph.places, state.day === null);
  const select = (id: string | null): void => {
    if (id !== null && link.point(id)) return;
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
  const isMap = (state.view ?? usual) === 'map';
  const drawing = { shown, fresh, selected, chain, pins, sizes, onSelect: select };
  return (
    <>
      <MapPrint {...{ within, mapped, state, graph, shown, layout }} />
      <div ref={frame} className="map-screen" aria-busy={isWaiting}>
        <MapFilters {...{ mapped, state, put, graph }} />
        <p className="quiet map-count" role="status">
          {formatCount(count, 'cross-reference')} shown
          {graph.unplaced > 0 && `; ${graph.unplaced} more have an end that belongs to none of these places`}
        </p>
        <MapOpened opened={graph.opened} onClose={toggle} />
        <MapLink link={link} />
        <MapPinned pins={pins} places={graph.places} onRelease={release} />
        <MapChains {...{ asked, told, shown }} looked={chain?.id ?? null} onLook={setChain} />
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
                      {layout ? (
                        <MapCanvas
                          {...drawing}
                          layout={layout}
                          {...{ asked, told }}
                          onToggle={toggle}
                          onPut={pinAt}
                          onLink={link.draw}
                          onTidy={() => setTidied(tidied + 1)}
                        />
                      ) : (
                        <LoadingState what="the map" />
                      )}
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
              <MapPanel
                {...{ asked, graph, told, selected, state, put }}
                onToggle={toggle}
                onMove={isMap ? nudge : null}
                onLink={link.begin}
                onClose={close}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}
