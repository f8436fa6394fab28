import { AttachmentFormat } from '../../../../schema/attachment-words.js';
import { PackFormat, type PackPart, PublicationStatus } from '../../../../schema/publications.js';
import type { Credential } from '../../../platform/auth/credential.js';
import type { Database } from '../../../platform/db/database.js';
import { type KeptFile, keptFile } from '../../../platform/files/file-store.js';
import type { Reader } from '../../../platform/reading/reader.js';
import { filesFolder } from '../pack/pack-addresses.js';
import { fileNameOf } from '../publication.build.js';
import { fileIn } from '../publication.outlines.js';
import { PUBLICATION_FILES, type PublicPaper } from './public.queries.js';
import type { Ask } from './public.route.js';
import { recalledPage } from './publication-pages.js';

export interface Answered {
  /** Said, or to be found out from the file. */
  type: string | (() => Promise<string>);
  body: string | KeptFile;
  /** What it is called when it is saved. */
  name?: string;
  /** Whether somebody made it elsewhere: it is then opened as if it came from nowhere. */
  isForeign?: boolean;
  /** Where it is not 200. */
  status?: number;
}

/** Who asks, and for which parts of a publication. */
export interface Asked {
  ask: Ask;
  reader: Reader;
  database: Database;
  credential: Credential;
  parts: readonly PackPart[];
}

export const HTML = 'text/html; charset=utf-8';

const FORMATS: Readonly<Record<string, { format: PackFormat; type: string }>> = {
  html: { format: PackFormat.HTML, type: HTML },
  pdf: { format: PackFormat.PDF, type: 'application/pdf' },
  docx: {
    format: PackFormat.WORD,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
};

/** A file of a publication, byte for byte as it was built; of one that was recalled, what became of it. */
export async function packFile(
  { ask, reader, database, credential, parts }: Asked,
  { id, file }: { id: string; file: string },
): Promise<Answered | null> {
  const [name = '', ending = ''] = file.split('.', 2);
  const wanted = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
  if (!wanted || file !== `${name}.${ending}`) return null;
  const publication = await publicationOf(ask, id);
  const part = publication && parts.find((one) => fileNameOf(publication.kind, one) === name);
  if (!part) return null;
  if (publication.status === PublicationStatus.RECALLED) return recalled(publication);
  const told = publication.parts.find((one) => one.part === part);
  const sha256 = told?.files.find(({ format }) => format === wanted.format)?.sha256;
  if (!told || !sha256) return null;
  const of = [told.id, wanted.format];
  const [found] = await reader.query<{ size: number }>(
    'select octet_length(bytes) as size from publication_files where part_id = $1 and format = $2',
    of,
  );
  if (!found) return null;
  // Each piece in a reading of its own, as whoever asks: none is open while it is on its way.
  const piece = (from: number, length: number) =>
    database.read(credential, async ({ query }) => {
      const [next] = await query<{ bytes: Buffer }>(PIECE, [...of, from + 1, length]);
      return next?.bytes ?? null;
    });
  const day = publication.meeting?.meetsOn ?? publication.publishedAt?.slice(0, 10) ?? '';
  return { type: wanted.type, body: { sha256, size: found.size, piece }, name: `${name}-${day}.${ending}` };
}

const PIECE = `
  select substring(bytes from $3::int for $4::int) as bytes from publication_files where part_id = $1 and format = $2`;

const publicationOf = async (ask: Ask, id: string): Promise<PublicPaper | null> =>
  (await ask<{ publication: PublicPaper | null }>(PUBLICATION_FILES, { id })).publication;

export const recalled = (publication: PublicPaper): Answered => ({
  type: HTML,
  body: recalledPage(publication),
  status: 410,
});

/** What a pack prints or leads to beside its own files: byte for byte what it was when the pack was prepared. */
export async function packAttachment(
  { ask, reader, database, parts }: Asked,
  { id, folder, attachment }: { id: string; folder: string; attachment: string },
): Promise<Answered | null> {
  const publication = await publicationOf(ask, id);
  const part = publication && parts.find((one) => filesFolder(fileNameOf(publication.kind, one)) === folder);
  if (!part) return null;
  if (publication.status === PublicationStatus.RECALLED) return recalled(publication);
  const told = publication.parts.find((one) => one.part === part);
  const found = told && (await fileIn(reader, told.id, attachment));
  if (!found) return null;
  const body = await keptFile(reader, database, found.sha256);
  const isImage = found.format === AttachmentFormat.IMAGE;
  return {
    type: isImage ? async () => imageType(await body.piece(0, 1)) : SAVED,
    ...{ body, name: found.fileName ?? 'image', isForeign: true },
  };
}

const SAVED = 'application/octet-stream';

/** Of the two sorts of images that are let in. */
const imageType = (begins: Uint8Array | null): string => (begins?.[0] === 0x89 ? 'image/png' : 'image/jpeg');
