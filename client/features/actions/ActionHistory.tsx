import { useState } from 'react';
import { useQuery } from 'urql';
import { formatInstant } from '../../platform/format/dates';
import { refusalOf } from '../../platform/graphql/errors';
import { Button } from '../../platform/ui/Button';
import { LoadingState } from '../../platform/ui/LoadingState';
import { ErrorState } from '../../platform/ui/States';
import { type HistoryEntry, historyQuery, type PartProps } from './actionPanel.queries';
import { historyWords } from './historyWords';

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { did, changes } = historyWords(entry);
  return (
    <li className="history-entry">
      <p>
        <b>{entry.actor?.name ?? 'Accord'}</b>
        {entry.organisation && ` for ${entry.organisation.name}`} {did}{' '}
        <time className="quiet" dateTime={entry.at}>
          {formatInstant(entry.at)}
        </time>
      </p>
      {changes.length > 0 && (
        <dl className="history-changes">
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                <del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** What happened to anything whose changes are recorded, a page at a time. */
export function HistoryPage({ of, after }: { readonly of: string; readonly after: string | null }) {
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
      <ol className="history">
        {nodes.map((entry) => (
          <Entry key={entry.cursor} entry={entry} />
        ))}
      </ol>
      {isMore && <HistoryPage of={of} after={pageInfo.endCursor} />}
      {!isMore && pageInfo.hasNextPage && <Button onPress={() => setMore(true)}>Show earlier changes</Button>}
    </>
  );
}

/** Everything that happened to the action: who, when, on whose behalf, and what it was before. */
export function ActionHistory({ action }: PartProps) {
  return <HistoryPage of={action.id} after={null} />;
}
