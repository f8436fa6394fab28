import { SeatCapacity } from '../../../schema/vocabulary.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { forbidden, notFound } from '../../platform/graphql/errors.js';
import { administers, type Position } from '../../platform/policy/viewer.js';
import { derived, type FieldRead } from '../../platform/reading/fields.js';
import { Board } from '../boards/board.entity.js';
import { Meeting } from './meeting.entity.js';

const KEEPERS = [SeatCapacity.SECRETARIAT, SeatCapacity.CHAIR, SeatCapacity.VICE_CHAIR];

/** Whoever keeps one of the boards that meet keeps their meeting, its agenda and what is planned for it. */
export const mayKeep = (viewer: Position, partnershipId: string, boardIds: readonly string[]): boolean =>
  administers(viewer, partnershipId) || keepsBySeat(viewer, boardIds);

/** Whether it is theirs to keep by a seat: an administrator may, and nobody waits for them to. */
export const keepsBySeat = (viewer: Position, boardIds: readonly string[]): boolean =>
  boardIds.some((id) => KEEPERS.some((capacity) => viewer.seats.get(id)?.has(capacity)));

/** Asks the policy, and records on whose behalf it is done. */
export async function authoriseKeeping(
  work: Work,
  partnershipId: string,
  boardIds: readonly string[],
): Promise<void> {
  if (!mayKeep(work.viewer.position, partnershipId, boardIds))
    throw forbidden('Only the secretariat and the chairs of a board keep its forward plan and its agendas.');
  await work.actFor(partnershipId, null);
}

/** Asks for each board by itself: what is done to its forward plan is for its own keepers to do. */
export function authoriseEach(work: Work, partnershipId: string, boardIds: readonly string[]): void {
  if (!boardIds.every((id) => mayKeep(work.viewer.position, partnershipId, [id])))
    throw forbidden(
      'Only those who keep a board, or a meeting it holds with others, put something into its forward plan or take it out.',
    );
}

/** The board, held until the end, for a verb of those who keep its business: of two at once, the second finds what the first did. */
export async function lockBoard(work: Work, id: string): Promise<Board & Row> {
  const board = await work.lock<Board>(Board, id);
  await authoriseKeeping(work, board.partnershipId, [board.id]);
  return board;
}

/** The meeting, held until the end, for a verb of its keepers. */
export async function lockMeeting(work: Work, id: string): Promise<Meeting & Row> {
  const meeting = await work.lock<Meeting>(Meeting, id);
  await authoriseKeeping(work, meeting.partnershipId, meeting.boardIds);
  return meeting;
}

/** The same of a meeting that something else hangs on. */
export async function lockMeetingOf(
  work: Work,
  meetingId: string | null | undefined,
): Promise<Meeting & Row> {
  if (!meetingId) throw notFound();
  return lockMeeting(work, meetingId);
}

export const keepingRead: FieldRead = derived(['partnershipId', 'boardIds'], (row, { viewer }) => ({
  keep: mayKeep(viewer.position, row['partnershipId'] as string, row['boardIds'] as string[]),
}));
