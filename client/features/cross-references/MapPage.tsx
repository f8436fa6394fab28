import { useNavigate, useParams } from 'react-router';
import { Provider, useClient, useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { formatDay, londonDay } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { Page } from '../../platform/routing/Page';
import { Banner } from '../../platform/ui/Banner';
import { Button, LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ComboBox } from '../../platform/ui/Select';
import { ErrorState } from '../../platform/ui/States';
import { pastClient } from '../plans/asOf';
import { FreezeMap } from './FreezeMap';
import { FrozenMaps } from './FrozenMaps';
import { MapOf } from './MapOf';
import { MapTime } from './MapTime';
import { mappedQuery } from './map.queries';
import { useMapAddress } from './mapAddress';
import './Map.css';

/** What depends on what in a plan and beyond it, or in the whole partnership: as a picture, a matrix and a table. */
export function MapPage() {
  const { planId = null } = useParams();
  const { state, put } = useMapAddress();
  const navigate = useNavigate();
  const partnership = usePartnership();
  const today = useToday();
  const live = useClient();
  const [{ data, error }, ask] = useQuery({
    query: mappedQuery,
    variables: { id: partnership?.id ?? '' },
    pause: partnership === null,
  });
  const mapped = data?.partnership ?? null;
  const plans = (mapped?.plans ?? []).filter(({ archivedAt }) => archivedAt === null);
  const plan = plans.find(({ id }) => id === planId);
  const within = planId ?? partnership?.id ?? null;
  const { day, level } = state;
  // What was put away since was there then, too.
  const begun = [...(plan ? [plan] : (mapped?.plans ?? []))]
    .map(({ createdAt }) => londonDay(createdAt))
    .sort()[0];
  const go = (to: string | null): void => {
    // What is opened and looked at belongs to the map that is left; how it is looked at goes along.
    const kept = new URLSearchParams({ level: level.toLowerCase(), ...(day && { asOf: day }) });
    void navigate({ pathname: to ? `/plans/${to}/map` : '/map', search: kept.toString() });
  };
  return (
    <Page
      title="Map"
      lead="What depends on what, and on those outside the partnership."
      trail={
        planId === null
          ? []
          : [
              { label: 'Plans', to: '/plans' },
              { label: plan?.title ?? 'Plan', to: `/plans/${planId}` },
            ]
      }
      actions={
        within && (
          <>
            <ComboBox
              label="Map of"
              className="map-plan"
              options={[
                { id: '', label: 'The whole partnership' },
                ...plans.map(({ id, title }) => ({ id, label: title })),
              ]}
              value={planId ?? ''}
              onChange={(id) => id !== null && id !== (planId ?? '') && go(id)}
            />
            {planId && (
              <LinkButton href={`/plans/${planId}/external-dependencies`} icon="external">
                External dependencies
              </LinkButton>
            )}
            <LinkButton href={planId ? `/plans/${planId}/health` : '/health'}>
              Health of cross-references
            </LinkButton>
            <FreezeMap {...{ planId, state }} name={plan?.title ?? partnership?.name ?? 'Partnership'} />
          </>
        )
      }
    >
      {within && begun && <MapTime {...{ begun, today, day, put }} since={state.since} />}
      {day && (
        <div className="map-past">
          <Banner actions={<Button onPress={() => put({ asOf: null, since: null })}>Back to now</Button>}>
            As it stood at the end of {formatDay(day)}. It does not change while you look at it.
          </Banner>
        </div>
      )}
      {within && mapped && (
        // One provider whatever the day, so that the map is not built anew when it changes.
        <Provider value={day ? pastClient : live}>
          <MapOf key={within} {...{ within, mapped, state, put }} isPlan={planId !== null} />
        </Provider>
      )}
      {within && <FrozenMaps within={within} />}
      {within && !mapped && error && <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {within && !mapped && !error && <LoadingState what="the map" />}
    </Page>
  );
}
