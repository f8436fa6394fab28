import { AudienceKind, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput, notFound } from '../../platform/graphql/errors.js';
import type { EntityClass } from '../../platform/reading/tables.js';
import {
  circleAbove,
  internAudience,
  partnershipAudience,
  settleBelow,
  stillSeen,
} from './audience.service.js';
import { Plan } from './plan.entity.js';
import { authorisePublishing } from './plan.policy.js';
import type { AudienceInput, RestrictInput } from './restrict.inputs.js';
import {
  accountableFor,
  lockRestrictable,
  organisationsWithin,
  type Restrictable,
  restrictables,
} from './restrict.policy.js';
import { checkAnswerable, checkWidth, isWide, membersField, membersOf } from './restrict.rules.js';

/**
 * Narrows who sees an item, or lifts that: the item and all that hangs under it move in this transaction. Whoever
 * loses sight of something is told to forget it by the change row that moves it.
 */
export async function restrictItem<T>(
  work: Work,
  itemType: Restrictable,
  input: RestrictInput,
): Promise<T & Row> {
  const item = await lockRestrictable(work, itemType, input.id);
  const own = input.audience ? await ownAudience(work, itemType, item, input.audience) : null;
  const entity: EntityClass = restrictables[itemType];
  await work.withEveryAudience(item.partnershipId, async () => {
    const patch = { ownAudienceId: own, audienceId: await inForce(work, itemType, item, own) };
    // What is above it may have been narrowed meanwhile: who sees it moved by that, but nobody said so of this item.
    const expected = { fieldOf: { ownAudienceId: 'audience' }, follows: ['audienceId'] };
    await work.update(entity, item, patch, { version: input.expectedVersion, ...expected });
    await settleBelow(work, itemType, item);
  });
  return stillSeen<T>(work, entity, item.id);
}

/** The circle asked for; null where it is no narrower than what is above it. */
async function ownAudience(
  work: Work,
  itemType: Restrictable,
  item: { id: string; partnershipId: string } & Row,
  audience: AudienceInput,
) {
  const { kind } = audience;
  const members = membersOf(audience);
  checkWidth(kind, itemType === ItemType.Plan);
  if (kind === AudienceKind.PARTNERSHIP) return null;
  if (kind === AudienceKind.EVERYONE) authorisePublishing(work.viewer.position, item as unknown as Plan);
  if (!isWide(kind)) {
    await checkMembers(work, item.partnershipId, kind, members);
    const accountable = await accountableFor(work, itemType, item.id);
    checkAnswerable(accountable, await organisationsWithin(work, kind, members, accountable));
  }
  return internAudience(work, item.partnershipId, kind, members);
}

/** Above a plan there is only the partnership, and the public beyond it. */
async function inForce(
  work: Work,
  itemType: Restrictable,
  item: { id: string; partnershipId: string },
  own: string | null,
) {
  if (itemType === ItemType.Plan) return own ?? partnershipAudience(work, item.partnershipId);
  const above = await circleAbove(work, itemType, item.id);
  if (!above) throw notFound();
  if (!own) return above;
  const [both] = await work.query<{ id: string }>(`select intersect_audiences($1, $2) as id`, [above, own]);
  if (!both) throw notFound();
  return both.id;
}

/** The circle asked for, of what is never opened further than its surroundings and answers to nobody alone. */
export async function circleAsked(
  work: Work,
  partnershipId: string,
  audience: AudienceInput,
): Promise<string> {
  checkWidth(audience.kind, false);
  const members = membersOf(audience);
  await checkMembers(work, partnershipId, audience.kind, members);
  return internAudience(work, partnershipId, audience.kind, members);
}

const MEMBERS = { ORGANISATIONS: 'organisations', BOARD: 'boards', PEOPLE: 'people' } as const;

/** Members that are there, in this partnership. */
export async function checkMembers(
  work: Work,
  partnershipId: string,
  kind: AudienceKind,
  members: readonly string[],
): Promise<void> {
  const table = MEMBERS[kind as keyof typeof MEMBERS];
  const found = await work.query(
    `select id from ${table} where id = any($1::uuid[]) and partnership_id = $2`,
    [members, partnershipId],
  );
  const known = new Set(found.map((row) => row.id));
  if (members.some((id) => !known.has(id)))
    throw invalidInput([
      { field: membersField(kind), message: 'There is no such member in this partnership.' },
    ]);
}
