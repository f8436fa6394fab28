import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { Board } from '../boards/board.entity.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import { AccountableBusinessUnit } from './abu.entity.js';
import type { CreateAccountableBusinessUnitInput, UpdateAccountableBusinessUnitInput } from './abu.inputs.js';
import {
  administer,
  checkHere,
  circle,
  emptied,
  lockToAdminister,
  putAway,
} from './administration.service.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';

type AbuRow = AccountableBusinessUnit & Row;

export async function createAbu(work: Work, input: CreateAccountableBusinessUnitInput): Promise<AbuRow> {
  const { id, partnershipId, ...fields } = input;
  await administer(work, partnershipId);
  await checkBodies(work, partnershipId, input);
  const lists = {
    aliases: input.aliases ?? [],
    memberOrganisationIds: input.memberOrganisationIds ?? [],
    boardIds: input.boardIds ?? [],
  };
  const audienceId = await circle(work, partnershipId, 'EVERYONE');
  return work.insertOnce<AccountableBusinessUnit>(AccountableBusinessUnit, id, input, {
    ...fields,
    ...lists,
    partnershipId,
    audienceId,
  });
}

export async function updateAbu(work: Work, input: UpdateAccountableBusinessUnitInput): Promise<AbuRow> {
  refuseCleared(input, ['name', 'hostOrganisationId']);
  const abu = await lockToAdminister<AccountableBusinessUnit>(work, AccountableBusinessUnit, input.id);
  await checkBodies(work, abu.partnershipId, input);
  const { id: _, expectedVersion, ...patch } = input;
  const lists = {
    aliases: emptied(patch.aliases),
    memberOrganisationIds: emptied(patch.memberOrganisationIds),
    boardIds: emptied(patch.boardIds),
  };
  return work.update<AccountableBusinessUnit>(
    AccountableBusinessUnit,
    abu,
    { ...patch, ...lists },
    { version: expectedVersion },
  );
}

export async function archiveAbu(work: Work, input: ItemVersionInput, archived: boolean): Promise<AbuRow> {
  const abu = await lockToAdminister<AccountableBusinessUnit>(work, AccountableBusinessUnit, input.id);
  return putAway<AccountableBusinessUnit>(work, AccountableBusinessUnit, abu, input, archived);
}

async function checkBodies(
  work: Work,
  partnershipId: string,
  input: Omit<UpdateAccountableBusinessUnitInput, 'id' | 'expectedVersion'>,
): Promise<void> {
  await checkHere(work, Organisation, partnershipId, { hostOrganisationId: input.hostOrganisationId });
  await checkHere(work, Person, partnershipId, { managingDirectorId: input.managingDirectorId });
  await checkAllHere(work, Organisation, partnershipId, input.memberOrganisationIds, 'memberOrganisationIds');
  await checkAllHere(work, Board, partnershipId, input.boardIds, 'boardIds');
}
