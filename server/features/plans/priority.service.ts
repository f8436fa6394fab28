import { ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import type { EntityClass } from '../../platform/reading/tables.js';
import { tableOf } from '../../platform/reading/tables.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { positionBetween } from '../actions/action.rules.js';
import { replaceOwners } from '../actions/ownership.service.js';
import { Board } from '../boards/board.entity.js';
import { AccountableBusinessUnit } from '../organisations/abu.entity.js';
import { archiveItem, refuseUnderPutAway } from './archive.service.js';
import { checkOpen } from './plan.rules.js';
import { lockPlan, refuseCleared } from './plan.service.js';
import { Priority } from './priority.entity.js';
import type { AssignPriorityInput, CreatePriorityInput, UpdatePriorityInput } from './priority.inputs.js';

type PriorityRow = Priority & Row;

export async function createPriority(work: Work, input: CreatePriorityInput): Promise<PriorityRow> {
  const { id, planId, sros, ...fields } = input;
  const plan = await lockPlan(work, planId, 'create');
  checkOpen(plan.status);
  await refuseUnderPutAway(work, { planId });
  await checkBodies(work, plan.partnershipId, input);
  const row = await work.insertOnce<Priority>(Priority, id, input, {
    ...fields,
    abuIds: input.abuIds ?? [],
    overseeingBoardIds: input.overseeingBoardIds ?? [],
    partnershipId: plan.partnershipId,
    audienceId: plan.audienceId,
    planId,
    position: await lastPosition(work, Priority, planId),
  });
  if (sros && row.version === 1) await replaceOwners(work, ItemType.Priority, row, sros, 'sros');
  return row;
}

export async function updatePriority(work: Work, input: UpdatePriorityInput): Promise<PriorityRow> {
  refuseCleared(input, ['number', 'title']);
  const priority = await forVerb(work, input.id);
  await checkBodies(work, priority.partnershipId, input);
  const { id: _, expectedVersion, ...fields } = input;
  const lists = { abuIds: emptied(input.abuIds), overseeingBoardIds: emptied(input.overseeingBoardIds) };
  return work.update<Priority>(Priority, priority, { ...fields, ...lists }, { version: expectedVersion });
}

export async function assignPriority(work: Work, input: AssignPriorityInput): Promise<PriorityRow> {
  const priority = await forVerb(work, input.id);
  const patch = { ownersRevision: priority.ownersRevision + 1 };
  const expected = { version: input.expectedVersion, fieldOf: { ownersRevision: 'sros' } };
  const updated = await work.update<Priority>(Priority, priority, patch, expected);
  await replaceOwners(work, ItemType.Priority, updated, input.sros, 'sros');
  return updated;
}

export async function archivePriority(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<PriorityRow> {
  const priority = await forVerb(work, input.id);
  return archiveItem(work, ItemType.Priority, priority, input, archived);
}

/** A priority is its plan’s: whoever may add to the plan may change it. */
async function forVerb(work: Work, id: string): Promise<PriorityRow> {
  const known = await work.find<Priority>(Priority, id);
  if (!known) throw notFound();
  const plan = await lockPlan(work, known.planId, 'create');
  const priority = await work.lock<Priority>(Priority, id);
  checkOpen(plan.status);
  return priority;
}

async function checkBodies(
  work: Work,
  partnershipId: string,
  { abuIds, overseeingBoardIds }: Pick<UpdatePriorityInput, 'abuIds' | 'overseeingBoardIds'>,
): Promise<void> {
  await checkAllHere(work, AccountableBusinessUnit, partnershipId, abuIds, 'abuIds');
  await checkAllHere(work, Board, partnershipId, overseeingBoardIds, 'overseeingBoardIds');
}

/** Refuses ids that name nothing in the partnership that the actor can see. */
export async function checkAllHere(
  work: Work,
  entity: EntityClass,
  partnershipId: string,
  ids: readonly string[] | null | undefined,
  field: string,
): Promise<void> {
  if (!ids?.length) return;
  const found = await work.query(
    `select id from ${tableOf(entity).name} where id = any($1::uuid[]) and partnership_id = $2`,
    [ids, partnershipId],
  );
  const known = new Set(found.map((row) => row.id));
  const problems = ids.flatMap((id, i) =>
    known.has(id) ? [] : [{ field: `${field}.${i}`, message: 'There is no such item here.' }],
  );
  if (problems.length) throw invalidInput(problems);
}

/** The place after all others of the plan, those put away too. */
export async function lastPosition(work: Work, entity: EntityClass, planId: string): Promise<number> {
  const [last] = await work.query<{ position: number | null }>(
    `select max(position) as position from ${tableOf(entity).name} where plan_id = $1`,
    [planId],
  );
  return positionBetween(last?.position ?? null, null) ?? 0;
}

const emptied = <T>(list: T[] | null | undefined): T[] | undefined => (list === null ? [] : list);
