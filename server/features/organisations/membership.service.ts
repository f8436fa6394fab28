import { MembershipRole } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { circle, keepAnAdministrator, putAway } from './administration.service.js';
import { Membership } from './membership.entity.js';
import type { CreateMembershipInput, UpdateMembershipInput } from './membership.inputs.js';
import { authoriseMembership, isFirstAdministrator } from './membership.policy.js';
import { Organisation } from './organisation.entity.js';
import { administered } from './organisation.policy.js';
import { Person } from './person.entity.js';
import { actingFor } from './person.service.js';

type MembershipRow = Membership & Row;

export async function createMembership(work: Work, input: CreateMembershipInput): Promise<MembershipRow> {
  const { id, personId, organisationId = null, role } = input;
  // The organisation first, then the person: two who appoint the first administrator take turns, and so do two who give one person a role.
  const organisation =
    organisationId === null ? null : await work.lock<Organisation>(Organisation, organisationId);
  const person = await work.lock<Person>(Person, personId);
  const { partnershipId } = person;
  if (organisation && organisation.partnershipId !== partnershipId) throw notFound();
  const facts = { partnershipId, organisationId };
  const hasAdministrator =
    organisationId !== null && (await administered(work, [organisationId], id)).size > 0;
  if (!isFirstAdministrator(work.viewer.position, facts, role, hasAdministrator))
    authoriseMembership(work.viewer.position, facts);
  await work.actFor(partnershipId, actingFor(work, organisationId));
  if (organisationId === null && role !== MembershipRole.ADMIN)
    throw invalidInput([
      {
        field: 'role',
        message:
          'In the partnership as a whole there are administrators only: name an organisation for any other role.',
      },
    ]);
  if (person.archivedAt !== null)
    throw ruleBroken('PUT_AWAY', 'This person was put away: bring them back first.');
  const [same] = await work.query(SAME, [personId, organisationId, id ?? null]);
  if (same) throw ruleBroken('ONE_MEMBERSHIP', 'This person has a role there already: change that one.');
  const audienceId = await circle(work, partnershipId, 'PARTNERSHIP');
  return work.insertOnce<Membership>(Membership, id, input, {
    personId,
    organisationId,
    role,
    partnershipId,
    audienceId,
  });
}

export async function updateMembership(work: Work, input: UpdateMembershipInput): Promise<MembershipRow> {
  const membership = await lockMembership(work, input.id);
  if (membership.archivedAt !== null)
    throw ruleBroken('PUT_AWAY', 'This membership has ended: give a new one.');
  if (membership.organisationId === null && input.role !== MembershipRole.ADMIN)
    throw invalidInput([
      { field: 'role', message: 'In the partnership as a whole there are administrators only.' },
    ]);
  return work.update<Membership>(
    Membership,
    membership,
    { role: input.role },
    { version: input.expectedVersion },
  );
}

export async function archiveMembership(work: Work, input: ItemVersionInput): Promise<MembershipRow> {
  const membership = await lockMembership(work, input.id);
  if (membership.organisationId === null)
    await keepAnAdministrator(work, membership.partnershipId, { membershipId: membership.id });
  return putAway<Membership>(work, Membership, membership, input, true);
}

async function lockMembership(work: Work, id: string): Promise<MembershipRow> {
  const membership = await work.lock<Membership>(Membership, id);
  authoriseMembership(work.viewer.position, membership);
  await work.actFor(membership.partnershipId, actingFor(work, membership.organisationId));
  return membership;
}

const SAME = `
  select id from memberships where person_id = $1 and organisation_id is not distinct from $2 and archived_at is null
    and id is distinct from $3`;
