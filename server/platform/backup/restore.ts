import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { verifyLogIn } from '../changes/verify.js';
import { holdingMigrations, migrate, migrateBack, migrationOf, migrations } from '../db/migrate.js';
import { columnsOf } from './backup.js';
import { BackupError, BackupReader, type Head, type Preamble, type TableHead } from './backup-file.js';
import { tablesToKeep } from './tables.js';

export interface Contents {
  preamble: Preamble;
  /** The rows of each table. */
  rows: Record<string, number>;
  /** Of all tables together. */
  total: number;
}

/** Reads a backup to its end without a database: whole and as it was written, or refused. */
export async function checkBackup(file: string): Promise<Contents> {
  const reader = new BackupReader(file);
  try {
    const preamble = await reader.preamble();
    for (;;) {
      const next = await reader.next();
      if ('rows' in next) {
        const total = Object.values(next.rows).reduce((sum, count) => sum + count, 0);
        return { preamble, rows: next.rows, total };
      }
      await reader.skipTable();
    }
  } finally {
    await reader.close();
  }
}

/**
 * Puts all that a backup holds into an empty database, or, with `replace`, in the place of what is there: the whole of
 * it, with its log found intact, or nothing. The shape is that of the backup first, and this version’s in the end.
 */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  { replace = false }: { replace?: boolean } = {},
): Promise<Contents> {
  const contents = await checkBackup(file);
  const { migration, version } = contents.preamble;
  if (place(migration) < 0)
    throw new BackupError(
      `${file} was taken by a newer version (${version}, at ${migration}): restore it with that version or a later one.`,
    );
  const found = await connected(ownerUrl, stateOf);
  if (found.migration !== '' && place(found.migration) < 0)
    throw new BackupError(
      `This database was brought up to ${found.migration} by a newer version: use that one.`,
    );
  if (!found.isEmpty) refuseUnless(replace, found.migration === migration, migration);
  if (place(found.migration) > place(migration)) await migrateBack(ownerUrl, migration);
  else await migrate(ownerUrl, migration);
  try {
    await connected(ownerUrl, (client) => holdingMigrations(client, () => load(client, file, contents)));
  } finally {
    await migrate(ownerUrl);
  }
  // Without it the first plans made would be for tables thought empty.
  await connected(ownerUrl, (client) => client.query(`analyze ${Object.keys(contents.rows).join(', ')}`));
  return contents;
}

const place = (migration: string): number => migrations.findIndex(({ name }) => name === migration);

function refuseUnless(replace: boolean, isSameShape: boolean, migration: string): void {
  if (!replace)
    throw new BackupError(
      'This database holds something already. Restore into an empty one; or, with all servers stopped and a backup of what is there, say --replace.',
    );
  if (!isSameShape)
    throw new BackupError(
      `The backup is of an earlier version (${migration}), so it cannot take the place of what is there: restore it into an empty database.`,
    );
}

/** Whatever is kept has an audience or is an account’s: row security hides the rest from the owner too. */
async function stateOf(client: pg.Client): Promise<{ migration: string; isEmpty: boolean }> {
  const migration = await migrationOf(client);
  if (migration === '') return { migration, isEmpty: true };
  const { rows } = await client.query<{ isEmpty: boolean }>(
    `select not exists (select from audiences) and not exists (select from accounts) as "isEmpty"`,
  );
  return { migration, isEmpty: rows[0]?.isEmpty === true };
}

async function load(client: pg.Client, file: string, { preamble, rows }: Contents): Promise<void> {
  const reader = new BackupReader(file);
  await client.query('begin');
  try {
    await reader.preamble();
    const tables = await tablesToKeep(client);
    const { rights } =
      (await client.query<{ rights: string }>('select version as rights from rights')).rows[0] ?? {};
    await client.query(`truncate ${tables.map(({ table }) => table).join(', ')} cascade`);
    const putBack = await withoutGuards(client, tables);
    for (;;) {
      const next = await reader.next();
      if ('rows' in next) break;
      await loadTable(client, reader, next.table, tables, rows);
    }
    await refuseOtherRows(client);
    await putBack();
    // Whoever remembers rights remembers those of before.
    await client.query('update rights set version = greatest(version, $1) + 1', [rights]);
    refuseOtherLog(await verifyLogIn(client), preamble.heads);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error instanceof pg.DatabaseError
      ? new BackupError(
          `The database does not take what is in ${file}: ${error.message}. Nothing was restored.`,
        )
      : error;
  } finally {
    await reader.close();
  }
}

async function loadTable(
  client: pg.Client,
  reader: BackupReader,
  head: TableHead,
  tables: readonly TableHead[],
  rows: Record<string, number>,
): Promise<void> {
  const here = tables.find(({ table }) => table === head.table);
  if (!here || head.columns.some((column) => !here.columns.includes(column)))
    throw new BackupError(
      `The table ${head.table} of the backup is not in this database. Nothing was restored.`,
    );
  const copy = client.query(copyFrom(`copy ${columnsOf(head)} from stdin`));
  await pipeline(reader.table(), copy);
  if (copy.rowCount !== rows[head.table])
    throw new BackupError(
      `Of ${rows[head.table]} rows of ${head.table} the database took ${copy.rowCount}. Nothing was restored.`,
    );
}

/**
 * History is put back, not made: the tables do not log what they are given, and row security, under which nothing can
 * be copied in, is out of the owner’s way. References between rows are checked as ever. Answers what undoes it.
 */
async function withoutGuards(client: pg.Client, tables: readonly TableHead[]): Promise<() => Promise<void>> {
  const { rows: forced } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity and relname = any ($1)`,
    [tables.map(({ table }) => table)],
  );
  const alter = async (triggers: 'disable' | 'enable', force: 'no force' | 'force') => {
    for (const { table } of tables) await client.query(`alter table ${table} ${triggers} trigger user`);
    for (const { name } of forced) await client.query(`alter table ${name} ${force} row level security`);
  };
  await alter('disable', 'no force');
  return () => alter('enable', 'force');
}

/** What the log says is there must be there, and nothing else: a backup may be short of rows and yet whole in itself. */
async function refuseOtherRows(client: pg.Client): Promise<void> {
  const { rows: logged } = await client.query<{ table: string; type: string }>(LOGGED);
  for (const { table, type } of logged) {
    const { rows } = await client.query<{ astray: number }>(
      `select count(*)::int as astray from ${table} t full join (
         select distinct on (item_id) item_id, kind from changes
         where item_type = $1 and kind <> 'DERIVED' order by item_id, seq desc
       ) c on c.item_id = t.id where t.id is null and c.kind <> 'REMOVED' or c.kind is null or t.id is not null and c.kind = 'REMOVED'`,
      [type],
    );
    if (rows[0]?.astray)
      throw new BackupError(
        `${rows[0].astray} rows of ${table} are not as the log has them. Nothing was restored.`,
      );
  }
}

/** The tables that log themselves, and as what: the first argument of the trigger that does it. */
const LOGGED = `
  select tgrelid::regclass::text as "table", split_part(encode(tgargs, 'escape'), '\\000', 1) as type
  from pg_trigger where tgfoid = 'record_change'::regproc and not tgisinternal order by 1`;

/** The log must be without a break, and end where it ended when the backup was taken. */
function refuseOtherLog(found: Awaited<ReturnType<typeof verifyLogIn>>, heads: readonly Head[]): void {
  for (const { partnershipId, wrong } of found)
    if (wrong !== null)
      throw new BackupError(`The log of partnership ${partnershipId}: ${wrong}. Nothing was restored.`);
  const textOf = ({ partnershipId, entries, head }: Head) => `${partnershipId} ${entries} ${head}`;
  if (found.map(textOf).join() !== heads.map(textOf).join())
    throw new BackupError('The log does not end where the backup says it ended. Nothing was restored.');
}

async function connected<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'accord restore',
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off -c statement_timeout=0',
  });
  client.on('error', () => {}); // the question under way says so
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
