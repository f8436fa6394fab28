import { PublicationStatus } from '../../../../schema/publications.js';
import { type Answered, HTML, recalled } from './pack-file.js';
import * as queries from './public.queries.js';
import type { Ask } from './public.route.js';
import type { Base } from './public-pieces.js';
import { changesPage, publicationPage } from './publication-pages.js';

/** Asked as whoever asks. */
export async function publicationAnswered(ask: Ask, id: string, base: Base): Promise<Answered | null> {
  const { publication } = await ask<{ publication: queries.PublicVersions | null }>(
    queries.PUBLICATION_VERSIONS,
    { id },
  );
  if (publication?.status === PublicationStatus.RECALLED) return recalled(publication);
  return publication && { type: HTML, body: publicationPage(publication, base) };
}

/** Of what was recalled, the later one or the earlier, nothing is told but that it was. */
export async function changesAnswered(
  ask: Ask,
  { id, sinceId }: { id: string; sinceId: string },
  base: Base,
): Promise<Answered | null> {
  const { publication } = await ask<{ publication: queries.PublicPaperChanges | null }>(
    queries.PUBLICATION_CHANGES,
    { id },
  );
  if (!publication) return null;
  if (publication.status === PublicationStatus.RECALLED) return recalled(publication);
  const { meeting, board } = publication;
  const since = (meeting?.publications ?? board?.publishedPlans ?? []).find((one) => one.id === sinceId);
  if (since?.status === PublicationStatus.RECALLED) return recalled({ ...since, meeting, board });
  const body = changesPage(publication, sinceId, base);
  return body === null ? null : { type: HTML, body };
}
