import { type AttachmentFormat, type AttachmentKind, formatOf } from '../../../schema/attachment-words.js';
import { readFile } from '../../platform/files/file-store.js';
import type { Reader } from '../../platform/reading/reader.js';

/** An attachment as a pack takes it, with who sees it. */
export interface HeldAttachment {
  id: string;
  /** The report or the item of an agenda it goes with. */
  holderId: string;
  audienceId: string;
  title: string;
  altText: string | null;
  fileName: string;
  kind: AttachmentKind;
  format: AttachmentFormat;
  sha256: string;
  /** How many it has. */
  bytes: number;
  pages: number | null;
  width: number | null;
  height: number | null;
  /** Not printed by itself any more; an earlier version of the text may still show it. */
  isPutAway: boolean;
}

/** All that is attached to these reports and items, in order, as far as the reader sees it: ask under every audience for all of it. */
export async function attachmentsOf(
  reader: Pick<Reader, 'query'>,
  holderIds: readonly string[],
): Promise<HeldAttachment[]> {
  const rows = await reader.query<Omit<HeldAttachment, 'format'>>(HELD, [holderIds]);
  return rows.map((row) => ({ ...row, format: formatOf(row.kind) }));
}

const HELD = `
  select t.id, t.holder_id as "holderId", t.audience_id as "audienceId", t.title, t.alt_text as "altText",
    t.file_name as "fileName", t.kind, t.sha256, t.bytes, t.pages, t.width, t.height, t.archived_at is not null as "isPutAway"
  from attachments t where t.holder_id = any ($1::uuid[]) order by t.holder_id, t.position, t.id`;

/** The file of an attachment that was read just now, byte for byte. */
export const bytesOf = (reader: Pick<Reader, 'query'>, sha256: string): Promise<Buffer> =>
  readFile(reader, sha256);
