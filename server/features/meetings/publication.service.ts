import { PackPart, PublicationStatus } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound, ruleBroken } from '../../platform/graphql/errors.js';
import { refreshAudiences } from '../plans/audience.service.js';
import { checkLate, dispatchDayOf } from './dispatch.js';
import type { Meeting } from './meeting.entity.js';
import { lockMeeting } from './meeting.policy.js';
import { checkToCome } from './meeting.rules.js';
import type { BuildOrder } from './publication.build.js';
import { partsOf } from './publication.content.js';
import { Publication, PublicationPart } from './publication.entity.js';
import type * as inputs from './publication.inputs.js';
import { checkPublishing, checkRecalling, checkSeen, checkUnchanged } from './publication.rules.js';
import { openPart } from './publication.settling.js';

type PublicationRow = Publication & Row;
type MeetingRow = Meeting & Row;

/** Writes down what the pack holds; its files are built after that. One that waited before is put away. */
export async function preparePublication(
  work: Work,
  input: inputs.PreparePublicationInput,
): Promise<{ publication: PublicationRow; order: BuildOrder | null }> {
  const meeting = await lockMeeting(work, input.meetingId);
  checkToCome(meeting);
  const person = await work.actFor(meeting.partnershipId, null);
  const parts = await partsOf(work, meeting);
  const [open] = parts;
  if (!open || open.restsOn.length === 0)
    throw ruleBroken('NOTHING_TO_PUBLISH', 'There is nothing on this agenda that the public may read.');
  const { id: meetingId, partnershipId, boardId } = meeting;
  const publication = await work.insertOnce<Publication>(Publication, input.id, input, {
    ...{ meetingId, partnershipId, boardId, audienceId: open.audienceId },
    kind: open.pack.kind,
    status: PublicationStatus.BUILDING,
    lateReason: input.lateReason?.trim() || null,
    preparedById: person.id,
  });
  const order: BuildOrder = { publication, parts: [] };
  const isNew = await work.withEveryAudience(partnershipId, async () => {
    const there = await work.query('select id from publication_parts where publication_id = $1', [
      publication.id,
    ]);
    if (there.length > 0) return false;
    for (const { part, audienceId, document, sha256, restsOn, pack } of parts) {
      const row = await work.insert<PublicationPart>(PublicationPart, {
        ...{
          publicationId: publication.id,
          meetingId,
          boardId,
          partnershipId,
          audienceId,
          part,
          sha256,
          restsOn,
        },
      });
      await work.query('insert into publication_contents (id, audience_id, document) values ($1, $2, $3)', [
        row.id,
        audienceId,
        document,
      ]);
      order.parts.push({ id: row.id, part, pack });
    }
    await putAwayOthers(work, publication);
    return true;
  });
  await refreshAudiences(work);
  return { publication, order: isNew ? order : null };
}

/** Of what was prepared for a meeting and never published, only the last is of use. */
const putAwayOthers = (work: Work, { id, meetingId }: PublicationRow) =>
  work.query(
    `update publications set archived_at = clock_timestamp()
     where meeting_id = $1 and id <> $2 and published_at is null and archived_at is null`,
    [meetingId, id],
  );

/** A second person, who has seen the public part, gives it to everybody. */
export async function publishPublication(
  work: Work,
  input: inputs.PublishPublicationInput,
): Promise<PublicationRow> {
  const { publication, meeting } = await forVerb(work, input.id);
  checkToCome(meeting);
  const person = await work.actFor(meeting.partnershipId, null);
  checkPublishing(publication, person.id);
  const parts = await seenParts(work, publication.id);
  const open = parts.get(PackPart.PUBLIC);
  checkSeen(open?.sha256, input.seenSha256);
  // Of the full part only to whoever sees it: to all others nothing has changed.
  for (const { part, sha256 } of await partsOf(work, meeting))
    checkUnchanged(parts.get(part)?.sha256 ?? sha256, sha256);
  const dispatchBy = await dispatchDayOf(work, meeting);
  const lateReason = input.lateReason?.trim() || publication.lateReason;
  checkLate(work.today, dispatchBy, lateReason);
  const published = await work.withEveryAudience(meeting.partnershipId, async () => {
    if (open) await openPart(work, open.id, meeting.audienceId);
    const patch = {
      ...{ status: PublicationStatus.PUBLISHED, lateReason, dispatchBy, audienceId: meeting.audienceId },
      number: await nextNumber(work, meeting.id),
      publishedById: person.id,
      publishedAt: new Date().toISOString(),
    };
    return work.update<Publication>(Publication, publication, patch, {
      version: input.expectedVersion,
      follows: ['audienceId'],
    });
  });
  await refreshAudiences(work);
  return published;
}

/** Its address says from then on what it was, and shows nothing. */
export async function recallPublication(
  work: Work,
  input: inputs.RecallPublicationInput,
): Promise<PublicationRow> {
  const { publication, meeting } = await forVerb(work, input.id);
  const person = await work.actFor(meeting.partnershipId, null);
  checkRecalling(publication);
  const parts = await seenParts(work, publication.id);
  const boards = (await partsOf(work, meeting)).find(({ part }) => part === PackPart.FULL)?.audienceId;
  return work.withEveryAudience(meeting.partnershipId, async () => {
    const open = parts.get(PackPart.PUBLIC);
    // What everybody could read is now for those who keep it as a record.
    if (open && boards) await openPart(work, open.id, boards);
    const patch = {
      status: PublicationStatus.RECALLED,
      recalledById: person.id,
      recalledAt: new Date().toISOString(),
      recallReason: input.reason.trim(),
    };
    return work.update<Publication>(Publication, publication, patch, {
      version: input.expectedVersion,
      fieldOf: { recallReason: 'reason' },
    });
  });
}

/** The meeting is held first: of two who publish, the second finds what the first did. */
async function forVerb(
  work: Work,
  id: string,
): Promise<{ publication: PublicationRow; meeting: MeetingRow }> {
  const known = await work.find<Publication>(Publication, id);
  if (!known) throw notFound();
  const meeting = await lockMeeting(work, known.meetingId);
  return { meeting, publication: await work.lock<Publication>(Publication, id) };
}

interface SeenPart {
  id: string;
  part: PackPart;
  sha256: string;
}

/** Those of its parts that the actor sees. */
async function seenParts(work: Work, publicationId: string): Promise<Map<PackPart, SeenPart>> {
  const rows = await work.query<SeenPart>(
    'select id, part, sha256 from publication_parts where publication_id = $1',
    [publicationId],
  );
  return new Map(rows.map((row) => [row.part, row]));
}

async function nextNumber(work: Work, meetingId: string): Promise<number> {
  const [found] = await work.query<{ next: number }>(
    'select coalesce(max(number), 0) + 1 as next from publications where meeting_id = $1',
    [meetingId],
  );
  return found?.next ?? 1;
}
