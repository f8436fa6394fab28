import type { Row } from '../db/base.js';
import type { FieldRead } from './fields.js';
import type { Reader } from './reader.js';
import type { Selection } from './selection.js';
import { columnsFor } from './shape.js';
import { columnList, type EntityClass, sourceOf, tableOf } from './tables.js';

/** SQL over alias `t`, with its parameters numbered from `$next`. */
export interface Condition {
  sql: string;
  params: readonly unknown[];
}

interface Order {
  /** SQL over alias `t`; must end in a unique column. */
  orderBy: string;
  /** SQL over alias `t` without parameters. */
  where?: string;
}

const text = (value: unknown) => value as string;
const distinct = (values: unknown[]) =>
  [...new Set(values.filter((value) => value !== null && value !== undefined))] as string[];

/** Rows by id, in the columns the selection needs; those that cannot be seen are simply not there. */
export async function rowsById(
  reader: Reader,
  entity: EntityClass,
  ids: string[],
  selection: Selection,
  also: string[] = [],
) {
  const table = tableOf(entity);
  if (ids.length === 0) return new Map<string, Row>();
  const columns = columnList(table, columnsFor(table, selection, also), 't');
  const rows = await reader.query<Row>(
    `select ${columns} from ${sourceOf(table, reader)} t where t.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The item a column points at, or null when it points at nothing the viewer may see. */
export function toOne(target: () => EntityClass, key: string): FieldRead {
  return {
    needs: [key],
    read: async ({ rows, field, reader, give, into }) => {
      const found = await rowsById(reader, target(), distinct(rows.map((row) => row[key])), field.selection);
      await into(target().name, [...found.values()]);
      for (const row of rows) give(row, found.get(text(row[key])) ?? null);
    },
  };
}

/** The items a column of ids points at, in that order, without holes. */
export function toListed(target: () => EntityClass, key: string): FieldRead {
  return {
    needs: [key],
    read: async ({ rows, field, reader, give, into }) => {
      const ids = (row: Row) => (row[key] as string[] | null) ?? [];
      const found = await rowsById(reader, target(), distinct(rows.flatMap(ids)), field.selection);
      await into(target().name, [...found.values()]);
      for (const row of rows)
        give(
          row,
          ids(row).flatMap((id) => found.get(id) ?? []),
        );
    },
  };
}

/** Rows that are there already, to be read on below. */
export const listed = (key: string, type: string): FieldRead => ({
  needs: [],
  read: async ({ rows, into }) => {
    await into(
      type,
      rows.flatMap((row) => row[key] as Row[]),
    );
  },
});

/** The rows that point back at this one by a column, put away ones left out unless `where` says otherwise. */
export function toMany(target: () => EntityClass, foreignKey: string, { orderBy, where }: Order): FieldRead {
  return {
    needs: ['id'],
    read: async ({ rows, field, reader, give, into }) => {
      const children = await childrenOf(reader, target(), foreignKey, rows, field.selection, {
        orderBy,
        where: where ?? 't.archived_at is null',
      });
      await into(target().name, children);
      const byParent = groupBy(children, (child) => text(child[foreignKey]));
      for (const row of rows) give(row, byParent.get(row.id) ?? []);
    },
  };
}

/** The same, the other way round an array column: rows whose `foreignKey` array holds this id. */
export function toManyListed(
  target: () => EntityClass,
  foreignKey: string,
  { orderBy, where }: Order,
): FieldRead {
  return {
    needs: ['id'],
    read: async ({ rows, field, reader, give, into }) => {
      const table = tableOf(target());
      const column = table.columns.get(foreignKey) ?? foreignKey;
      const columns = columnList(table, columnsFor(table, field.selection, [foreignKey]), 't');
      const children = await reader.query<Row>(
        `select ${columns} from ${sourceOf(table, reader)} t where t.${column} && $1::uuid[] and ${where ?? 't.archived_at is null'} order by ${orderBy}`,
        [rows.map((row) => row.id)],
      );
      await into(target().name, children);
      for (const row of rows)
        give(
          row,
          children.filter((child) => (child[foreignKey] as string[]).includes(row.id)),
        );
    },
  };
}

/** One child of each row: the first in the order given. */
export function toFirst(target: () => EntityClass, foreignKey: string, { orderBy, where }: Order): FieldRead {
  return {
    needs: ['id'],
    read: async ({ rows, field, reader, give, into }) => {
      const table = tableOf(target());
      const column = table.columns.get(foreignKey) ?? foreignKey;
      const columns = columnList(table, columnsFor(table, field.selection, [foreignKey]), 't');
      const children = await reader.query<Row>(
        `select distinct on (t.${column}) ${columns} from ${sourceOf(table, reader)} t
         where t.${column} = any($1::uuid[]) and ${where ?? 't.archived_at is null'} order by t.${column}, ${orderBy}`,
        [rows.map((row) => row.id)],
      );
      await into(target().name, children);
      const byParent = new Map(children.map((child) => [text(child[foreignKey]), child]));
      for (const row of rows) give(row, byParent.get(row.id) ?? null);
    },
  };
}

/** Children of many rows in one query. */
export async function childrenOf(
  reader: Reader,
  target: EntityClass,
  foreignKey: string,
  rows: Row[],
  selection: Selection,
  order: Required<Order>,
): Promise<Row[]> {
  const table = tableOf(target);
  const columns = columnList(table, columnsFor(table, selection, [foreignKey]), 't');
  const column = table.columns.get(foreignKey) ?? foreignKey;
  return reader.query<Row>(
    `select ${columns} from ${sourceOf(table, reader)} t where t.${column} = any($1::uuid[]) and ${order.where} order by ${order.orderBy}`,
    [rows.map((row) => row.id)],
  );
}

export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const at = key(value);
    const group = groups.get(at);
    if (group) group.push(value);
    else groups.set(at, [value]);
  }
  return groups;
}
