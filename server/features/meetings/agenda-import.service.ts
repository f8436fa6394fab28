import { ImportedLineOutcome } from '../../../schema/meeting-words.js';
import { clockOf } from '../../../schema/running-order.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import { Board } from '../boards/board.entity.js';
import { foldText } from '../imports/text.rules.js';
import type { ImportAgendaInput, ImportAgendaPayload, ImportedLine } from './agenda-import.inputs.js';
import { type AgendaLine, type ReadAgenda, readAgenda } from './agenda-import.rules.js';
import type { AgendaItem } from './agenda-item.entity.js';
import { createAgendaItem, UNTOUCHED } from './agenda-item.service.js';
import { whyLateNow } from './dispatch.js';
import { meetingsOn, plannedAnew, whyClosed } from './imported-meetings.service.js';
import { readOrRefuse } from './imported-table.rules.js';
import { Meeting } from './meeting.entity.js';
import { authoriseKeeping, lockMeeting } from './meeting.policy.js';
import { checkToCome } from './meeting.rules.js';
import { createMeeting } from './meeting.service.js';
import { isOut } from './publication.content.js';

/** More items than any agenda has: a file of another kind. */
const MOST_LINES = 150;

type MeetingRow = Meeting & Row;

export async function importAgenda(work: Work, input: ImportAgendaInput): Promise<ImportAgendaPayload> {
  const place = await placeOf(work, input);
  const read = readOrRefuse(
    () => readAgenda(input.content, place.day),
    ({ lines }) => lines.length,
    MOST_LINES,
  );
  const { board, day, meeting: known } = await meetingIn(work, place, read);
  const there = known ? await itemsOf(work, known.id) : [];
  // Somebody’s work stays where it is; what only the rules put there, and nobody published, gives way to the file’s own.
  const isFresh = there.every(({ isUntouched }) => isUntouched) && !(known && (await isOut(work, known.id)));
  settle(read.lines, isFresh ? [] : there);
  const about = known
    ? { meetsOn: day, startsAt: known.startsAt, isNew: false, note: noteOf(known, read, isFresh) }
    : await plannedAnew(work, board, day, read.startsAt);
  if (isFresh && known && read.startsAt) about.startsAt = read.startsAt;
  const told = read.lines.map((line) => toldOf(line, day));
  const adds = read.lines.some(({ outcome }) => outcome === ImportedLineOutcome.ADDED);
  const coming = { id: known?.id ?? null, boardIds: known?.boardIds ?? [board], meetsOn: day };
  const lateReasonWanted = adds ? await whyLateNow(work, coming) : null;
  if (input.dryRun) return { lines: told, about, lateReasonWanted, meeting: known, agendaItems: [] };
  const begun = known
    ? await begins(work, known, isFresh ? about.startsAt : known.startsAt)
    : await createMeeting(work, {
        ...{ boardIds: [board], title: 'Meeting', meetsOn: day, startsAt: about.startsAt },
        withStandingItems: false,
      });
  if (isFresh && there.length > 0) await work.query(GIVE_WAY, [begun.id]);
  const lateReason = lateReasonWanted === null ? null : input.lateReason;
  const agendaItems = await added(work, begun, read.lines, lateReason);
  return { lines: told, about, lateReasonWanted, meeting: begun, agendaItems };
}

interface Place {
  board: string;
  day: string | null;
  meeting: MeetingRow | null;
}

/** The meeting that was named, or the board whose meeting it is, held. */
async function placeOf(work: Work, { meetingId, boardId, day }: ImportAgendaInput): Promise<Place> {
  if (meetingId) {
    const meeting = await lockMeeting(work, meetingId);
    checkToCome(meeting);
    return { board: meeting.boardId, day: meeting.meetsOn, meeting };
  }
  if (!boardId) throw invalidInput([{ field: 'meetingId', message: 'Name the meeting, or its board.' }]);
  const board = await work.lock<Board>(Board, boardId);
  await authoriseKeeping(work, board.partnershipId, [board.id]);
  return { board: board.id, day: day ?? null, meeting: null };
}

async function meetingIn(
  work: Work,
  place: Place,
  { meetsOn: day }: ReadAgenda,
): Promise<Place & { day: string }> {
  if (day === null)
    throw invalidInput([{ field: 'day', message: 'The file does not say of which day it is: say it here.' }]);
  if (place.meeting) return { ...place, day };
  const found = (await meetingsOn(work, place.board, [day])).get(day);
  const closed = found && whyClosed(found);
  if (closed) throw invalidInput([{ field: 'day', message: closed }]);
  return { ...place, day, meeting: found ? await lockMeeting(work, found.id) : null };
}

interface Item {
  title: string;
  /** A standing item as the rules put it there. */
  isUntouched: boolean;
}

const itemsOf = (work: Work, meetingId: string): Promise<Item[]> =>
  work.query<Item>(
    `select title, ${UNTOUCHED} as "isUntouched" from agenda_items t where meeting_id = $1 and archived_at is null`,
    [meetingId],
  );

const GIVE_WAY = `
  update agenda_items t set archived_at = clock_timestamp()
  where meeting_id = $1 and archived_at is null and ${UNTOUCHED}`;

function settle(lines: readonly AgendaLine[], there: readonly Item[]): void {
  const known = new Set(there.map(({ title }) => foldText(title)));
  for (const line of lines) {
    if (line.outcome !== ImportedLineOutcome.ADDED) continue;
    if (!known.has(foldText(line.title))) continue;
    line.outcome = ImportedLineOutcome.KNOWN;
    line.notes = ['It is on the agenda already.'];
  }
}

function noteOf(meeting: MeetingRow, { startsAt }: ReadAgenda, isFresh: boolean): string | null {
  if (startsAt === null || startsAt === meeting.startsAt) return null;
  return isFresh
    ? `The meeting begins at ${startsAt} from now on, as the file says, not at ${meeting.startsAt}.`
    : `The file begins at ${startsAt}, the meeting at ${meeting.startsAt}: times are counted from the meeting.`;
}

async function begins(work: Work, meeting: MeetingRow, startsAt: string): Promise<MeetingRow> {
  const isOver = meeting.endsAt !== null && meeting.endsAt <= startsAt;
  return work.update<Meeting>(Meeting, meeting, { startsAt, ...(isOver ? { endsAt: null } : {}) });
}

async function added(
  work: Work,
  meeting: MeetingRow,
  lines: readonly AgendaLine[],
  lateReason: string | null | undefined,
) {
  const items: (AgendaItem & Row)[] = [];
  for (const { title, section, presentersAsWritten, minutes, purpose, outcome } of lines) {
    if (outcome !== ImportedLineOutcome.ADDED) continue;
    const given = { title, section, presentersAsWritten, minutes, purpose, lateReason: lateReason ?? null };
    const afterId = items.at(-1)?.id ?? null;
    items.push(await createAgendaItem(work, { ...given, meetingId: meeting.id, afterId }));
  }
  return items;
}

const toldOf = (line: AgendaLine, meetsOn: string): ImportedLine => ({
  ...{ row: line.row, title: line.title, outcome: line.outcome, meetsOn, notes: line.notes },
  ...{ startsAt: line.begins === null ? null : clockOf(line.begins), minutes: line.minutes },
  peopleAsWritten: line.presentersAsWritten,
});
