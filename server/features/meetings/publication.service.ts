import { PackPart, PublicationStatus } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { notFound } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { refreshAudiences } from '../plans/audience.service.js';
import { checkLate, dispatchDayOf } from './dispatch.js';
import { planSubject } from './forward-plan.service.js';
import { checkNoticeOfAgenda } from './forward-plan-notice.service.js';
import type { Meeting } from './meeting.entity.js';
import { lockBoard, lockMeeting } from './meeting.policy.js';
import { checkToCome } from './meeting.rules.js';
import { toBeBuilt } from './publication.build.js';
import { circlesOf } from './publication.circles.js';
import { kindOfNext, partsOf } from './publication.content.js';
import { Publication } from './publication.entity.js';
import type * as inputs from './publication.inputs.js';
import {
  checkPublishing,
  checkRebuilding,
  checkRecalling,
  checkSeen,
  checkUnchanged,
} from './publication.rules.js';
import { openPart } from './publication.settling.js';
import { nextNumber, type Subject, seenParts, writeDown } from './publication-parts.service.js';

type PublicationRow = Publication & Row;

/** Writes down what the pack holds; its files are built after that. */
export async function preparePublication(
  work: Work,
  input: inputs.PreparePublicationInput,
  origin: string,
): Promise<PublicationRow> {
  const meeting = await lockMeeting(work, input.meetingId);
  checkToCome(meeting);
  const person = await work.actFor(meeting.partnershipId, null);
  const subject = meetingSubject(work, meeting);
  const publication = await writeDown(work, subject, { ...input, origin }, person.id);
  await refreshAudiences(work);
  return publication;
}

/** A second person, who has seen the public part, gives it to everybody. */
export async function publishPublication(
  work: Work,
  input: inputs.PublishPublicationInput,
): Promise<PublicationRow> {
  const { publication, subject } = await forVerb(work, input.id, checkToCome);
  const { partnershipId } = publication;
  const person = await work.actFor(partnershipId, null);
  checkPublishing(publication, person.id);
  const seen = await seenParts(work, publication.id);
  const open = seen.get(PackPart.PUBLIC);
  checkSeen(open?.sha256, input.seenSha256);
  const parts = await subject.parts(publication.createdAt);
  // Of the full part only to whoever sees it: to all others nothing has changed.
  for (const { part, sha256 } of parts) checkUnchanged(seen.get(part)?.sha256 ?? sha256, sha256);
  const lateReason = input.lateReason?.trim() || publication.lateReason;
  const noted = parts[0] ? await subject.checkTime(parts[0], lateReason) : {};
  const published = await work.withEveryAudience(partnershipId, async () => {
    if (open) await openPart(work, open.id, subject.opensTo);
    const patch = {
      ...{ ...noted, status: PublicationStatus.PUBLISHED, lateReason, audienceId: subject.opensTo },
      number: await nextNumber(work, subject.of),
      publishedById: person.id,
      publishedAt: work.now.toISOString(),
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
  const { publication, subject } = await forVerb(work, input.id);
  const person = await work.actFor(publication.partnershipId, null);
  checkRecalling(publication);
  const open = (await seenParts(work, publication.id)).get(PackPart.PUBLIC);
  const record = await subject.recallsTo();
  return work.withEveryAudience(publication.partnershipId, async () => {
    // What everybody could read is now for those who keep it as a record.
    if (open) await openPart(work, open.id, record);
    const patch = {
      status: PublicationStatus.RECALLED,
      recalledById: person.id,
      recalledAt: work.now.toISOString(),
      recallReason: input.reason.trim(),
    };
    return work.update<Publication>(Publication, publication, patch, {
      version: input.expectedVersion,
      fieldOf: { recallReason: 'reason' },
    });
  });
}

/** Builds on where the building failed, out of what was written down when it was prepared. */
export async function rebuildPublication(
  work: Work,
  input: ItemVersionInput,
  origin: string,
): Promise<PublicationRow> {
  const { publication } = await forVerb(work, input.id, checkToCome);
  await work.actFor(publication.partnershipId, null);
  checkRebuilding(publication);
  const patch = { status: PublicationStatus.BUILDING };
  const building = await work.update<Publication>(Publication, publication, patch, {
    version: input.expectedVersion,
  });
  await toBeBuilt(work, publication, origin);
  return building;
}

/** What it is of is held first: of two who publish, the second finds what the first did. */
async function forVerb(
  work: Work,
  id: string,
  checkMeeting: (meeting: Meeting) => void = () => {},
): Promise<{ publication: PublicationRow; subject: Subject }> {
  const known = await work.find<Publication>(Publication, id);
  if (!known) throw notFound();
  if (known.meetingId === null) {
    const board = await lockBoard(work, known.boardId);
    return { subject: await planSubject(work, board, id), publication: await work.lock(Publication, id) };
  }
  const meeting = await lockMeeting(work, known.meetingId);
  checkMeeting(meeting);
  return { subject: meetingSubject(work, meeting), publication: await work.lock(Publication, id) };
}

const meetingSubject = (work: Work, meeting: Meeting & Row): Subject => ({
  of: { partnershipId: meeting.partnershipId, boardId: meeting.boardId, meetingId: meeting.id },
  opensTo: meeting.audienceId,
  kind: () => kindOfNext(work, meeting.id),
  waitsFor: async () => (await circlesOf(work, meeting)).PUBLIC,
  recallsTo: async () => (await circlesOf(work, meeting)).FULL,
  parts: (asAt) => partsOf(work, meeting, asAt),
  checkTime: async (_, lateReason) => {
    const dispatchBy = await dispatchDayOf(work, meeting);
    checkLate(work.today, dispatchBy, lateReason);
    await checkNoticeOfAgenda(work, meeting);
    return { dispatchBy };
  },
});
