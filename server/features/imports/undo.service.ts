import { ImportStatus } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import { type EntityClass, tableOf } from '../../platform/reading/tables.js';
import { Ownership } from '../actions/ownership.entity.js';
import { headsOf } from '../cross-references/item.reads.js';
import { recordStrainMoved } from '../cross-references/strain.service.js';
import { Plan } from '../plans/plan.entity.js';
import { checkOpen } from '../plans/plan.rules.js';
import { Import } from './import.entity.js';
import { authoriseUndo } from './import.policy.js';
import { contentOf, settle } from './import.service.js';
import type { Named } from './import-content.js';
import { importFacts } from './import-facts.js';
import { importedEntities, OWNER } from './import-state.js';
import { insertRows } from './import-write.js';
import { isMade, type LoggedChange, putBack, untouched } from './undo.rules.js';

const undoable: Record<string, EntityClass> = { Plan, ...importedEntities };

/**
 * Takes an import back, from the log: what it made is put away, what it changed is as it was before. What people
 * changed since stays as they left it, with all that it hangs under, and is told.
 */
export async function undoImport(work: Work, id: string): Promise<Import & Row> {
  const row = await work.lock<Import>(Import, id);
  const [facts, content] = [(await importFacts(work, [row])).get(id), await contentOf(work, id)];
  if (!facts || !content) throw notFound();
  authoriseUndo(work.viewer.position, facts);
  if (row.status !== ImportStatus.APPLIED || !row.planId || !content.changeSetId) return row;
  const plan = await work.lock<Plan>(Plan, row.planId);
  checkOpen(plan.status);
  await work.actFor(row.partnershipId, row.organisationId);

  const changes = await work.query<LoggedChange>(OURS, [content.changeSetId]);
  const last = changes[0]?.seq ?? 0;
  const touched = new Set(
    (await work.query<{ id: string }>(TOUCHED, [row.planId, last])).map((one) => one.id),
  );
  const current = await currentRows(work, changes);
  const made = changes.filter((change) => isMade(change) && change.itemType in undoable);
  const hangs = await work.query<{ id: string; under: string }>(HANGS, [row.planId]);
  const free = untouched(
    made.map(({ itemId }) => itemId),
    touched,
    hangs,
  );
  const left = new Set(made.filter(({ itemId }) => !free.has(itemId)).map(({ itemId }) => itemId));

  const back = putBack(changes, current, free);
  for (const type of Object.keys(undoable)) {
    await archive(work, type, free, current, made);
    await restore(work, type, back.patches, current, changes);
  }
  const owners = await ownersBack(work, changes, touched);
  await forgetUndone(work, [...free], back.patches, owners.back);
  const report = {
    ...content.report,
    left: await namesOf(work, new Set([...left, ...back.left, ...owners.left])),
  };
  return settle(work, row, { ...content, report }, { status: ImportStatus.UNDONE });
}

async function currentRows(
  work: Work,
  changes: readonly LoggedChange[],
): Promise<Map<string, Record<string, unknown>>> {
  const rows = new Map<string, Record<string, unknown>>();
  for (const [type, entity] of Object.entries(undoable)) {
    const ids = [
      ...new Set(changes.filter(({ itemType }) => itemType === type).map(({ itemId }) => itemId)),
    ].sort();
    if (ids.length === 0) continue;
    const { name } = tableOf(entity);
    const found = await work.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from (select * from ${name} where id = any($1::uuid[]) order by id for update) t`,
      [ids],
    );
    for (const { row } of found) rows.set(String(row['id']), row);
  }
  return rows;
}

async function archive(
  work: Work,
  type: string,
  free: ReadonlySet<string>,
  current: ReadonlyMap<string, Record<string, unknown>>,
  made: readonly LoggedChange[],
): Promise<void> {
  const ids = made.flatMap(({ itemType, itemId }) => (itemType === type && free.has(itemId) ? [itemId] : []));
  const standing = ids.filter((id) => current.get(id)?.['archived_at'] === null);
  const table = undoable[type] && tableOf(undoable[type]);
  if (table && standing.length)
    await work.query(`update ${table.name} set archived_at = clock_timestamp() where id = any($1::uuid[])`, [
      standing,
    ]);
}

async function restore(
  work: Work,
  type: string,
  patches: ReadonlyMap<string, Record<string, unknown>>,
  current: ReadonlyMap<string, Record<string, unknown>>,
  changes: readonly LoggedChange[],
): Promise<void> {
  const entity = undoable[type];
  if (!entity) return;
  const { name } = tableOf(entity);
  const ofType = new Set(changes.flatMap(({ itemType, itemId }) => (itemType === type ? [itemId] : [])));
  for (const [id, patch] of patches) {
    if (!ofType.has(id)) continue;
    const columns = Object.keys(patch);
    const [after] = await work.query<{ row: Record<string, unknown> }>(
      `update ${name} t set ${columns.map((column) => `${column} = v.${column}`).join(', ')} from jsonb_populate_record(null::${name}, $2::jsonb) v where t.id = $1 returning to_jsonb(t) as row`,
      [id, JSON.stringify(patch)],
    );
    if (after && ['Action', 'Mitigation'].includes(type))
      await recordStrainMoved(work, strainOf(current.get(id) ?? {}), strainOf(after.row));
  }
}

const strainOf = (row: Record<string, unknown>): Row => ({
  id: String(row['id']),
  partnershipId: row['partnership_id'],
  status: row['status'],
  timingEnd: row['timing_end'],
  archivedAt: row['archived_at'],
});

/** The owners of items that were here before, as they were; left where people have changed them again. */
async function ownersBack(
  work: Work,
  changes: readonly LoggedChange[],
  touched: ReadonlySet<string>,
): Promise<{ back: string[]; left: string[] }> {
  const made = new Set(changes.filter(isMade).map(({ itemId }) => itemId));
  const ours = changes.filter(
    ({ itemType, aboutId }) => itemType === 'Ownership' && aboutId !== null && !made.has(aboutId),
  );
  const back = ours.filter(({ aboutId }) => !touched.has(`owners ${aboutId}`));
  const added = back.filter(({ kind }) => kind === 'CREATED').map(({ itemId }) => itemId);
  if (added.length) await work.query(`delete from ownerships where id = any($1::uuid[])`, [added]);
  const removed = back.flatMap(({ kind, before }) => (kind === 'REMOVED' && before ? [before] : []));
  const columns = [...tableOf(Ownership).columns];
  await insertRows(
    work,
    Ownership,
    removed.map((row) => Object.fromEntries(columns.map(([property, column]) => [property, row[column]]))),
  );
  const itemsOf = (some: readonly LoggedChange[]) => [
    ...new Set(some.flatMap(({ aboutId }) => aboutId ?? [])),
  ];
  return { back: itemsOf(back), left: itemsOf(ours.filter((one) => !back.includes(one))) };
}

/**
 * What undoing put back, nobody wrote: the next file may change it again, and what is put away comes back when the
 * file brings it again.
 */
async function forgetUndone(
  work: Work,
  away: readonly string[],
  patches: ReadonlyMap<string, Record<string, unknown>>,
  reassigned: readonly string[],
): Promise<void> {
  await work.query(`update imported_items set is_undone = true where item_id = any($1::uuid[])`, [away]);
  for (const [id, patch] of patches) {
    const values = Object.fromEntries(Object.entries(patch).map(([column, value]) => [camel(column), value]));
    await work.query(
      `update imported_items set "left" = jsonb_set("left", '{values}', ("left" -> 'values') || $2::jsonb) where item_id = $1`,
      [id, JSON.stringify(values)],
    );
  }
  for (const id of reassigned)
    await work.query(
      `update imported_items set "left" = jsonb_set("left", '{owners}', coalesce((select jsonb_agg(${OWNER} order by position, id)
         from ownerships where item_id = $1 and archived_at is null), '[]')) where item_id = $1`,
      [id],
    );
}

const camel = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

async function namesOf(work: Work, ids: ReadonlySet<string>): Promise<Named[]> {
  const heads = await headsOf(work, [...ids]);
  return [...ids].flatMap((id) => {
    const head = heads.get(id);
    return head ? [{ itemId: id, label: head.name }] : [];
  });
}

const OURS = `
  select seq, item_type as "itemType", item_id as "itemId", about_id as "aboutId", kind, before, after from changes
  where change_set_id = $1 and via = 'IMPORT' and kind <> 'DERIVED' order by seq desc`;

/** Whatever people did in the plan since: to an item, to something said about it, and to whose it is. */
const TOUCHED = `
  select distinct t.id from changes c cross join lateral (values (c.item_id::text), (c.about_id::text),
    (case when c.item_type = 'Ownership' then 'owners ' || c.about_id end)) t(id)
  where c.plan_id = $1 and c.seq > $2 and c.kind <> 'DERIVED' and c.item_type <> 'Import' and t.id is not null`;

/** What hangs under what, of all that stands in the plan. */
const HANGS = `
  select id, coalesce(parent_id, workstream_id) as under from actions where plan_id = $1 and archived_at is null
  union all select id, plan_id from workstreams where plan_id = $1 and archived_at is null
  union all select id, plan_id from priorities where plan_id = $1 and archived_at is null
  union all select id, coalesce(workstream_id, plan_id) from risks where plan_id = $1 and archived_at is null
  union all select id, risk_id from mitigations where plan_id = $1 and archived_at is null
  union all select id, unnest(array[action_id, workstream_id]) from placements where (plan_id = $1 or to_plan_id = $1) and archived_at is null
  union all select id, action_id from updates where plan_id = $1 and archived_at is null
  union all select id, from_id from cross_references where (plan_id = $1 or to_plan_id = $1) and archived_at is null
  union all select id, to_id from cross_references where (plan_id = $1 or to_plan_id = $1) and archived_at is null and to_id is not null`;
