import { Worker } from 'node:worker_threads';
import type { PackFormat } from '../../../../schema/publications.js';
import { rateLimited } from '../../../platform/graphql/errors.js';
import { compiledBeside } from '../../../platform/jobs/compiled.js';
import { Turns } from '../../../platform/jobs/turns.js';
import type { PackDocument } from './pack-document.js';
import type { PackPlace } from './pack-html.js';

export interface PackOrder {
  pack: PackDocument;
  place: PackPlace;
  /** Told in the files as when they were made. */
  madeAt: string;
}

export interface PackFile {
  format: PackFormat;
  bytes: Buffer;
  pages: number | null;
}

const SECONDS_TO_WAIT = 60;
/** One at a time: whoever else is on the server keeps the other processor. */
const turns = new Turns(1, 20, () => rateLimited(SECONDS_TO_WAIT));
/** Three hundred pages take half of it. */
const MOST_MEGABYTES = 400;

/** Writes the files of one pack in a thread of its own, and hands over each as it is done. */
export const packApart = (order: PackOrder, done: (file: PackFile) => Promise<void>): Promise<void> =>
  turns.take(async () => {
    const file = compiledBeside(import.meta.url, './pack.child.js');
    if (file === null) throw new Error('The part of the server that writes packs is not built.');
    const worker = new Worker(file, {
      workerData: order,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    let handed = Promise.resolve();
    await new Promise<void>((resolve, reject) => {
      worker.on('message', ({ format, bytes, pages }: PackFile) => {
        handed = handed.then(() => done({ format, bytes: Buffer.from(bytes), pages }));
        // Looked at below; until then nobody waits for it.
        handed.catch(() => {});
      });
      worker.once('error', reject);
      worker.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`A pack was not written: its thread ended with ${code}.`)),
      );
    });
    await handed;
  });
