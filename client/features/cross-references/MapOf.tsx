import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { ResultOf } from '../../platform/graphql/graphql';
import { LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { endOfDay } from '../plans/asOf';
import { MapView } from './MapView';
import { useMapLive } from './map.live';
import { type mappedQuery, mapQuery } from './map.queries';
import { askedOf, type MapState, NARROWED_BY, type PutInAddress } from './mapAddress';
import { mapGraph, tiedOnly } from './mapGraph';

export type Mapped = NonNullable<ResultOf<typeof mappedQuery>['partnership']>;

export interface MapOfProps {
  /** The plan, or the partnership. */
  readonly within: string;
  readonly isPlan: boolean;
  readonly mapped: Mapped;
  readonly state: MapState;
  readonly put: PutInAddress;
}

/** A map, live or as it stood on a day. What was asked for before stays until the next answer is there. */
export function MapOf(props: MapOfProps) {
  const { within, isPlan, state } = props;
  const { day } = state;
  const asOf = day === null ? null : endOfDay(day);
  const asked = askedOf(state, within, asOf);
  const [{ data, error, fetching }, ask] = useQuery({ query: mapQuery, variables: { ...asked, isPlan } });
  const [told, setTold] = useState(0);
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
    setTold((before) => before + 1);
  };
  const found = (isPlan ? data?.plan : data?.partnership) ?? null;
  useMapLive(within, day === null ? (found?.changesCursor ?? null) : null, again);
  const answer = found && data ? data.interdependencies : null;
  const isNarrowed = NARROWED_BY.some((by) => state.by[by] !== null);
  const graph = useMemo(() => {
    const whole = answer && mapGraph(answer, isPlan ? within : null);
    return whole && isNarrowed ? tiedOnly(whole) : whole;
  }, [answer, isPlan, within, isNarrowed]);
  if (graph) return <MapView {...props} {...{ asked, graph, told }} isWaiting={fetching} />;
  if (error) return <ErrorState onRetry={again} />;
  if (data && !found)
    return <ForbiddenState actions={<LinkButton href="/plans">Go to the plans</LinkButton>} />;
  return <LoadingState what="the map" />;
}
