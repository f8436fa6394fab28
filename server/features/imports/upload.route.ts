import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/db/database.js';
import { registerIntake, type UploadDoor } from '../../platform/http/upload-door.js';
import { DEFAULT_IMPORT_LIMITS } from './import-limits.js';
import { authoriseUpload, keepUpload } from './upload.service.js';

const MEGABYTE = 1024 * 1024;

/** POST /imports answers `{ uploadId, fileName, bytes }`; `previewImport` takes the id from there. */
export const registerUploads = (
  http: FastifyInstance,
  { database, ...door }: UploadDoor & { database: Database },
): Promise<void> =>
  registerIntake(http, door, {
    path: '/imports',
    largest: DEFAULT_IMPORT_LIMITS.bytes,
    tooLarge: `This file is larger than ${DEFAULT_IMPORT_LIMITS.bytes / MEGABYTE} MB, the most a plan may be.`,
    before: async (_request, credential) => authoriseUpload(await database.whoIs(credential)),
    take: async (file, credential) => ({
      uploadId: await keepUpload(database, credential, file),
      fileName: file.name,
      bytes: file.bytes.length,
    }),
  });
