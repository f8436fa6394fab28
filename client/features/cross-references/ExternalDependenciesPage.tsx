import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Button, LinkButton } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { EmptyState, ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Dependencies, useOurs } from './Dependencies';
import { RestoreDependency } from './DependencyVerbs';
import { ExternalDependencyDialog } from './ExternalDependencyDialog';
import { type AwaitedPlan, externalDependenciesQuery } from './externalDependencies.queries';
import { useMapLive } from './map.live';
import '../actions/actions.css';
import './ExternalDependencies.css';

const WATCHES = ['Watch'];

interface ShownProps {
  readonly plan: AwaitedPlan;
  /** Null for those who may not. */
  readonly onAdd: (() => void) | null;
  readonly onDone: () => void;
}

function Shown({ plan, onAdd, onDone }: ShownProps) {
  const { externalDependencies, archivedExternalDependencies } = plan;
  const [ours, isOurs, setOurs] = useOurs();
  const rows = isOurs
    ? externalDependencies.filter(({ watches }) => watches.some(({ watcher }) => ours.includes(watcher.id)))
    : externalDependencies;
  if (externalDependencies.length === 0 && archivedExternalDependencies.length === 0)
    return (
      <EmptyState
        icon="external"
        title="Nothing from outside yet"
        {...(onAdd
          ? {
              actions: (
                <Button icon="plus" onPress={onAdd}>
                  Add what the plan waits for
                </Button>
              ),
            }
          : {})}
      >
        A national publication, a regulator’s decision, a grant: what no partner controls stands here, with
        what waits for it.
      </EmptyState>
    );
  return (
    <>
      <Dependencies {...{ rows, isOurs, onDone }} onOurs={ours.length ? setOurs : null} hasPlans={false} />
      {archivedExternalDependencies.length > 0 && (
        <details className="put-away">
          <summary>Archived ({archivedExternalDependencies.length})</summary>
          <ul>
            {archivedExternalDependencies.map((dependency) => (
              <li key={dependency.id} className="put-away-line">
                <span>
                  {dependency.title} <span className="quiet">{dependency.controlledBy}</span>
                </span>
                {dependency.viewerCan.archive && (
                  <RestoreDependency dependency={dependency} onDone={onDone} />
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What a plan waits for that no partner controls, and who waits for it. */
export function ExternalDependenciesPage() {
  const { planId = '' } = useParams();
  const [isAdding, setAdding] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: externalDependenciesQuery, variables: { id: planId } });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const plan = data?.plan;
  // What waits may stand in another plan, and what is waited for in none: followed in the whole partnership.
  useMapLive(plan?.partnership.id ?? '', plan?.changesCursor ?? null, again, WATCHES);
  const canAdd = plan?.viewerCan.createExternalDependency === true && plan.planStatus !== 'CLOSED';
  const refusal = refusalOf(error);
  return (
    <Page
      title="External dependencies"
      lead="What this plan waits for that no partner controls, and who waits for it."
      trail={[
        { label: 'Plans', to: '/plans' },
        { label: plan?.title ?? 'Plan', to: `/plans/${planId}` },
        { label: 'Map', to: `/plans/${planId}/map` },
      ]}
      actions={
        <>
          <LinkButton href="/external-dependencies">All plans</LinkButton>
          {canAdd && (
            <Button icon="plus" look="primary" onPress={() => setAdding(true)}>
              Add what it waits for
            </Button>
          )}
        </>
      }
    >
      {plan ? (
        <Shown plan={plan} onAdd={canAdd ? () => setAdding(true) : null} onDone={again} />
      ) : error && refusal?.code !== 'INVALID_INPUT' ? (
        <ErrorState onRetry={again}>{refusal?.message}</ErrorState>
      ) : data || error ? (
        <ForbiddenState actions={<LinkButton href="/plans">Go to the plans</LinkButton>} />
      ) : (
        <LoadingState what="the external dependencies" />
      )}
      {isAdding && (
        <ExternalDependencyDialog
          planId={planId}
          dependency={null}
          onClose={() => setAdding(false)}
          onDone={again}
        />
      )}
    </Page>
  );
}
