import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import { sourceOf, tableOf } from '../../platform/reading/tables.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { PostHolder } from '../organisations/post.entity.js';
import { Seat } from './board.entity.js';
import { rulesOfBoards } from './board-rules.reads.js';
import type { QuorumRule } from './quorum.rules.js';
import { type SeatFact, type SeatOnDay, seatsOnDay, type Tenure } from './seats-on-day.rules.js';

/** Chair first, over alias `t`. */
export const BY_CAPACITY = `array_position(array['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARIAT', 'OBSERVER'], t.capacity), t.from_on, t.id`;

interface SeatRow extends SeatFact {
  readonly boardId: string;
  readonly audienceId: string;
}

export type SeatSeen = SeatRow & SeatOnDay;

export interface BoardOnDay {
  readonly quorum: QuorumRule;
  readonly seats: readonly SeatSeen[];
}

/** Boards on days, each with its quorum and its seats then, as far as the reader sees them. */
export async function boardsOnDays<Asked extends { readonly boardId: string; readonly day: string }>(
  reader: Reader,
  asked: readonly Asked[],
): Promise<(Asked & BoardOnDay)[]> {
  const boardIds = [...new Set(asked.map(({ boardId }) => boardId))];
  const [rules, seats] = await Promise.all([rulesOfBoards(reader, boardIds), seatsOf(reader, boardIds)]);
  const tenures = await tenuresOf(
    reader,
    seats.flatMap(({ postId }) => postId ?? []),
  );
  const byBoard = groupBy(seats, ({ boardId }) => boardId);
  return asked.flatMap((one) => {
    const quorum = rules.get(one.boardId)?.quorum;
    if (!quorum) return [];
    return [{ ...one, quorum, seats: seatsOnDay(byBoard.get(one.boardId) ?? [], tenures, one.day) }];
  });
}

async function seatsOf(reader: Reader, boardIds: readonly string[]): Promise<SeatRow[]> {
  if (boardIds.length === 0) return [];
  return reader.query<SeatRow>(
    `select t.id, t.board_id as "boardId", t.audience_id as "audienceId", t.capacity, t.is_voting as "isVoting",
       t.person_id as "personId", t.post_id as "postId", t.deputy_ids as "deputyIds", t.from_on as "fromOn", t.until_on as "untilOn",
       t.organisation_id as "organisationId", o.kind as "organisationKind"
     from ${sourceOf(tableOf(Seat), reader)} t left join ${sourceOf(tableOf(Organisation), reader)} o on o.id = t.organisation_id
     where t.board_id = any($1::uuid[]) and t.archived_at is null order by ${BY_CAPACITY}`,
    [boardIds],
  );
}

/** Latest first: of two who hold a post at once, the later does. */
async function tenuresOf(reader: Reader, postIds: readonly string[]): Promise<Tenure[]> {
  if (postIds.length === 0) return [];
  return reader.query<Tenure>(
    `select t.post_id as "postId", t.person_id as "personId", t.from_on as "fromOn", t.until_on as "untilOn"
     from ${sourceOf(tableOf(PostHolder), reader)} t
     where t.post_id = any($1::uuid[]) and t.archived_at is null order by t.from_on desc, t.id desc`,
    [[...new Set(postIds)]],
  );
}
