import { randomUUID } from 'node:crypto';
import type { Credential } from '../../platform/auth/credential.js';
import { type Database, refuseReadOnly } from '../../platform/db/database.js';
import { forbidden, invalidInput } from '../../platform/graphql/errors.js';
import { organisationsWith, type Viewer } from '../../platform/policy/viewer.js';
import type { PlanFile } from './read-bytes.js';

/** Files wait for their import in the database, not on a disk: the process that imports may be another one. */

const KEPT_AT_ONCE = 3;

/** Anybody who may import anything, anywhere; where, is asked when the file is looked at. */
export function authoriseUpload(viewer: Viewer): void {
  refuseReadOnly(viewer);
  const { position } = viewer;
  const mayImport =
    organisationsWith(position, 'IMPORT').length > 0 ||
    position.administers.size > 0 ||
    position.seats.size > 0;
  if (!mayImport)
    throw forbidden('Only leads of partner organisations, or those who run a board, may bring in a file.');
}

/** Keeps a file for an hour, for the account that sent it; of several, the latest. */
export function keepUpload(
  database: Database,
  credential: Credential,
  { name, bytes }: PlanFile,
): Promise<string> {
  return database.write(credential, async (work) => {
    authoriseUpload(work.viewer);
    const id = randomUUID();
    const { accountId } = work.viewer;
    await work.query(`select id from accounts where id = $1 for update`, [accountId]);
    await work.query(
      `delete from uploads where expires_at < now() or id in (select id from uploads where account_id = $1 order by created_at desc offset $2)`,
      [accountId, KEPT_AT_ONCE - 1],
    );
    await work.query(`insert into uploads (id, account_id, file_name, content) values ($1, $2, $3, $4)`, [
      id,
      accountId,
      name,
      Buffer.from(bytes),
    ]);
    return id;
  });
}

/** The file; it stays until it expires, so that looking at it may be tried again. */
export async function takeUpload(database: Database, credential: Credential, id: string): Promise<PlanFile> {
  const [upload] = await database.read(credential, ({ query, viewer }) =>
    query<{ name: string; content: Buffer }>(
      `select file_name as name, content from uploads where id = $1 and account_id = $2 and expires_at > now()`,
      [id, viewer.accountId],
    ),
  );
  if (!upload)
    throw invalidInput([{ field: 'uploadId', message: 'There is no such file any more: send it again.' }]);
  return { name: upload.name, bytes: upload.content };
}
