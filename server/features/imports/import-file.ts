import type { Credential } from '../../platform/auth/credential.js';
import { type Database, refuseReadOnly } from '../../platform/db/database.js';
import { invalidInput, rateLimited } from '../../platform/graphql/errors.js';
import { plainName } from '../../platform/http/upload-door.js';
import type { PreviewImportInput } from './import.inputs.js';
import type { PreviewAsk } from './import.service.js';
import { importTarget } from './import-access.js';
import { ImportFileError } from './import-file-error.js';
import { type PlanFile } from './read-bytes.js';
import { readPlanFile } from './read-file.js';
import { takeUpload } from './upload.service.js';

const SECONDS_TO_WAIT = 30;

/** Reads the file somebody sent, outside of any transaction, once it is clear that they may import it there. */
export async function readAsk(
  database: Database,
  credential: Credential,
  input: PreviewImportInput,
): Promise<PreviewAsk> {
  await database.read(credential, async (reader) => {
    refuseReadOnly(reader.viewer);
    await importTarget(reader, input);
  });
  const file = await fileOf(database, credential, input);
  const { id, planId, newPlan } = input;
  return { id, planId, newPlan, fileName: file.name, parsed: await readInTheProductsWords(file) };
}

async function fileOf(
  database: Database,
  credential: Credential,
  { uploadId, contentBase64, fileName }: PreviewImportInput,
): Promise<PlanFile> {
  if (Boolean(uploadId) === Boolean(contentBase64))
    throw invalidInput([
      { field: 'uploadId', message: 'Give the file itself, or the `uploadId` that POST /imports answered.' },
    ]);
  if (uploadId) return takeUpload(database, credential, uploadId);
  if (!fileName) throw invalidInput([{ field: 'fileName', message: 'Say what the file is called.' }]);
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(contentBase64 ?? ''))
    throw invalidInput([{ field: 'contentBase64', message: 'This is not base64.' }]);
  return { name: plainName(fileName), bytes: Buffer.from(contentBase64 ?? '', 'base64') };
}

export async function readInTheProductsWords(file: PlanFile) {
  try {
    return await readPlanFile(file);
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    if (error.code === 'BUSY') throw rateLimited(SECONDS_TO_WAIT);
    throw invalidInput([{ field: 'file', message: error.message }]);
  }
}
