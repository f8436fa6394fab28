import { formatList } from '../../platform/format/counts';
import { formatDay } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { useIsPrinting } from '../../platform/ui/useIsPrinting';
import { KIND_WORDS as REFERENCE_WORDS } from '../actions/crossReferences';
import { MapLegend } from './MapControls';
import { BY_WORDS, ONLY_WORDS } from './MapFilters';
import type { Mapped } from './MapOf';
import { MapPicture } from './MapPicture';
import { MapTable } from './MapTable';
import { type MapState, NARROWED_BY } from './mapAddress';
import { remNow } from './mapDrawing';
import type { MapGraph } from './mapGraph';
import type { MapLayout } from './mapLayout';
import { pictured } from './mapPictured';
import { KIND_WORDS, placeWords } from './mapPlaces';

interface MapPrintProps {
  readonly within: string;
  readonly mapped: Mapped;
  readonly state: MapState;
  readonly graph: MapGraph;
  readonly shown: MapGraph;
  readonly layout: MapLayout | null;
}

/** What the reader chose to look at, as a sentence that stands on paper. */
function chosen({ mapped, state, graph }: Pick<MapPrintProps, 'mapped' | 'state' | 'graph'>): string {
  const named = (id: string): string =>
    [...mapped.organisations, ...mapped.boards, ...mapped.abus].find((one) => one.id === id)?.name ?? '';
  const narrowed = NARROWED_BY.flatMap((by) => {
    const value = state.by[by];
    if (value === null) return [];
    const words = by === 'kind' ? REFERENCE_WORDS[value as keyof typeof REFERENCE_WORDS].out : named(value);
    return [`${BY_WORDS[by].toLowerCase()} ${words}`];
  });
  const centre = graph.places.find(({ id }) => id === state.around?.id);
  return [
    `${KIND_WORDS[state.level][1]}.`,
    graph.opened.length > 0 ? `Opened in place: ${formatList(graph.opened.map(placeWords))}.` : '',
    narrowed.length > 0 ? `Only what touches ${formatList(narrowed)}.` : '',
    state.only.size > 0 ? `${[...state.only].map((one) => ONLY_WORDS[one]).join(', ')}.` : '',
    centre ? `Only what is around ${placeWords(centre)}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const NONE_FRESH: ReadonlySet<string> = new Set();
const NOTHING = () => {};

/** The map on one sheet, with its day, what was chosen and what the lines mean; then the table that says the same. */
export function MapPrint({ within, mapped, state, graph, shown, layout }: MapPrintProps) {
  const isPrinting = useIsPrinting();
  const today = useToday();
  const of = mapped.plans.find(({ id }) => id === within)?.title ?? 'the whole partnership';
  if (!isPrinting || !layout) return null;
  return (
    <div className="map-print">
      <section className="map-sheet">
        <h1>Map of {of}</h1>
        <p>
          As it stood {state.day ? `at the end of ${formatDay(state.day)}` : `on ${formatDay(today)}`}.{' '}
          {chosen({ mapped, state, graph })}
        </p>
        <MapPicture picture={pictured('', shown, layout, remNow())} />
        <MapLegend />
      </section>
      <MapTable level={state.level} shown={shown} fresh={NONE_FRESH} onSelect={NOTHING} />
    </div>
  );
}
