import { useState } from 'react';
import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { refusalOf } from '../../platform/graphql/errors';
import { Page } from '../../platform/routing/Page';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState, ForbiddenState } from '../../platform/ui/States';
import { Dependencies, useOurs } from './Dependencies';
import { allDependenciesQuery } from './externalDependencies.queries';
import { useMapLive } from './map.live';
import '../actions/actions.css';
import './ExternalDependencies.css';

/** Few enough to read at a sitting, and as many as may be asked for. */
const FIRST = 50;
const MOST = 100;
const WATCHES = ['Watch'];

/** What all plans wait for that no partner controls, as it is expected: one list for the partnership. */
export function AllDependenciesPage() {
  const partnership = usePartnership();
  const [ours, isOurs, setOurs] = useOurs();
  const [first, setFirst] = useState(FIRST);
  const [{ data, error }, ask] = useQuery({
    query: allDependenciesQuery,
    variables: { within: partnership?.id ?? '', first, filter: isOurs ? { watchedBy: [...ours] } : null },
    pause: partnership === null,
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  useMapLive(partnership?.id ?? '', data?.partnership?.changesCursor ?? null, again, WATCHES);
  const { nodes = [], totalCount = 0 } = data?.externalDependencies ?? {};
  return (
    <Page
      title="External dependencies"
      lead="What the plans wait for that no partner controls, as it is expected: what is overdue first."
      trail={[{ label: 'Map', to: '/map' }]}
    >
      {data ? (
        <>
          <Dependencies
            rows={nodes}
            {...{ isOurs }}
            hasPlans
            onOurs={ours.length ? setOurs : null}
            onDone={again}
          />
          {nodes.length < totalCount && first < MOST && (
            <Button onPress={() => setFirst(MOST)}>Show more</Button>
          )}
        </>
      ) : error ? (
        <ErrorState onRetry={again}>{refusalOf(error)?.message}</ErrorState>
      ) : partnership === null ? (
        <ForbiddenState />
      ) : (
        <LoadingState what="the external dependencies" />
      )}
    </Page>
  );
}
