import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Credential } from '../auth/credential.js';
import { forbidden, invalidInput } from '../graphql/errors.js';
import { type Problem, problemOf } from './problem.js';

export interface UploadDoor {
  /** Who sends it: as for /graphql. */
  credentialOf(request: FastifyRequest): Credential;
  isAllowedOrigin(request: FastifyRequest): boolean;
}

/** What is taken in at one address. */
export interface Intake {
  path: string;
  largest: number;
  /** What a larger file is told: how large one may be. */
  tooLarge: string;
  /** Asked before the first byte of the file is taken in; throws where nothing is to be taken. */
  before(request: FastifyRequest, credential: Credential): Promise<void>;
  /** Takes the file; what it returns is the answer. */
  take(file: { name: string; bytes: Buffer }, credential: Credential): Promise<object>;
}

const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE';
const LONGEST_NAME = 255;

/**
 * POST takes one file as multipart/form-data and answers 201. The header `x-accord-upload: 1` is one that no foreign page
 * can send without asking us first.
 */
export async function registerIntake(http: FastifyInstance, door: UploadDoor, intake: Intake): Promise<void> {
  // In a scope of its own: nothing else of the server takes forms.
  await http.register(async (scope) => {
    await scope.register(multipart, {
      limits: {
        ...{ fileSize: intake.largest, files: 1, fields: 4, fieldSize: 1_000, parts: 5 },
        headerPairs: 20,
      },
    });
    scope.post(intake.path, { bodyLimit: intake.largest + 64 * 1024 }, (request, reply) =>
      answer(request, reply, door, intake),
    );
  });
}

/** A program of ours or of somebody’s own: no page of another site. */
export function refuseForeign(request: FastifyRequest, door: Pick<UploadDoor, 'isAllowedOrigin'>): void {
  if (request.headers['x-accord-upload'] !== '1' || !door.isAllowedOrigin(request))
    throw forbidden('Send the header x-accord-upload: 1, from this site or from a program of your own.');
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  door: UploadDoor,
  intake: Intake,
): Promise<FastifyReply> {
  try {
    refuseForeign(request, door);
    const credential = door.credentialOf(request);
    await intake.before(request, credential);
    const taken = await intake.take(await fileOf(request), credential);
    return reply.code(201).send(taken);
  } catch (error) {
    const { status, problem } = refusalOf(error, intake);
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

/** The name alone, without a path, as it can be shown and kept. */
export const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME) || 'file';

/** What the reader of forms says, in our words. */
function refusalOf(error: unknown, { tooLarge }: Intake): Problem {
  const code = (error as { code?: string }).code ?? '';
  const invalid = (status: number, message: string) => ({
    status,
    problem: { message, extensions: { code: 'INVALID_INPUT', fields: [{ field: 'file', message }] } },
  });
  if (code === TOO_LARGE || code === 'FST_ERR_CTP_BODY_TOO_LARGE') return invalid(413, tooLarge);
  if (
    /^FST_(?:FILES_LIMIT|FIELDS_LIMIT|PARTS_LIMIT|INVALID_MULTIPART|PROTO_VIOLATION|NO_FORM_DATA)/.test(code)
  )
    return invalid(400, 'Send one file as multipart/form-data.');
  return problemOf(error);
}
