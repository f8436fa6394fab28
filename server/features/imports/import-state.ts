import { ItemType } from '../../../schema/vocabulary.js';
import type { Reader } from '../../platform/reading/reader.js';
import { columnList, type EntityClass, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Update } from '../actions/update.entity.js';
import { CrossReference } from '../cross-references/cross-reference.entity.js';
import { Mitigation, Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import type { Existing, ImportedType, Left, OwnerTuple } from './import-content.js';
import type { KnownBody } from './matching.rules.js';

/** Reads what an import is held against: the plan as it stands, what earlier imports left of it, who is known. */

export const importedEntities: Record<ImportedType, EntityClass> = {
  Workstream,
  Action,
  Risk,
  Mitigation,
  Update,
  CrossReference,
};

interface StateRow {
  id: string;
  key: string | null;
  left: Left | null;
  isUndone: boolean | null;
}

/** The items of a plan, put away ones too. `lock` holds them until the end, so that nobody changes one meanwhile. */
export async function existingItems(reader: Reader, planId: string, lock: boolean): Promise<Existing[]> {
  const all: Existing[] = [];
  const owners = await ownersByItem(reader, planId);
  for (const [type, entity] of Object.entries(importedEntities) as [ImportedType, EntityClass][]) {
    const table = tableOf(entity);
    if (lock)
      await reader.query(`select id from ${table.name} where plan_id = $1 order by id for update`, [planId]);
    const columns = columnList(table, table.columns.keys(), 't');
    const rows = await reader.query<StateRow & Record<string, unknown>>(
      `select ${columns}, k.key as "~key", k."left" as "~left", k.is_undone as "~undone"
       from ${table.name} t left join imported_items k on k.item_id = t.id where t.plan_id = $1 order by t.id`,
      [planId],
    );
    for (const { '~key': key, '~left': left, '~undone': undone, ...values } of rows)
      all.push({
        type,
        id: values.id,
        values,
        owners: owners.get(values.id) ?? [],
        key: key as string | null,
        left: left as Left | null,
        isUndone: undone === true,
      });
  }
  return all;
}

/** An ownership as a tuple. */
export const OWNER =
  'jsonb_build_array(role, organisation_id, abu_id, board_id, post_id, person_id, outside_body, as_written)';

async function ownersByItem(reader: Reader, planId: string): Promise<Map<string, OwnerTuple[]>> {
  const rows = await reader.query<{ itemId: string; owner: OwnerTuple }>(
    `select item_id as "itemId", ${OWNER} as owner
     from ownerships where plan_id = $1 and archived_at is null and item_type in ('${ItemType.Workstream}', '${ItemType.Action}')
     order by item_id, position, id`,
    [planId],
  );
  const byItem = new Map<string, OwnerTuple[]>();
  for (const { itemId, owner } of rows) {
    const known = byItem.get(itemId);
    if (known) known.push(owner);
    else byItem.set(itemId, [owner]);
  }
  return byItem;
}

/** Everybody and everything of a partnership that an item can be owned by, as far as the reader may know of them. */
export function knownBodies(reader: Reader, partnershipId: string): Promise<KnownBody[]> {
  const bodies = (kind: string, table: string, name: string, home: string, others: string) =>
    `select '${kind}' as kind, id, ${name} as name, ${home} as "organisationId", ${others} as "otherNames" from ${table} where partnership_id = $1 and archived_at is null`;
  const short = `array_remove(array_append(aliases, short_name), null)`;
  return reader.query<KnownBody>(
    [
      bodies('PERSON', 'people', 'name', 'organisation_id', 'aliases'),
      bodies('POST', 'posts', 'title', 'organisation_id', 'aliases'),
      bodies('ORGANISATION', 'organisations', 'name', 'id', short),
      bodies('ABU', 'accountable_business_units', 'name', 'host_organisation_id', short),
      bodies('BOARD', 'boards', 'name', 'null::uuid', short),
    ].join(' union all '),
    [partnershipId],
  );
}
