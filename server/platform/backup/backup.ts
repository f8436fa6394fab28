import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { holdingMigrations, migrationOf, migrations } from '../db/migrate.js';
import { BackupError, BackupText, FORMAT, type Head, type Preamble, type TableHead } from './backup-file.js';
import { productVersion } from './product-version.js';
import { tablesToKeep } from './tables.js';

export interface Taken {
  preamble: Preamble;
  tables: number;
  rows: number;
}

/**
 * Writes all that the database holds at one moment into one file, while others go on writing. There is the whole file
 * under its name, or none; nobody but its owner may read it.
 */
export async function takeBackup(ownerUrl: string, file: string): Promise<Taken> {
  if (await exists(file)) throw new BackupError(`${file} is there already: name another file.`);
  const half = `${file}.${process.pid}.half`;
  try {
    const taken = await asReaderOfAll(ownerUrl, (client) => write(client, half));
    await putInPlace(half, file);
    return taken;
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    // Of the file: those of the database name no call of the system but one to connect.
    if (syscall === 'open' || syscall === 'write' || syscall === 'fsync' || syscall === 'rename')
      throw new BackupError(`${file} cannot be written: ${message}`);
    throw error;
  } finally {
    await rm(half, { force: true });
  }
}

/** Row security binds the owner of the tables too: whoever reads all of them looks with every audience there is. */
const SEE_ALL = `select set_config('app.audiences', (select coalesce(string_agg(id::text, ','), '') from audiences), true)`;

/** Always the same text for the same value, whatever the database is set to. */
const SETTINGS = '-c timezone=UTC -c datestyle=ISO -c extra_float_digits=1 -c bytea_output=hex -c jit=off';

async function asReaderOfAll<T>(ownerUrl: string, read: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    options: SETTINGS,
    application_name: 'accord backup',
  });
  client.on('error', () => {}); // the question under way says so
  await client.connect();
  try {
    return await holdingMigrations(client, async () => {
      await client.query('begin isolation level repeatable read read only');
      await client.query('set local idle_in_transaction_session_timeout = 0');
      await client.query('set local statement_timeout = 0');
      const result = await read(client);
      await client.query('commit');
      return result;
    });
  } finally {
    await client.end();
  }
}

async function write(client: pg.Client, file: string): Promise<Taken> {
  const migration = await migrationOf(client);
  if (migration === '') throw new BackupError('This database is empty: there is nothing to keep.');
  if (!migrations.some(({ name }) => name === migration))
    throw new BackupError(
      `This database was brought up to ${migration} by a newer version: take the backup with that version.`,
    );
  await client.query(SEE_ALL);
  const tables = await tablesToKeep(client);
  const preamble: Preamble = {
    accordBackup: FORMAT,
    version: productVersion(),
    migration,
    takenAt: new Date().toISOString(),
    heads: await headsOf(client),
  };
  const counted = { rows: 0 };
  await pipeline(
    textOf(client, preamble, tables, counted),
    createGzip({ level: 6 }),
    createWriteStream(file, { flags: 'w', mode: 0o600 }),
  );
  return { preamble, tables: tables.length, rows: counted.rows };
}

async function* textOf(
  client: pg.Client,
  preamble: Preamble,
  tables: readonly TableHead[],
  counted: { rows: number },
): AsyncGenerator<Buffer> {
  const text = new BackupText();
  yield text.preamble(preamble);
  for (const head of tables) {
    yield text.beginTable(head);
    const copy = client.query(copyTo(`copy ${columnsOf(head)} to stdout`));
    for await (const chunk of copy) yield text.data(chunk as Buffer);
    yield text.endTable(head, copy.rowCount);
    counted.rows += copy.rowCount;
  }
  yield text.closing();
}

/** A table and its columns as `copy` takes them. */
export const columnsOf = ({ table, columns }: TableHead): string =>
  `${pg.escapeIdentifier(table)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;

export async function headsOf(client: pg.ClientBase): Promise<Head[]> {
  const { rows } = await client.query<Head>(
    `select partnership_id as "partnershipId", seq::int as entries, encode(head_hash, 'hex') as head
     from partnership_counters order by partnership_id`,
  );
  return rows;
}

/** On the disk before it has its name. */
async function putInPlace(half: string, file: string): Promise<void> {
  const handle = await open(half, 'r');
  await handle.sync();
  await handle.close();
  await rename(half, file);
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
