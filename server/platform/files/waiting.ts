import { randomUUID } from 'node:crypto';
import type { Work } from '../db/work.js';
import { invalidInput } from '../graphql/errors.js';
import type { Reader } from '../reading/reader.js';

/** Files wait in the database, not on a disk, for the account that sent them: the process that goes on may be another one. */

export interface WaitingFile {
  name: string;
  bytes: Buffer;
}

type Purpose = 'IMPORT' | 'ATTACHMENT';

/** Keeps a file for an hour, with what looking at it found; of several for one purpose, the latest. */
export async function keepWaiting(
  work: Work,
  { purpose, most }: { purpose: Purpose; most: number },
  { name, bytes }: { name: string; bytes: Uint8Array },
  looked: object | null = null,
): Promise<string> {
  const id = randomUUID();
  const { accountId } = work.viewer;
  await work.query(`select id from accounts where id = $1 for update`, [accountId]);
  await work.query(
    `delete from uploads where expires_at < now() or id in (
       select id from uploads where account_id = $1 and purpose = $2 order by created_at desc offset $3)`,
    [accountId, purpose, most - 1],
  );
  await work.query(
    `insert into uploads (id, account_id, purpose, file_name, content, looked) values ($1, $2, $3, $4, $5, $6)`,
    [id, accountId, purpose, name, Buffer.from(bytes), looked && JSON.stringify(looked)],
  );
  return id;
}

/** The file; it stays until it expires, so that going on with it may be tried again. */
export async function waitingFile<Looked = null>(
  reader: Reader,
  purpose: Purpose,
  id: string,
): Promise<WaitingFile & { looked: Looked }> {
  const [upload] = await reader.query<WaitingFile & { looked: Looked }>(
    `select file_name as name, content as bytes, looked from uploads
     where id = $1 and account_id = $2 and purpose = $3 and expires_at > now()`,
    [id, reader.viewer.accountId, purpose],
  );
  if (!upload)
    throw invalidInput([{ field: 'uploadId', message: 'There is no such file any more: send it again.' }]);
  return upload;
}

/** Whoever sent it thought better of it. */
export async function forgetWaiting(reader: Reader, purpose: Purpose, id: string): Promise<void> {
  await reader.query('delete from uploads where id = $1 and account_id = $2 and purpose = $3', [
    ...[id, reader.viewer.accountId, purpose],
  ]);
}
