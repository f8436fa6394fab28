import type { AttachmentFinding, AttachmentKind } from '../../../../schema/attachment-words.js';
import { beginningOf } from './kind.rules.js';
import { lookAtOffice } from './office.rules.js';
import { lookAtPdf } from './pdf.js';
import { lookAtPicture } from './picture.rules.js';

/** What a file is and what is in it, and the bytes that are kept of it. */
export interface Looked {
  kind: keyof typeof AttachmentKind;
  bytes: Uint8Array;
  pages: number | null;
  width: number | null;
  height: number | null;
  findings: AttachmentFinding[];
}

const NO_SIZE = { pages: null, width: null, height: null };

export async function lookAt(bytes: Uint8Array): Promise<Looked> {
  const beginning = beginningOf(bytes);
  if (beginning === 'PACKAGE') return { ...NO_SIZE, bytes, ...lookAtOffice(bytes) };
  if (beginning === 'PDF') return { ...NO_SIZE, bytes, kind: beginning, ...(await lookAtPdf(bytes)) };
  return { ...NO_SIZE, kind: beginning, ...lookAtPicture(beginning, bytes) };
}
