import { PackFormat } from '../../../../schema/publications.js';
import { letOthersFirst, ownThreads } from '../../../platform/jobs/priority.js';
import type { PackAnswer, PackRequest } from './pack-apart.js';
import { packDocx } from './pack-docx.js';
import { packHtml } from './pack-html.js';
import { packPdf } from './pack-pdf.js';

/** The process that writes the files of packs and ends. Started by `packsApart` alone. */
letOthersFirst(ownThreads());
// Nobody is there any more to hand them to.
process.once('disconnect', () => process.exit());

const files = new Map<string, Uint8Array>();
const tell = (answer: PackAnswer): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(answer, () => resolve());
  });

process.on('message', async (request: PackRequest) => {
  if ('sha256' in request) {
    files.set(request.sha256, request.bytes);
    return;
  }
  const { pack, isLast, ...place } = request;
  const beside = { ...place, files };
  try {
    await tell({ format: PackFormat.HTML, bytes: Buffer.from(packHtml(pack, beside.place)), pages: null });
    await tell({ format: PackFormat.PDF, ...(await packPdf(pack, beside)) });
    await tell({ format: PackFormat.WORD, bytes: packDocx(pack, beside), pages: null });
  } catch (error) {
    await tell({ trouble: (error instanceof Error && error.stack) || String(error) });
  }
  // What was printed in one pack is not there for the next.
  files.clear();
  if (isLast) process.disconnect();
});
