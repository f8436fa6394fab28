import { PackFormat, type PackPart, PublicationStatus } from '../../../../schema/publications.js';
import type { Reader } from '../../../platform/reading/reader.js';
import { FILE_NAMES } from '../publication.build.js';
import { sha256Of } from '../publication.content.js';
import { PUBLICATION_PAGE, type PublicMeeting, type PublicPublication } from './public.queries.js';
import type { Ask } from './public.route.js';
import { recalledPage } from './public-pages.js';

export interface Answered {
  type: string;
  body: string | Buffer;
  /** What it is called when it is saved. */
  name?: string;
  /** Where it is not 200. */
  status?: number;
}

const FORMATS: Readonly<Record<string, { format: PackFormat; type: string }>> = {
  html: { format: PackFormat.HTML, type: 'text/html; charset=utf-8' },
  pdf: { format: PackFormat.PDF, type: 'application/pdf' },
  docx: {
    format: PackFormat.WORD,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
};

/** A file of a publication, byte for byte as it was built; of one that was recalled, what became of it. */
export async function packFile(
  ask: Ask,
  reader: Reader,
  { id, file }: { id: string; file: string },
  parts: readonly PackPart[],
): Promise<Answered | null> {
  const [name = '', ending = ''] = file.split('.', 2);
  const wanted = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
  const part = parts.find((one) => FILE_NAMES[one] === name);
  if (!wanted || !part || file !== `${name}.${ending}`) return null;
  const { publication } = await ask<{
    publication: (PublicPublication & { meeting: PublicMeeting | null }) | null;
  }>(PUBLICATION_PAGE, { id });
  if (!publication) return null;
  if (publication.status === PublicationStatus.RECALLED)
    return {
      type: FORMATS['html']?.type ?? '',
      body: recalledPage(publication, publication.meeting),
      status: 410,
    };
  const told = publication.parts.find((one) => one.part === part);
  const hash = told?.files.find(({ format }) => format === wanted.format)?.sha256;
  if (!told || !hash) return null;
  const [found] = await reader.query<{ bytes: Buffer }>(
    'select bytes from publication_files where part_id = $1 and format = $2',
    [told.id, wanted.format],
  );
  if (!found) return null;
  if (sha256Of(found.bytes) !== hash) throw new Error(`A file of ${told.id} is not what was built.`);
  const day = publication.meeting?.meetsOn ?? '';
  return { type: wanted.type, body: found.bytes, name: `${name}-${day}.${ending}` };
}
