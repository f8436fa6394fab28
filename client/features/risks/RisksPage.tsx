import { useDeferredValue, useState } from 'react';
import { Outlet, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useHere } from '../../platform/auth/viewer-context';
import { formatCount } from '../../platform/format/counts';
import { refusalOf } from '../../platform/graphql/errors';
import { useSaving } from '../../platform/graphql/saving';
import { Page } from '../../platform/routing/Page';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState } from '../../platform/ui/States';
import { Tabs } from '../../platform/ui/Tabs';
import { AddRiskDialog } from './AddRiskDialog';
import { RiskMatrix } from './RiskMatrix';
import { RisksFilter } from './RisksFilter';
import { RisksTable } from './RisksTable';
import { useRisks, useRisksLive } from './risk.live';
import { type Register, registerQuery } from './risk.queries';
import type { RiskContext } from './riskContext';
import { asked, narrowings, OPEN_RISKS, type RiskFilter, readFilter, writeFilter } from './riskFilter';
import './Risks.css';

function useRiskAddress() {
  const [address, setAddress] = useSearchParams();
  const query = address.toString();
  const go = (next: URLSearchParams): void => setAddress(next, { replace: true, preventScrollReset: true });
  return {
    filter: readFilter(address),
    setFilter: (filter: RiskFilter) => go(writeFilter(address, filter)),
    view: address.get('view') === 'matrix' ? 'matrix' : 'table',
    setView: (view: string) => {
      const next = new URLSearchParams(address);
      if (view === 'matrix') next.set('view', view);
      else next.delete('view');
      go(next);
    },
    addressOf: (id: string | null) => `/risks${id ? `/${id}` : ''}${query && `?${query}`}`,
  };
}

function ShownRegister({ register }: { readonly register: Register }) {
  const { viewer, person } = useHere();
  const { filter, setFilter, view, setView, addressOf } = useRiskAddress();
  const { risks, totalCount, refusal, more, again } = useRisks(asked(useDeferredValue(filter), register.id));
  const fresh = useRisksLive({
    within: register.id,
    cursor: register.changesCursor,
    viewerId: person?.id ?? null,
    onMoved: again,
  });
  const [save, conflictDialog] = useSaving();
  const [isAdding, setAdding] = useState(false);
  const canAdd =
    viewer?.mayWrite === true &&
    register.plans.some(
      (plan) => plan.viewerCan.create || plan.workstreams.some((one) => one.viewerCan.create),
    );
  const context: RiskContext = { save, addressOf };
  const isNarrowed = narrowings(filter) > 0 || filter.text !== '';
  const nothing = isNarrowed ? (
    <EmptyState
      icon="filter"
      title="No risk fits"
      actions={<Button onPress={() => setFilter(OPEN_RISKS)}>Clear the filter</Button>}
    />
  ) : (
    <EmptyState icon="risk" title="No open risks">
      Risks to the plans that are shared with you stand here, highest score first.
    </EmptyState>
  );
  const shown = risks && { risks, addressOf };
  return (
    <>
      <div className="risks-toolbar">
        <RisksFilter register={register} filter={filter} onFilter={setFilter} />
        <span className="quiet risks-count" role="status">
          {risks && formatCount(totalCount, 'risk')}
        </span>
        {canAdd && (
          <Button icon="plus" look="primary" onPress={() => setAdding(true)}>
            Add a risk
          </Button>
        )}
      </div>
      {refusal && !risks && <ErrorState onRetry={again}>{refusal.message}</ErrorState>}
      {!risks && !refusal && <LoadingState what="the risks" />}
      {shown && (
        <Tabs
          label="How to look at them"
          selected={view}
          onSelect={setView}
          tabs={[
            {
              id: 'table',
              label: 'Table',
              panel: shown.risks.length === 0 ? nothing : <RisksTable {...shown} fresh={fresh} />,
            },
            { id: 'matrix', label: 'Matrix', panel: <RiskMatrix {...shown} /> },
          ]}
        />
      )}
      {more && (
        <p className="risks-more">
          <Button onPress={more}>Show more risks</Button>
        </p>
      )}
      {isAdding && (
        <AddRiskDialog register={register} addressOf={addressOf} onClose={() => setAdding(false)} />
      )}
      <Outlet context={context} />
      {conflictDialog}
    </>
  );
}

/** All risks of the partnership that this reader may see, and the panel of one of them. */
export function RisksPage() {
  const { partnership } = useHere();
  const [{ data, error }, ask] = useQuery({
    query: registerQuery,
    variables: { id: partnership?.id ?? '' },
    pause: partnership === null,
  });
  const register = data?.partnership;
  return (
    <Page title="Risks" lead="What may go wrong, how likely and how bad it is, and what is done about it.">
      {register ? (
        <ShownRegister key={register.id} register={register} />
      ) : error ? (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {refusalOf(error)?.message}
        </ErrorState>
      ) : partnership === null ? (
        <EmptyState icon="risk" title="No risks to show" />
      ) : (
        <LoadingState what="the risks" />
      )}
    </Page>
  );
}
