import { createContext, useContext } from 'react';
import type { ViewerOrganisation } from '../../platform/auth/viewer-context';
import { type Save, useSaveHere } from '../../platform/graphql/saving';
import type { Status } from '../../platform/ui/StatusPill';
import type { PresentAt } from './plan.live';
import type { Plan } from './plan.queries';

/** What every part of a plan's page needs to know about the whole. */
export interface PlanContextValue {
  readonly planId: string;
  readonly partnershipId: string;
  /** The moment read, when it is a past one: then nothing can be changed. */
  readonly asOf: string | null;
  /** Whether what the plan says can be changed at all: it is read now, and is not closed. Who may is told by each item. */
  readonly canChange: boolean;
  /** What the partnership means by a colour. */
  readonly meaning: (status: Status) => string;
  readonly save: (save: Save) => Promise<void>;
  readonly present: readonly PresentAt[];
  readonly organisations: readonly ViewerOrganisation[];
  /** The address of a part of the plan, with the filter and the day kept. */
  readonly addressOf: (part: string) => string;
}

const PlanContext = createContext<PlanContextValue | null>(null);
export const PlanProvider = PlanContext.Provider;

export function usePlanContext(): PlanContextValue {
  const plan = useContext(PlanContext);
  if (!plan) throw new Error('Used outside the page of a plan');
  const save = useSaveHere(plan.save);
  return save === plan.save ? plan : { ...plan, save };
}

const ShownPlanContext = createContext<Plan | null>(null);
export const ShownPlanProvider = ShownPlanContext.Provider;

/** The plan itself, with all its rows. Apart from the rest since it changes with every live change: for panels and dialogs, not for cells. */
export function useShownPlan(): Plan {
  const plan = useContext(ShownPlanContext);
  if (!plan) throw new Error('Used outside the page of a plan');
  return plan;
}
