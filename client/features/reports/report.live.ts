import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { reportChanges } from './report.queries';
import { ReportSync, type SyncState } from './reportSync';

const GATHER_MS = 200;

/** Asks for the report again shortly after anything that belongs to it has changed. */
export function useReportLive(reportId: string, within: string | null, ask: () => void): void {
  const client = useClient();
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (within === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        latest.current();
      }, GATHER_MS);
    };
    const { unsubscribe } = client.subscription(reportChanges, { within }).subscribe(({ data }) => {
      const change = data?.changes;
      if (!change) return;
      const isOurs = change.itemId === reportId || change.aboutId === reportId;
      if (change.kind === 'RESYNC' || isOurs) soon();
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client, reportId, within]);
}

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
