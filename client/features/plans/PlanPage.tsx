import { useDeferredValue, useMemo } from 'react';
import { Outlet, useMatch, useParams, useSearchParams } from 'react-router';
import { Provider, useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { useSaving } from '../../platform/graphql/saving';
import { Page } from '../../platform/routing/Page';
import { LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { endOfDay, pastClient } from './asOf';
import { PlanGrid } from './PlanGrid';
import { PlanHeader } from './PlanHeader';
import { PlanPriorities } from './PlanPriorities';
import { usePlanLive, usePlanPresence } from './plan.live';
import { type Plan, planQuery } from './plan.queries';
import { type PlanContextValue, PlanProvider, ShownPlanProvider } from './planContext';
import { type PlanFilter, readFilter, writeFilter } from './planFilter';
import { planWithout } from './planRows';
import './plans.css';

interface ShownPlanProps {
  readonly plan: Plan;
  readonly day: string | null;
}

function ShownPlan({ plan: answered, day }: ShownPlanProps) {
  const { viewer, organisations } = useHere();
  const { actionId, workstreamId } = useParams();
  const isAtPriorities = useMatch('/plans/:planId/priorities/*') !== null;
  const [address, setAddress] = useSearchParams();
  const [save, conflictDialog] = useSaving();
  const viewerIds = useMemo(
    () => new Set(viewer?.people.flatMap(({ person }) => person?.id ?? [])),
    [viewer],
  );
  const isLive = day === null;
  const { id: planId, changesCursor: cursor } = answered;
  const { fresh, gone } = usePlanLive({ planId, cursor, viewerIds, isLive });
  const plan = useMemo(() => planWithout(answered, gone), [answered, gone]);
  const present = usePlanPresence({ planId: plan.id, at: actionId ?? null, viewerIds, isLive });
  const query = address.toString();
  const filter = useMemo(() => readFilter(new URLSearchParams(query)), [query]);
  const shownFilter = useDeferredValue(filter);
  const setFilter = (next: PlanFilter): void =>
    setAddress((before) => writeFilter(before, next), { replace: true, preventScrollReset: true });
  const setDay = (next: string | null): void =>
    setAddress((before) => {
      const after = new URLSearchParams(before);
      if (next === null) after.delete('asOf');
      else after.set('asOf', next);
      return after;
    });
  const context = useMemo<PlanContextValue>(() => {
    const meanings = new Map(
      plan.partnership.bragDefinitions.map(({ status, meaning }) => [status as string, meaning]),
    );
    return {
      planId: plan.id,
      partnershipId: plan.partnership.id,
      asOf: day === null ? null : endOfDay(day),
      canChange: day === null && plan.planStatus !== 'CLOSED',
      meaning: (status) => meanings.get(status) ?? '',
      save,
      present,
      organisations,
      addressOf: (part) => `/plans/${plan.id}${part && `/${part}`}${query && `?${query}`}`,
    };
  }, [plan.id, plan.partnership, plan.planStatus, day, save, present, organisations, query]);
  return (
    <PlanProvider value={context}>
      <ShownPlanProvider value={plan}>
        <PlanHeader plan={plan} day={day} onDay={setDay} />
        {isAtPriorities ? (
          <PlanPriorities />
        ) : (
          <PlanGrid
            plan={plan}
            filter={shownFilter}
            onFilter={setFilter}
            openId={actionId ?? workstreamId}
            freshIds={fresh}
          />
        )}
        <Outlet />
        {conflictDialog}
      </ShownPlanProvider>
    </PlanProvider>
  );
}

function PlanContent({ day }: { readonly day: string | null }) {
  const { planId = '' } = useParams();
  const [{ data, error, fetching }, ask] = useQuery({
    query: planQuery,
    variables: { id: planId, ...(day === null ? {} : { asOf: endOfDay(day) }) },
  });
  if (data?.plan) return <ShownPlan key={planId} plan={data.plan} day={day} />;
  if (fetching || (data === undefined && !error))
    return (
      <Page title="Plan" trail={[{ label: 'Plans', to: '/plans' }]}>
        <LoadingState what="the plan" lines={12} />
      </Page>
    );
  const refusal = refusalOf(error);
  const isUnseen = !refusal || refusal.code === 'NOT_FOUND' || refusal.code === 'INVALID_INPUT';
  return (
    <Page title="Plan" trail={[{ label: 'Plans', to: '/plans' }]}>
      {isUnseen ? (
        <ForbiddenState actions={<LinkButton href="/plans">All plans</LinkButton>}>
          {day === null ? undefined : 'There was no such plan then, or it was not yours to see.'}
        </ForbiddenState>
      ) : (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>{refusal.message}</ErrorState>
      )}
    </Page>
  );
}

/** A plan, now and live, or as it stood on a day. */
export function PlanPage() {
  const [address] = useSearchParams();
  const given = address.get('asOf') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : null;
  if (day === null) return <PlanContent day={null} />;
  return (
    <Provider value={pastClient}>
      <PlanContent key={day} day={day} />
    </Provider>
  );
}
