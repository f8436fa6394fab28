import { PublicationKind } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import type { Board } from '../boards/board.entity.js';
import { refreshAudiences } from '../plans/audience.service.js';
import { dayOfPlan, planCircles, planPartsOf } from './forward-plan.content.js';
import { checkGroundsOfLines, checkNoticeOfLines } from './forward-plan-notice.service.js';
import { lockBoard } from './meeting.policy.js';
import type { Publication } from './publication.entity.js';
import type { PrepareForwardPlanInput } from './publication.inputs.js';
import { type Subject, writeDown } from './publication-parts.service.js';

type BoardRow = Board & Row;

/** Writes down the forward plan as it stands today, its public lines alone. */
export async function prepareForwardPlan(
  work: Work,
  input: PrepareForwardPlanInput,
  origin: string,
): Promise<Publication & Row> {
  const board = await lockBoard(work, input.boardId);
  const person = await work.actFor(board.partnershipId, null);
  const subject = await planSubject(work, board, null);
  // Whoever prepares it is told at once what whoever publishes it would be.
  const publication = await writeDown(work, subject, { ...input, origin }, person.id, async (open) => {
    await subject.checkTime(open, null);
  });
  await refreshAudiences(work);
  return publication;
}

/** Of one that was prepared, the plan as from the day it was prepared on: that a day went by changes nothing in it. */
export async function planSubject(
  work: Work,
  board: BoardRow,
  publicationId: string | null,
): Promise<Subject> {
  const day = publicationId ? await dayOfPlan(work, publicationId) : null;
  return {
    of: { partnershipId: board.partnershipId, boardId: board.id, meetingId: null },
    opensTo: board.audienceId,
    kind: async () => PublicationKind.FORWARD_PLAN,
    waitsFor: async () => (await planCircles(work, board)).open,
    parts: () => planPartsOf(work, board, day ?? work.today),
    recallsTo: async () => (await planCircles(work, board)).seats,
    checkTime: async ({ restsOn }) => {
      await checkGroundsOfLines(work, restsOn);
      await checkNoticeOfLines(work, restsOn);
      return { dispatchBy: null };
    },
  };
}
