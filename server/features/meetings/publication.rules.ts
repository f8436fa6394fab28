import { PublicationStatus } from '../../../schema/publications.js';
import { ruleBroken } from '../../platform/graphql/errors.js';

interface Prepared {
  status: PublicationStatus;
  archivedAt: string | null;
  preparedById: string | null;
}

/** What may be published: what is built, has been seen as it is, and was prepared by somebody else. */
export function checkPublishing(publication: Prepared, personId: string): void {
  if (publication.status === PublicationStatus.BUILDING)
    throw ruleBroken('NOT_BUILT_YET', 'This pack is still being built.');
  if (publication.status !== PublicationStatus.PREPARED || publication.archivedAt !== null)
    throw ruleBroken('NOT_PREPARED', 'There is nothing here to publish: prepare a pack.');
  if (publication.preparedById === personId)
    throw ruleBroken(
      'SECOND_PERSON',
      'You prepared this pack: somebody else looks at it as the public will, and publishes it.',
    );
}

/** `seen` is the hash of what the publisher looked at; a part that is not theirs to see they have not seen. */
export function checkSeen(sha256: string | undefined, seen: string): void {
  if (sha256 === undefined || sha256 !== seen)
    throw ruleBroken('NOT_SEEN', 'Look at this pack as the public will see it, before you publish it.');
}

export function checkUnchanged(prepared: string, asItStands: string): void {
  if (prepared !== asItStands)
    throw ruleBroken(
      'AGENDA_CHANGED',
      'The agenda, a report or the forward plan was changed after this was prepared: prepare it anew.',
    );
}

export function checkRecalling({ status }: { status: PublicationStatus }): void {
  if (status === PublicationStatus.RECALLED)
    throw ruleBroken('RECALLED', 'This publication was recalled already.');
  if (status !== PublicationStatus.PUBLISHED)
    throw ruleBroken('NOT_PUBLISHED', 'This pack was never published.');
}

export function checkRebuilding({ status, archivedAt }: Pick<Prepared, 'status' | 'archivedAt'>): void {
  if (status !== PublicationStatus.FAILED || archivedAt !== null)
    throw ruleBroken('NOT_FAILED', 'Only what could not be built is built once more.');
}
