import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Client, Provider } from 'urql';
import { createGraphQLClient } from '../graphql/client';
import type { RightsMoved } from '../graphql/live';
import { SessionContext } from './session-context';

/** Put out again and again, as when the database is away, the page does not ask faster than this. */
const SHORTEST_MS = 2_000;

interface Line {
  readonly client: Client;
  /** Moves on when somebody else may be here: nothing of what was on the page may stay. */
  readonly person: number;
  readonly wasPutOut: boolean;
}

const otherTabs = new BroadcastChannel('accord.session');

/**
 * The page's line to the server, as somebody. A new client holds none of what the old one was told. When only rights
 * have moved the page stays as it is, typed words too, and asks again for all it shows; when it may be somebody else,
 * it begins from nothing.
 */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const renew = useRef<(from: Client, why: RightsMoved) => void>(() => {});
  const open = useCallback((): Client => {
    const client = createGraphQLClient((why) => renew.current(client, why));
    return client;
  }, []);
  const [line, setLine] = useState<Line>(() => ({ client: open(), person: 0, wasPutOut: false }));

  const lastMoved = useRef(0);

  const beginAnew = useCallback(
    (wasPutOut = false) => {
      const client = open();
      setLine(({ person }) => ({ client, person: person + 1, wasPutOut }));
    },
    [open],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (from: Client, why: RightsMoved): void => {
      // What an old line still hears is about somebody who is not here any more.
      if (from !== line.client) return;
      lastMoved.current = Date.now();
      if (why === 'SIGNED_OUT') beginAnew(true);
      else {
        const client = open();
        setLine((before) => ({ ...before, client }));
      }
    };
    renew.current = (from, why) => {
      clearTimeout(timer);
      timer = setTimeout(() => again(from, why), Math.max(0, lastMoved.current + SHORTEST_MS - Date.now()));
    };
    return () => clearTimeout(timer);
  }, [line.client, beginAnew, open]);

  useEffect(() => {
    const heard = (): void => beginAnew();
    otherTabs.addEventListener('message', heard);
    return () => otherTabs.removeEventListener('message', heard);
  }, [beginAnew]);

  const session = useMemo(
    () => ({
      beginAnew: () => {
        otherTabs.postMessage('somebody else');
        beginAnew();
      },
      wasPutOut: line.wasPutOut,
      takePutOut: () => setLine((before) => ({ ...before, wasPutOut: false })),
    }),
    [beginAnew, line.wasPutOut],
  );
  return (
    <SessionContext value={session}>
      <Provider key={line.person} value={line.client}>
        {children}
      </Provider>
    </SessionContext>
  );
}
