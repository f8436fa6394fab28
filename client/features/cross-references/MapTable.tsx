import { Link } from 'react-router';
import { classes } from '../../platform/ui/classes';
import { StatusBar } from '../../platform/ui/StatusBar';
import { StatusPill } from '../../platform/ui/StatusPill';
import { Table, type TableColumn } from '../../platform/ui/Table';
import { type Bundle, bundlesOf, type MapGraph } from './mapGraph';
import { KIND_WORDS, type Level, type Place, placeWords } from './mapPlaces';
import { holdOf, kindWords, stateWords } from './mapWords';

interface MapTableProps {
  readonly level: Level;
  readonly shown: MapGraph;
  readonly fresh: ReadonlySet<string>;
  /** Absent where nothing can be opened. */
  readonly onSelect?: (id: string) => void;
}

interface Opens {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly onSelect: MapTableProps['onSelect'];
}

function Open({ id, name, words, onSelect }: Opens) {
  if (!onSelect) return words;
  return (
    <button
      type="button"
      className="map-open"
      data-opens={id}
      aria-label={`${words}, list ${name}`}
      onClick={() => onSelect(id)}
    >
      {words}
    </button>
  );
}

const bundleColumns = (
  fresh: ReadonlySet<string>,
  onSelect: MapTableProps['onSelect'],
): readonly TableColumn<Bundle>[] => [
  { id: 'from', header: 'From', isRowHeader: true, cell: ({ from }) => placeWords(from) },
  { id: 'to', header: 'To', cell: ({ from, to }) => (from === to ? 'Itself' : placeWords(to)) },
  {
    id: 'kinds',
    header: 'Cross-references',
    cell: (bundle) => (
      <Open
        id={bundle.id}
        words={kindWords(bundle)}
        name={`those from ${placeWords(bundle.from)} to ${placeWords(bundle.to)}`}
        onSelect={onSelect}
      />
    ),
  },
  {
    id: 'state',
    header: 'Strain and answers',
    cell: (bundle) => (
      <span className={classes('map-state', `map-${holdOf(bundle)}`, fresh.has(bundle.id) && 'is-fresh')}>
        {stateWords(bundle) || <span className="quiet">Holds</span>}
      </span>
    ),
  },
];

const partOf = (opened: readonly Place[]): TableColumn<Place> => ({
  id: 'within',
  header: 'Part of',
  cell: ({ id, within }) => {
    const frame = opened.find((one) => one.id === id) ?? opened.find((one) => one.id === within);
    return frame ? placeWords(frame) : '';
  },
});

const placeColumns = (
  header: string,
  opened: readonly Place[],
  onSelect: MapTableProps['onSelect'],
): readonly TableColumn<Place>[] => [
  {
    id: 'place',
    header,
    isRowHeader: true,
    cell: (place) =>
      place.address ? <Link to={place.address}>{placeWords(place)}</Link> : placeWords(place),
  },
  ...(opened.length > 0 ? [partOf(opened)] : []),
  {
    id: 'whose',
    header: 'Led, hosted or controlled by',
    cell: ({ whose }) => whose ?? <span className="quiet">Nobody named</span>,
  },
  {
    id: 'status',
    header: 'Status',
    cell: (place) =>
      place.counts ? (
        <div className="map-table-bar">
          <StatusBar look="bar" label={`Actions of ${placeWords(place)}`} counts={place.counts} />
        </div>
      ) : (
        place.status && <StatusPill status={place.status} />
      ),
  },
  {
    id: 'overdue',
    header: 'Overdue',
    isNumber: true,
    cell: ({ kind, overdue, counts }) => (counts || kind === 'ACTION' ? overdue : ''),
  },
  {
    id: 'open',
    header: 'Cross-references',
    cell: (place) => (
      <Open id={place.id} words="List" name={`those of ${placeWords(place)}`} onSelect={onSelect} />
    ),
  },
];

/** Everything the map shows, as rows: the same places, the same bundles, the same words. */
export function MapTable({ level, shown, fresh, onSelect }: MapTableProps) {
  return (
    <div className="map-tables">
      <Table
        label="What runs between them"
        columns={bundleColumns(fresh, onSelect)}
        rows={bundlesOf(shown)}
        rowId={(bundle) => bundle.id}
        empty={<p className="quiet">No cross-references to show.</p>}
      />
      <Table
        label={`${KIND_WORDS[level][1]} and what they wait for`}
        columns={placeColumns(KIND_WORDS[level][0], shown.opened, onSelect).filter(
          ({ id }) => onSelect || id !== 'open',
        )}
        rows={shown.places}
        rowId={(place) => place.id}
      />
    </div>
  );
}
