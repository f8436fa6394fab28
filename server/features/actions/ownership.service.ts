import { OwnershipRole, type ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { OwnerInput } from './action.inputs.js';
import { Ownership } from './ownership.entity.js';

const bodies = ['abuId', 'boardId', 'postId', 'personId', 'outsideBody'] as const;

/** The item something is owned for, as far as its ownerships need to know it. */
export interface Owned extends Row {
  partnershipId: string;
  audienceId: string;
  planId: string | null;
}

/** Replaces who answers for an item, leaving untouched those who answered for it before in the same way. */
export async function replaceOwners(work: Work, itemType: ItemType, item: Owned, owners: readonly OwnerInput[], field: string): Promise<void> {
  checkOwners(owners, field);
  const before = await work.query(`select id from ownerships where item_id = $1 and role = any($2)`, [
    item.id,
    [...new Set([...owners.map((owner) => owner.role), ...rolesOf(itemType)])],
  ]);
  for (const { id } of before) await work.remove(Ownership, id);
  for (const [position, owner] of owners.entries()) await addOwner(work, itemType, item, owner, position, `${field}.${position}`);
}

/** The roles that one list of owners of an item holds. */
function rolesOf(itemType: ItemType): OwnershipRole[] {
  if (itemType === 'Workstream') return [OwnershipRole.SPONSOR];
  if (itemType === 'Priority') return [OwnershipRole.SRO];
  return [OwnershipRole.ACCOUNTABLE, OwnershipRole.JOINT, OwnershipRole.SUPPORTING];
}

async function addOwner(work: Work, itemType: ItemType, item: Owned, owner: OwnerInput, position: number, field: string): Promise<void> {
  const actsFor = await organisationOf(work, item.partnershipId, owner, field);
  const [audience] = await work.query<{ id: string }>(
    // Who is a person is for the partnership to know, never for the public.
    owner.personId
      ? `select intersect_audiences($1, intern_audience($2, 'PARTNERSHIP', '{}')) as id`
      : `select $1::uuid as id where $2::uuid is not null`,
    [item.audienceId, item.partnershipId],
  );
  await work.insert(Ownership, {
    partnershipId: item.partnershipId,
    audienceId: audience?.id ?? item.audienceId,
    planId: item.planId,
    itemType,
    itemId: item.id,
    role: owner.role,
    organisationId: actsFor,
    abuId: owner.abuId ?? null,
    boardId: owner.boardId ?? null,
    postId: owner.postId ?? null,
    personId: owner.personId ?? null,
    outsideBody: owner.outsideBody ?? null,
    asWritten: owner.asWritten ?? null,
    position,
  });
}

/** Whoever is named, the organisation that answers: the one given, or the person’s, the post’s, the ABU’s host. */
async function organisationOf(work: Work, partnershipId: string, owner: OwnerInput, field: string): Promise<string | null> {
  const named = bodies.slice(0, 4).find((body) => owner[body]);
  if (!named && !owner.organisationId) return null;
  const [found] = await work.query<{ known: boolean; organisationId: string | null }>(
    `select true as known, organisation_id as "organisationId" from people where id = $1 and partnership_id = $2
     union all select true, organisation_id from posts where id = $1 and partnership_id = $2
     union all select true, host_organisation_id from accountable_business_units where id = $1 and partnership_id = $2
     union all select true, null from boards where id = $1 and partnership_id = $2
     union all select true, id from organisations where id = $1 and partnership_id = $2`,
    [named ? owner[named] : owner.organisationId, partnershipId],
  );
  if (!found) throw invalidInput([{ field: `${field}.${named ?? 'organisationId'}`, message: 'There is no such body in this partnership.' }]);
  if (named && owner.organisationId) {
    const [organisation] = await work.query(`select id from organisations where id = $1 and partnership_id = $2`, [
      owner.organisationId,
      partnershipId,
    ]);
    if (!organisation) throw invalidInput([{ field: `${field}.organisationId`, message: 'There is no such organisation.' }]);
    return owner.organisationId;
  }
  return found.organisationId;
}

function checkOwners(owners: readonly OwnerInput[], field: string): void {
  const problems = owners.flatMap((owner, i) => {
    const named = bodies.filter((body) => owner[body]).length;
    if (named > 1) return [{ field: `${field}.${i}`, message: 'Name one body only.' }];
    if (named === 0 && !owner.organisationId && !owner.asWritten)
      return [{ field: `${field}.${i}`, message: 'Name a body, or give the words as written.' }];
    return [];
  });
  if (owners.filter((owner) => owner.role === OwnershipRole.ACCOUNTABLE).length > 1)
    problems.push({ field, message: 'One organisation at most is accountable; the others are joint or supporting.' });
  if (problems.length) throw invalidInput(problems);
}
