import type { Row } from '../db/base.js';
import { invalidInput } from '../graphql/errors.js';
import type { Connection } from '../graphql/makers.js';
import type { Reader } from './reader.js';
import type { Selection } from './selection.js';
import { columnsFor, objectType, shape } from './shape.js';
import { columnList, type EntityClass, sourceOf, tableOf } from './tables.js';

/** A default order: expressions over alias `t`, never null, the last one unique; each with the type its value has. */
export interface PageOrder {
  name: string;
  by: readonly { sql: string; type: string }[];
  descending?: boolean;
}

export interface PageAsk {
  entity: EntityClass;
  /** SQL over alias `t`; parameters are added with `param`. */
  where: readonly string[];
  params: unknown[];
  order: PageOrder;
  first: number;
  after?: string | null | undefined;
}

/** Conditions with their parameters, gathered one by one. */
export class Where {
  readonly sql: string[] = [];
  readonly params: unknown[] = [];

  /** `?` stands for the value. */
  and(sql: string, ...values: unknown[]): this {
    let i = 0;
    this.sql.push(
      sql.replace(/\?/g, () => {
        this.params.push(values[i++]);
        return `$${this.params.length}`;
      }),
    );
    return this;
  }
}

/** One page by keyset: as quick at the end of a long list as at its beginning, and steady while rows come and go. */
export async function page<T>(reader: Reader, ask: PageAsk, selection: Selection): Promise<Connection<T>> {
  const table = tableOf(ask.entity);
  const type = objectType(`${table.type}Connection`);
  const wanted = new Map(selection.fields(type).map((field) => [field.name, field.selection]));
  const edgeNode = wanted.get('edges')?.field(objectType(`${table.type}Edge`), 'node')?.selection;
  const nodes =
    wanted.get('nodes') && edgeNode ? wanted.get('nodes')?.with(edgeNode) : (wanted.get('nodes') ?? edgeNode);

  const answer: Connection<T> = {
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, endCursor: null },
    totalCount: 0,
  };
  const from = `from ${sourceOf(table, reader)} t where ${ask.where.join(' and ') || 'true'}`;
  if (wanted.has('totalCount')) {
    const [count] = await reader.query<{ n: number }>(`select count(*) as n ${from}`, ask.params);
    answer.totalCount = count?.n ?? 0;
  }
  if (!nodes && !wanted.has('pageInfo')) return answer;

  const params = [...ask.params];
  const keys = ask.order.by.map(({ sql }, i) => `(${sql})::text as "~${i}"`);
  const columns = nodes ? columnList(table, columnsFor(table, nodes), 't') : 't.id as "id"';
  const direction = ask.order.descending ? 'desc' : 'asc';
  const after = ask.after ? `and ${beyond(ask.order, ask.after, params)}` : '';
  params.push(ask.first + 1);
  const rows = await reader.query<Row>(
    `select ${columns}, ${keys.join(', ')} ${from} ${after} order by ${ask.order.by.map(({ sql }) => `${sql} ${direction}`).join(', ')} limit $${params.length}`,
    params,
  );
  const hasNextPage = rows.length > ask.first;
  if (hasNextPage) rows.pop();
  const last = rows.at(-1);
  const endCursor = last ? cursorOf(ask.order, last) : null;
  const cursors = wanted.has('edges') ? rows.map((row) => cursorOf(ask.order, row)) : [];
  if (nodes) await shape(reader, table.type, rows, nodes);
  answer.nodes = rows as T[];
  answer.edges = cursors.map((cursor, i) => ({ cursor, node: rows[i] as T }));
  answer.pageInfo = { hasNextPage, endCursor };
  return answer;
}

function cursorOf(order: PageOrder, row: Row): string {
  return Buffer.from(JSON.stringify([order.name, ...order.by.map((_, i) => row[`~${i}`])])).toString(
    'base64url',
  );
}

function beyond(order: PageOrder, cursor: string, params: unknown[]): string {
  const values = readCursor(cursor);
  if (values?.[0] !== order.name || values.length !== order.by.length + 1)
    throw invalidInput([
      {
        field: 'after',
        message: 'This is no cursor of this list in this order: send an `endCursor` it gave you.',
      },
    ]);
  const places = order.by.map(({ type }, i) => {
    params.push(values[i + 1]);
    return `$${params.length}::text::${type}`;
  });
  return `(${order.by.map(({ sql }) => sql).join(', ')}) ${order.descending ? '<' : '>'} (${places.join(', ')})`;
}

function readCursor(cursor: string): string[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : null;
  } catch {
    return null;
  }
}
