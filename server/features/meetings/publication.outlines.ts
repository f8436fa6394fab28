import { AttachmentFormat } from '../../../schema/attachment-words.js';
import { type PackMark, PackPart } from '../../../schema/publications.js';
import type { Reader } from '../../platform/reading/reader.js';
import { filesOf, type PackBoard, type PackDocument, type PackItem, readPack } from './pack/pack-document.js';
import { privateNotices } from './pack/pack-words.js';

/**
 * What lists, feeds and addresses ask of a part, again and again: written beside what it holds when it is prepared, so
 * that a title or a file is told without all the words of all its reports.
 */
export interface Outline {
  /** Who meets, as far as it is told. */
  boards: readonly PackBoard[];
  /** The further notice of what is considered in private; absent in what was outlined before it was told. */
  privateNotices?: readonly string[];
  items: OutlineItem[];
  files: OutlineFile[];
}

export type OutlineItem = Pick<PackItem, 'number' | 'title' | 'section' | 'startsAt' | 'isReportToFollow'> & {
  mark: PackMark | null;
  forBoards: string | null;
};

/** A file that goes along; an image that stands in a text has no name. */
export interface OutlineFile {
  id: string;
  sha256: string;
  format: AttachmentFormat;
  fileName: string | null;
}

/** The fields of an item that are told by the outline alone. */
export const OUTLINED: ReadonlySet<string> = new Set<keyof OutlineItem>([
  ...(['number', 'title', 'section', 'startsAt', 'isReportToFollow', 'mark', 'forBoards'] as const),
]);

export const outlineOf = (pack: PackDocument): Outline => ({
  boards: pack.meets ?? [],
  privateNotices: privateNotices(pack),
  items: pack.items.map(({ number, title, section, startsAt, isReportToFollow, mark, forBoards = null }) => ({
    ...{ number, title, section, startsAt, isReportToFollow, mark, forBoards },
  })),
  files: filesOf(pack).map((file) =>
    'kind' in file
      ? { id: file.id, sha256: file.sha256, format: AttachmentFormat.IMAGE, fileName: null }
      : { id: file.id, sha256: file.sha256, format: file.format, fileName: file.fileName },
  ),
});

interface Written {
  id: string;
  publicationId: string;
  outline: string;
}

/** Of what was not recalled, as far as the reader sees it, by the id of the part. */
export async function outlinesOf(reader: Reader, partIds: readonly string[]): Promise<Map<string, Outline>> {
  return outlinesBy('id', await reader.query<Written>(`${OUTLINES} and c.id = any($1::uuid[])`, [partIds]));
}

/** What the public parts of some publications hold, by the id of the publication. */
export async function itemsOf(
  reader: Reader,
  publicationIds: readonly string[],
): Promise<Map<string, OutlineItem[]>> {
  const rows = await reader.query<Written>(
    `${OUTLINES} and p.publication_id = any($1::uuid[]) and p.part = '${PackPart.PUBLIC}'`,
    [publicationIds],
  );
  return new Map([...outlinesBy('publicationId', rows)].map(([id, { items }]) => [id, items]));
}

/** A file that goes along with a part. */
export async function fileIn(reader: Reader, partId: string, id: string): Promise<OutlineFile | undefined> {
  const outlines = await outlinesOf(reader, [partId]);
  return outlines.get(partId)?.files.find((file) => file.id === id);
}

/** What was prepared before outlines were written is outlined from what it holds. */
const OUTLINES = `
  select c.id, p.publication_id as "publicationId", coalesce(c.outline, c.document) as outline
  from publication_contents c join publication_parts p on p.id = c.id
    join publications b on b.id = p.publication_id and b.status <> 'RECALLED'
  where true`;

const outlinesBy = (key: 'id' | 'publicationId', rows: readonly Written[]): Map<string, Outline> =>
  new Map(rows.map((row) => [row[key], readOutline(row.outline)]));

function readOutline(written: string): Outline {
  const read = JSON.parse(written) as Outline | PackDocument;
  return 'form' in read ? outlineOf(readPack(written)) : read;
}
