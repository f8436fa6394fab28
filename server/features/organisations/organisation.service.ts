import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { holds } from '../../platform/policy/viewer.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { refuseCleared } from '../plans/plan.service.js';
import { administer, circle, emptied, lockToAdminister, putAway } from './administration.service.js';
import { Organisation } from './organisation.entity.js';
import type { CreateOrganisationInput, UpdateOrganisationInput } from './organisation.inputs.js';
import { authoriseOrganisation } from './organisation.policy.js';

type OrganisationRow = Organisation & Row;

export async function createOrganisation(
  work: Work,
  input: CreateOrganisationInput,
): Promise<OrganisationRow> {
  const { id, partnershipId, aliases, ...fields } = input;
  await administer(work, partnershipId);
  const audienceId = await circle(work, partnershipId, 'EVERYONE');
  return work.insertOnce<Organisation>(Organisation, id, input, {
    ...fields,
    aliases: aliases ?? [],
    partnershipId,
    audienceId,
  });
}

export async function updateOrganisation(
  work: Work,
  input: UpdateOrganisationInput,
): Promise<OrganisationRow> {
  refuseCleared(input, ['name', 'kind']);
  const organisation = await work.lock<Organisation>(Organisation, input.id);
  const { id, partnershipId } = organisation;
  authoriseOrganisation(work.viewer.position, { id, partnershipId, hasAdministrator: true });
  await work.actFor(partnershipId, holds(work.viewer.position, [id], 'MANAGE_MEMBERS') ? id : null);
  const { id: _, expectedVersion, ...patch } = input;
  return work.update<Organisation>(
    Organisation,
    organisation,
    { ...patch, aliases: emptied(patch.aliases) },
    { version: expectedVersion },
  );
}

export async function archiveOrganisation(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<OrganisationRow> {
  const organisation = await lockToAdminister<Organisation>(work, Organisation, input.id);
  return putAway<Organisation>(work, Organisation, organisation, input, archived);
}
