import { useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { formatCount } from '../../platform/format/counts';
import { Switch } from '../../platform/ui/Checkbox';
import { EmptyState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { useIsNarrow } from '../../platform/ui/useIsNarrow';
import { MapCanvas } from './MapCanvas';
import { MapLegend } from './MapControls';
import { MapPanel } from './MapPanel';
import { MapTable } from './MapTable';
import { useFreshBundles } from './map.live';
import { type MapGraph, narrowed, ONLY, type Only } from './mapGraph';

const ONLY_WORDS: Readonly<Record<Only, string>> = {
  strained: 'Strained only',
  unanswered: 'Unanswered only',
  external: 'External only',
};

const readOnly = (address: URLSearchParams): ReadonlySet<Only> => {
  const said = (address.get('only') ?? '').split(',');
  return new Set(ONLY.filter((one) => said.includes(one)));
};

/** What is shown and what is looked at are in the address, so that they can be sent to another. */
function useMapAddress() {
  const [address, setAddress] = useSearchParams();
  const put = (name: string, value: string | null): void =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return { only: readOnly(address), view: address.get('view'), selected: address.get('at'), put };
}

interface MapViewProps {
  readonly planId: string;
  readonly asOf: string | null;
  readonly graph: MapGraph;
}

export function MapView({ planId, asOf, graph }: MapViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const isNarrow = useIsNarrow(frame, 480);
  const { only, view, selected, put } = useMapAddress();
  const asked = [...only].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the set is a new one each time, its words are not
  const shown = useMemo(() => narrowed(graph, only), [graph, asked]);
  const fresh = useFreshBundles(`${planId} ${asOf}`, graph);
  const select = (id: string | null): void => {
    if (id !== null && id !== selected) opener.current = document.activeElement;
    put('at', id);
  };
  const close = (): void => {
    select(null);
    const back = opener.current;
    if (back instanceof HTMLElement || back instanceof SVGElement) requestAnimationFrame(() => back.focus());
  };
  const toggle = (one: Only, isOn: boolean): void =>
    put('only', ONLY.filter((each) => (each === one ? isOn : only.has(each))).join());
  const count = [...shown.between, ...shown.within.values()].reduce((sum, { total }) => sum + total, 0);

  if (graph.places.length === 0)
    return (
      <EmptyState icon="map" title="Nothing to draw yet">
        This plan has no workstreams that you can see.
      </EmptyState>
    );
  return (
    <div ref={frame}>
      <div className="map-filters">
        {ONLY.map((one) => (
          <Switch key={one} isSelected={only.has(one)} onChange={(isOn) => toggle(one, isOn)}>
            {ONLY_WORDS[one]}
          </Switch>
        ))}
        <span className="quiet" role="status">
          {formatCount(count, 'cross-reference')} shown
        </span>
      </div>
      <div className={selected ? 'map-with-panel' : undefined}>
        <Tabs
          label="How to look at it"
          selected={view ?? (isNarrow ? 'table' : 'map')}
          onSelect={(id) => put('view', id === (isNarrow ? 'table' : 'map') ? null : id)}
          tabs={[
            {
              id: 'map',
              label: 'Map',
              panel: (
                <>
                  <MapCanvas
                    whole={graph}
                    shown={shown}
                    fresh={fresh}
                    selected={selected}
                    onSelect={select}
                  />
                  <MapLegend />
                </>
              ),
            },
            {
              id: 'table',
              label: 'Table',
              panel: <MapTable shown={shown} fresh={fresh} onSelect={select} />,
            },
          ]}
        />
        {selected && (
          <MapPanel planId={planId} asOf={asOf} graph={graph} selected={selected} onClose={close} />
        )}
      </div>
    </div>
  );
}
