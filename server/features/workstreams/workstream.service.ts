import { ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { actingOrganisation } from '../actions/action.service.js';
import { replaceOwners } from '../actions/ownership.service.js';
import { placeAfter } from '../actions/place.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { archiveItem, refuseUnderPutAway } from '../plans/archive.service.js';
import { Plan } from '../plans/plan.entity.js';
import { checkOpen } from '../plans/plan.rules.js';
import { holdPlanOf, lockPlan, refuseCleared, refuseClosedPlan } from '../plans/plan.service.js';
import { checkAllHere, lastPosition } from '../plans/priority.service.js';
import { Workstream, type WorkstreamAbilities } from './workstream.entity.js';
import type {
  AssignWorkstreamInput,
  CreateWorkstreamInput,
  MoveWorkstreamInput,
  UpdateWorkstreamInput,
} from './workstream.inputs.js';
import { authoriseWorkstream, workstreamsInPlans } from './workstream.policy.js';

type WorkstreamRow = Workstream & Row;

export async function createWorkstream(work: Work, input: CreateWorkstreamInput): Promise<WorkstreamRow> {
  const { id, planId, sponsors, ...fields } = input;
  const plan = await lockPlan(work, planId, 'create');
  checkOpen(plan.status);
  await refuseUnderPutAway(work, { planId });
  await checkBodies(work, plan, input);
  const row = await work.insertOnce<Workstream>(Workstream, id, input, {
    ...fields,
    priorityIds: input.priorityIds ?? [],
    partnershipId: plan.partnershipId,
    audienceId: plan.audienceId,
    planId,
    position: await lastPosition(work, Workstream, planId),
  });
  if (sponsors && row.version === 1)
    await replaceOwners(work, ItemType.Workstream, row, sponsors, 'sponsors');
  return row;
}

export async function updateWorkstream(work: Work, input: UpdateWorkstreamInput): Promise<WorkstreamRow> {
  refuseCleared(input, ['title']);
  await holdPlanOf(work, Workstream, input.id);
  const workstream = await lockWorkstream(work, input.id, 'update');
  await refuseClosedPlan(work, workstream.planId);
  await checkBodies(work, { id: workstream.planId, partnershipId: workstream.partnershipId }, input);
  const { id: _, expectedVersion, priorityIds, ...fields } = input;
  const patch = { ...fields, priorityIds: priorityIds === null ? [] : priorityIds };
  return work.update<Workstream>(Workstream, workstream, patch, { version: expectedVersion });
}

export async function assignWorkstream(work: Work, input: AssignWorkstreamInput): Promise<WorkstreamRow> {
  await holdPlanOf(work, Workstream, input.id);
  const workstream = await lockWorkstream(work, input.id, 'assign');
  await refuseClosedPlan(work, workstream.planId);
  await checkBodies(work, { id: workstream.planId, partnershipId: workstream.partnershipId }, input);
  const { leadOrganisationId, sponsors } = input;
  const patch = { leadOrganisationId, ownersRevision: sponsors ? workstream.ownersRevision + 1 : undefined };
  const fieldOf = { ownersRevision: 'sponsors' };
  const updated = await work.update<Workstream>(Workstream, workstream, patch, {
    version: input.expectedVersion,
    fieldOf,
  });
  if (sponsors) await replaceOwners(work, ItemType.Workstream, updated, sponsors, 'sponsors');
  return updated;
}

export async function moveWorkstream(work: Work, input: MoveWorkstreamInput): Promise<WorkstreamRow> {
  const current = await work.find<Workstream>(Workstream, input.id);
  if (!current) throw notFound();
  // The order of a plan is changed by one hand at a time.
  const plan = await work.lock<Plan>(Plan, current.planId);
  const workstream = await lockWorkstream(work, input.id, 'move');
  checkOpen(plan.status);
  const siblings = {
    partnershipId: plan.partnershipId,
    tables: { workstreams: 'plan_id = $1 and id <> $2' },
    params: [plan.id, workstream.id],
  };
  const position = await placeAfter(work, siblings, input.afterId);
  return work.update<Workstream>(Workstream, workstream, { position }, { version: input.expectedVersion });
}

export async function archiveWorkstream(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<WorkstreamRow> {
  await holdPlanOf(work, Workstream, input.id);
  const workstream = await lockWorkstream(work, input.id, 'archive');
  await refuseClosedPlan(work, workstream.planId);
  return archiveItem(work, ItemType.Workstream, workstream, input, archived);
}

/** Locks the workstream, asks the policy, and records for which organisation it is done. */
export async function lockWorkstream(
  work: Work,
  id: string,
  verb: keyof WorkstreamAbilities,
): Promise<WorkstreamRow> {
  const row = await work.lock<Workstream>(Workstream, id);
  const facts = (await workstreamsInPlans(work, [row])).get(id);
  if (!facts) throw notFound();
  authoriseWorkstream(work.viewer.position, facts, verb);
  const acting = actingOrganisation(work, facts.workstream.sponsorOrganisationIds, row.leadOrganisationId);
  await work.actFor(row.partnershipId, acting);
  return row;
}

interface Bodies {
  leadOrganisationId?: string | null;
  priorityIds?: string[] | null;
}

async function checkBodies(
  work: Work,
  plan: { id: string; partnershipId: string },
  input: Bodies,
): Promise<void> {
  const lead = input.leadOrganisationId ? [input.leadOrganisationId] : [];
  await checkAllHere(work, Organisation, plan.partnershipId, lead, 'leadOrganisationId');
  if (!input.priorityIds?.length) return;
  const priorities = await work.query(
    `select id from priorities where id = any($1::uuid[]) and plan_id = $2`,
    [input.priorityIds, plan.id],
  );
  const known = new Set(priorities.map((priority) => priority.id));
  const problems = input.priorityIds.flatMap((id, i) =>
    known.has(id) ? [] : [{ field: `priorityIds.${i}`, message: 'There is no such priority in this plan.' }],
  );
  if (problems.length) throw invalidInput(problems);
}
