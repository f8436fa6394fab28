import { createContext, useContext } from 'react';
import type { Connection } from '../ui/ConnectionIndicator';

/** What the frame around every page shows. Each part is left out until it is known; nothing is made up meanwhile. */
export interface ShellState {
  readonly partnership?: string;
  readonly viewer?: {
    readonly name: string;
    readonly organisation: string;
    readonly organisationShortName?: string | null;
  };
  readonly connection?: Connection;
  readonly onSignOut?: () => void;
}

const ShellContext = createContext<ShellState>({});

/** Wrap the router with it, and give it what the session and the live connection know. */
export const ShellProvider = ShellContext.Provider;

export function useShellState(): ShellState {
  return useContext(ShellContext);
}
