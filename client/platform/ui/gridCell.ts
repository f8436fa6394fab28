import { createContext, useContext } from 'react';

/** True inside a cell of a tree grid. */
export const InGridCell = createContext(false);

/**
 * For controls that may stand in a grid. There the arrows walk from cell to cell and Enter goes into one; if each
 * control were also a stop of the Tab key, leaving a plan of a thousand actions would take a thousand presses.
 */
export function useIsOutOfTabOrder(): boolean {
  return useContext(InGridCell);
}
