import type { Person } from '../support/app.js';
import { startWorld, type World } from '../support/world.js';

export const PLACE = `mutation ($input: PlaceActionInput!) {
  placeAction(input: $input) { placement { id version reference position action { id } workstream { id } plan { id } viewerCan { update archive } } } }`;
export const UPDATE = `mutation ($input: UpdatePlacementInput!) {
  updatePlacement(input: $input) { placement { id version reference position } } }`;
export const ARCHIVE = `mutation ($input: ItemVersionInput!) {
  archivePlacement(input: $input) { placement { id archivedAt } } }`;
export const RESTORE = `mutation ($input: ItemVersionInput!) {
  restorePlacement(input: $input) { placement { id archivedAt } } }`;
export const COMBINE = `mutation ($input: CombineActionsInput!) {
  combineActions(input: $input) { placement { id reference position action { id } workstream { id } } givenUp { id archivedAt } } }`;

/** Two plans: Northmoor’s action A1 at home in the one, and a workstream that Southmere leads in the other. */
export interface TwoPlans extends World {
  homePlanId: string;
  homeWorkstreamId: string;
  action: string;
  otherPlanId: string;
  otherWorkstreamId: string;
}

export async function startTwoPlans(): Promise<TwoPlans> {
  const world = await startWorld();
  return { ...world, ...(await plansIn(world)) };
}

/** Another pair of plans in the same world. */
export async function plansIn({ app: { build }, partnershipId, north, south, boardId }: World) {
  const homePlanId = await build.plan(partnershipId, { boardId });
  const homeWorkstreamId = await build.workstream(homePlanId, { number: '1', leadOrganisationId: north });
  const action = await build.action(homeWorkstreamId, {
    ...{ reference: 'A1', title: 'Open a diagnostic centre', ownerId: north, status: 'GREEN' },
  });
  const otherPlanId = await build.plan(partnershipId, { boardId });
  const otherWorkstreamId = await build.workstream(otherPlanId, { number: '2', leadOrganisationId: south });
  return { homePlanId, homeWorkstreamId, action, otherPlanId, otherWorkstreamId };
}

export interface PlacementAnswer {
  id: string;
  version: number;
  reference: string | null;
  position: number;
  action: { id: string };
}

export async function place(
  { southLead, action, otherWorkstreamId }: TwoPlans,
  more: Record<string, unknown> = {},
  who: Person = southLead,
): Promise<PlacementAnswer> {
  const input = { actionId: action, workstreamId: otherWorkstreamId, reference: 'B7', ...more };
  const { placeAction } = await who.ok<{ placeAction: { placement: PlacementAnswer } }>(PLACE, { input });
  return placeAction.placement;
}

export const versionOf = async ({ app }: World, table: string, id: string): Promise<number> =>
  (await app.build.row(table, id))['version'] as number;
