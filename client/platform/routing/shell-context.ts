import { createContext, useContext } from 'react';
import type { Connection } from '../ui/ConnectionIndicator';

/** What the frame around every page shows. Each part is left out until it is known; nothing is made up meanwhile. */
export interface ShellState {
  readonly partnership?: string;
  /** Where somebody belongs to several, or several are public: which to look at. */
  readonly partnerships?: readonly { readonly id: string; readonly name: string }[];
  readonly partnershipId?: string;
  readonly onPartnership?: (id: string) => void;
  /** Null for a visitor who is not signed in. */
  readonly viewer?: {
    readonly name: string;
    readonly organisation: string;
    readonly organisationShortName?: string | null;
  } | null;
  /** Whether the visitor keeps the partnership itself. */
  readonly isAdministrator?: boolean;
  readonly connection?: Connection;
  readonly onSignOut?: () => void;
}

const ShellContext = createContext<ShellState>({});

/** Wrap the router with it, and give it what the session and the live connection know. */
export const ShellProvider = ShellContext.Provider;

export function useShellState(): ShellState {
  return useContext(ShellContext);
}
