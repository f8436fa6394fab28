import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { ruleBroken } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { type Timetable, timetableOf } from '../boards/timetable.rules.js';
import type { Meeting } from './meeting.entity.js';

type Meets = Pick<Meeting & Row, 'id' | 'boardIds' | 'meetsOn'>;

/** The last day for the papers of a meeting to go out: of several boards, by the rules of the strictest. */
export async function dispatchDayOf(reader: Reader, { boardIds, meetsOn }: Meets): Promise<string> {
  const rules = await rulesOfBoards(reader, boardIds);
  const boards = [...rules].map(([boardId, one]) => ({ boardId, rules: one }));
  return timetableOf(meetsOn, boards).dispatchBy.on;
}

export function checkLate(today: string, dispatchBy: string, lateReason: string | null | undefined): void {
  if (today > dispatchBy && !lateReason?.trim())
    throw ruleBroken(
      'LATE_WITHOUT_REASON',
      `The papers of this meeting were to go out by ${dispatchBy}. What goes out later needs the chair’s reason.`,
    );
}

/**
 * An item that comes once the agenda is out, or later than it was to go out, is taken only when the chair says why,
 * where the rules of any of the boards want that. What was published already may come back.
 */
export async function checkItemInTime(
  work: Work,
  meeting: Meets,
  lateReason: string | null | undefined,
  itemId?: string,
): Promise<void> {
  if (lateReason?.trim()) return;
  const rules = await rulesOfBoards(work, meeting.boardIds);
  if (![...rules.values()].some(({ lateItemsNeedChairReason }) => lateItemsNeedChairReason)) return;
  const published = await work.query<{ holdsIt: boolean }>(PUBLISHED, [meeting.id, itemId ?? null]);
  if (published.some(({ holdsIt }) => holdsIt)) return;
  checkLate(work.today, await dispatchDayOf(work, meeting), lateReason);
  if (published.length > 0)
    throw ruleBroken(
      'LATE_WITHOUT_REASON',
      'The agenda of this meeting is published. What is added to it needs the chair’s reason.',
    );
}

/** What stands published for a meeting, and whether an item is in it, as far as the actor sees. */
const PUBLISHED = `
  select p.id, exists (
    select from publication_parts t where t.publication_id = p.id and $2::uuid = any (t.rests_on)) as "holdsIt"
  from publications p where p.meeting_id = $1 and p.status = 'PUBLISHED'`;

/** The days that lead to each of some meetings. */
export async function timetablesOf(
  reader: Reader,
  meetings: readonly { id: string; meetsOn: string; boards: readonly { id: string }[] }[],
): Promise<Map<string, Timetable>> {
  const boardIds = new Set(meetings.flatMap(({ boards }) => boards.map(({ id }) => id)));
  const rules = await rulesOfBoards(reader, [...boardIds]);
  return new Map(
    meetings.map(({ id, meetsOn, boards }) => {
      const ofBoards = boards.flatMap((board) => {
        const own = rules.get(board.id);
        return own ? [{ boardId: board.id, rules: own }] : [];
      });
      return [id, timetableOf(meetsOn, ofBoards)];
    }),
  );
}
