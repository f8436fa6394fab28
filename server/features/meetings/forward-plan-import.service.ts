import { AgendaPurpose, ImportedLineOutcome } from '../../../schema/meeting-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { Board } from '../boards/board.entity.js';
import { foldText } from '../imports/text.rules.js';
import type {
  ImportedLine,
  ImportedMeeting,
  ImportForwardPlanInput,
  ImportForwardPlanPayload,
} from './agenda-import.inputs.js';
import { boardsAt } from './forward-plan-boards.service.js';
import type { ForwardPlanEntry } from './forward-plan-entry.entity.js';
import { createForwardPlanEntry } from './forward-plan-entry.service.js';
import { type PlannedLine, readForwardPlan } from './forward-plan-import.rules.js';
import { type FoundMeeting, meetingsOn, plannedAnew, whyClosed } from './imported-meetings.service.js';
import { readOrRefuse } from './imported-table.rules.js';
import { authoriseKeeping } from './meeting.policy.js';
import { createMeeting } from './meeting.service.js';

/** More lines than any forward plan has: a file of another kind. */
const MOST_LINES = 300;

/** The board is held: of two who bring in the same file, the second finds every line there. */
export async function importForwardPlan(
  work: Work,
  { boardId, content, dryRun }: ImportForwardPlanInput,
): Promise<ImportForwardPlanPayload> {
  const board = await work.lock<Board>(Board, boardId);
  await authoriseKeeping(work, board.partnershipId, [board.id]);
  const lines = readOrRefuse(
    () => readForwardPlan(content),
    (found) => found.length,
    MOST_LINES,
  );
  const found = await meetingsOn(work, board.id, daysOf(lines));
  const known = await knownTitles(work, board.id);
  for (const line of lines) settle(line, found, known);
  const meetings = await meetingsFor(work, board, daysOf(lines), found);
  const forwardPlanEntries: (ForwardPlanEntry & Row)[] = [];
  if (!dryRun) {
    const ids = new Map([...found].map(([day, { id }]) => [day, id]));
    for (const { meetsOn, startsAt, isNew } of meetings)
      if (isNew) ids.set(meetsOn, (await planned(work, board, meetsOn, startsAt)).id);
    for (const line of lines.filter(isAdded)) forwardPlanEntries.push(await added(work, board, line, ids));
  }
  return { lines: lines.map(told), meetings, forwardPlanEntries };
}

const isAdded = ({ outcome }: PlannedLine) => outcome === ImportedLineOutcome.ADDED;

/** Each once: those of lines that come in. */
const daysOf = (lines: readonly PlannedLine[]): string[] =>
  [...new Set(lines.filter(isAdded).flatMap(({ meetsOn }) => meetsOn ?? []))].sort();

const keyOf = (title: string, meetsOn: string | null) => `${meetsOn ?? ''} ${foldText(title)}`;

/** What the board has planned already, as far as the actor sees. */
async function knownTitles(work: Work, boardId: string): Promise<Set<string>> {
  const rows = await work.query<{ title: string; meetsOn: string | null }>(
    `select t.title, m.meets_on::text as "meetsOn" from forward_plan_entries t left join meetings m on m.id = t.meeting_id
     where $1 = any (t.board_ids) and t.archived_at is null`,
    [boardId],
  );
  return new Set(rows.map(({ title, meetsOn }) => keyOf(title, meetsOn)));
}

function settle(line: PlannedLine, found: ReadonlyMap<string, FoundMeeting>, known: Set<string>): void {
  if (!isAdded(line)) return;
  const meeting = line.meetsOn === null ? undefined : found.get(line.meetsOn);
  const closed = meeting ? whyClosed(meeting) : null;
  const key = keyOf(line.title, line.meetsOn);
  if (known.has(key)) {
    line.outcome = ImportedLineOutcome.KNOWN;
    line.notes = ['It is in the forward plan already.'];
  } else if (closed) {
    line.outcome = ImportedLineOutcome.PASSED_OVER;
    line.notes = [closed];
  }
  known.add(key);
}

async function meetingsFor(
  work: Work,
  board: Row,
  days: readonly string[],
  found: ReadonlyMap<string, FoundMeeting>,
): Promise<ImportedMeeting[]> {
  const meetings: ImportedMeeting[] = [];
  for (const meetsOn of days) {
    const known = found.get(meetsOn);
    meetings.push(
      known
        ? { meetsOn, startsAt: known.startsAt, isNew: false, note: null }
        : await plannedAnew(work, board.id, meetsOn, null),
    );
  }
  return meetings;
}

const planned = (work: Work, board: Row, meetsOn: string, startsAt: string) =>
  createMeeting(work, { boardIds: [board.id], title: 'Meeting', meetsOn, startsAt, withStandingItems: true });

async function added(work: Work, board: Row, line: PlannedLine, ids: ReadonlyMap<string, string>) {
  const meetingId = line.meetsOn === null ? null : (ids.get(line.meetsOn) ?? null);
  const { title, keyDecisionReference } = line;
  const { leadOfficersAsWritten, draftReportDueOn, dispatchOn, isForFullCouncil, isConfidential } = line;
  return createForwardPlanEntry(work, {
    ...{ boardIds: await boardsAt(work, board.id, meetingId), meetingId },
    ...{ title, purpose: AgendaPurpose.NOTE, minutes: 10 },
    ...{ leadOfficersAsWritten, draftReportDueOn, dispatchOn, isForFullCouncil, isConfidential },
    ...{ keyDecisionReference, isKeyDecision: keyDecisionReference !== null },
  });
}

const told = (line: PlannedLine): ImportedLine => ({
  ...{ row: line.row, title: line.title, outcome: line.outcome, meetsOn: line.meetsOn, notes: line.notes },
  ...{ startsAt: null, minutes: null, peopleAsWritten: line.leadOfficersAsWritten },
});
