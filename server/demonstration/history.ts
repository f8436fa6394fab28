import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { madeId } from '../platform/db/made-id.js';

type Value = string | number | boolean | null | object;

/** A row by property name; what is left out keeps the table’s default. All rows of one step name the same properties. */
export type NewRow = { id: string; audienceId: string } & Record<string, Value>;

export type Step =
  | { insert: string; rows: NewRow[] }
  /** What stands beside an item and not in the log. */
  | { beside: string; rows: Record<string, Value>[] }
  | { update: string; ids: string[]; set: Record<string, Value> };

/** What somebody did at one moment: becomes entries of the log with that date and that actor. */
export interface Moment {
  /** An instant in UTC, such as 2026-06-30T09:12:00Z. */
  at: string;
  actorId: string;
  organisationId: string | null;
  steps: Step[];
}

/** The same id for the same thing in every database the story is told in, so that links to it keep their meaning. */
export const idOf = (kind: string, key: string): string => madeId(`${kind}:${key}`);

/**
 * Writes moments one after the other and seals the entries of each before the next, all in one round trip. Only as
 * the owner of the tables: nobody else may give a past date.
 */
export async function tell(client: pg.ClientBase, partnershipId: string, moments: Moment[]): Promise<void> {
  const told = moments.map(({ steps, ...moment }) => ({
    ...moment,
    changeSetId: randomUUID(),
    steps: steps.flatMap((step) =>
      'insert' in step ? insertion(step) : 'beside' in step ? asideOf(step) : [change(step)],
    ),
  }));
  await client.query(TELL);
  await client.query('select pg_temp.tell($1, $2)', [partnershipId, JSON.stringify(told)]);
}

const TELL = `
  create or replace function pg_temp.tell(of_partnership uuid, moments jsonb) returns void language plpgsql as $$
  declare
    moment jsonb; step jsonb;
  begin
    for moment in select value from jsonb_array_elements(moments) loop
      perform set_config('app.at', moment ->> 'at', true), set_config('app.actor', moment ->> 'actorId', true),
        set_config('app.organisation', coalesce(moment ->> 'organisationId', ''), true),
        set_config('app.via', 'DEMONSTRATION', true), set_config('app.change_set', moment ->> 'changeSetId', true);
      for step in select value from jsonb_array_elements(moment -> 'steps') loop
        execute step ->> 'sql' using step -> 'values', of_partnership, (moment ->> 'at')::timestamptz;
      end loop;
      perform seal_changes();
    end loop;
  end $$`;

/** A statement over its values ($1), the partnership ($2) and the moment ($3). */
interface Statement {
  sql: string;
  values: unknown;
}

function insertion({ insert: table, rows }: { insert: string; rows: NewRow[] }): Statement[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first).map(snake).join(', ');
  const sql = `insert into ${table} (partnership_id, created_at, updated_at, ${columns})
    select $2, $3, $3, ${columns} from jsonb_populate_recordset(null::${table}, $1)`;
  return [{ sql, values: rows.map(snakeKeys) }];
}

function asideOf({ beside: table, rows }: { beside: string; rows: Record<string, Value>[] }): Statement[] {
  const columns = Object.keys(rows[0] ?? {})
    .map(snake)
    .join(', ');
  // The partnership and the moment are given to every statement, and these have no place for them.
  const sql = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)
    where $2::uuid is not null and $3::timestamptz is not null`;
  return rows.length ? [{ sql, values: rows.map(snakeKeys) }] : [];
}

function change({
  update: table,
  ids,
  set,
}: {
  update: string;
  ids: string[];
  set: Record<string, Value>;
}): Statement {
  const columns = Object.keys(set).map(snake);
  const sql = `update ${table} t set ${columns.map((column) => `${column} = s.${column}`).join(', ')}
    from jsonb_populate_record(null::${table}, $1 -> 'set') s
    where t.id in (select value::uuid from jsonb_array_elements_text($1 -> 'ids'))`;
  return { sql, values: { ids, set: snakeKeys(set) } };
}

const snake = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const snakeKeys = (values: Record<string, Value>) =>
  Object.fromEntries(Object.entries(values).map(([property, value]) => [snake(property), value]));
