import { forbidden } from '../../platform/graphql/errors.js';
import { holds, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { isSponsor, type WorkstreamFacts, workstreamFacts } from '../actions/action.policy.js';
import { factsOfPlans, isOfficer, isPlanner, type PlanFacts } from '../plans/plan.policy.js';
import type { WorkstreamAbilities } from './workstream.entity.js';

/** What decides who may do what with a workstream: who leads and sponsors it, and whose plan it is in. */
export interface WorkstreamInPlan {
  workstream: WorkstreamFacts;
  plan: PlanFacts;
}

export function workstreamAbilities(
  viewer: Position,
  { workstream, plan }: WorkstreamInPlan,
): WorkstreamAbilities {
  const lead = [workstream.leadOrganisationId];
  const sponsors = isSponsor(viewer, workstream);
  const plans = isPlanner(viewer, plan);
  // One that no organisation leads yet is looked after by whoever plans: a gap must be possible to fill.
  const minds = isOfficer(viewer, plan) || (workstream.leadOrganisationId === null && plans);
  return {
    update: sponsors || minds || holds(viewer, lead, 'EDIT'),
    create: holds(viewer, lead, 'CREATE'),
    // Who sponsors it signs off, so an editor may not say who does.
    assign: sponsors || minds || holds(viewer, lead, 'CREATE'),
    move: plans,
    archive: minds || holds(viewer, lead, 'ARCHIVE'),
    restrict: minds || holds(viewer, lead, 'RESTRICT'),
    signOff: sponsors,
  };
}

const refusals: Record<keyof WorkstreamAbilities, string> = {
  update:
    'Only a sponsor, an editor of the lead organisation or an officer of the plan’s board may change this workstream.',
  create: 'Only a lead of the workstream’s lead organisation may add to it.',
  assign:
    'Only a sponsor, a lead of the lead organisation or an officer of the plan’s board may say who answers for this workstream.',
  move: 'Only those who plan may put the workstreams of a plan in another order.',
  archive:
    'Only a lead of the lead organisation or an officer of the plan’s board may put this workstream away.',
  restrict:
    'Only a lead of the lead organisation or an officer of the plan’s board may say who sees this workstream.',
  signOff: 'Only a sponsor of the workstream signs its actions off.',
};

export function authoriseWorkstream(
  viewer: Position,
  facts: WorkstreamInPlan,
  verb: keyof WorkstreamAbilities,
): void {
  if (!workstreamAbilities(viewer, facts)[verb]) throw forbidden(refusals[verb]);
}

/** The facts of many workstreams, in as many queries as of one. */
export async function workstreamsInPlans(
  reader: Reader,
  rows: readonly { id: string; planId: string }[],
): Promise<Map<string, WorkstreamInPlan>> {
  const [workstreams, plans] = await Promise.all([
    workstreamFacts(
      reader,
      rows.map((row) => row.id),
    ),
    factsOfPlans(
      reader,
      rows.map((row) => row.planId),
    ),
  ]);
  return new Map(
    rows.flatMap(({ id, planId }) => {
      const [workstream, plan] = [workstreams.get(id), plans.get(planId)];
      return workstream && plan ? [[id, { workstream, plan }] as const] : [];
    }),
  );
}
