import { parentPort, workerData } from 'node:worker_threads';
import type { PackOrder } from './pack-apart.js';
import { packDocx } from './pack-docx.js';
import { packHtml } from './pack-html.js';
import { packPdf } from './pack-pdf.js';

/** The thread that writes the files of one pack and ends. Started by `packApart` alone. */
const { pack, place, madeAt } = workerData as PackOrder;
const tell = (format: string, bytes: Uint8Array, pages: number | null) =>
  parentPort?.postMessage({ format, bytes, pages });

tell('HTML', Buffer.from(packHtml(pack, place)), null);
const { bytes, pages } = await packPdf(pack, madeAt);
tell('PDF', bytes, pages);
tell('WORD', packDocx(pack, madeAt), null);
