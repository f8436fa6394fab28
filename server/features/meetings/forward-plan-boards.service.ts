import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { Board } from '../boards/board.entity.js';
import { checkAllHere } from '../plans/priority.service.js';
import type { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { boardsConcerned, checkMeetingOf, withBoards } from './forward-plan-entry.rules.js';
import { Meeting } from './meeting.entity.js';
import { authoriseEach, mayKeep } from './meeting.policy.js';

/** A board, and those that meet with it where something is considered. At a meeting of others that is refused later. */
export async function boardsAt(work: Work, boardId: string, meetingId: string | null): Promise<string[]> {
  const meeting = meetingId ? await work.find<Meeting>(Meeting, meetingId) : null;
  return meeting?.boardIds.includes(boardId) ? withBoards([boardId], meeting.boardIds) : [boardId];
}

/** The boards that are to consider an entry from now on, the one that answers for it first; its meeting stays that of one of them. */
export async function boardsAsked(
  work: Work,
  entry: ForwardPlanEntry & Row,
  boardIds: readonly [string, ...string[]],
) {
  await checkAllHere(work, Board, entry.partnershipId, boardIds, 'boardIds');
  const meeting = entry.meetingId ? await work.find<Meeting>(Meeting, entry.meetingId) : null;
  authoriseBoards(work, entry.partnershipId, entry.boardIds, boardIds, meeting);
  if (meeting) checkMeetingOf(boardIds, meeting, 'boardIds');
  return { boardIds, boardId: boardIds[0] };
}

/** Each board that an entry comes to, or is taken from, is asked; whoever keeps a joint meeting speaks for those who meet there. */
export function authoriseBoards(
  work: Work,
  partnershipId: string,
  before: readonly string[],
  after: readonly string[],
  meeting: Pick<Meeting, 'boardIds'> | null,
): void {
  const kept = meeting && mayKeep(work.viewer.position, partnershipId, meeting.boardIds) ? meeting : null;
  authoriseEach(work, partnershipId, boardsConcerned(before, after, kept));
}
