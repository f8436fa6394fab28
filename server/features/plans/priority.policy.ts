import type { Position } from '../../platform/policy/viewer.js';
import { isPlanner, type PlanFacts } from './plan.policy.js';
import type { PriorityAbilities } from './priority.entity.js';

/** A priority is its plan’s: whoever may add to the plan may change it. */
export function priorityAbilities(viewer: Position, plan: PlanFacts): PriorityAbilities {
  const plans = isPlanner(viewer, plan);
  return { update: plans, assign: plans, archive: plans };
}
