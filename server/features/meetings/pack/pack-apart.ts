import { PackFormat } from '../../../../schema/publications.js';
import { rateLimited } from '../../../platform/graphql/errors.js';
import { talkWithChild } from '../../../platform/jobs/child.js';
import { compiledBeside } from '../../../platform/jobs/compiled.js';
import { Turns } from '../../../platform/jobs/turns.js';
import type { Beside } from './pack-addresses.js';
import type { PackDocument } from './pack-document.js';

/** A file that a pack prints, or what is to be written with those that came since the pack before. */
export type PackRequest =
  | { sha256: string; bytes: Uint8Array }
  | (Omit<Beside, 'files'> & { pack: PackDocument; isLast: boolean });

export interface PackOrder extends Omit<Beside, 'files'> {
  pack: PackDocument;
  /** One after another, each once it is wanted: nowhere but where they are printed are all of them at once. */
  files(): AsyncIterable<{ sha256: string; bytes: Uint8Array }>;
}

export interface PackFile {
  format: PackFormat;
  bytes: Buffer;
  pages: number | null;
}

export type PackAnswer =
  | { format: PackFormat; bytes: Uint8Array; pages: number | null }
  | { trouble: string };

/** With which a pack is complete. */
const LAST_FORMAT = PackFormat.WORD;

const SECONDS_TO_WAIT = 60;
/** One publication at a time: whoever else is on the server keeps the other processor. */
const turns = new Turns(1, 20, () => rateLimited(SECONDS_TO_WAIT));
/** Three hundred pages take half of the heap; beside it stand the files that are printed, and what they unpack to. */
const LIMITS = { milliseconds: 20 * 60_000, heapMegabytes: 400, residentMegabytes: 1_200 };

/** What was printed and let go may still be held: after so much the next pack has a process of its own. */
const MUCH = 40 * 1024 * 1024;

/**
 * Writes the files of packs, one pack after another, in a process of their own, and hands over each as it is done. The
 * files that a pack prints are fetched once the one before it is written, and are printed in none but that.
 */
export const packsApart = <Order extends PackOrder>(
  orders: readonly Order[],
  done: (file: PackFile, order: Order) => Promise<void>,
): Promise<void> =>
  turns.take(async () => {
    const module = compiledBeside(import.meta.url, './pack.child.js');
    if (module === null) throw new Error('The part of the server that writes packs is not built.');
    for (let written = 0; written < orders.length; )
      written += await inOneProcess(module, orders.slice(written), done);
  });

/** Answers how many of them were written. */
async function inOneProcess<Order extends PackOrder>(
  module: string,
  orders: readonly Order[],
  done: (file: PackFile, order: Order) => Promise<void>,
): Promise<number> {
  let [now, sent, isWritten, count] = [orders[0] as Order, 0, () => {}, 0];
  const requests = (async function* (): AsyncGenerator<PackRequest> {
    for (const order of orders) {
      const { pack, place, madeAt } = order;
      now = order;
      count += 1;
      for await (const file of order.files()) {
        sent += file.bytes.length;
        yield file;
      }
      const written = new Promise<void>((resolve) => {
        isWritten = resolve;
      });
      const isLast = order === orders.at(-1) || sent > MUCH;
      yield { pack, place, madeAt, isLast };
      // After the last nothing is to be sent, and the child ends by itself.
      if (isLast) return;
      await written;
    }
  })();
  await talkWithChild<PackAnswer>(module, requests, LIMITS, async (answer) => {
    if ('trouble' in answer) throw new Error(`A pack was not written: ${answer.trouble}`);
    const { format, bytes, pages } = answer;
    await done({ format, bytes: Buffer.from(bytes), pages }, now);
    if (format === LAST_FORMAT) isWritten();
  });
  return count;
}
