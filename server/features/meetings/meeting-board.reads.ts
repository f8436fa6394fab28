import type { Row } from '../../platform/db/base.js';
import { defineReads, type FieldRead } from '../../platform/reading/fields.js';
import type { Reader } from '../../platform/reading/reader.js';
import { listed, toOne } from '../../platform/reading/relations.js';
import { Board, Seat } from '../boards/board.entity.js';
import { quorumInWords } from '../boards/quorum.rules.js';
import { type BoardOnDay, boardsOnDays } from '../boards/seats-on-day.reads.js';
import { quorumOnDay } from '../boards/seats-on-day.rules.js';
import { Person } from '../organisations/person.entity.js';

/** In which of some partnerships the reader may know who sits on boards. */
async function knownIn(reader: Reader, partnershipIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.query<{ id: string }>(
    `select distinct partnership_id as id from audiences
     where kind = 'PARTNERSHIP' and partnership_id = any($1::uuid[]) and id = any (viewer_audiences())`,
    [[...new Set(partnershipIds)]],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whoever may not see seats is told the rule and nothing that is counted: no seats and no vacancies. */
const quorumFor = ({ quorum, seats }: BoardOnDay, isKnown: boolean) => {
  if (!isKnown)
    return {
      ...{ inWords: quorumInWords(quorum), needed: null, votingSeats: null, filledSeats: null },
      ...{ isPossible: null, missing: [], parts: [] },
    };
  const { inWords, needed, votingSeats, present, isQuorate, missing, parts } = quorumOnDay(quorum, seats);
  return {
    ...{ inWords, needed, votingSeats, filledSeats: present, isPossible: isQuorate, missing },
    parts: parts.map(({ label, atLeast, found }) => ({ label, atLeast, filledSeats: found })),
  };
};

const boardAt = ({ boardId, ...onDay }: BoardOnDay & { boardId: string }, isKnown: boolean) => ({
  boardId,
  quorum: quorumFor(onDay, isKnown),
  seats: onDay.seats.map(({ id, holderId }) => ({ seatId: id, holderId, isVacant: holderId === null })),
});

const meetingBoards: FieldRead = {
  needs: ['boardIds', 'meetsOn', 'partnershipId'],
  read: async ({ rows, reader, give, into }) => {
    const boardIdsOf = (row: Row) => row['boardIds'] as string[];
    const partnershipOf = (row: Row) => row['partnershipId'] as string;
    const seen = await reader.query<{ id: string }>('select id from boards where id = any($1::uuid[])', [
      [...new Set(rows.flatMap(boardIdsOf))],
    ]);
    const isSeen = new Set(seen.map(({ id }) => id));
    const known = await knownIn(reader, rows.map(partnershipOf));
    const onDays = await boardsOnDays(
      reader,
      rows.flatMap((row) =>
        boardIdsOf(row)
          .filter((id) => isSeen.has(id))
          .map((boardId) => ({ row, boardId, day: row['meetsOn'] as string })),
      ),
    );
    const all = onDays.map(({ row, ...onDay }) => ({
      row,
      board: boardAt(onDay, known.has(partnershipOf(row))) as unknown as Row,
    }));
    await into(
      'MeetingBoard',
      all.map(({ board }) => board),
    );
    for (const row of rows)
      give(
        row,
        all.flatMap((one) => (one.row === row ? [one.board] : [])),
      );
  },
};

defineReads('Meeting', { meetingBoards });

defineReads('MeetingBoard', {
  board: toOne(() => Board, 'boardId'),
  seats: listed('seats', 'MeetingSeat'),
});

defineReads('MeetingSeat', { seat: toOne(() => Seat, 'seatId'), holder: toOne(() => Person, 'holderId') });
