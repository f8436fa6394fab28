import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { type EntityClass, tableOf } from '../../platform/reading/tables.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { internAudience, refreshAudiences } from '../plans/audience.service.js';
import { Partnership } from './partnership.entity.js';
import { authoriseAdministration } from './partnership.policy.js';

/** Begins what only an administrator of the partnership may do. */
export async function administer(work: Work, partnershipId: string): Promise<void> {
  if (!(await work.find(Partnership, partnershipId))) throw notFound();
  authoriseAdministration(work.viewer.position, partnershipId);
  await work.actFor(partnershipId, null);
}

/** The item, locked, for what only an administrator of its partnership may do. */
export async function lockToAdminister<T>(
  work: Work,
  entity: EntityClass,
  id: string,
): Promise<T & Row & { partnershipId: string }> {
  const row = await work.lock<T & { partnershipId: string }>(entity, id);
  await administer(work, row.partnershipId);
  return row;
}

/** A circle of the partnership’s. Public bodies are for everyone to know, who works for them for the partnership. */
export async function circle(
  work: Work,
  partnershipId: string,
  kind: 'EVERYONE' | 'PARTNERSHIP',
): Promise<string> {
  const id = await internAudience(work, partnershipId, kind, []);
  if (!work.viewer.position.audiences.has(id)) await refreshAudiences(work);
  return id;
}

/** Refuses ids that name nothing in the partnership; by the name of the input’s field. */
export async function checkHere(
  work: Work,
  entity: EntityClass,
  partnershipId: string,
  ids: Record<string, string | null | undefined>,
): Promise<void> {
  for (const [field, id] of Object.entries(ids)) {
    if (!id) continue;
    const [found] = await work.query(
      `select id from ${tableOf(entity).name} where id = $1 and partnership_id = $2`,
      [id, partnershipId],
    );
    if (!found) throw invalidInput([{ field, message: 'There is no such item in this partnership.' }]);
  }
}

/** Puts an item away or brings it back; what is so already stays as it is. */
export async function putAway<T>(
  work: Work,
  entity: EntityClass,
  row: T & Row,
  input: ItemVersionInput,
  away: boolean,
): Promise<T & Row> {
  if ((row['archivedAt'] !== null) === away) return row;
  return work.update<T>(
    entity,
    row,
    { archivedAt: away ? new Date().toISOString() : null },
    { version: input.expectedVersion },
  );
}

export const emptied = <T>(list: T[] | null | undefined): T[] | undefined => (list === null ? [] : list);

/** A partnership is never left without anybody to administer it. The partnership’s row makes two who leave at once take turns. */
export async function keepAnAdministrator(
  work: Work,
  partnershipId: string,
  without: { personId?: string; membershipId?: string },
): Promise<void> {
  await work.lock(Partnership, partnershipId);
  const [other] = await work.query(OTHER_ADMINISTRATOR, [
    partnershipId,
    without.personId ?? null,
    without.membershipId ?? null,
  ]);
  if (!other)
    throw ruleBroken(
      'LAST_ADMINISTRATOR',
      'A partnership keeps at least one administrator: appoint another first.',
    );
}

export async function administersPartnership(work: Work, personId: string): Promise<boolean> {
  const [found] = await work.query(
    `select id from memberships where person_id = $1 and organisation_id is null and archived_at is null`,
    [personId],
  );
  return found !== undefined;
}

const OTHER_ADMINISTRATOR = `
  select m.id from memberships m join people p on p.id = m.person_id join accounts a on a.id = p.account_id
  where m.partnership_id = $1 and m.organisation_id is null and m.archived_at is null and p.archived_at is null
    and a.disabled_at is null and a.initial_until is null
    and m.person_id is distinct from $2 and m.id is distinct from $3 limit 1`;
