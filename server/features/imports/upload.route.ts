import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Credential } from '../../platform/auth/credential.js';
import type { Database } from '../../platform/db/database.js';
import { forbidden, invalidInput } from '../../platform/graphql/errors.js';
import { type Problem, problemOf } from '../../platform/http/problem.js';
import { plainName } from './import-file.js';
import { DEFAULT_IMPORT_LIMITS } from './import-limits.js';
import { authoriseUpload, keepUpload } from './upload.service.js';

export interface UploadDoor {
  database: Database;
  /** Who sends it: as for /graphql. */
  credentialOf(request: FastifyRequest): Credential;
  isAllowedOrigin(request: FastifyRequest): boolean;
}

const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE';
const MEGABYTE = 1024 * 1024;

/**
 * POST /imports takes one file as multipart/form-data and answers `{ uploadId, fileName, bytes }`; `previewImport` takes
 * the id from there. The header `x-accord-upload: 1` is one that no foreign page can send without asking us first.
 */
export async function registerUploads(http: FastifyInstance, door: UploadDoor): Promise<void> {
  // In a scope of its own: nothing else of the server takes forms.
  await http.register(async (scope) => {
    await scope.register(multipart, {
      limits: {
        fileSize: DEFAULT_IMPORT_LIMITS.bytes,
        files: 1,
        fields: 4,
        fieldSize: 1_000,
        parts: 5,
        headerPairs: 20,
      },
    });
    scope.post('/imports', { bodyLimit: DEFAULT_IMPORT_LIMITS.bytes + 64 * 1024 }, (request, reply) =>
      answer(request, reply, door),
    );
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, door: UploadDoor): Promise<FastifyReply> {
  try {
    if (request.headers['x-accord-upload'] !== '1' || !door.isAllowedOrigin(request))
      throw forbidden('Send the header x-accord-upload: 1, from this site or from a program of your own.');
    const credential = door.credentialOf(request);
    // Asked before the first byte of the file is taken in.
    authoriseUpload(await door.database.whoIs(credential));
    const { name, bytes } = await fileOf(request);
    const uploadId = await keepUpload(door.database, credential, { name, bytes });
    return reply.code(201).send({ uploadId, fileName: name, bytes: bytes.length });
  } catch (error) {
    const { status, problem } = refusalOf(error);
    if (status === 500) request.log.error({ err: error }, 'an upload failed');
    // What is still on its way of a refused file is not waited for.
    return reply
      .code(status)
      .header('connection', 'close')
      .send({ errors: [problem] });
  }
}

async function fileOf(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart())
    throw invalidInput([{ field: 'file', message: 'Send one file as multipart/form-data.' }]);
  const part = await request.file();
  if (!part) throw invalidInput([{ field: 'file', message: 'Send one file as multipart/form-data.' }]);
  const bytes = await part.toBuffer();
  // Cut at the limit by the last piece that came: the reader of forms does not always notice by itself.
  if (part.file.truncated) throw Object.assign(new Error('too large'), { code: TOO_LARGE });
  return { name: plainName(part.filename), bytes };
}

/** What the reader of forms says, in our words. */
function refusalOf(error: unknown): Problem {
  const code = (error as { code?: string }).code ?? '';
  const invalid = (status: number, message: string) => ({
    status,
    problem: { message, extensions: { code: 'INVALID_INPUT', fields: [{ field: 'file', message }] } },
  });
  if (code === TOO_LARGE || code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return invalid(
      413,
      `This file is larger than ${DEFAULT_IMPORT_LIMITS.bytes / MEGABYTE} MB, the most a plan may be.`,
    );
  if (
    /^FST_(?:FILES_LIMIT|FIELDS_LIMIT|PARTS_LIMIT|INVALID_MULTIPART|PROTO_VIOLATION|NO_FORM_DATA)/.test(code)
  )
    return invalid(400, 'Send one file as multipart/form-data.');
  return problemOf(error);
}
