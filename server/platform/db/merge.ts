import { conflict, type FieldConflict, invalidInput } from '../graphql/errors.js';
import type { Table } from '../reading/tables.js';
import type { Row } from './base.js';

/** The version the writer had seen, and which columns are one field to the writer. */
export interface Expected {
  version: number;
  /** Column property → the name of the input’s field, where they differ. */
  fieldOf?: Readonly<Record<string, string>>;
  /** What the writer’s word was given on, though they do not write it: changed since, it is in conflict as if they had. */
  restsOn?: readonly string[];
  /** What follows from other fields and from elsewhere: nobody’s word, so nothing to be in conflict about. */
  follows?: readonly string[];
}

interface LaterChange {
  before: Record<string, unknown>;
  version: number;
  at: string;
  by: string | null;
}

interface Ask {
  query<T>(sql: string, params: readonly unknown[]): Promise<T[]>;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Two people who change different fields of one item both keep their change; two who change the same field:
 * the second is told, with what it was, what it is and what they meant. Read off the log: whatever a field was
 * at the version the writer had seen is the `before` of the first change made to it since.
 */
export async function merge(
  ask: Ask,
  table: Table,
  current: Row,
  patch: Record<string, unknown>,
  expected: Expected,
) {
  const version = current['version'] as number;
  const changed = Object.entries(patch).filter(
    ([property, value]) => value !== undefined && !same(current[property], value),
  );
  if (expected.version > version)
    throw invalidInput([
      { field: 'expectedVersion', message: `The newest version is ${version}; send the one you were shown.` },
    ]);
  if (expected.version < version && changed.length) {
    const later = await ask.query<LaterChange>(LATER, [current.id, expected.version]);
    const said = changed.filter(([property]) => !expected.follows?.includes(property));
    const seen = (expected.restsOn ?? []).map(
      (property) => [property, valueBefore(table, property, later, current)] as const,
    );
    const meant = { ...Object.fromEntries(seen), ...patch };
    const conflicts = [...said, ...seen].flatMap(([property]) =>
      clash(table, current, property, meant, later, expected.fieldOf ?? {}),
    );
    if (conflicts.length) throw conflict([...new Map(conflicts.map((one) => [one.field, one])).values()]);
  }
  return Object.fromEntries(changed);
}

function clash(
  table: Table,
  current: Row,
  property: string,
  patch: Record<string, unknown>,
  later: LaterChange[],
  fieldOf: Readonly<Record<string, string>>,
): FieldConflict[] {
  const touching = touched(table, property, later);
  const first = touching[0];
  const last = touching.at(-1);
  if (!first || !last || same(first.before[columnOf(table, property)], current[property])) return [];
  const field = fieldOf[property] ?? property;
  const shown = shownAs(table, field, fieldOf) ?? property;
  return [
    {
      field,
      base: valueBefore(table, shown, later, current) ?? null,
      theirs: current[shown] ?? null,
      yours: shown in patch ? patch[shown] : (current[shown] ?? null),
      theirVersion: last.version,
      changedBy: last.by,
      changedAt: last.at,
    },
  ];
}

const columnOf = (table: Table, property: string): string => table.columns.get(property) ?? property;

const touched = (table: Table, property: string, later: LaterChange[]): LaterChange[] =>
  later.filter((change) => columnOf(table, property) in change.before);

function valueBefore(table: Table, property: string, later: LaterChange[], current: Row): unknown {
  const [first] = touched(table, property, later);
  return first ? first.before[columnOf(table, property)] : current[property];
}

/** Of several columns that are one field, the one whose value people know it by: that of its name, else the first. */
const shownAs = (table: Table, field: string, fieldOf: Readonly<Record<string, string>>) =>
  table.columns.has(field) ? field : Object.keys(fieldOf).find((property) => fieldOf[property] === field);

const LATER = `
  select c.before, (c.after ->> 'version')::int as version, c.at, coalesce(p.name, o.name) as by
  from changes c left join people p on p.id = c.actor_id left join organisations o on o.id = c.organisation_id
  where c.item_id = $1 and c.kind <> 'DERIVED' and c.before is not null and (c.after ->> 'version')::int > $2
  order by c.seq`;
