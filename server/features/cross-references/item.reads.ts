import { type BragStatus, ItemType } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy, rowsById } from '../../platform/reading/relations.js';
import { type EntityClass, sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Action } from '../actions/action.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Priority } from '../plans/priority.entity.js';
import { Mitigation, Risk } from '../risks/risk.entity.js';
import { Workstream } from '../workstreams/workstream.entity.js';
import { ExternalDependency } from './external-dependency.entity.js';

/** The entity of each type of item that can be pointed at. Found late: entities name one another in rings. */
const entities: Record<ItemType, () => EntityClass> = {
  Plan: () => Plan,
  Priority: () => Priority,
  Workstream: () => Workstream,
  Action: () => Action,
  Risk: () => Risk,
  Mitigation: () => Mitigation,
  ExternalDependency: () => ExternalDependency,
};

export const entityOf = (type: ItemType): EntityClass => entities[type]();

/** The tables of all that can be pointed at. */
export const itemTables = (): string[] => Object.values(ItemType).map((type) => tableOf(entityOf(type)).name);

/** What is known of any item whatever its type. */
export interface ItemHead {
  id: string;
  type: ItemType;
  /** As a person would name it: “WS2 B12”. */
  name: string;
  partnershipId: string;
  audienceId: string;
  planId: string | null;
  workstreamId: string | null;
  status: BragStatus | null;
  end: string | null;
  archivedAt: string | null;
}

/** An item of any type by id, or null when it is missing or not visible. */
export async function headOf(reader: Reader, id: string): Promise<ItemHead | null> {
  return (await headsOf(reader, [id])).get(id) ?? null;
}

export async function headsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, ItemHead>> {
  return ids.length === 0 ? new Map() : headsFound(reader, HEADS(reader), [ids]);
}

/** Both ends of all cross-references that a query finds. */
export function headsOfTouching(
  reader: Reader,
  touching: string,
  params: readonly unknown[],
): Promise<Map<string, ItemHead>> {
  const sql = `with touching as materialized (${touching}), ${endsSql(reader, 'ends')} select ${headColumns} from ends h`;
  return headsFound(reader, sql, params);
}

async function headsFound(
  reader: Reader,
  sql: string,
  params: readonly unknown[],
): Promise<Map<string, ItemHead>> {
  return new Map((await reader.query<ItemHead>(sql, params)).map((row) => [row.id, row]));
}

const headColumns = `h.id, h.type, h.name, h.partnership_id as "partnershipId", h.audience_id as "audienceId", h.plan_id as "planId",
  h.workstream_id as "workstreamId", h.status, h.timing_end as "end", h.archived_at as "archivedAt"`;
const HEADS = (reader: Reader) => `select ${headColumns} from (${headsSql(reader, () => '$1::uuid[]')}) h`;

const short = (text: string) =>
  `'“' || case when length(${text}) > 80 then left(${text}, 79) || '…' else ${text} end || '”'`;

/** Whether an item is called by its title, having no reference. */
export const isQuoted = (name: string): boolean => name.startsWith('“');

/** What each type says of itself in full. */
const TITLES: Partial<Record<ItemType, string>> = { Risk: 'event', Mitigation: 'description' };

/** The titles of items in full, by their ids. */
export async function titlesOf(
  reader: Reader,
  heads: readonly Pick<ItemHead, 'id' | 'type'>[],
): Promise<Map<string, string>> {
  const types = [...new Set(heads.map(({ type }) => type))];
  if (types.length === 0) return new Map();
  const rows = await reader.query<{ id: string; title: string }>(
    types
      .map(
        (type, at) =>
          `select it.id, it.${TITLES[type] ?? 'title'} as title from ${sourceOf(tableOf(entityOf(type)), reader)} it where it.id = any($${at + 1}::uuid[])`,
      )
      .join(' union all '),
    types.map((type) => heads.flatMap((head) => (head.type === type ? [head.id] : []))),
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** SQL for an array of the ids of one type, over none of the aliases in here. */
type Ids = (type: ItemType) => string;

/** Common tables: under the name given both ends, as far as they may be seen, of the cross-references in a `touching`. */
export const endsSql = (reader: Reader, name: string, named = true): string => `pointed as materialized (
    select from_id as id, from_type as type from touching union select to_id, to_type from touching where to_id is not null),
  ${name} as materialized (${headsSql(reader, (type) => `array(select id from pointed where type = '${type}')`, named)})`;

/** All items of these ids, of every type; each with its name, unless nobody asks for it. */
export function headsSql(reader: Reader, ids: Ids, named = true): string {
  const from = (type: ItemType) => `${sourceOf(tableOf(entityOf(type)), reader)} it`;
  const workstream = (key: string) =>
    `left join ${sourceOf(tableOf(Workstream), reader)} iw on iw.id = ${key}`;
  const head = (
    type: ItemType,
    name: string,
    plan = 'it.plan_id',
    at = 'null::uuid',
    dated = false,
    join = '',
  ) =>
    `select it.id, '${type}' as type, ${named ? name : 'null::text'} as name, it.partnership_id, it.audience_id, ${plan} as plan_id, ${at} as workstream_id,
       ${dated ? 'it.status, it.timing_end' : 'null::text as status, null::date as timing_end'}, it.archived_at
     from ${from(type)} ${join} where it.id = any(${ids(type)})`;
  return [
    head(
      ItemType.Action,
      `case when it.reference is null then ${short('it.title')} else coalesce('WS' || iw.number || ' ', '') || it.reference end`,
      'it.plan_id',
      'it.workstream_id',
      true,
      named ? workstream('it.workstream_id') : '',
    ),
    head(
      ItemType.Workstream,
      `coalesce('Workstream ' || it.number, ${short('it.title')})`,
      'it.plan_id',
      'it.id',
    ),
    head(
      ItemType.Risk,
      `coalesce('Risk ' || it.reference, ${short('it.event')})`,
      'it.plan_id',
      'it.workstream_id',
    ),
    head(
      ItemType.Mitigation,
      short('it.description'),
      'it.plan_id',
      'ir.workstream_id',
      true,
      `left join ${from(ItemType.Risk).replace(/ it$/, ' ir')} on ir.id = it.risk_id`,
    ),
    head(ItemType.ExternalDependency, short('it.title'), 'it.plan_id', 'null::uuid', true),
    head(ItemType.Priority, `'Priority ' || it.number`),
    head(ItemType.Plan, short('it.title'), 'it.id'),
  ].join('\n union all ');
}

/** The item that a pair of columns (its type, its id) points at; null when it points at nothing the viewer may see. */
export function toItem<Type extends string = ItemType>(
  typeKey: string,
  idKey: string,
  entityFor: (type: Type) => EntityClass = (type) => entityOf(type as unknown as ItemType),
): FieldRead {
  return {
    needs: [typeKey, idKey],
    read: async ({ rows, field, reader, give, into }) => {
      const found = new Map<string, Row>();
      const pointing = rows.filter((row) => row[idKey] !== null && row[idKey] !== undefined);
      const byType = groupBy(pointing, (row) => row[typeKey] as string);
      await Promise.all(
        [...byType].map(async ([type, of]) => {
          const ids = [...new Set(of.map((row) => row[idKey] as string))];
          const items = await rowsById(reader, entityFor(type as Type), ids, field.selection);
          for (const item of items.values()) found.set(item.id, Object.assign(item, { __typename: type }));
          await into(type, [...items.values()]);
        }),
      );
      for (const row of rows) give(row, found.get(row[idKey] as string) ?? null);
    },
  };
}
