import type { AttachmentFinding } from '../../../../schema/attachment-words.js';
import { FileRefused } from './file-refused.js';
import { type Found, inWords } from './finding.rules.js';
import { cleanJpeg } from './jpeg.rules.js';
import { checkDots, cleanPng } from './png.rules.js';

/** A picture as it will be kept, and what was taken out of it. */
export interface Picture {
  bytes: Buffer;
  width: number;
  height: number;
  found: readonly Found[];
}

/** More than a page can show; a few bytes can claim to be more than any memory holds. */
const MOST_PIXELS = 60_000_000;
const CLEANERS = { JPEG: cleanJpeg, PNG: cleanPng };

export function lookAtPicture(
  kind: keyof typeof CLEANERS,
  bytes: Uint8Array,
): Omit<Picture, 'found'> & { findings: AttachmentFinding[] } {
  const { found, ...picture } = CLEANERS[kind](bytes);
  if (picture.width * picture.height > MOST_PIXELS)
    throw new FileRefused(
      `This image is ${picture.width} by ${picture.height} dots, more than any page shows. Make it smaller and attach that.`,
    );
  if (kind === 'PNG') checkDots(picture.bytes);
  return { ...picture, findings: inWords(found, true) };
}
