import { PackPart } from '../../../schema/publications.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { boardsOnDays, type SeatSeen } from '../boards/seats-on-day.reads.js';
import type { Meeting } from './meeting.entity.js';
import type { MeetingBoardFact, MemberFact } from './pack/pack-boards.rules.js';
import type { Sight } from './publication.circles.js';

/** The boards that meet with their seats on that day, each with whom it may be told. Call it under every audience. */
export async function boardsAt(
  work: Work,
  { boardIds, meetsOn }: Meeting & Row,
  sight: Sight,
): Promise<MeetingBoardFact[]> {
  const boards = await boardsOnDays(
    work,
    boardIds.map((boardId) => ({ boardId, day: meetsOn })),
  );
  const seats = boards.flatMap((board) => board.seats);
  const names = await namesOf(
    work,
    boardIds,
    seats.flatMap(({ holderId, deputyIds, postId, organisationId }) => [
      ...[holderId, postId, organisationId].flatMap((id) => id ?? []),
      ...deputyIds,
    ]),
  );
  return boards.map(({ boardId, quorum, seats: own }) => ({
    ...{ id: boardId, name: names.get(boardId) ?? '', quorum },
    seats: own.map((seat) => memberOf(seat, names, sight)),
  }));
}

export const memberOf = (
  { holderId, postId, organisationId, deputyIds, capacity, isVoting, audienceId }: SeatSeen,
  names: ReadonlyMap<string, string>,
  sight: Pick<Sight, 'contains'>,
): MemberFact => {
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null;
  return {
    ...{ name: nameOf(holderId), post: nameOf(postId), organisation: nameOf(organisationId) },
    ...{ capacity, isVoting, deputies: deputyIds.flatMap((id) => nameOf(id) ?? []) },
    isPublic: sight.contains(PackPart.PUBLIC, audienceId),
    isForBoards: sight.contains(PackPart.FULL, audienceId),
  };
};

async function namesOf(
  work: Work,
  boardIds: readonly string[],
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await work.query<{ id: string; name: string }>(
    `select id, name from boards where id = any($1::uuid[])
     union all select id, name from people where id = any($2::uuid[])
     union all select id, title from posts where id = any($2::uuid[])
     union all select id, name from organisations where id = any($2::uuid[])`,
    [boardIds, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
