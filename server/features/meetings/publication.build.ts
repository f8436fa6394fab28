import { PackFormat, PackPart, PublicationStatus } from '../../../schema/publications.js';
import type { Credential } from '../../platform/auth/credential.js';
import type { Row } from '../../platform/db/base.js';
import type { Database } from '../../platform/db/database.js';
import type { Work } from '../../platform/db/work.js';
import { lockMeeting } from './meeting.policy.js';
import { type PackFile, packApart } from './pack/pack-apart.js';
import type { PackDocument } from './pack/pack-document.js';
import { sha256Of } from './publication.content.js';
import { Publication, PublicationPart } from './publication.entity.js';

export interface BuildOrder {
  publication: Publication & Row;
  parts: { id: string; part: PackPart; pack: PackDocument }[];
}

/** What the files are called at the addresses of a publication. */
export const FILE_NAMES: Readonly<Record<PackPart, string>> = { PUBLIC: 'agenda', FULL: 'full' };

/**
 * Writes the files of what was prepared, one after another, each kept as it is done, as whoever prepared it may at that
 * moment. Nobody waits for it: those who look on are told of each step as of any other change.
 */
export async function buildPublication(
  database: Database,
  credential: Credential,
  { publication, parts }: BuildOrder,
): Promise<void> {
  try {
    for (const { id, part, pack } of parts) {
      const place = { meetingId: publication.meetingId, fileName: FILE_NAMES[part] };
      await packApart({ pack, place, madeAt: new Date(publication.createdAt).toISOString() }, (file) =>
        database.write(credential, (work) => keepFile(work, publication, { id, part }, file)),
      );
    }
  } catch (error) {
    await database.write(credential, (work) => giveUp(work, publication)).catch(() => {});
    throw error;
  }
}

async function keepFile(
  work: Work,
  { id, partnershipId, meetingId }: Publication & Row,
  part: { id: string; part: PackPart },
  file: PackFile,
): Promise<void> {
  await lockMeeting(work, meetingId);
  const publication = await work.lock<Publication>(Publication, id);
  if (publication.archivedAt !== null) return;
  await work.withEveryAudience(partnershipId, async () => {
    const row = await work.lock<PublicationPart>(PublicationPart, part.id);
    await work.query(
      `insert into publication_files (part_id, format, audience_id, bytes) values ($1, $2, $3, $4)`,
      [row.id, file.format, row.audienceId, file.bytes],
    );
    await work.update(PublicationPart, row, {
      [`${file.format.toLowerCase()}Sha256`]: sha256Of(file.bytes),
      ...(file.pages !== null && { pages: file.pages }),
    });
    const isPublic = part.part === PackPart.PUBLIC;
    // How long the other part takes is nobody’s to see: it is one step, and there always is one.
    const isDone = !isPublic && file.format === PackFormat.WORD;
    if (isPublic || isDone)
      await work.update(Publication, publication, {
        stepsDone: publication.stepsDone + 1,
        ...(isDone && { status: PublicationStatus.PREPARED }),
      });
  });
}

async function giveUp(work: Work, { id, meetingId }: Publication & Row): Promise<void> {
  await lockMeeting(work, meetingId);
  const publication = await work.lock<Publication>(Publication, id);
  if (publication.status === PublicationStatus.BUILDING)
    await work.update(Publication, publication, { status: PublicationStatus.FAILED });
}
