import { ItemType, PlanStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { type FieldError } from '../../platform/graphql/error-fields.js';
import { forbidden, invalidInput, notFound } from '../../platform/graphql/errors.js';
import { organisationsWith } from '../../platform/policy/viewer.js';
import { type EntityClass, tableOf } from '../../platform/reading/tables.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { Board } from '../boards/board.entity.js';
import { Partnership } from '../organisations/partnership.entity.js';
import { archiveItem } from './archive.service.js';
import { partnershipAudience, refreshAudiences } from './audience.service.js';
import { Plan, type PlanAbilities } from './plan.entity.js';
import type { CreatePlanInput, UpdatePlanInput } from './plan.inputs.js';
import { authorisePlan, mayCreatePlan, ownOrganisations, planFacts } from './plan.policy.js';
import { checkAdoptable, checkClosable, checkOpen, checkPeriod } from './plan.rules.js';
import { readDeadlinesAnew } from './plan-years.service.js';

type Planned = Plan & Row;

export async function createPlan(work: Work, input: CreatePlanInput): Promise<Planned> {
  const { id, partnershipId, ...fields } = input;
  if (!(await work.find(Partnership, partnershipId))) throw notFound();
  const own = (await ownOrganisations(work)).get(partnershipId) ?? [];
  if (!mayCreatePlan(work.viewer.position, partnershipId, own))
    throw forbidden(
      'Only leads of partner organisations, or an administrator of the partnership, may begin a plan.',
    );
  await work.actFor(partnershipId, own[0] ?? null);
  checkPeriod(input);
  await checkBoard(work, partnershipId, input.boardId);
  const audienceId = await partnershipAudience(work, partnershipId);
  await refreshAudiences(work);
  return work.insertOnce<Plan>(Plan, id, input, {
    ...fields,
    partnershipId,
    audienceId,
    yearOneStartsOn: input.yearOneStartsOn ?? input.startsOn,
  });
}

export async function updatePlan(work: Work, input: UpdatePlanInput): Promise<Planned> {
  refuseCleared(input, ['title', 'kind', 'startsOn', 'endsOn', 'yearOneStartsOn']);
  const plan = await lockPlan(work, input.id, 'update');
  checkOpen(plan.status);
  const { id: _, expectedVersion, ...patch } = input;
  checkPeriod({ startsOn: patch.startsOn ?? plan.startsOn, endsOn: patch.endsOn ?? plan.endsOn });
  await checkBoard(work, plan.partnershipId, patch.boardId);
  const updated = await work.update<Plan>(Plan, plan, patch, { version: expectedVersion });
  await readDeadlinesAnew(work, plan, updated);
  return updated;
}

export async function adoptPlan(work: Work, input: ItemVersionInput): Promise<Planned> {
  const plan = await lockPlan(work, input.id, 'adopt');
  checkAdoptable(plan.status);
  const patch = { status: PlanStatus.ADOPTED, adoptedOn: work.today };
  return work.update<Plan>(Plan, plan, patch, { version: input.expectedVersion });
}

export async function closePlan(work: Work, input: ItemVersionInput): Promise<Planned> {
  const plan = await lockPlan(work, input.id, 'adopt');
  checkClosable(plan.status);
  return work.update<Plan>(Plan, plan, { status: PlanStatus.CLOSED }, { version: input.expectedVersion });
}

export async function archivePlan(work: Work, input: ItemVersionInput, archived: boolean): Promise<Planned> {
  const plan = await lockPlan(work, input.id, 'archive');
  return archiveItem(work, ItemType.Plan, plan, input, archived);
}

/** Locks the plan, asks the policy, and records for which organisation it is done. */
export async function lockPlan(work: Work, id: string, verb: keyof PlanAbilities): Promise<Planned> {
  if (verb === 'adopt' || verb === 'archive') await work.query(HOLD_ALONE, [id]);
  const plan = await work.lock<Plan>(Plan, id);
  const facts = (await planFacts(work, [plan])).get(id);
  if (!facts) throw notFound();
  authorisePlan(work.viewer.position, facts, verb);
  const mine = organisationsWith(work.viewer.position, 'CREATE');
  const acting = facts.leadOrganisationIds.find((lead) => lead !== null && mine.includes(lead));
  await work.actFor(plan.partnershipId, acting ?? facts.ownOrganisationIds[0] ?? null);
  return plan;
}

/**
 * For every verb that changes what a plan says below it: keeps the plan from being closed or put away until this is
 * through. Before anything else is locked, or whoever holds a row and waits here would stand in the way of whoever
 * this waits for.
 */
export async function holdPlanOf(work: Work, entity: EntityClass, id: string): Promise<void> {
  await work.query(`select ${HOLD_OPEN} from ${tableOf(entity).name} where id = $1`, [id]);
}

/** Locks a row of a plan that is held before it: both in one question. */
export const lockInPlan = <T>(work: Work, entity: EntityClass, id: string): Promise<T & Row> =>
  work.lock<T>(entity, id, HOLD_OPEN);

/** Refuses when the plan, which is held, is closed. */
export async function refuseClosedPlan(work: Work, planId: string): Promise<void> {
  const [plan] = await work.query<{ status: PlanStatus }>(`select status from plans where id = $1`, [planId]);
  if (!plan) throw notFound();
  checkOpen(plan.status);
}

/** Whoever changes a plan’s content holds it together with others who do; whoever adopts or closes it waits for all of them. */
const HOLD_OPEN = `pg_advisory_xact_lock_shared(hashtextextended(plan_id::text, 0))`;
const HOLD_ALONE = `select pg_advisory_xact_lock(hashtextextended($1::text, 0))`;

async function checkBoard(
  work: Work,
  partnershipId: string,
  boardId: string | null | undefined,
): Promise<void> {
  if (!boardId) return;
  const board = await work.find<Board>(Board, boardId);
  if (board?.partnershipId !== partnershipId)
    throw invalidInput([{ field: 'boardId', message: 'There is no such board in this partnership.' }]);
}

/** Null clears a field; some fields cannot be without a value. */
export function refuseCleared<T extends object>(input: T, fields: readonly (keyof T & string)[]): void {
  const problems: FieldError[] = fields
    .filter((field) => input[field] === null)
    .map((field) => ({ field, message: 'This cannot be cleared: leave it out to keep it as it is.' }));
  if (problems.length) throw invalidInput(problems);
}
