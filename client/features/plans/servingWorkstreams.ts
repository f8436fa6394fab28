import type { PlanWorkstream } from './plan.queries.js';
import { inPlace } from './planRows.js';

/** The workstreams that serve a priority, in the order of the plan: read off these, so that a change of either is seen at once. */
export const servingWorkstreams = (
  workstreams: readonly PlanWorkstream[],
  priorityId: string,
): readonly PlanWorkstream[] =>
  inPlace(workstreams).filter(({ priorities }) => priorities.some(({ id }) => id === priorityId));
