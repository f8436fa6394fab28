import { createHash } from 'node:crypto';
import type { Database } from '../db/database.js';
import type { Reader } from '../reading/reader.js';

/** Where to ask the database: a reading, a verb, or a connection for the moment. */
export type Asker = Pick<Reader, 'query'>;

/** Where files are kept, by the SHA-256 of their content. Whoever asks has made sure that the file is the asker’s to have. */
export interface FileStore {
  put(asker: Asker, sha256: string, bytes: Buffer): Promise<void>;
  get(asker: Asker, sha256: string): Promise<Buffer | null>;
  /** So many bytes of it from there on; fewer where it ends. */
  piece(asker: Asker, sha256: string, from: number, length: number): Promise<Buffer | null>;
  remove(asker: Asker, sha256: string): Promise<void>;
}

/** In the row itself, which goes with its bytes. */
export const inDatabase: FileStore = {
  async put(asker, sha256, bytes) {
    await asker.query('update stored_files set bytes = $2 where sha256 = $1 and bytes is null', [
      sha256,
      bytes,
    ]);
  },
  async get(asker, sha256) {
    const [found] = await asker.query<{ bytes: Buffer | null }>(
      'select bytes from stored_files where sha256 = $1',
      [sha256],
    );
    return found?.bytes ?? null;
  },
  async piece(asker, sha256, from, length) {
    const [found] = await asker.query<{ bytes: Buffer | null }>(
      'select substring(bytes from $2::int for $3::int) as bytes from stored_files where sha256 = $1',
      [sha256, from + 1, length],
    );
    return found?.bytes ?? null;
  },
  async remove() {},
};

let store: FileStore = inDatabase;

/** Said once, at the start: where this process keeps files. */
export function keepFilesIn(chosen: FileStore): void {
  store = chosen;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const SWEPT_AT_ONCE = 20;

/**
 * Keeps a file, and answers its hash. Noted first and held on to for a day: so there is no moment at which it could be
 * swept before the row that names it is written. What was left over by others goes on this occasion, and keeps nobody.
 */
export async function keepFile(database: Database, bytes: Buffer): Promise<string> {
  const sha256 = sha256Of(bytes);
  await database.writeByClock((work) =>
    work.query(
      `insert into stored_files (sha256, size) values ($1, $2) on conflict (sha256) do update set noted_at = now()`,
      [sha256, bytes.length],
    ),
  );
  await store.put(besides(database), sha256, bytes);
  void sweepLoose(database);
  return sha256;
}

/** Asks outside of any transaction: none is kept waiting for a store elsewhere. */
export const besides = ({ pool }: Database): Asker => ({
  query: async <T>(sql: string, params: readonly unknown[] = []) =>
    (await pool.query(sql, [...params])).rows as T[],
});

/** From here on it stays. False when it is not there any more: it was noted more than a day ago. */
export async function holdOnTo(asker: Asker, sha256: string): Promise<boolean> {
  const held = await asker.query(
    'update stored_files set is_attached = true where sha256 = $1 returning sha256',
    [sha256],
  );
  return held.length > 0;
}

/** Byte for byte what was kept. */
export async function readFile(asker: Asker, sha256: string): Promise<Buffer> {
  const bytes = await store.get(asker, sha256);
  if (!bytes || sha256Of(bytes) !== sha256)
    throw new Error(`The file ${sha256} is not what was kept, or is gone.`);
  return bytes;
}

/** A file that is read piece by piece, once it is known to be wanted. */
export interface KeptFile {
  sha256: string;
  size: number;
  /** So many bytes from there on; fewer where it ends. */
  piece(from: number, length: number): Promise<Buffer | null>;
}

/** What was kept, to be sent once the asking is over: its bytes are asked for outside of any transaction. */
export async function keptFile(asker: Asker, database: Database, sha256: string): Promise<KeptFile> {
  const [found] = await asker.query<{ size: number }>('select size from stored_files where sha256 = $1', [
    sha256,
  ]);
  if (!found) throw new Error(`The file ${sha256} is gone.`);
  return {
    sha256,
    size: found.size,
    piece: (from, length) => store.piece(besides(database), sha256, from, length),
  };
}

const sweeping = new WeakSet<Database>();

/** One after another; what cannot be taken out now is left for another occasion. */
async function sweepLoose(database: Database): Promise<void> {
  if (sweeping.has(database)) return;
  sweeping.add(database);
  let failed = 0;
  for (let tried = 0; tried < SWEPT_AT_ONCE && failed <= 2; tried += 1)
    try {
      if (!(await sweepOne(database, failed))) break;
    } catch {
      failed += 1;
    }
  sweeping.delete(database);
}

/** The row is held until the file is gone: whoever keeps the same content meanwhile waits, and keeps it anew. */
const sweepOne = (database: Database, after: number): Promise<boolean> =>
  database.writeByClock(async (work) => {
    const [loose] = await work.query<{ sha256: string }>(
      `delete from stored_files where sha256 = (
         select sha256 from stored_files where not is_attached and noted_at < now() - interval '1 day'
         order by noted_at, sha256 limit 1 offset ${after} for update skip locked) returning sha256`,
    );
    if (loose) await store.remove(work, loose.sha256);
    return loose !== undefined;
  });
