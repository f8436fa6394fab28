import { AttachmentFormat } from '../../../schema/attachment-words.js';
import type { PackPart } from '../../../schema/publications.js';
import type { Database } from '../../platform/db/database.js';
import type { Work } from '../../platform/db/work.js';
import { besides, readFile } from '../../platform/files/file-store.js';
import { attachmentsOf, type HeldAttachment } from '../attachments/attachments-of.js';
import {
  filesOf,
  imagesIn,
  type PackAttachment,
  type PackDocument,
  type PackReport,
} from './pack/pack-document.js';
import type { Images } from './pack/report-blocks.rules.js';
import type { Sight } from './publication.circles.js';

/** What hangs on items of an agenda and on their reports, by what it hangs on. */
export type Held = ReadonlyMap<string, HeldAttachment[]>;

/** Call it under every audience. */
export async function heldBy(work: Work, holderIds: readonly string[]): Promise<Held> {
  const held = new Map<string, HeldAttachment[]>(holderIds.map((id) => [id, []]));
  for (const one of await attachmentsOf(work, holderIds)) held.get(one.holderId)?.push(one);
  return held;
}

/** The images that a report’s text may show, also those that were put away since: the text stands as it was signed off. */
export const imagesOf = (held: Held, reportId: string): Images =>
  new Map(
    (held.get(reportId) ?? [])
      .filter(({ format }) => format === AttachmentFormat.IMAGE)
      .map(({ id, sha256, width, height }) => [id, { sha256, width: width ?? 0, height: height ?? 0 }]),
  );

/**
 * What is printed after the reports of an item: what goes with them, in the order of the reports, and then what goes with
 * the item itself. An image that stands in the text is not printed once more.
 */
export function printedAttachments(
  held: Held,
  holderIds: readonly string[],
  reports: readonly PackReport[],
  { part, sight }: { part: PackPart; sight: Sight },
): PackAttachment[] {
  const inText = new Set(reports.flatMap(({ blocks }) => imagesIn(blocks).map(({ id }) => id)));
  return holderIds
    .flatMap((id) => held.get(id) ?? [])
    .filter(
      ({ id, isPutAway, audienceId }) => !isPutAway && !inText.has(id) && sight.contains(part, audienceId),
    )
    .map(({ id, title, altText, format, fileName, sha256, bytes, pages, width, height }) => ({
      ...{ id, title, format, fileName, sha256, bytes, pages, width, height },
      altText,
    }));
}

/** So much of files one pack prints; of what is beyond it the pack says where it is. */
const MOST_PRINTED = 150 * 1024 * 1024;

/** The files that a pack prints, one after another, for whoever writes it. */
export async function* bytesFor(
  database: Database,
  pack: PackDocument,
  most = MOST_PRINTED,
): AsyncGenerator<{ sha256: string; bytes: Uint8Array }> {
  const wanted = filesOf(pack).filter((file) => 'kind' in file || file.format !== AttachmentFormat.OFFICE);
  const sizes = await besides(database).query<{ sha256: string; size: number }>(
    'select sha256, size from stored_files where sha256 = any($1::text[])',
    [wanted.map(({ sha256 }) => sha256)],
  );
  for (const sha256 of printedWithin(
    wanted.map((file) => file.sha256),
    new Map(sizes.map((one) => [one.sha256, one.size])),
    most,
  ))
    yield { sha256, bytes: await readFile(besides(database), sha256) };
}

/** In their order as many as fit, each once; a small one also after one that is too large. */
export function printedWithin(
  wanted: readonly string[],
  sizes: ReadonlyMap<string, number>,
  most: number,
): string[] {
  let left = most;
  return [...new Set(wanted)].filter((sha256) => {
    const size = sizes.get(sha256) ?? 0;
    if (size > left) return false;
    left -= size;
    return true;
  });
}
