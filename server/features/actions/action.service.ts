import { BragStatus, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Values, Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { organisationsWith } from '../../platform/policy/viewer.js';
import { recordStrainMoved } from '../cross-references/strain.service.js';
import { archiveItem, refuseUnderPutAway } from '../plans/archive.service.js';
import { settleAudiences } from '../plans/audience.service.js';
import { Plan } from '../plans/plan.entity.js';
import { checkOpen } from '../plans/plan.rules.js';
import { holdPlanOf, lockInPlan, refuseClosedPlan } from '../plans/plan.service.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Action, type ActionAbilities } from './action.entity.js';
import type {
  AssignActionInput,
  CreateActionInput,
  ItemVersionInput,
  MoveActionInput,
  RateActionInput,
  UpdateActionInput,
} from './action.inputs.js';
import { actionFacts, authoriseAction, factsOfAction, workstreamFacts } from './action.policy.js';
import { checkRating, wouldMakeRing } from './action.rules.js';
import { replaceOwners } from './ownership.service.js';
import { placeAfter, placeLast, rowIn } from './place.service.js';
import { readTiming } from './timing.rules.js';

type ActionRow = Action & Row;

/** One deadline is five columns; to the writer it is one field. */
const timingFields = Object.fromEntries(
  ['timingAsWritten', 'timingStart', 'timingEnd', 'timingPrecision', 'timingRecurrence'].map((column) => [
    column,
    'timing',
  ]),
);

/** Blue and who said so, and when, are one answer to whoever rates. */
const ratingFields = { signedOffById: 'status', signedOffAt: 'status' };

export async function createAction(work: Work, input: CreateActionInput): Promise<ActionRow> {
  const workstream = await lockInPlan<Workstream>(work, Workstream, input.workstreamId);
  const parent = input.parentId ? await work.find<Action>(Action, input.parentId) : null;
  if (input.parentId && parent?.workstreamId !== workstream.id)
    throw invalidInput([{ field: 'parentId', message: 'The action above must be in the same workstream.' }]);
  const facts = parent
    ? (await actionFacts(work, [parent])).get(parent.id)
    : {
        ownerOrganisationIds: [],
        workstream: (await workstreamFacts(work, [workstream.id])).get(workstream.id),
      };
  if (!facts?.workstream) throw notFound();
  const { workstream: workstreamOwners, ownerOrganisationIds } = facts;
  authoriseAction(work.viewer.position, { ownerOrganisationIds, workstream: workstreamOwners }, 'create');
  await refuseClosedPlan(work, workstream.planId);
  await refuseUnderPutAway(work, {
    parentId: parent?.id,
    workstreamId: workstream.id,
    planId: workstream.planId,
  });
  await work.actFor(
    workstream.partnershipId,
    actingOrganisation(work, ownerOrganisationIds, workstreamOwners.leadOrganisationId),
  );

  const above = parent ?? workstream;
  const row = await work.insertOnce<Action>(Action, input.id, input, {
    partnershipId: workstream.partnershipId,
    audienceId: above.audienceId,
    planId: workstream.planId,
    workstreamId: workstream.id,
    parentId: parent?.id ?? null,
    reference: input.reference ?? null,
    title: input.title,
    expectedOutcome: input.expectedOutcome ?? null,
    position: await placeLast(work, rowIn(workstream, { parentId: parent?.id ?? null })),
    ...(await timingColumns(work, workstream.planId, input.timing)),
  });
  // A create tried again finds its owners there already.
  if (input.leads && row.version === 1 && !(await hasOwners(work, row.id)))
    await replaceOwners(work, ItemType.Action, row, input.leads, 'leads');
  return row;
}

export async function updateAction(work: Work, input: UpdateActionInput): Promise<ActionRow> {
  if (input.title === null)
    throw invalidInput([{ field: 'title', message: 'An action needs words that say what is to be done.' }]);
  const action = await forVerb(work, input.id, 'update');
  const { id: _, expectedVersion, timing, ...fields } = input;
  const patch = { ...fields, ...(await timingColumns(work, action.planId, timing)) };
  const updated = await work.update<Action>(Action, action, patch, {
    version: expectedVersion,
    fieldOf: timingFields,
  });
  await recordStrainMoved(work, action, updated);
  return updated;
}

export async function rateAction(work: Work, input: RateActionInput): Promise<ActionRow> {
  checkRating(input.status);
  const action = await forVerb(work, input.id, 'rate');
  const patch = { status: input.status, signedOffById: null, signedOffAt: null };
  const updated = await rated(work, action, patch, input);
  await recordStrainMoved(work, action, updated);
  return updated;
}

export async function signOffAction(work: Work, input: ItemVersionInput): Promise<ActionRow> {
  const action = await forVerb(work, input.id, 'signOff');
  const person = work.viewer.people.get(action.partnershipId);
  if (action.status === BragStatus.BLUE) return action;
  const patch = {
    status: BragStatus.BLUE,
    signedOffById: person?.id ?? null,
    signedOffAt: new Date().toISOString(),
  };
  const updated = await rated(work, action, patch, input);
  await recordStrainMoved(work, action, updated);
  return updated;
}

const rated = (
  work: Work,
  action: ActionRow,
  patch: Values,
  { expectedVersion }: { expectedVersion: number },
) => work.update<Action>(Action, action, patch, { version: expectedVersion, fieldOf: ratingFields });

export async function assignAction(work: Work, input: AssignActionInput): Promise<ActionRow> {
  const action = await forVerb(work, input.id, 'update');
  const updated = await work.update<Action>(
    Action,
    action,
    { ownersRevision: action.ownersRevision + 1 },
    { version: input.expectedVersion, fieldOf: { ownersRevision: 'leads' } },
  );
  await replaceOwners(work, ItemType.Action, updated, input.leads, 'leads');
  return updated;
}

export async function moveAction(work: Work, input: MoveActionInput): Promise<ActionRow> {
  await holdTree(work, input.id);
  const action = await forVerb(work, input.id, 'update');
  const tree = await work.query<{ id: string; parentId: string | null }>(
    `select id, parent_id as "parentId" from actions where workstream_id = $1`,
    [action.workstreamId],
  );
  const parentId = input.parentId === undefined ? action.parentId : input.parentId;
  const parent = tree.find((one) => one.id === parentId);
  if (parentId && !parent)
    throw invalidInput([{ field: 'parentId', message: 'There is no such action in this workstream.' }]);
  if (parentId && wouldMakeRing(action.id, parentId, new Map(tree.map((one) => [one.id, one.parentId]))))
    throw ruleBroken('NO_RINGS', 'An action cannot stand below itself.');
  if (parentId !== action.parentId) await refuseUnderPutAway(work, { parentId });
  const workstream = { id: action.workstreamId, partnershipId: action.partnershipId };
  const position = await placeAfter(work, rowIn(workstream, { parentId, except: action.id }), input.afterId);
  const moved = await work.update<Action>(
    Action,
    action,
    { parentId, position },
    { version: input.expectedVersion },
  );
  if (parentId === action.parentId) return moved;
  await settleAudiences(work, ItemType.Action, moved);
  return (await work.find<Action>(Action, action.id)) ?? moved;
}

export async function archiveAction(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<ActionRow> {
  await holdTree(work, input.id);
  const action = await forVerb(work, input.id, 'archive');
  return archiveItem(work, ItemType.Action, action, input, archived);
}

/**
 * The tree of a workstream is changed by one hand at a time: two moves never close a ring between them, and nothing
 * comes to stand below what is put away at that moment.
 */
export async function holdTree(work: Work, actionId: string): Promise<void> {
  const [, current] = await Promise.all([
    holdPlanOf(work, Action, actionId),
    work.find<Action>(Action, actionId),
  ]);
  if (!current) throw notFound();
  await work.lock(Workstream, current.workstreamId);
}

/** The way into every verb that changes an action: locks it, asks the policy, records for which organisation it is done. */
export async function forVerb(work: Work, id: string, verb: keyof ActionAbilities): Promise<ActionRow> {
  // Sent together, answered in order: the locks first, so that the rest is as it is once this verb has its turn.
  const [action, facts] = await Promise.all([lockInPlan<Action>(work, Action, id), factsOfAction(work, id)]);
  if (!facts) throw notFound();
  checkOpen(facts.planStatus);
  authoriseAction(work.viewer.position, facts, verb);
  await work.actFor(
    action.partnershipId,
    actingOrganisation(work, facts.ownerOrganisationIds, facts.workstream.leadOrganisationId),
  );
  return action;
}

/** On whose behalf: the first of the owners the viewer edits for. */
export function actingOrganisation(
  work: Work,
  owners: readonly string[],
  lead: string | null,
): string | null {
  const mine = organisationsWith(work.viewer.position, 'EDIT');
  return owners.find((id) => mine.includes(id)) ?? (lead && mine.includes(lead) ? lead : null);
}

async function hasOwners(work: Work, itemId: string): Promise<boolean> {
  return (await work.query(`select id from ownerships where item_id = $1 limit 1`, [itemId])).length > 0;
}

/** The five columns of a deadline as written, read against the plan’s own years. Undefined leaves it, null clears it. */
export async function timingColumns(
  work: Work,
  planId: string,
  text: string | null | undefined,
): Promise<Record<string, unknown>> {
  if (text === undefined) return {};
  if (text === null || text.trim() === '')
    return Object.fromEntries(Object.keys(timingFields).map((column) => [column, null]));
  const plan = await work.find<Plan>(Plan, planId);
  if (!plan) throw notFound();
  const timing = readTiming(text, { yearOneStart: plan.yearOneStartsOn, periodEnd: plan.endsOn });
  return {
    timingAsWritten: timing.asWritten,
    timingStart: timing.start,
    timingEnd: timing.end,
    timingPrecision: timing.precision,
    timingRecurrence: timing.recurrence,
  };
}
