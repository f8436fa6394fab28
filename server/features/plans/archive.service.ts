import { ItemType } from '../../../schema/vocabulary.js';
import type { Item, Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { ruleBroken } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { entityOf, headsOf } from '../cross-references/item.reads.js';
import { type Moved, recordStrainsMoved } from '../cross-references/strain.service.js';

/** One thing that was put away is one field to the writer. */
const fieldOf = { archivedWithId: 'archivedAt' };

/**
 * Puts an item away with all that stands below it, or brings it back with what went with it and nothing else: what had
 * been put away by itself before stays away. Each of them has a change of its own. The right to it is asked of the item
 * alone, so what hangs below goes along also where the actor does not see it.
 */
export async function archiveItem<T extends Item & Row>(
  work: Work,
  type: ItemType,
  item: T,
  { expectedVersion }: ItemVersionInput,
  archived: boolean,
  restsOn: readonly string[] = [],
): Promise<T> {
  if ((item.archivedAt !== null) === archived) return item;
  if (!archived) await refuseUnderPutAway(work, item);
  const archivedAt = archived ? new Date().toISOString() : null;
  const patch = { archivedAt, archivedWithId: null };
  const expected = { version: expectedVersion, fieldOf, restsOn };
  const updated = await work.update<T>(entityOf(type), item, patch, expected);
  const below = await work.withEveryAudience(item.partnershipId, () =>
    moveBelow(work, type, item, archivedAt),
  );
  await recordStrainsMoved(work, item.partnershipId, [{ before: item, after: updated }, ...below]);
  return updated;
}

/** What an item may stand under, nearest first. */
const above = ['riskId', 'parentId', 'workstreamId', 'planId'] as const;

/** Nothing comes to stand below what was put away: it would be seen nowhere, or where it does not belong. */
export async function refuseUnderPutAway(
  work: Work,
  places: Readonly<Record<string, unknown>>,
): Promise<void> {
  const ids = above.flatMap((place) => (typeof places[place] === 'string' ? [places[place]] : []));
  const heads = await headsOf(work, ids);
  const away = ids.map((id) => heads.get(id)).find((head) => head && head.archivedAt !== null);
  if (away) throw ruleBroken('PUT_AWAY', `${away.name} was put away: bring that back first.`);
}

const inPlan = 't.plan_id = $1';
const inWorkstream = 't.workstream_id = $1';
const TREE = `(
  with recursive below as (
    select id from actions where parent_id = $1 union select a.id from actions a join below b on a.parent_id = b.id)
  select id from below)`;
/** An action that is put away stands nowhere, whichever plan is its home. */
const placedOf = (actions: string) => `t.action_id in (select id from actions where ${actions})`;

/** What stands below an item of a type, by table. What is said of an item (updates, owners, comments) is read with it. */
const below: Record<ItemType, Readonly<Record<string, string>>> = {
  Plan: {
    priorities: inPlan,
    workstreams: inPlan,
    actions: inPlan,
    risks: inPlan,
    mitigations: inPlan,
    external_dependencies: inPlan,
    placements: `(${inPlan} or ${placedOf('plan_id = $1')})`,
  },
  Workstream: {
    actions: inWorkstream,
    risks: inWorkstream,
    mitigations: 't.risk_id in (select id from risks where workstream_id = $1)',
    placements: `(${inWorkstream} or ${placedOf('workstream_id = $1')})`,
  },
  Action: { actions: `t.id in ${TREE}`, placements: `(t.action_id = $1 or t.action_id in ${TREE})` },
  Risk: { mitigations: 't.risk_id = $1' },
  Priority: {},
  Mitigation: {},
  ExternalDependency: {},
};

/** Puts away what stands below and is not away, or brings back what went with the item; answers with all of it. */
async function moveBelow(
  work: Work,
  type: ItemType,
  { id, archivedAt: was }: Item,
  now: string | null,
): Promise<Moved[]> {
  const moved: Moved[] = [];
  for (const [table, isBelow] of Object.entries(below[type])) {
    const rows = now
      ? await work.query(PUT_AWAY(table, isBelow), [id, now])
      : await work.query(BRING_BACK(table), [id]);
    for (const row of rows)
      moved.push({ before: { ...row, archivedAt: was }, after: { ...row, archivedAt: now } });
  }
  return moved;
}

const dated = new Set(['actions', 'mitigations', 'external_dependencies']);
const returning = (table: string) =>
  `returning t.id${dated.has(table) ? ', t.status, t.timing_end as "timingEnd"' : ''}`;

const PUT_AWAY = (table: string, isBelow: string) => `
  update ${table} t set archived_at = $2, archived_with_id = $1 where t.archived_at is null and ${isBelow} ${returning(table)}`;
const BRING_BACK = (table: string) =>
  table === 'placements'
    ? BRING_BACK_PLACEMENTS
    : `
  update ${table} t set archived_at = null, archived_with_id = null where t.archived_with_id = $1 ${returning(table)}`;

/** What hangs on two: while the other is away it stays away, and comes back with that. */
const BRING_BACK_PLACEMENTS = `
  update placements t set archived_at = case when o.away is not null then t.archived_at end, archived_with_id = o.away
  from (
    select p.id, case when w.archived_at is not null then coalesce(w.archived_with_id, w.id)
      when a.archived_at is not null then coalesce(a.archived_with_id, a.id) end as away
    from placements p join workstreams w on w.id = p.workstream_id join actions a on a.id = p.action_id
    where p.archived_with_id = $1) o
  where o.id = t.id ${returning('placements')}`;
