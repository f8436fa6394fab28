import { type ItemType, OwnershipRole } from '../../../schema/vocabulary.js';
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
export async function replaceOwners(
  work: Work,
  itemType: ItemType,
  item: Owned,
  owners: readonly OwnerInput[],
  field: string,
): Promise<void> {
  checkOwners(owners, rolesOf(itemType), field);
  const wanted: Wanted[] = [];
  for (const [position, owner] of owners.entries())
    wanted.push({
      owner,
      position,
      organisationId: await organisationOf(work, item.partnershipId, owner, `${field}.${position}`),
    });
  const before = await work.query<Row & { facts: unknown[] }>(
    `select id, ${FACTS} as facts from ownerships where item_id = $1`,
    [item.id],
  );
  const stays = new Set(before.map((row) => JSON.stringify(row.facts)));
  const kept = new Set(wanted.map((one) => JSON.stringify(factsOf(one))));
  for (const row of before) if (!kept.has(JSON.stringify(row.facts))) await work.remove(Ownership, row.id);
  for (const one of wanted)
    if (!stays.has(JSON.stringify(factsOf(one)))) await addOwner(work, itemType, item, one);
}

interface Wanted {
  owner: OwnerInput;
  position: number;
  organisationId: string | null;
}

/** All that an ownership says, its place in the list too: two that say the same are the same. */
const FACTS =
  'jsonb_build_array(role, organisation_id, abu_id, board_id, post_id, person_id, outside_body, as_written, position)';

const factsOf = ({ owner, organisationId, position }: Wanted): unknown[] => [
  owner.role,
  organisationId,
  ...bodies.map((body) => owner[body] ?? null),
  owner.asWritten ?? null,
  position,
];

/** The roles that one list of owners of an item holds. */
function rolesOf(itemType: ItemType): OwnershipRole[] {
  if (itemType === 'Workstream') return [OwnershipRole.SPONSOR];
  if (itemType === 'Priority') return [OwnershipRole.SRO];
  return [OwnershipRole.ACCOUNTABLE, OwnershipRole.JOINT, OwnershipRole.SUPPORTING];
}

async function addOwner(
  work: Work,
  itemType: ItemType,
  item: Owned,
  { owner, position, organisationId }: Wanted,
): Promise<void> {
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
    organisationId,
    abuId: owner.abuId ?? null,
    boardId: owner.boardId ?? null,
    postId: owner.postId ?? null,
    personId: owner.personId ?? null,
    outsideBody: owner.outsideBody ?? null,
    asWritten: owner.asWritten ?? null,
    position,
  });
}

const HOMES = {
  organisationId: 'select id as home from organisations',
  personId: 'select organisation_id as home from people',
  postId: 'select organisation_id as home from posts',
  abuId: 'select host_organisation_id as home from accountable_business_units',
  boardId: 'select null::uuid as home from boards',
};

/** Whoever is named, the organisation that answers: the one given, or the person’s, the post’s, the ABU’s host. */
async function organisationOf(
  work: Work,
  partnershipId: string,
  owner: OwnerInput,
  field: string,
): Promise<string | null> {
  const homes: Partial<Record<keyof typeof HOMES, string | null>> = {};
  for (const body of ['organisationId', 'personId', 'postId', 'abuId', 'boardId'] as const) {
    if (!owner[body]) continue;
    const [found] = await work.query<{ home: string | null }>(
      `${HOMES[body]} where id = $1 and partnership_id = $2`,
      [owner[body], partnershipId],
    );
    if (!found)
      throw invalidInput([
        { field: `${field}.${body}`, message: 'There is no such body in this partnership.' },
      ]);
    homes[body] = found.home;
  }
  return homes.organisationId ?? homes.personId ?? homes.postId ?? homes.abuId ?? null;
}

function checkOwners(owners: readonly OwnerInput[], roles: readonly OwnershipRole[], field: string): void {
  const problems = owners.flatMap((owner, i) => {
    if (!roles.includes(owner.role))
      return [{ field: `${field}.${i}.role`, message: `Here the role is ${roles.join(', ')}.` }];
    const named = bodies.filter((body) => owner[body]).length;
    if (named > 1) return [{ field: `${field}.${i}`, message: 'Name one body only.' }];
    if (named === 0 && !owner.organisationId && !owner.asWritten)
      return [{ field: `${field}.${i}`, message: 'Name a body, or give the words as written.' }];
    return [];
  });
  if (owners.filter((owner) => owner.role === OwnershipRole.ACCOUNTABLE).length > 1)
    problems.push({
      field,
      message: 'One organisation at most is accountable; the others are joint or supporting.',
    });
  if (problems.length) throw invalidInput(problems);
}
