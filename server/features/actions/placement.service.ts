import { ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { refuseUnderPutAway } from '../plans/archive.service.js';
import { holdAudience, intersection } from '../plans/audience.service.js';
import { lockInPlan, refuseClosedPlan } from '../plans/plan.service.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { Action } from './action.entity.js';
import type { ItemVersionInput } from './action.inputs.js';
import { authoriseAction, workstreamFacts } from './action.policy.js';
import { actingOrganisation } from './action.service.js';
import { placeAfter, placeLast, rowIn } from './place.service.js';
import { Placement, type PlacementAbilities } from './placement.entity.js';
import type { PlaceActionInput, UpdatePlacementInput } from './placement.inputs.js';
import { authorisePlacement, placementFacts } from './placement.policy.js';

export type PlacementRow = Placement & Row;

/** Lets an action stand in a workstream of another plan too. Its home stays what it is. */
export async function placeAction(work: Work, input: PlaceActionInput): Promise<PlacementRow> {
  const workstream = await lockInPlan<Workstream>(work, Workstream, input.workstreamId);
  const facts = (await workstreamFacts(work, [workstream.id])).get(workstream.id);
  if (!facts) throw notFound();
  authoriseAction(work.viewer.position, { ownerOrganisationIds: [], workstream: facts }, 'create');
  await refuseClosedPlan(work, workstream.planId);
  await refuseUnderPutAway(work, { workstreamId: workstream.id, planId: workstream.planId });
  await work.actFor(workstream.partnershipId, actingOrganisation(work, [], facts.leadOrganisationId));
  const { afterId } = input;
  const row = rowIn(workstream);
  const position = afterId === undefined ? await placeLast(work, row) : await placeAfter(work, row, afterId);
  return standIn(work, workstream, { ...input, position, input });
}

interface Standing {
  id?: string | undefined;
  actionId: string;
  reference?: string | null;
  position: number;
  /** What was asked, so that the same asked again is known. */
  input: object;
}

/** Writes the row, with the action held: in a workstream that the actor holds and may add to. */
export async function standIn(
  work: Work,
  workstream: Workstream & Row,
  { id, actionId, reference, position, input }: Standing,
): Promise<PlacementRow> {
  const audienceId = await audienceOfPlace(work, actionId, workstream.id);
  const action = await work.find<Action>(Action, actionId);
  if (action?.partnershipId !== workstream.partnershipId) throw notFound();
  await refuseUnderPutAway(work, { parentId: action.id });
  if (action.planId === workstream.planId)
    throw invalidInput([
      { field: 'workstreamId', message: 'This is a workstream of the action’s own plan.' },
    ]);
  await refuseSecond(work, { id: id ?? null, actionId, workstreamId: workstream.id });
  return work.insertOnce<Placement>(Placement, id, input, {
    ...{ partnershipId: workstream.partnershipId, audienceId },
    ...{ planId: workstream.planId, toPlanId: action.planId },
    ...{ actionId, workstreamId: workstream.id, reference: reference ?? null, position },
  });
}

export async function updatePlacement(work: Work, input: UpdatePlacementInput): Promise<PlacementRow> {
  const placement = await forVerb(work, input.id, 'update');
  const { reference, afterId, expectedVersion } = input;
  const row = rowIn(
    { id: placement.workstreamId, partnershipId: placement.partnershipId },
    { except: placement.id },
  );
  const position = afterId === undefined ? undefined : await placeAfter(work, row, afterId);
  const patch = { reference, position };
  return work.update<Placement>(Placement, placement, patch, { version: expectedVersion });
}

/** Takes an action out of a plan that is not its home, or puts it back where it stood. */
export async function archivePlacement(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<PlacementRow> {
  const placement = await forVerb(work, input.id, 'archive');
  if ((placement.archivedAt !== null) === archived) return placement;
  if (!archived) {
    const { actionId, workstreamId, planId } = placement;
    await holdAudience(work, ItemType.Action, actionId);
    await refuseUnderPutAway(work, { parentId: actionId, workstreamId, planId });
    await refuseSecond(work, placement);
  }
  const patch = { archivedAt: archived ? new Date().toISOString() : null, archivedWithId: null };
  return work.update<Placement>(Placement, placement, patch, {
    version: input.expectedVersion,
    fieldOf: { archivedWithId: 'archivedAt' },
  });
}

/** Holds the plan, the workstream, the row; asks the policy; records for which organisation it is done. */
async function forVerb(work: Work, id: string, verb: keyof PlacementAbilities): Promise<PlacementRow> {
  const found = await work.find<Placement>(Placement, id);
  if (!found) throw notFound();
  await lockInPlan(work, Workstream, found.workstreamId);
  const placement = await work.lock<Placement>(Placement, id);
  const facts = (await placementFacts(work, [placement])).get(id);
  if (!facts) throw notFound();
  authorisePlacement(work.viewer.position, facts, verb);
  await refuseClosedPlan(work, placement.planId);
  const { place, action } = facts;
  const lead = place.workstream.leadOrganisationId;
  const owners = verb === 'archive' ? action.ownerOrganisationIds : [];
  const acting = actingOrganisation(work, [], lead) ?? actingOrganisation(work, owners, null);
  await work.actFor(placement.partnershipId, acting);
  return placement;
}

/** Those who see both; held until the end, so that neither is narrowed while the row is written under what it was. */
async function audienceOfPlace(work: Work, actionId: string, workstreamId: string): Promise<string> {
  const action = await holdAudience(work, ItemType.Action, actionId);
  const workstream = await holdAudience(work, ItemType.Workstream, workstreamId);
  if (!action || !workstream) throw notFound();
  return intersection(work, action, workstream);
}

/** Whoever sees the action and the workstream sees whether it stands there, so this tells nobody anything. */
async function refuseSecond(
  work: Work,
  { id, actionId, workstreamId }: { id: string | null; actionId: string; workstreamId: string },
): Promise<void> {
  const [standing] = await work.query(
    `select id from placements where action_id = $1 and workstream_id = $2 and archived_at is null and id is distinct from $3`,
    [actionId, workstreamId, id],
  );
  if (standing) throw ruleBroken('STANDS_THERE', 'This action stands in that workstream already.');
}
