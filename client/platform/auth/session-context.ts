import { createContext, useContext } from 'react';

export interface Session {
  /** Somebody else is at this browser now, or nobody: everything known so far is forgotten and asked for anew. */
  readonly beginAnew: () => void;
  /** True after the server ended the session while the page was open; false again once somebody was told. */
  readonly wasPutOut: boolean;
  readonly takePutOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside SessionProvider');
  return session;
}
