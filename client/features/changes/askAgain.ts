import { useEffect } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { useLatest } from '../../platform/ui/useLatest';

/** That something changed there, and not what: for whoever asks again as a whole. */
export const changesThere = graphql(`
  subscription ChangesThere($within: ID!, $after: String) {
    changes(within: $within, after: $after) {
      cursor
      kind
      itemType
      itemId
      aboutId
    }
  }
`);

type ChangeThere = ResultOf<typeof changesThere>['changes'];

/** Changes that come together are asked after together. */
const GATHER_MS = 200;

/**
 * Asks again shortly after something has changed there that concerns the asker. With the cursor that came with the first
 * answer nothing is missed that changes before the line is joined, or while it is broken; nothing is followed while
 * `within` is null.
 */
export function useAskAgain(
  within: string | null,
  cursor: string | undefined,
  concerns: (change: ChangeThere) => boolean,
  ask: () => void,
): void {
  const client = useClient();
  const after = useFirstCursor(within, cursor);
  const isOurs = useLatest(concerns);
  const again = useLatest(ask);
  useEffect(() => {
    if (within === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        again();
      }, GATHER_MS);
    };
    const { unsubscribe } = client.subscription(changesThere, { within, after }).subscribe(({ data }) => {
      if (data && (data.changes.kind === 'RESYNC' || isOurs(data.changes))) soon();
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client, within, after, isOurs, again]);
}
