import { useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Provider, useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { formatDay } from '../../platform/format/dates';
import { Page } from '../../platform/routing/Page';
import { Banner } from '../../platform/ui/Banner';
import { Button, LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ComboBox } from '../../platform/ui/Select';
import { EmptyState, ErrorState, ForbiddenState } from '../../platform/ui/States';
import { TextField } from '../../platform/ui/TextField';
import { endOfDay, pastClient } from '../plans/asOf';
import { MapView } from './MapView';
import { useMapLive } from './map.live';
import { mappedPlansQuery, mapQuery } from './map.queries';
import { mapGraph } from './mapGraph';
import './Map.css';

interface MapOfPlanProps {
  readonly planId: string;
  /** A calendar day when a past state is looked at. */
  readonly day: string | null;
}

function MapOfPlan({ planId, day }: MapOfPlanProps) {
  const asOf = day === null ? null : endOfDay(day);
  const [{ data, error }, ask] = useQuery({ query: mapQuery, variables: { id: planId, asOf } });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const isThis = data?.plan?.id === planId;
  useMapLive(planId, isThis && day === null ? (data.plan?.changesCursor ?? null) : null, again);
  const answer = data?.plan && isThis ? data.interdependencies : null;
  const graph = useMemo(() => answer && mapGraph(answer), [answer]);
  if (graph) return <MapView key={planId} planId={planId} asOf={asOf} graph={graph} />;
  if (error) return <ErrorState onRetry={again} />;
  if (data && data.plan === null)
    return <ForbiddenState actions={<LinkButton href="/plans">Go to the plans</LinkButton>} />;
  return <LoadingState what="the map" />;
}

interface PickerProps extends MapOfPlanProps {
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly onPlan: (id: string) => void;
  readonly onDay: (day: string | null) => void;
}

function MapPicker({ plans, planId, day, onPlan, onDay }: PickerProps) {
  return (
    <div className="map-picker">
      <ComboBox
        label="Plan"
        className="map-plan"
        options={plans.map(({ id, title }) => ({ id, label: title }))}
        value={planId}
        onChange={(id) => id && onPlan(id)}
      />
      <TextField
        label="As it stood on"
        type="date"
        value={day ?? ''}
        onChange={(value) => onDay(value || null)}
      />
    </div>
  );
}

/** What depends on what in a plan and beyond it, as a picture and as the same in a table. */
export function MapPage() {
  const { planId: named } = useParams();
  const [address, setAddress] = useSearchParams();
  const navigate = useNavigate();
  const partnership = usePartnership();
  const [{ data, error }, ask] = useQuery({
    query: mappedPlansQuery,
    variables: { id: partnership?.id ?? '' },
    pause: partnership === null,
  });
  const plans = (data?.partnership?.plans ?? []).filter(({ archivedAt }) => archivedAt === null);
  const planId = named ?? address.get('plan') ?? plans[0]?.id ?? null;
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(address.get('asOf') ?? '')?.[0] ?? null;
  const show = (plan: string, on: string | null): void => {
    const after = new URLSearchParams(address);
    after.delete('at');
    if (on) after.set('asOf', on);
    else after.delete('asOf');
    if (named === undefined) after.set('plan', plan);
    if (plan === named || named === undefined) setAddress(after);
    else void navigate({ pathname: `/plans/${plan}/map`, search: after.toString() });
  };
  const map = planId && <MapOfPlan key={`${planId} ${day}`} planId={planId} day={day} />;
  const title = plans.find(({ id }) => id === named)?.title;
  return (
    <Page
      title="Map"
      lead="What each workstream needs of the others, and of those outside the partnership."
      trail={
        named === undefined
          ? []
          : [
              { label: 'Plans', to: '/plans' },
              { label: title ?? 'Plan', to: `/plans/${named}` },
            ]
      }
      actions={
        planId && (
          <>
            <MapPicker
              {...{ plans, planId, day }}
              onPlan={(id) => show(id, day)}
              onDay={(on) => show(planId, on)}
            />
            <LinkButton href={`/plans/${planId}/external-dependencies`} icon="external">
              External dependencies
            </LinkButton>
          </>
        )
      }
    >
      {day && planId && (
        <div className="map-past">
          <Banner actions={<Button onPress={() => show(planId, null)}>Back to now</Button>}>
            As it stood at the end of {formatDay(day)}. It does not change while you look at it.
          </Banner>
        </div>
      )}
      {map && (day ? <Provider value={pastClient}>{map}</Provider> : map)}
      {!map && error && <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!map && !error && (data || partnership === null) && (
        <EmptyState icon="map" title="No plan yet">
          The map of a plan is drawn from its cross-references.
        </EmptyState>
      )}
      {!map && !error && !data && partnership && <LoadingState what="the map" />}
    </Page>
  );
}
