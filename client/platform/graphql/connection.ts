import { useSyncExternalStore } from 'react';

/** How the page stands to the server: live, reconnecting, or showing what was true at a moment. */
export interface ConnectionState {
  state: 'live' | 'reconnecting' | 'offline';
  /** The last moment everything on the screen was known to be true. */
  asOf: Date;
}

/** Gone this long, the page says when it was last true instead of that it tries. */
const OFFLINE_AFTER_MS = 10_000;

let current: ConnectionState = { state: 'live', asOf: new Date() };
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function become(next: ConnectionState): void {
  current = next;
  for (const listener of listeners) listener();
}

export function connectionIsLive(): void {
  clearTimeout(timer);
  timer = undefined;
  become({ state: 'live', asOf: new Date() });
}

export function connectionIsLost(): void {
  if (current.state !== 'live') return;
  const asOf = new Date();
  become({ state: 'reconnecting', asOf });
  timer = setTimeout(() => become({ state: 'offline', asOf }), OFFLINE_AFTER_MS);
}

export const useConnection = (): ConnectionState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
