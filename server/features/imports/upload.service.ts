import type { Credential } from '../../platform/auth/credential.js';
import { type Database, refuseReadOnly } from '../../platform/db/database.js';
import { keepWaiting, waitingFile } from '../../platform/files/waiting.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { organisationsWith, type Viewer } from '../../platform/policy/viewer.js';
import type { PlanFile } from './read-bytes.js';

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

export const keepUpload = (database: Database, credential: Credential, file: PlanFile): Promise<string> =>
  database.write(credential, async (work) => {
    authoriseUpload(work.viewer);
    return keepWaiting(work, { purpose: 'IMPORT', most: KEPT_AT_ONCE }, file);
  });

export const takeUpload = (database: Database, credential: Credential, id: string): Promise<PlanFile> =>
  database.read(credential, (reader) => waitingFile(reader, 'IMPORT', id));
