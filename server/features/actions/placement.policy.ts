import { forbidden } from '../../platform/graphql/errors.js';
import type { Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { type ActionFacts, actionAbilities, actionFacts, workstreamFacts } from './action.policy.js';
import type { PlacementAbilities } from './placement.entity.js';

/** What decides who may do what with an action’s standing in another plan. */
export interface PlacementFacts {
  /** As of an action that nobody owns yet, at the top of the workstream it stands in. */
  place: ActionFacts;
  action: ActionFacts;
}

/** What a plan holds is said by those who may add to it; an owner may take their own work out of somebody else’s. */
export function placementAbilities(viewer: Position, { place, action }: PlacementFacts): PlacementAbilities {
  const adds = actionAbilities(viewer, place).create;
  return { update: adds, archive: adds || actionAbilities(viewer, action).archive };
}

const refusals: Record<keyof PlacementAbilities, string> = {
  update:
    'Only a lead of the workstream’s lead organisation says what stands in it, and under which reference.',
  archive:
    'Only a lead of the workstream’s lead organisation, or of an organisation that owns the action, may take it out of this plan.',
};

export function authorisePlacement(
  viewer: Position,
  facts: PlacementFacts,
  verb: keyof PlacementAbilities,
): void {
  if (!placementAbilities(viewer, facts)[verb]) throw forbidden(refusals[verb]);
}

interface Placed {
  id: string;
  actionId: string;
  workstreamId: string;
}

/** The facts of many places, in as many queries as of one. */
export async function placementFacts(
  reader: Reader,
  placed: readonly Placed[],
): Promise<Map<string, PlacementFacts>> {
  const ids = [...new Set(placed.map(({ actionId }) => actionId))];
  const [homes, workstreams] = await Promise.all([
    reader.query<{ id: string; workstreamId: string }>(
      `select id, workstream_id as "workstreamId" from actions where id = any($1::uuid[])`,
      [ids],
    ),
    workstreamFacts(reader, [...new Set(placed.map(({ workstreamId }) => workstreamId))]),
  ]);
  const actions = await actionFacts(reader, homes);
  return new Map(
    placed.flatMap(({ id, actionId, workstreamId }) => {
      const [action, workstream] = [actions.get(actionId), workstreams.get(workstreamId)];
      return action && workstream ? [[id, { action, place: { ownerOrganisationIds: [], workstream } }]] : [];
    }),
  );
}
