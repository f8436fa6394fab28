import { createHash } from 'node:crypto';

/** An id that follows from words: the same for the same thing wherever it is made, and no other thing’s. */
export function madeId(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  // Version 8: an id made by a rule of one’s own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
