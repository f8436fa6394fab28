import { CrossReferenceKind } from '../../../schema/vocabulary';
import { Button } from '../../platform/ui/Button';
import { Switch } from '../../platform/ui/Checkbox';
import { Popover } from '../../platform/ui/Popover';
import { Select } from '../../platform/ui/Select';
import { KIND_WORDS as REFERENCE_WORDS } from '../actions/crossReferences';
import type { Mapped } from './MapOf';
import { type MapState, NARROWED_BY, type NarrowedBy, type PutInAddress } from './mapAddress';
import { type MapGraph, ONLY, type Only } from './mapGraph';
import { KIND_WORDS, LEVELS, placeWords } from './mapPlaces';

export const ONLY_WORDS: Readonly<Record<Only, string>> = {
  strained: 'Strained only',
  unanswered: 'Unanswered only',
  external: 'External only',
};

export const BY_WORDS: Readonly<Record<NarrowedBy, string>> = {
  organisation: 'Organisation',
  board: 'Board',
  abu: 'ABU',
  kind: 'Kind',
};

const ANY = { id: '', label: 'All' };
const STEPS = [0, 1, 2, 3, 9].map((n) => ({ id: String(n), label: n === 9 ? 'All steps' : String(n) }));

const optionsOf = (
  mapped: Mapped,
): Readonly<Record<NarrowedBy, readonly { id: string; label: string }[]>> => {
  const bodies = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ id, label: name }));
  return {
    organisation: bodies(mapped.organisations),
    board: bodies(mapped.boards),
    abu: bodies(mapped.abus),
    kind: Object.values(CrossReferenceKind).map((id) => ({ id, label: REFERENCE_WORDS[id].out })),
  };
};

interface MapFiltersProps {
  readonly mapped: Mapped;
  readonly state: MapState;
  readonly put: PutInAddress;
  readonly graph: MapGraph;
}

/** At what level the map is looked at, and how much of it. */
export function MapFilters({ mapped, state, put, graph }: MapFiltersProps) {
  const { level, by, only, around } = state;
  const options = optionsOf(mapped);
  const centre = graph.places.find(({ id }) => id === around?.id);
  const narrowing = NARROWED_BY.filter((one) => by[one] !== null);
  const toggle = (one: Only, isOn: boolean): void =>
    put({ only: ONLY.filter((each) => (each === one ? isOn : only.has(each))).join() });
  return (
    <div className="map-filters">
      <Select
        label="Level"
        options={LEVELS.map((id) => ({ id, label: KIND_WORDS[id][1] }))}
        value={level}
        onChange={(id) =>
          put({ level: id?.toLowerCase() ?? null, open: null, pins: null, at: null, around: null })
        }
      />
      <Popover
        label="Filters"
        trigger={
          <Button icon="filter">
            {narrowing.length === 0 ? 'Filters' : `Filters (${narrowing.length})`}
          </Button>
        }
      >
        <div className="map-narrowing">
          {NARROWED_BY.map((one) => (
            <Select
              key={one}
              label={BY_WORDS[one]}
              options={[ANY, ...options[one]]}
              value={by[one] ?? ''}
              onChange={(id) => put({ [one]: id, at: null })}
            />
          ))}
          {narrowing.length > 0 && (
            <Button onPress={() => put(Object.fromEntries(NARROWED_BY.map((one) => [one, null])))}>
              Show all
            </Button>
          )}
        </div>
      </Popover>
      <div className="map-only">
        {ONLY.map((one) => (
          <Switch key={one} isSelected={only.has(one)} onChange={(isOn) => toggle(one, isOn)}>
            {ONLY_WORDS[one]}
          </Switch>
        ))}
      </div>
      {around && centre && (
        <fieldset className="map-around">
          <legend>Around {placeWords(centre)}</legend>
          <Select
            label="Steps to what it needs"
            options={STEPS}
            value={String(around.up)}
            onChange={(up) => put({ up })}
          />
          <Select
            label="Steps to what needs it"
            options={STEPS}
            value={String(around.down)}
            onChange={(down) => put({ down })}
          />
          <Button icon="close" onPress={() => put({ around: null, up: null, down: null })}>
            Show all places
          </Button>
        </fieldset>
      )}
    </div>
  );
}
