import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { useAskAgain } from '../changes/askAgain';
import { ReportSync, type SyncState } from './reportSync';

/** Asks for the report again shortly after anything that belongs to it has changed. */
export const useReportLive = (
  reportId: string,
  within: string | null,
  cursor: string | undefined,
  ask: () => void,
): void =>
  useAskAgain(within, cursor, ({ itemId, aboutId }) => itemId === reportId || aboutId === reportId, ask);

/** The shared text of a report for as long as the page is open. */
export function useReportSync(reportId: string): { sync: ReportSync | null; state: SyncState } {
  const client = useClient();
  const [sync, setSync] = useState<ReportSync | null>(null);
  const [state, setState] = useState<SyncState>({ saving: 'OPENING', refusal: null, writers: [] });
  useEffect(() => {
    const opened = new ReportSync(client, reportId, setState);
    opened.start();
    setSync(opened);
    return () => opened.stop();
  }, [client, reportId]);
  return { sync: sync?.reportId === reportId ? sync : null, state };
}
