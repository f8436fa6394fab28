import { getMetadataArgsStorage } from 'typeorm';
import type { Reader } from './reader.js';

export type EntityClass = abstract new (...args: never[]) => object;

/** An entity’s table: its name, and its properties with their columns. */
export interface Table {
  type: string;
  name: string;
  columns: ReadonlyMap<string, string>;
  /** Of these, the properties kept as JSON. */
  json: ReadonlySet<string>;
}

const tables = new Map<EntityClass, Table>();

const snake = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Reads an entity’s decorators once. One naming rule for the whole schema: camelCase is snake_case. */
export function tableOf(entity: EntityClass): Table {
  const known = tables.get(entity);
  if (known) return known;
  const storage = getMetadataArgsStorage();
  const name = storage.tables.find((table) => table.target === entity)?.name;
  if (!name) throw new Error(`${entity.name} is not an entity`);
  const lineage: unknown[] = [];
  for (let at: unknown = entity; typeof at === 'function'; at = Object.getPrototypeOf(at)) lineage.push(at);
  const own = storage.columns.filter((column) => lineage.includes(column.target));
  const columns = new Map(own.map(({ propertyName }) => [propertyName, snake(propertyName)]));
  const json = new Set(
    own.flatMap(({ propertyName, options }) => (options.type === 'jsonb' ? propertyName : [])),
  );
  const table = { type: entity.name, name, columns, json };
  tables.set(entity, table);
  return table;
}

/** `t.id as "id", t.plan_id as "planId"`: rows come out in property names, ready to be answered. */
export function columnList(table: Table, properties: Iterable<string>, alias: string): string {
  return [...properties]
    .map((property) => {
      const column = table.columns.get(property);
      if (!column) throw new Error(`${table.type} has no column for ${property}`);
      return `${alias}.${column} as "${property}"`;
    })
    .join(', ');
}

/** Words of the product’s own, a closed list’s, as a list in SQL. */
export const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/**
 * Where an entity’s rows are read from. Now: its table. As of a moment: the last state the log holds of each
 * item up to then — of items that are still visible today, so that nothing restricted since shows its past.
 */
export function sourceOf(table: Table, reader: Reader): string {
  if (!reader.asOf) return table.name;
  const moment = `'${checkedInstant(reader.asOf)}'::timestamptz`;
  return `(select r.* from (
    select distinct on (c.item_id) c.item_id, c.after from changes c
    where c.item_type = '${table.type}' and c.at <= ${moment} and c.kind <> 'DERIVED'
    order by c.item_id, c.seq desc) l
    cross join lateral jsonb_populate_record(null::${table.name}, l.after) r
    where l.after is not null and exists (select 1 from ${table.name} still where still.id = l.item_id))`;
}

/** The DateTime scalar let it in, so it can only hold these characters; this holds if that ever changes. */
function checkedInstant(text: string): string {
  if (!/^[0-9T:.Z+-]+$/.test(text)) throw new Error('not an instant');
  return text;
}
