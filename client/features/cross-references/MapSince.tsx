import { Provider, useQuery } from 'urql';
import { formatDay } from '../../platform/format/dates';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { endOfDay, pastClient } from '../plans/asOf';
import type { MapOfProps } from './MapOf';
import { type MapAsked, mapQuery } from './map.queries';
import { changesBetween, type Difference } from './mapCompare';
import { around, type MapGraph, mapGraph, narrowed } from './mapGraph';
import { placeWords } from './mapPlaces';
import { bundleWords } from './mapWords';

interface MapSinceProps extends Omit<MapOfProps, 'mapped'> {
  readonly asked: MapAsked;
  readonly graph: MapGraph;
}

function words({ how, bundle, before }: Difference): string {
  if (how === 'added' || how === 'gone') return bundleWords(bundle);
  return `${before ? bundleWords(before) : ''} → ${bundleWords(bundle)}`;
}

const HOW_WORDS: Readonly<Record<Difference['how'], string>> = {
  added: 'New',
  gone: 'Gone',
  'more strained': 'More strained',
  'less strained': 'Less strained',
  more: 'More of them',
  fewer: 'Fewer of them',
};

interface ChangesProps extends MapSinceProps {
  readonly since: string;
}

function Changes({ asked, graph, isPlan, within, state, put, since }: ChangesProps) {
  const [{ data, error }, ask] = useQuery({
    query: mapQuery,
    variables: { ...asked, isPlan, asOf: endOfDay(since) },
  });
  if (error) return <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState what="what changed" shape="text" lines={2} />;
  const like = (one: MapGraph) => narrowed(state.around ? around(one, state.around) : one, state.only);
  const before = like(mapGraph(data.interdependencies, isPlan ? within : null));
  const changes = changesBetween(before, like(graph));
  if (changes.length === 0) return <p className="quiet">Nothing changed between the two days.</p>;
  return (
    <ul className="map-changes">
      {changes.map((change) => (
        <li key={change.bundle.id}>
          <b>{HOW_WORDS[change.how]}</b>:{' '}
          <button type="button" className="map-open" onClick={() => put({ at: change.bundle.id })}>
            {placeWords(change.bundle.from)} → {placeWords(change.bundle.to)}
          </button>
          , {words(change)}
        </li>
      ))}
    </ul>
  );
}

/** What changed on the map between an earlier day and what is shown. */
export function MapSince(props: MapSinceProps) {
  const { since } = props.state;
  if (since === null) return null;
  return (
    <section className="map-since" aria-label={`What changed since ${formatDay(since)}`}>
      <h2>What changed since {formatDay(since)}</h2>
      <Provider value={pastClient}>
        <Changes {...props} since={since} />
      </Provider>
    </section>
  );
}
