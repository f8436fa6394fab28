import { createContext, useContext } from 'react';
import type { Save } from '../../platform/graphql/saving';
import type { ForwardPlanVerbs } from './forwardPlan.operations';
import type { PlannedBoard, PlannedMeeting } from './forwardPlan.queries';
import type { Move } from './useMoving';

interface ForwardPlanContextValue {
  readonly board: PlannedBoard;
  /** Whether the viewer keeps the board; partners read. */
  readonly canKeep: boolean;
  readonly today: string;
  /** The meetings that something can be planned for, soonest first. */
  readonly ahead: readonly PlannedMeeting[];
  readonly verbs: ForwardPlanVerbs;
  readonly save: (save: Save) => Promise<void>;
  /** Takes a line to another meeting, or to none yet; asks for the reason where it slips. */
  readonly move: Move;
  /** Asks for the plan again, after something was done here. */
  readonly refresh: () => void;
}

export const ForwardPlanContext = createContext<ForwardPlanContextValue | null>(null);

/** The forward plan that is being read or kept. */
export function useForwardPlan(): ForwardPlanContextValue {
  const found = useContext(ForwardPlanContext);
  if (!found) throw new Error('useForwardPlan stands outside a forward plan');
  return found;
}
