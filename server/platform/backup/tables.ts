import type pg from 'pg';
import type { TableHead } from './backup-file.js';

/**
 * What stays out of a backup. Sessions: nobody is to be signed in by a file, least of all who was signed out since.
 * Uploads and tries to sign in live for minutes. The buffer of the log is empty between transactions. Migrations are
 * the product’s own to tell.
 */
const LEFT_OUT = new Set(['sessions', 'uploads', 'sign_in_attempts', 'change_buffer', 'migrations']);

/** Every table there is but those, parents before the children that refer to them. */
export async function tablesToKeep(client: pg.ClientBase): Promise<TableHead[]> {
  const tables = await client.query<TableHead>(TABLES);
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES);
  const parentsOf = new Map<string, string[]>();
  for (const { child, parent } of references) parentsOf.set(child, [...(parentsOf.get(child) ?? []), parent]);
  const kept = new Map(
    tables.rows.filter(({ table }) => !LEFT_OUT.has(table)).map((one) => [one.table, one]),
  );
  return inOrder([...kept.keys()], parentsOf).flatMap((name) => kept.get(name) ?? []);
}

/** Each name after those it rests on. Names that rest on each other cannot be put in order: somebody must decide. */
export function inOrder(names: readonly string[], restsOn: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (done.has(name)) return;
    if (above.includes(name))
      throw new Error(`These tables refer to each other: ${[...above, name].join(' → ')}`);
    for (const parent of restsOn.get(name) ?? []) visit(parent, [...above, name]);
    done.add(name);
  };
  for (const name of names) visit(name, []);
  return [...done].filter((name) => names.includes(name));
}

const TABLES = `
  select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  group by c.relname order by c.relname`;

const REFERENCES = `
  select c.relname as child, p.relname as parent
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
  where f.contype = 'f' and f.conrelid <> f.confrelid order by 1, 2`;
