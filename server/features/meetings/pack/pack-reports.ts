import type { Work } from '../../../platform/db/work.js';
import type { PackBlock } from './pack-document.js';

/**
 * The reports of agenda items, as they are printed. A report is for those whom its item is for. Asked under every
 * audience: whoever prepares a pack need not be entitled to all of it.
 */
export async function reportsOf(
  _work: Work,
  _itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PackBlock[]>> {
  return new Map();
}
