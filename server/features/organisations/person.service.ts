import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import { holds } from '../../platform/policy/viewer.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { refuseCleared } from '../plans/plan.service.js';
import {
  administersPartnership,
  checkHere,
  circle,
  emptied,
  keepAnAdministrator,
  putAway,
} from './administration.service.js';
import { Organisation } from './organisation.entity.js';
import { authoriseStaff } from './organisation.policy.js';
import { Partnership } from './partnership.entity.js';
import { Person } from './person.entity.js';
import type { CreatePersonInput, UpdatePersonInput } from './person.inputs.js';
import { authorisePerson } from './person.policy.js';

export type PersonRow = Person & Row;

export async function createPerson(work: Work, input: CreatePersonInput): Promise<PersonRow> {
  const { id, partnershipId, organisationId = null, aliases, ...fields } = input;
  if (!(await work.find(Partnership, partnershipId))) throw notFound();
  authoriseStaff(work.viewer.position, partnershipId, organisationId);
  await work.actFor(partnershipId, actingFor(work, organisationId));
  await checkHere(work, Organisation, partnershipId, { organisationId });
  const audienceId = await circle(work, partnershipId, 'PARTNERSHIP');
  return work.insertOnce<Person>(Person, id, input, {
    ...fields,
    organisationId,
    aliases: aliases ?? [],
    partnershipId,
    audienceId,
  });
}

export async function updatePerson(work: Work, input: UpdatePersonInput): Promise<PersonRow> {
  refuseCleared(input, ['name']);
  const person = await lockPerson(work, input.id);
  const { id: _, expectedVersion, ...patch } = input;
  // Whoever sends somebody to another organisation speaks for that one too.
  if (patch.organisationId !== undefined && patch.organisationId !== person.organisationId) {
    authoriseStaff(work.viewer.position, person.partnershipId, patch.organisationId);
    await checkHere(work, Organisation, person.partnershipId, { organisationId: patch.organisationId });
  }
  return work.update<Person>(
    Person,
    person,
    { ...patch, aliases: emptied(patch.aliases) },
    { version: expectedVersion },
  );
}

export async function archivePerson(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<PersonRow> {
  const person = await lockPerson(work, input.id);
  if (archived && (await administersPartnership(work, person.id)))
    await keepAnAdministrator(work, person.partnershipId, { personId: person.id });
  return putAway<Person>(work, Person, person, input, archived);
}

/** Locks the person and asks the policy: an administrator of the partnership answers to the partnership alone. */
export async function lockPerson(work: Work, id: string): Promise<PersonRow> {
  const person = await work.lock<Person>(Person, id);
  const { partnershipId, organisationId } = person;
  const isAdministrator = await administersPartnership(work, id);
  authorisePerson(work.viewer.position, { partnershipId, organisationId, isAdministrator });
  await work.actFor(partnershipId, actingFor(work, organisationId));
  return person;
}

/** On whose behalf: the organisation the actor administers, else the actor’s own. */
export const actingFor = (work: Work, organisationId: string | null): string | null =>
  holds(work.viewer.position, [organisationId], 'MANAGE_MEMBERS') ? organisationId : null;
