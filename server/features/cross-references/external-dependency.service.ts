import { BragStatus, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { timingColumns } from '../actions/action.service.js';
import { timingProperties } from '../actions/timing.entity.js';
import { archiveItem, refuseUnderPutAway } from '../plans/archive.service.js';
import { Plan } from '../plans/plan.entity.js';
import { ownOrganisations } from '../plans/plan.policy.js';
import { checkOpen } from '../plans/plan.rules.js';
import { ExternalDependency } from './external-dependency.entity.js';
import type {
  CreateExternalDependencyInput,
  UpdateExternalDependencyInput,
} from './external-dependency.inputs.js';
import { authoriseExternal } from './external-dependency.policy.js';
import { recordStrainMoved } from './strain.service.js';
import { tellWatchers } from './watch.service.js';

type ExternalRow = ExternalDependency & Row;

export async function createExternalDependency(
  work: Work,
  input: CreateExternalDependencyInput,
): Promise<ExternalRow> {
  // Held until the end: it is not narrowed, closed or put away while this is written under what it was.
  const plan = await work.lock<Plan>(Plan, input.planId);
  await authorise(work, plan.partnershipId);
  checkOpen(plan.status);
  await refuseUnderPutAway(work, { planId: plan.id });
  const { id, planId, timing, status, ...words } = input;
  return work.insertOnce<ExternalDependency>(ExternalDependency, id, input, {
    ...words,
    status: status ?? BragStatus.NOT_YET_RATED,
    partnershipId: plan.partnershipId,
    audienceId: plan.audienceId,
    planId,
    ...(await timingColumns(work, planId, timing)),
  });
}

export async function updateExternalDependency(
  work: Work,
  input: UpdateExternalDependencyInput,
): Promise<ExternalRow> {
  for (const field of ['title', 'controlledBy'] as const)
    if (input[field] === null) throw invalidInput([{ field, message: 'This cannot be cleared.' }]);
  const before = await forVerb(work, input.id);
  const { id: _, expectedVersion, timing, status, ...words } = input;
  const patch = {
    ...words,
    ...(status === undefined ? {} : { status: status ?? BragStatus.NOT_YET_RATED }),
    ...(before.planId === null ? {} : await timingColumns(work, before.planId, timing)),
  };
  return save(work, before, patch, expectedVersion);
}

export async function archiveExternalDependency(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<ExternalRow> {
  const before = await forVerb(work, input.id);
  return archiveItem(work, ItemType.ExternalDependency, before, input, archived);
}

/** One deadline is five columns; to the writer it is one field. */
const fieldOf = Object.fromEntries(timingProperties.map((column) => [column, 'timing']));

async function save(work: Work, before: ExternalRow, patch: object, version: number): Promise<ExternalRow> {
  const after = await work.update<ExternalDependency>(
    ExternalDependency,
    before,
    { ...patch },
    { version, fieldOf },
  );
  await recordStrainMoved(work, before, after);
  await tellWatchers(work, before, after);
  return after;
}

async function forVerb(work: Work, id: string): Promise<ExternalRow> {
  const row = await work.lock<ExternalDependency>(ExternalDependency, id);
  await authorise(work, row.partnershipId);
  return row;
}

async function authorise(work: Work, partnershipId: string): Promise<void> {
  const own = (await ownOrganisations(work)).get(partnershipId) ?? [];
  authoriseExternal(work.viewer.position, partnershipId, own);
  await work.actFor(partnershipId, own[0] ?? null);
}
