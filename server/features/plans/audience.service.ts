import { ItemType } from '../../../schema/vocabulary.js';
import { audiencesOf } from '../../platform/auth/find-viewer.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { type Circle, contains } from '../../platform/policy/audience.rules.js';
import type { EntityClass } from '../../platform/reading/tables.js';
import { settleFrozenMaps } from '../cross-references/frozen-map.settling.js';
import { settleBoardsBusiness } from '../meetings/meeting.settling.js';
import {
  crossReferencesAt,
  dismissalsOf,
  impactNoticesOn,
  itemSources,
  partnersOnly,
  placementsOn,
  type Source,
  updatesOn,
  watchesOn,
} from './audience.sources.js';
import { lockedOut } from './restrict.rules.js';

/** An item whose audience is in question. */
export type Settled = Row & { partnershipId: string };

/**
 * Brings the audience in force of an item, and of everything under it, to what it must be: the circle above it,
 * narrowed by what it was narrowed to itself. Looks with every audience, since what hangs below may be narrower
 * than the actor sees. Rows that are right already are left alone, so nobody is told of changes that are none.
 */
export async function settleAudiences(work: Work, itemType: ItemType, row: Settled): Promise<void> {
  await work.withEveryAudience(row.partnershipId, async () => {
    await settle(work, itemSources[itemType], 't.id = any ($1::uuid[])', [row.id]);
    await settleBelow(work, itemType, row);
  });
  await refreshAudiences(work);
}

/** The same for what hangs under an item that is right already. Call it under every audience. */
export async function settleBelow(work: Work, itemType: ItemType, row: Settled): Promise<void> {
  const items = [row.id, ...(await below[itemType](work, [row.id]))];
  const circle = await partnershipAudience(work, row.partnershipId);
  await attach(work, updatesOn, [items]);
  await attach(work, watchesOn, [items]);
  for (const source of partnersOnly) await attach(work, source, [items, circle]);
  await work.query(
    `update import_contents c set audience_id = i.audience_id from imports i
     where i.id = c.import_id and i.plan_id = any ($1::uuid[]) and c.audience_id <> i.audience_id`,
    [items],
  );
  const crossReferences = await attach(work, crossReferencesAt, [items]);
  await attach(work, dismissalsOf, [items]);
  await attach(work, placementsOn, [items]);
  await attach(work, impactNoticesOn, [items]);
  await settleFrozenMaps(work, items);
  await settleBoardsBusiness(work, [...items, ...crossReferences]);
}

/** The actor may be in circles that were drawn just now: from here on the transaction sees as one who is. */
export async function refreshAudiences(work: Work): Promise<void> {
  const audiences = await audiencesOf((sql, params) => work.query(sql, params), work.viewer);
  await work.query(`select set_config('app.audiences', $1, true)`, [audiences.join(',')]);
}

/** An item whose circle moved, as it stands for whoever moved it; nobody locks themselves out. */
export async function stillSeen<T>(work: Work, entity: EntityClass, id: string): Promise<T & Row> {
  await refreshAudiences(work);
  const row = await work.find<T>(entity, id);
  if (!row) throw lockedOut();
  return row;
}

/**
 * The audience of an item, held until the end: for whatever comes to hang on it, so that nothing is hung on it under
 * the audience it had while somebody narrows it. Null when it is missing or not the actor’s to see.
 */
export async function holdAudience(work: Work, itemType: ItemType, id: string): Promise<string | null> {
  const [item] = await work.query<{ audience: string }>(
    `select t.audience_id as audience from ${itemSources[itemType].table} t where t.id = $1 for share`,
    [id],
  );
  return item?.audience ?? null;
}

/** The circle of everybody in the partnership. */
export async function partnershipAudience(work: Work, partnershipId: string): Promise<string> {
  return internAudience(work, partnershipId, 'PARTNERSHIP', []);
}

export async function internAudience(
  work: Work,
  partnershipId: string,
  kind: string,
  members: readonly string[],
) {
  const [audience] = await work.query<{ id: string }>(`select intern_audience($1, $2, $3::uuid[]) as id`, [
    partnershipId,
    kind,
    members,
  ]);
  if (!audience) throw new Error('an audience was not interned');
  return audience.id;
}

/** Those who are in both of two circles; the one where the other is absent. */
export async function intersection(work: Work, a: string, b: string | null): Promise<string> {
  if (b === null) return a;
  const [found] = await work.query<{ id: string }>('select intersect_audiences($1, $2) as id', [a, b]);
  return found?.id ?? a;
}

/**
 * A circle less those who are not in all of the others; itself, where those hold all of it by how they are drawn. Call it
 * under every audience.
 */
export async function narrowed(work: Work, own: string, others: readonly string[]): Promise<string> {
  const circles = new Map(
    (
      await work.query<Circle>(`select id, kind, members from audiences where id = any (viewer_audiences())`)
    ).map((circle) => [circle.id, circle]),
  );
  const inner = circles.get(own);
  let inForce = own;
  for (const id of others) {
    const outer = circles.get(id);
    if (inner && outer && contains(outer, inner, circles)) continue;
    inForce = await intersection(work, inForce, id);
  }
  return inForce;
}

/** What an item inherits: the circle above it. Null where nothing is above it. */
export async function circleAbove(work: Work, itemType: ItemType, id: string): Promise<string | null> {
  const [found] = await work.query<{ a: string | null }>(`${itemSources[itemType].select} where t.id = $1`, [
    id,
  ]);
  return found?.a ?? null;
}

type Below = (work: Work, ids: string[]) => Promise<string[]>;

/** Settles the items under items of a type, parents before children, and says which they were. */
const below: Record<ItemType, Below> = {
  Plan: async (work, ids) => {
    const priorities = await settle(work, itemSources.Priority, 't.plan_id = any ($1::uuid[])', ids);
    const waitedFor = await settle(work, itemSources.ExternalDependency, 't.plan_id = any ($1::uuid[])', ids);
    const workstreams = await settle(work, itemSources.Workstream, 't.plan_id = any ($1::uuid[])', ids);
    const risks = await settle(
      work,
      itemSources.Risk,
      't.plan_id = any ($1::uuid[]) and t.workstream_id is null',
      ids,
    );
    const deeper = [...(await below.Workstream(work, workstreams)), ...(await below.Risk(work, risks))];
    return [...priorities, ...waitedFor, ...workstreams, ...risks, ...deeper];
  },
  Workstream: async (work, ids) => {
    const actions = await settle(
      work,
      itemSources.Action,
      't.workstream_id = any ($1::uuid[]) and t.parent_id is null',
      ids,
    );
    const risks = await settle(work, itemSources.Risk, 't.workstream_id = any ($1::uuid[])', ids);
    const deeper = [...(await below.Action(work, actions)), ...(await below.Risk(work, risks))];
    return [...actions, ...risks, ...deeper];
  },
  Action: async (work, ids) => {
    const all: string[] = [];
    for (let level = ids; level.length; all.push(...level))
      level = await settle(work, itemSources.Action, 't.parent_id = any ($1::uuid[])', level);
    return all;
  },
  Risk: (work, ids) => settle(work, itemSources.Mitigation, 't.risk_id = any ($1::uuid[])', ids),
  Priority: async () => [],
  Mitigation: async () => [],
  ExternalDependency: async () => [],
};

/** Settles items that hang on the ids given; answers with all of them, moved or not. */
async function settle(
  work: Work,
  { table, select }: Source,
  where: string,
  ids: string | string[],
): Promise<string[]> {
  const on = Array.isArray(ids) ? ids : [ids];
  return on.length ? attach(work, { table, select: `${select} where ${where}` }, [on]) : [];
}

interface Pair {
  a: string;
  b: string;
  circle: string;
}

/**
 * Circles are drawn first, in a statement of their own: the one that moves the rows can then see them. An item
 * that is gone has no circle; what hung on it stays as it was.
 */
export async function attach(
  work: Work,
  { table, select }: Source,
  params: readonly unknown[],
): Promise<string[]> {
  const pairs = await work.query<Pair>(
    `select a, b, intersect_audiences(a, b) as circle from (select distinct s.a, s.b from (${select}) s where s.a is not null and s.b is not null) d`,
    params,
  );
  const next = params.length;
  const rows = await work.query<{ id: string }>(
    `with s as (${select}),
      drawn as (select * from unnest($${next + 1}::uuid[], $${next + 2}::uuid[], $${next + 3}::uuid[]) d (a, b, circle)),
      moved as (
        update ${table} t set audience_id = coalesce(d.circle, s.a) from s left join drawn d on d.a = s.a and d.b = s.b
        where t.id = s.id and s.a is not null and t.audience_id <> coalesce(d.circle, s.a))
     select id from s`,
    [...params, pairs.map((pair) => pair.a), pairs.map((pair) => pair.b), pairs.map((pair) => pair.circle)],
  );
  return rows.map((row) => row.id);
}
