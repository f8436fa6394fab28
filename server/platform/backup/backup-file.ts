import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What cannot be done with a backup, in words for whoever asked. */
export class BackupError extends Error {}

/** Not what was written then. */
class DamagedError extends BackupError {}

/** The last entry of one partnership’s log. */
export interface Head {
  partnershipId: string;
  entries: number;
  head: string;
}

/** The first line of a backup. */
export interface Preamble {
  accordBackup: number;
  version: string;
  /** The newest migration of the database it was taken of. */
  migration: string;
  takenAt: string;
  heads: Head[];
}

export interface TableHead {
  table: string;
  columns: string[];
}

/** The last line of a backup. */
interface Closing {
  rows: Record<string, number>;
  sha256: string;
}

/** Raised when a file can no longer be read by what reads it now. */
export const FORMAT = 1;

const END_OF_TABLE = '\n\\.\n';
const NEWLINE = 10;
/** Lines of ours are short, and what is no backup need not be read into memory to be told apart. */
const LONGEST_LINE = 16_000_000;

/**
 * A backup, uncompressed: a line of JSON, then each table as PostgreSQL’s own `COPY` text between a line of JSON and a
 * line `\.`, then a line of JSON with the rows counted and the checksum of all before it. Legible without us.
 */
export class BackupText {
  private readonly hash: Hash = createHash('sha256');
  private readonly rows: Record<string, number> = {};

  preamble(preamble: Preamble): Buffer {
    return this.line(preamble);
  }

  beginTable(head: TableHead): Buffer {
    return this.line(head);
  }

  data(chunk: Buffer): Buffer {
    this.hash.update(chunk);
    return chunk;
  }

  endTable({ table }: TableHead, rows: number): Buffer {
    this.rows[table] = rows;
    return this.data(Buffer.from(END_OF_TABLE.slice(1)));
  }

  closing(): Buffer {
    const closing: Closing = { rows: this.rows, sha256: this.hash.digest('hex') };
    return Buffer.from(`${JSON.stringify(closing)}\n`);
  }

  private line(content: object): Buffer {
    return this.data(Buffer.from(`${JSON.stringify(content)}\n`));
  }
}

/** Reads a backup from front to back; what was cut short or altered is refused, at the latest at its end. */
export class BackupReader {
  private rest: Buffer = Buffer.alloc(0);
  private readonly hash = createHash('sha256');
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(
    private readonly file: string,
    source: Readable = createReadStream(file),
  ) {
    const unzipped = createGunzip({ chunkSize: 256 * 1024 });
    source.once('error', (error) => unzipped.destroy(error));
    this.chunks = Readable.prototype[Symbol.asyncIterator].call(source.pipe(unzipped));
  }

  async preamble(): Promise<Preamble> {
    const first = parsed<Partial<Preamble>>(await this.line().catch(notOurs));
    const format = first?.accordBackup;
    if (typeof format !== 'number')
      throw new BackupError(`${this.file} is no backup of Accord, or was cut short at its very beginning.`);
    if (format > FORMAT)
      throw new BackupError(
        `${this.file} was written by a newer version (${first?.version}): restore it with that version or a later one.`,
      );
    return first as Preamble;
  }

  /** The next table, or the closing line, which is checked against all that was read. */
  async next(): Promise<{ table: TableHead } | { rows: Record<string, number> }> {
    const sum = this.hash.copy();
    const next = parsed<TableHead & Closing>(await this.line());
    if (next?.table) return { table: next };
    const isWhole = next?.sha256 === sum.digest('hex') && !(await this.more()) && this.rest.length === 0;
    if (!next?.rows || !isWhole) throw this.damaged();
    return { rows: next.rows };
  }

  /** The rows of the table just begun. */
  async *table(): AsyncGenerator<Buffer> {
    // With the end of the line before it an empty table ends like any other.
    this.rest = Buffer.concat([Buffer.from('\n'), this.rest]);
    for (let added = 1; ; ) {
      const end = this.rest.indexOf(END_OF_TABLE);
      // What may be the beginning of the end waits for what follows it.
      const until = end >= 0 ? end + 1 : Math.max(0, this.rest.length - END_OF_TABLE.length + 1);
      const rows = this.rest.subarray(Math.min(added, until), until);
      this.rest = this.rest.subarray(until);
      if (until > 0) added = 0;
      if (rows.length > 0) yield this.taken(rows);
      if (end >= 0) {
        this.taken(this.rest.subarray(0, END_OF_TABLE.length - 1));
        this.rest = this.rest.subarray(END_OF_TABLE.length - 1);
        return;
      }
      if (!(await this.more())) throw this.damaged();
    }
  }

  /** Reads a table and forgets it. */
  async skipTable(): Promise<void> {
    for await (const _ of this.table());
  }

  /** Lets go of the file, wherever the reading has come to. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  damaged(): DamagedError {
    return new DamagedError(
      `${this.file} was cut short or altered: its checksum does not fit. Nothing was restored; take another copy of it, or another backup.`,
    );
  }

  private async line(): Promise<string> {
    for (let from = 0; ; ) {
      const end = this.rest.indexOf(NEWLINE, from);
      if (end >= 0) {
        const line = this.taken(this.rest.subarray(0, end + 1));
        this.rest = this.rest.subarray(end + 1);
        return line.toString('utf8');
      }
      from = this.rest.length;
      if (from > LONGEST_LINE || !(await this.more())) throw this.damaged();
    }
  }

  private taken(bytes: Buffer): Buffer {
    this.hash.update(bytes);
    return bytes;
  }

  private async more(): Promise<boolean> {
    try {
      const { value, done } = await this.chunks.next();
      if (done) return false;
      this.rest = this.rest.length ? Buffer.concat([this.rest, value]) : value;
      return true;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      // Of the decompressor: the rest of the errors are about reading the file at all.
      if (code.startsWith('Z_')) throw this.damaged();
      throw new BackupError(`${this.file} cannot be read: ${(error as Error).message}`);
    }
  }
}

/** A file that cannot be read is told as such; one that reads as something else is not ours. */
function notOurs(error: unknown): string {
  if (error instanceof DamagedError) return '';
  throw error;
}

function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}
