import { SeatCapacity } from '../../../schema/vocabulary.js';
import { forbidden } from '../../platform/graphql/errors.js';
import type { Capability } from '../../platform/policy/roles.js';
import { administers, holds, organisationsWith, type Position } from '../../platform/policy/viewer.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import { mayKeepExternal } from '../cross-references/external-dependency.policy.js';
import type { PlanAbilities } from './plan.entity.js';

/** What decides who may do what with a plan. */
export interface PlanFacts {
  partnershipId: string;
  boardId: string | null;
  /** Who leads each of its workstreams, as far as the viewer sees them. */
  leadOrganisationIds: readonly (string | null)[];
  /** For whom workbooks were brought into it, those that were taken back aside. */
  broughtByIds: readonly string[];
  /** The viewer’s own organisations in the partnership. */
  ownOrganisationIds: readonly string[];
}

const OFFICERS = [SeatCapacity.CHAIR, SeatCapacity.VICE_CHAIR, SeatCapacity.SECRETARIAT];

/** The chair, the vice-chair or the secretariat. */
export function runsBoard(viewer: Position, boardId: string | null): boolean {
  const seats = boardId === null ? undefined : viewer.seats.get(boardId);
  return OFFICERS.some((capacity) => seats?.has(capacity));
}

/** Speaks for the plan’s board, or for the partnership. */
export const isOfficer = (
  viewer: Position,
  { boardId, partnershipId }: Pick<PlanFacts, 'boardId' | 'partnershipId'>,
): boolean => administers(viewer, partnershipId) || runsBoard(viewer, boardId);

/** Begins a plan: a lead of any partner, or an administrator of the partnership. */
export function mayCreatePlan(
  viewer: Position,
  partnershipId: string,
  ownOrganisationIds: readonly string[],
): boolean {
  return administers(viewer, partnershipId) || holds(viewer, ownOrganisationIds, 'CREATE');
}

/** While nobody leads anything in it, a plan is still anybody’s draft: any partner’s lead works on it. */
const isBeginner = (viewer: Position, facts: PlanFacts) =>
  facts.leadOrganisationIds.length === 0 && holds(viewer, facts.ownOrganisationIds, 'CREATE');

export const isPlanner = (viewer: Position, facts: PlanFacts): boolean =>
  isOfficer(viewer, facts) || isBeginner(viewer, facts) || holds(viewer, facts.leadOrganisationIds, 'CREATE');

/**
 * Brings a workbook into it: whoever plans, and whoever brought one before, for a plan is brought anew each month, also
 * where its workstreams were given to other organisations by the file itself.
 */
export const mayImport = (viewer: Position, facts: PlanFacts): boolean =>
  isPlanner(viewer, facts) || holds(viewer, facts.broughtByIds, 'IMPORT');

export function planAbilities(viewer: Position, facts: PlanFacts): PlanAbilities {
  const plans = isPlanner(viewer, facts);
  const decides = isOfficer(viewer, facts);
  const disposes = decides || isBeginner(viewer, facts);
  return {
    update: plans,
    create: plans,
    createExternalDependency: mayKeepExternal(viewer, facts.partnershipId, facts.ownOrganisationIds),
    adopt: decides,
    archive: disposes,
    restrict: disposes,
    publish: decides,
    import: mayImport(viewer, facts),
  };
}

const refusals: Record<keyof PlanAbilities, string> = {
  update:
    'Only leads of organisations that lead a workstream here, or officers of its board, may change this plan.',
  create:
    'Only leads of organisations that lead a workstream here, or officers of its board, may add to this plan.',
  createExternalDependency:
    'Only a lead of a partner organisation keeps what the plan waits for from outside.',
  adopt:
    'Only the chair or secretariat of its board, or an administrator of the partnership, may adopt or close this plan.',
  archive:
    'Only the chair or secretariat of its board, or an administrator of the partnership, may put this plan away.',
  restrict:
    'Only the chair or secretariat of its board, or an administrator of the partnership, may say who sees this plan.',
  publish:
    'Only the chair or secretariat of its board, or an administrator of the partnership, may publish a plan.',
  import:
    'Only leads of organisations that lead a workstream here or brought a workbook before, or officers of its board, may bring a workbook into this plan.',
};

export function authorisePlan(viewer: Position, facts: PlanFacts, verb: keyof PlanAbilities): void {
  if (!planAbilities(viewer, facts)[verb]) throw forbidden(refusals[verb]);
}

/** Whoever may say who sees a plan may not yet open it to the public. */
export function authorisePublishing(
  viewer: Position,
  plan: Pick<PlanFacts, 'boardId' | 'partnershipId'>,
): void {
  if (!isOfficer(viewer, plan)) throw forbidden(refusals.publish);
}

export interface PlanRow {
  id: string;
  partnershipId: string;
  boardId: string | null;
}

/** The facts of many plans in two queries. */
export async function planFacts(reader: Reader, plans: readonly PlanRow[]): Promise<Map<string, PlanFacts>> {
  const [parts, own] = await Promise.all([
    reader.query<PartRow>(PARTS, [plans.map((plan) => plan.id)]),
    ownOrganisations(reader),
  ]);
  const byPlan = groupBy(parts, (part) => part.planId);
  return new Map(
    plans.map(({ id, partnershipId, boardId }) => [
      id,
      {
        partnershipId,
        boardId,
        leadOrganisationIds: organisationsIn(byPlan.get(id), false),
        broughtByIds: organisationsIn(byPlan.get(id), true).filter((one) => one !== null),
        ownOrganisationIds: own.get(partnershipId) ?? [],
      },
    ]),
  );
}

interface PartRow {
  planId: string;
  organisationId: string | null;
  isImport: boolean;
}

const organisationsIn = (parts: readonly PartRow[] = [], isImport: boolean): (string | null)[] =>
  parts.filter((part) => part.isImport === isImport).map((part) => part.organisationId);

/** Who leads its workstreams, and for whom workbooks were brought into it. */
const PARTS = `
  select plan_id as "planId", lead_organisation_id as "organisationId", false as "isImport" from workstreams
  where plan_id = any($1::uuid[]) and archived_at is null
  union all
  select distinct plan_id, organisation_id, true from imports
  where plan_id = any($1::uuid[]) and status = 'APPLIED' and organisation_id is not null`;

/** The same by id alone, for what belongs to a plan. */
export async function factsOfPlans(
  reader: Reader,
  planIds: readonly string[],
): Promise<Map<string, PlanFacts>> {
  const plans = await reader.query<PlanRow>(
    `select id, partnership_id as "partnershipId", board_id as "boardId" from plans where id = any($1::uuid[])`,
    [[...new Set(planIds)]],
  );
  return planFacts(reader, plans);
}

/** The organisations the viewer leads for, by partnership. */
export async function ownOrganisations(
  reader: Reader,
  capability: Capability = 'CREATE',
): Promise<Map<string, string[]>> {
  const mine = organisationsWith(reader.viewer.position, capability);
  if (mine.length === 0) return new Map();
  const rows = await reader.query<{ id: string; partnershipId: string }>(
    `select id, partnership_id as "partnershipId" from organisations where id = any($1::uuid[]) order by id`,
    [mine],
  );
  return new Map(
    [...groupBy(rows, (row) => row.partnershipId)].map(([id, of]) => [id, of.map((row) => row.id)]),
  );
}
