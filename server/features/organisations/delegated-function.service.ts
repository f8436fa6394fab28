import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { refuseCleared } from '../plans/plan.service.js';
import { AccountableBusinessUnit, DelegatedFunction } from './abu.entity.js';
import { checkHere, lockToAdminister, putAway } from './administration.service.js';
import type {
  CreateDelegatedFunctionInput,
  UpdateDelegatedFunctionInput,
} from './delegated-function.inputs.js';
import { Organisation } from './organisation.entity.js';

type FunctionRow = DelegatedFunction & Row;

export async function createDelegatedFunction(
  work: Work,
  input: CreateDelegatedFunctionInput,
): Promise<FunctionRow> {
  const { id, ...fields } = input;
  const { partnershipId, audienceId } = await lockToAdminister<AccountableBusinessUnit>(
    work,
    AccountableBusinessUnit,
    input.abuId,
  );
  await checkHere(work, Organisation, partnershipId, { fromOrganisationId: input.fromOrganisationId });
  return work.insertOnce<DelegatedFunction>(DelegatedFunction, id, input, {
    ...fields,
    partnershipId,
    audienceId,
  });
}

export async function updateDelegatedFunction(
  work: Work,
  input: UpdateDelegatedFunctionInput,
): Promise<FunctionRow> {
  refuseCleared(input, ['function', 'fromOrganisationId', 'status']);
  const row = await lockToAdminister<DelegatedFunction>(work, DelegatedFunction, input.id);
  await checkHere(work, Organisation, row.partnershipId, { fromOrganisationId: input.fromOrganisationId });
  const { id: _, expectedVersion, ...patch } = input;
  return work.update<DelegatedFunction>(DelegatedFunction, row, patch, { version: expectedVersion });
}

export async function archiveDelegatedFunction(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<FunctionRow> {
  const row = await lockToAdminister<DelegatedFunction>(work, DelegatedFunction, input.id);
  return putAway<DelegatedFunction>(work, DelegatedFunction, row, input, archived);
}
