import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import {
  type AttachmentKind,
  formatOf,
  LARGEST_ATTACHMENT,
  type WaitingFile,
} from '../../../schema/attachment-words.js';
import type { Credential } from '../../platform/auth/credential.js';
import type { Database } from '../../platform/db/database.js';
import { besides, keptFile } from '../../platform/files/file-store.js';
import { forgetWaiting, keepWaiting } from '../../platform/files/waiting.js';
import { askThrough } from '../../platform/graphql/ask.js';
import { notFound } from '../../platform/graphql/errors.js';
import { disposition, OF_NOWHERE } from '../../platform/http/disposition.js';
import { sendProblem } from '../../platform/http/problem.js';
import { sendFile } from '../../platform/http/send-file.js';
import { refuseForeign, registerIntake, type UploadDoor } from '../../platform/http/upload-door.js';
import { authoriseAttaching } from './attachment.service.js';
import { lookAtFile } from './look/look-at-file.js';

export interface AttachmentDoor extends UploadDoor {
  database: Database;
  schema: GraphQLSchema;
}

const MEGABYTE = 1024 * 1024;
const WAITING_AT_ONCE = 5;
const ID = ':id(^[0-9a-f-]{36}$)';

const TYPES: Record<AttachmentKind, string> = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  WORD: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  EXCEL: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  POWERPOINT: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/**
 * POST /attachments?reportId=… (or agendaItemId) takes a file, looks into it and tells what is there; `createAttachment`
 * takes the id from there, DELETE /attachments/{id} forgets it. GET /attachments/{id}/{name} answers the file of one.
 */
export async function registerAttachments(http: FastifyInstance, door: AttachmentDoor): Promise<void> {
  const { database } = door;
  await registerIntake(http, door, {
    path: '/attachments',
    largest: LARGEST_ATTACHMENT,
    tooLarge: `This file is larger than ${LARGEST_ATTACHMENT / MEGABYTE} MB, the most an attachment may be.`,
    before: ({ query }, credential) => authoriseAttaching(database, credential, query as object),
    take: (file, credential) => keep(database, credential, file),
  });
  http.delete<{ Params: { id: string } }>(`/attachments/${ID}`, (request, reply) =>
    answering(request, reply, async () => {
      refuseForeign(request, door);
      await database.write(door.credentialOf(request), (work) =>
        forgetWaiting(work, 'ATTACHMENT', request.params.id),
      );
      return reply.code(204).send();
    }),
  );
  http.get<{ Params: { id: string } }>(`/attachments/${ID}/:name`, (request, reply) =>
    answering(request, reply, () => send(request, reply, door)),
  );
}

async function keep(
  database: Database,
  credential: Credential,
  { name, bytes: sent }: { name: string; bytes: Buffer },
): Promise<WaitingFile> {
  const { bytes, ...looked } = await lookAtFile(sent);
  const uploadId = await database.write(credential, (work) =>
    keepWaiting(work, { purpose: 'ATTACHMENT', most: WAITING_AT_ONCE }, { name, bytes }, looked),
  );
  return { uploadId, fileName: name, bytes: bytes.length, format: formatOf(looked.kind), ...looked };
}

const FILE = parse(`query ($id: ID!) { attachment(id: $id) { kind fileName sha256 } }`);
type File = { kind: AttachmentKind; fileName: string; sha256: string } | null;

/** Asked for through the graph, as whoever asks: kept by nobody between, and asked for anew each time. */
async function send(
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  { database, schema, credentialOf }: AttachmentDoor,
): Promise<FastifyReply> {
  const credential = credentialOf(request);
  const { id } = request.params;
  const { attachment } = await database.read(credential, (reader) =>
    askThrough<{ attachment: File }>(schema, database, credential, reader, FILE, { id }),
  );
  if (!attachment) throw notFound();
  const { kind, fileName, sha256 } = attachment;
  reply
    .header('cache-control', 'private, no-cache')
    .type(TYPES[kind])
    // What is no image is saved, never shown within the site.
    .header('content-disposition', disposition(formatOf(kind) === 'IMAGE', fileName))
    .header('content-security-policy', OF_NOWHERE);
  return sendFile(request, reply, await keptFile(besides(database), database, sha256));
}

async function answering(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await answer();
  } catch (error) {
    return sendProblem(request, reply, error, 'an attachment could not be sent');
  }
}
