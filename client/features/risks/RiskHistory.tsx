import { useState } from 'react';
import { useQuery } from 'urql';
import { formatInstant } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { historyQuery } from '../actions/actionPanel.queries';
import { historyLine } from './riskHistory';

/** Everything that happened to the risk and its mitigations, scores too: latest first. */
export function RiskHistory({ of, after = null }: { readonly of: string; readonly after?: string | null }) {
  const [isMore, setMore] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: historyQuery, variables: { of, after } });
  if (!data)
    return error ? (
      <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {refusalOf(error)?.message}
      </ErrorState>
    ) : (
      <LoadingState what="the history" shape="text" lines={4} />
    );
  const { nodes, pageInfo } = data.history;
  return (
    <>
      <ol className="risk-history">
        {nodes.map((entry) => {
          const { did, changes } = historyLine(entry);
          return (
            <li key={entry.cursor}>
              <p>
                <b>{entry.actor?.name ?? 'Accord'}</b>
                {entry.organisation && ` for ${entry.organisation.name}`} {did}{' '}
                <time className="quiet" dateTime={entry.at}>
                  {formatInstant(entry.at)}
                </time>
              </p>
              {changes.map(({ field, before, after: now }) => (
                <p key={field} className="risk-history-change">
                  {field}: <del>{before}</del> → <ins>{now}</ins>
                </p>
              ))}
            </li>
          );
        })}
      </ol>
      {isMore && <RiskHistory of={of} after={pageInfo.endCursor} />}
      {!isMore && pageInfo.hasNextPage && <Button onPress={() => setMore(true)}>Show earlier changes</Button>}
    </>
  );
}
