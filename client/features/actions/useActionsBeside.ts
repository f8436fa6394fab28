import { useShownPlan } from '../plans/planContext';
import type { ActionNow, ActionRow } from './actionRow';

const NONE: readonly ActionRow[] = [];

/** All actions of the workstream that an action stands in, as the plan shows them just now. */
export function useActionsBeside({ workstream }: Pick<ActionNow, 'workstream'>): readonly ActionRow[] {
  const { workstreams } = useShownPlan();
  return workstreams.find(({ id }) => id === workstream.id)?.actions ?? NONE;
}
