import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { rateLimited } from '../../platform/graphql/errors.js';
import { compiledBeside } from '../../platform/jobs/compiled.js';
import { Turns } from '../../platform/jobs/turns.js';
import type { Sheet } from './plan-export.rules.js';

const SECONDS_TO_WAIT = 30;
const turns = new Turns(2, 8, () => rateLimited(SECONDS_TO_WAIT));

/** Writes a workbook in a thread of its own: a plan of 10,000 actions takes seconds, and nobody else waits for them. */
export const workbookApart = (sheets: readonly Sheet[]): Promise<Buffer> =>
  turns.take(async () => {
    const file = compiledBeside(import.meta.url, './spreadsheet.child.js');
    if (file === null) throw new Error('The part of the server that writes workbooks is not built.');
    const worker = new Worker(file, { workerData: sheets, env: {} });
    const [bytes] = (await once(worker, 'message')) as [Uint8Array];
    return Buffer.from(bytes);
  });
