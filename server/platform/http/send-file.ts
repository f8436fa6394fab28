import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptFile } from '../files/file-store.js';
import { rateLimited } from '../graphql/errors.js';
import { Turns } from '../jobs/turns.js';

const PIECE_BYTES = 256 * 1024;
/** However slowly somebody reads: after that their place is somebody else’s. */
const LONGEST_MS = 10 * 60_000;
const SECONDS_TO_WAIT = 10;

/** Of each file two pieces are in memory: so many on their way at once, and no more. */
const onTheWay = new Turns(200, 0, () => rateLimited(SECONDS_TO_WAIT));
/** So many ask for a piece at a time: most connections stay with whoever asks something else. */
const asking = new Turns(4, Number.POSITIVE_INFINITY, () => rateLimited(SECONDS_TO_WAIT));

/**
 * Sends a file piece by piece, or that it is the one that whoever asks has already: then nothing of it is read. Type and
 * other headers were said before.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: KeptFile,
): Promise<FastifyReply> {
  if (isKnown(request, reply, file.sha256)) return reply.code(304).send();
  reply.header('content-length', file.size);
  // Nothing at all would be told as a size of nothing.
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : await opened(file));
}

/** Whether whoever asks has this already. */
export function isKnown(request: FastifyRequest, reply: FastifyReply, hash: string): boolean {
  const etag = `"${hash}"`;
  reply.header('etag', etag);
  return request.headers['if-none-match'] === etag;
}

/** What goes wrong with the first pieces is an answer of its own, and no half of one. */
const opened = (file: KeptFile): Promise<Readable> =>
  new Promise((resolve, reject) => {
    onTheWay
      .take(async () => {
        const pieces = checked(file);
        const { value: first } = await pieces.next();
        const stream = Readable.from(
          (async function* () {
            if (first) yield first;
            yield* pieces;
          })(),
        );
        const late = setTimeout(
          () => stream.destroy(new Error('A file was read too slowly to be sent to its end.')),
          LONGEST_MS,
        );
        resolve(stream);
        await finished(stream).catch(() => {});
        clearTimeout(late);
      })
      .catch(reject);
  });

/** The last piece is held back until all of it is known to be what was kept: what is not never arrives as if it were. */
async function* checked({ sha256, size, piece }: KeptFile): AsyncGenerator<Buffer, void> {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  for (let at = 0; at < size; at += PIECE_BYTES) {
    const next = await asking.take(() => piece(at, PIECE_BYTES));
    if (!next) throw new Error(`The file ${sha256} is gone.`);
    hash.update(next);
    if (held) yield held;
    held = next;
  }
  if (hash.digest('hex') !== sha256) throw new Error(`The file ${sha256} is not what was kept.`);
  if (held) yield held;
}
