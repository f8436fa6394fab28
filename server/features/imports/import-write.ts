import { uuidv7 } from 'uuidv7';
import { BragStatus, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { type EntityClass, tableOf } from '../../platform/reading/tables.js';
import type { Action } from '../actions/action.entity.js';
import { Ownership } from '../actions/ownership.entity.js';
import { recordStrainMoved } from '../cross-references/strain.service.js';
import { settleAudiences } from '../plans/audience.service.js';
import type { Plan } from '../plans/plan.entity.js';
import { Audiences } from './import-audiences.js';
import type { ImportedType } from './import-content.js';
import type { PlannedItem } from './import-plan.js';
import { importedEntities } from './import-state.js';

type Values = Record<string, unknown>;

const CHUNK = 1_000;
const ORDER: readonly ImportedType[] = [
  'Workstream',
  'Action',
  'Risk',
  'Mitigation',
  'Update',
  'CrossReference',
];
const GAP = 1024;

/** Writes what an import changes, many rows a statement. The tables log each row themselves. */
export async function writeImport(
  work: Work,
  importId: string,
  plan: Plan & Row,
  items: readonly PlannedItem[],
): Promise<void> {
  const audiences = new Audiences(work, plan, items);
  const places = await lastPositions(work, plan.id);
  for (const type of ORDER) {
    const ours = items.filter(({ desired, merged }) => desired.type === type && !merged.isAway);
    const rows: Values[] = [];
    for (const item of ours)
      if (!item.merged.existing) rows.push(await newRow(item, plan, audiences, places));
    await insertRows(work, importedEntities[type], rows);
    const changed = ours.filter(({ merged }) => merged.existing && Object.keys(merged.patch).length);
    await updateRows(work, type, changed, audiences);
    await writeOwners(work, type, plan, ours, audiences);
  }
  await rememberItems(work, importId, plan.id, items);
}

async function newRow(
  { id, desired, merged, place }: PlannedItem,
  plan: Plan,
  audiences: Audiences,
  places: Map<string, number>,
): Promise<Values> {
  const audienceId = await audiences.of(desired.type, id);
  const row: Values = {
    ...desired.initial,
    ...merged.patch,
    ...place,
    id,
    partnershipId: plan.partnershipId,
    planId: plan.id,
    audienceId,
  };
  if (desired.type === 'Workstream') row['priorityIds'] = [];
  // All with the same columns, so that they go in one after the other: parents before what stands below them.
  if (desired.type === 'Action') row['status'] ??= BragStatus.NOT_YET_RATED;
  if (['Workstream', 'Action', 'Mitigation'].includes(desired.type)) {
    const among = String(place['parentId'] ?? place['riskId'] ?? place['workstreamId'] ?? plan.id);
    const position = (places.get(among) ?? 0) + GAP;
    places.set(among, position);
    row['position'] = position;
  }
  return row;
}

/** New ones come after what stands there already. */
async function lastPositions(work: Work, planId: string): Promise<Map<string, number>> {
  const rows = await work.query<{ at: string; last: number }>(
    `select plan_id as at, max(position) as last from workstreams where plan_id = $1 group by 1
     union all select coalesce(parent_id, workstream_id), max(position) from actions where plan_id = $1 group by 1
     union all select risk_id, max(position) from mitigations where plan_id = $1 group by 1`,
    [planId],
  );
  return new Map(rows.map(({ at, last }) => [at, last]));
}

/** Rows of one table; those with the same columns go together. */
export async function insertRows(work: Work, entity: EntityClass, rows: readonly Values[]): Promise<void> {
  const { name } = tableOf(entity);
  await inChunks(
    rows,
    async (columns, json) => {
      await work.query(
        `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
        [json],
      );
    },
    entity,
  );
}

async function inChunks(
  rows: readonly Values[],
  write: (columns: string[], json: string) => Promise<void>,
  entity: EntityClass,
): Promise<void> {
  const table = tableOf(entity);
  const byColumns = new Map<string, { columns: string[]; rows: Values[] }>();
  for (const row of rows) {
    const columns = Object.keys(row)
      .map((property) => table.columns.get(property) ?? property)
      .sort();
    const group = byColumns.get(columns.join()) ?? { columns, rows: [] };
    group.rows.push(
      Object.fromEntries(
        Object.entries(row).map(([property, value]) => [table.columns.get(property) ?? property, value]),
      ),
    );
    byColumns.set(columns.join(), group);
  }
  for (const group of byColumns.values())
    for (let from = 0; from < group.rows.length; from += CHUNK)
      await write(group.columns, wellFormed(group.rows.slice(from, from + CHUNK)));
}

/** A text that was cut short may end in half a character, which the database rightly refuses. */
export function wellFormed(value: unknown): string {
  const text = JSON.stringify(value);
  // Halves are written as escapes, so nearly every text is seen to have none.
  if (!text.includes('\\ud')) return text;
  return JSON.stringify(value, (_, part) =>
    typeof part === 'string' ? part.replace(/\p{Surrogate}/gu, '\uFFFD') : part,
  );
}

async function updateRows(
  work: Work,
  type: ImportedType,
  changed: readonly PlannedItem[],
  audiences: Audiences,
): Promise<void> {
  const { name } = tableOf(importedEntities[type]);
  const rows: Values[] = [];
  for (const {
    id,
    merged: { patch },
  } of changed) {
    const isLedAnew = type === 'CrossReference' && 'toId' in patch;
    rows.push({ ...patch, id, ...(isLedAnew ? { audienceId: await audiences.of(type, id) } : {}) });
  }
  await inChunks(
    rows,
    async (columns, json) => {
      const set = columns.filter((column) => column !== 'id').map((column) => `${column} = v.${column}`);
      await work.query(
        `update ${name} t set ${set.join(', ')} from jsonb_populate_recordset(null::${name}, $1::jsonb) v where t.id = v.id`,
        [json],
      );
    },
    importedEntities[type],
  );
  for (const { id, merged } of changed) {
    const before = { ...merged.existing?.values, id };
    const after = { ...before, ...merged.patch };
    if (type === 'Action' && 'parentId' in merged.patch)
      await settleAudiences(work, ItemType.Action, after as Action & Row);
    if (type === 'Action' || type === 'Mitigation') await recordStrainMoved(work, before, after);
  }
}

async function writeOwners(
  work: Work,
  type: ImportedType,
  plan: Plan,
  items: readonly PlannedItem[],
  audiences: Audiences,
): Promise<void> {
  const changed = items.filter(({ merged }) => merged.owners !== null);
  const reassigned = changed.filter(({ merged }) => merged.existing).map(({ id }) => id);
  if (reassigned.length) {
    await work.query(`delete from ownerships where item_id = any($1::uuid[])`, [reassigned]);
    const { name } = tableOf(importedEntities[type]);
    await work.query(`update ${name} set owners_revision = owners_revision + 1 where id = any($1::uuid[])`, [
      reassigned,
    ]);
  }
  const rows: Values[] = [];
  for (const { id, merged } of changed)
    for (const [
      position,
      [role, organisationId, abuId, boardId, postId, personId, outsideBody, asWritten],
    ] of (merged.owners ?? []).entries())
      rows.push({
        ...{
          id: uuidv7(),
          partnershipId: plan.partnershipId,
          planId: plan.id,
          itemType: type,
          itemId: id,
          position,
        },
        ...{ role, organisationId, abuId, boardId, postId, personId, outsideBody, asWritten },
        audienceId: await audiences.ofOwner(type, id, personId ?? null),
      });
  await insertRows(work, Ownership, rows);
}

async function rememberItems(
  work: Work,
  importId: string,
  planId: string,
  items: readonly PlannedItem[],
): Promise<void> {
  const kept = items.filter(({ merged }) => !merged.isAway);
  for (let from = 0; from < kept.length; from += CHUNK) {
    const rows = kept
      .slice(from, from + CHUNK)
      .map(({ id, desired: { key }, merged: { left } }) => ({ item_id: id, key, left }));
    await work.query(
      `insert into imported_items (import_id, plan_id, item_id, key, "left")
       select $1, $2, r.item_id, r.key, r."left" from jsonb_to_recordset($3::jsonb) r (item_id uuid, key text, "left" jsonb)
       on conflict (item_id) do update set import_id = excluded.import_id, key = excluded.key, "left" = excluded."left", is_undone = false`,
      [importId, planId, wellFormed(rows)],
    );
  }
}
