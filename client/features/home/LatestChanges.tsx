import { useState } from 'react';
import { useQuery } from 'urql';
import { useNow } from '../../platform/format/useToday';
import { refusalOf } from '../../platform/graphql/errors';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { ChangeList } from '../changes/ChangeList';
import { isGone } from '../changes/gone';
import { latestChangesQuery } from './home.queries';
import { Panel } from './Panel';

const AT_FIRST = 12;
const AT_MOST = 100;

interface LatestChangesProps {
  readonly partnershipId: string;
  readonly fresh: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

/** What partners did lately, in sentences, as far as this reader may know. */
export function LatestChanges({ partnershipId, fresh, gone }: LatestChangesProps) {
  const [first, setFirst] = useState(AT_FIRST);
  const [{ data, error, stale }, ask] = useQuery({
    query: latestChangesQuery,
    variables: { of: partnershipId, first },
  });
  const now = useNow();
  const told = data?.history.nodes.filter(({ item }) => !isGone(item, gone));
  return (
    <Panel id="home-latest" title="Latest changes">
      {!data && !error && <LoadingState what="the latest changes" shape="text" />}
      {!data && error && (
        <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
          {refusalOf(error)?.message}
        </ErrorState>
      )}
      {told?.length === 0 && <p className="home-none">Nothing has happened yet.</p>}
      {told && <ChangeList label="Latest changes" changes={told} now={now} fresh={fresh} />}
      {data?.history.pageInfo.hasNextPage === true && first < AT_MOST && (
        <Button
          look="quiet"
          size="sm"
          isPending={stale}
          onPress={() => setFirst(Math.min(AT_MOST, first + 25))}
        >
          Show earlier changes
        </Button>
      )}
    </Panel>
  );
}
