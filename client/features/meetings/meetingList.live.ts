import { useEffect } from 'react';
import { useClient } from 'urql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { useLatest } from '../../platform/ui/useLatest';
import { meetingListChanges } from './meetingList.queries';

const GATHER_MS = 400;

/** Follows a list of meetings: what is changed of one merges by itself, the list is asked for again. */
export function useMeetingListLive(
  within: string | undefined,
  cursor: string | undefined,
  refresh: () => void,
): void {
  const client = useClient();
  const after = useFirstCursor(within, cursor);
  const again = useLatest(refresh);
  useEffect(() => {
    if (!within || after === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      timer = undefined;
      again();
    };
    const { unsubscribe } = client
      .subscription(meetingListChanges, { within, after })
      .subscribe(({ data }) => {
        if (data?.changes.itemType === 'Meeting' || data?.changes.kind === 'RESYNC')
          timer ??= setTimeout(settle, GATHER_MS);
      });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [client, within, after, again]);
}
