import type { Row } from '../../platform/db/base.js';
import { todayInEngland } from '../../platform/db/database.js';
import type { Work } from '../../platform/db/work.js';
import { ruleBroken } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import { rulesOfBoards } from '../boards/board-rules.reads.js';
import { type Timetable, timetableOf } from '../boards/timetable.rules.js';
import { whyLate } from './late-items.rules.js';
import type { Meeting } from './meeting.entity.js';

type Meets = Pick<Meeting, 'boardIds' | 'meetsOn'>;
/** Also one that is about to be planned, and has no id yet. */
type Coming = Meets & { id: string | null };

/** The last day for the papers of a meeting to go out: of several boards, by the rules of the strictest. */
export async function dispatchDayOf(reader: Reader, { boardIds, meetsOn }: Meets): Promise<string> {
  const rules = await rulesOfBoards(reader, boardIds);
  const boards = [...rules].map(([boardId, one]) => ({ boardId, rules: one }));
  return timetableOf(meetsOn, boards).dispatchBy.on;
}

/** What is published later than it was to go out says why. */
export function checkLate(today: string, dispatchBy: string, lateReason: string | null | undefined): void {
  if (today > dispatchBy && !lateReason?.trim())
    throw lateWithoutReason(
      `The papers of this meeting were to go out by ${dispatchBy}. What goes out later needs the chair’s reason.`,
    );
}

/** Why the chair’s reason is wanted for what comes to an agenda now, in words; null where none is. */
export async function whyLateNow(work: Work, meeting: Coming, itemId?: string): Promise<string | null> {
  const published = await work.query<{ holdsIt: boolean }>(PUBLISHED, [meeting.id, itemId ?? null]);
  if (published.some(({ holdsIt }) => holdsIt)) return null;
  return whyLateOn(work, meeting, work.today, published.length > 0);
}

async function whyLateOn(work: Work, meeting: Coming, on: string, isPublished: boolean) {
  const rules = [...(await rulesOfBoards(work, meeting.boardIds)).values()];
  const isWanted = rules.some(({ lateItemsNeedChairReason }) => lateItemsNeedChairReason);
  const dispatchBy = await dispatchDayOf(work, meeting);
  return whyLate({ isWanted, isPublished, meetsOn: meeting.meetsOn, dispatchBy, on });
}

/** Refuses what comes late to an agenda without a reason. What was published already may come back. */
export async function checkItemInTime(
  work: Work,
  meeting: Coming,
  lateReason: string | null | undefined,
  itemId?: string,
): Promise<void> {
  if (lateReason?.trim()) return;
  const why = await whyLateNow(work, meeting, itemId);
  if (why !== null) throw lateWithoutReason(why);
}

/** Refuses to take a reason away from an item that came late; what is told of it may be put right at any time. */
export async function checkReasonOf(
  work: Work,
  meeting: Coming,
  { createdAt }: Pick<Row, 'createdAt'>,
  lateReason: string | null,
): Promise<void> {
  if (lateReason?.trim()) return;
  const [before] = await work.query(PUBLISHED_BEFORE, [meeting.id, createdAt]);
  const cameOn = todayInEngland(new Date(createdAt as string));
  const why = await whyLateOn(work, meeting, cameOn, before !== undefined);
  if (why !== null) throw lateWithoutReason(why);
}

const lateWithoutReason = (why: string) => ruleBroken('LATE_WITHOUT_REASON', why);

/** What stands published for a meeting, and whether an item is in it, as far as the actor sees. */
const PUBLISHED = `
  select p.id, exists (
    select from publication_parts t where t.publication_id = p.id and $2::uuid = any (t.rests_on)) as "holdsIt"
  from publications p where p.meeting_id = $1 and p.status = 'PUBLISHED'`;

const PUBLISHED_BEFORE = `
  select id from publications where meeting_id = $1 and status = 'PUBLISHED' and published_at < $2 limit 1`;

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
