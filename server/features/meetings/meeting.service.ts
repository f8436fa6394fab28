import { MeetingStatus } from '../../../schema/meeting-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { ItemVersionInput } from '../actions/action.inputs.js';
import { Board } from '../boards/board.entity.js';
import { circle, putAway } from '../organisations/administration.service.js';
import { stillSeen } from '../plans/audience.service.js';
import { refuseCleared } from '../plans/plan.service.js';
import { checkAllHere } from '../plans/priority.service.js';
import type { RestrictInput } from '../plans/restrict.inputs.js';
import { circleAsked } from '../plans/restrict.service.js';
import { addStandingItems, UNTOUCHED } from './agenda-item.service.js';
import { Meeting } from './meeting.entity.js';
import type {
  CancelMeetingInput,
  CreateMeetingInput,
  CreateMeetingsInput,
  UpdateMeetingInput,
} from './meeting.inputs.js';
import { authoriseKeeping, lockMeeting } from './meeting.policy.js';
import {
  boardsOf,
  checkHere,
  checkHours,
  checkNothingOut,
  checkToCome,
  checkUnused,
} from './meeting.rules.js';
import { settleMeeting } from './meeting.settling.js';
import { moveTo } from './meeting-moves.service.js';
import { circlesOf } from './publication.circles.js';
import { isOut } from './publication.content.js';
import { settlePacks } from './publication.settling.js';

type MeetingRow = Meeting & Row;

/** Of the partnership of the first board; all boards must be of the same. Who plans it keeps one of them. */
export async function createMeeting(work: Work, input: CreateMeetingInput): Promise<MeetingRow> {
  const { id, boardIds: asked, withStandingItems, ...fields } = input;
  const boardIds = boardsOf(asked);
  const partnershipId = await keepBoards(work, boardIds);
  checkHours({ startsAt: input.startsAt, endsAt: input.endsAt ?? null });
  const meeting = await work.insertOnce<Meeting>(Meeting, id, input, {
    ...fields,
    boardIds,
    boardId: boardIds[0],
    partnershipId,
    // That a board meets is for everyone to know; what it will consider is told when it is published.
    audienceId: await circle(work, partnershipId, 'EVERYONE'),
  });
  if (withStandingItems) await addStandingItems(work, meeting);
  return meeting;
}

/** All of them or none. */
export async function createMeetings(work: Work, input: CreateMeetingsInput): Promise<MeetingRow[]> {
  const { days, ...alike } = input;
  const meetings: MeetingRow[] = [];
  for (const day of days)
    meetings.push(await createMeeting(work, { ...alike, ...day, withStandingItems: true }));
  return meetings;
}

export async function updateMeeting(work: Work, input: UpdateMeetingInput): Promise<MeetingRow> {
  refuseCleared(input, ['title', 'meetsOn', 'startsAt']);
  const meeting = await lockMeeting(work, input.id);
  checkToCome(meeting);
  const { id: _, expectedVersion, reason, ...patch } = input;
  const expected = { version: expectedVersion, follows: ['moved'] };
  const move = await moveTo(work, meeting, patch, reason?.trim() ?? '');
  const updated = await work.update<Meeting>(Meeting, meeting, { ...patch, ...move }, expected);
  // After the merge: somebody else may have moved the other end meanwhile.
  checkHours(updated);
  return updated;
}

export async function cancelMeeting(work: Work, input: CancelMeetingInput): Promise<MeetingRow> {
  const meeting = await lockMeeting(work, input.id);
  checkToCome(meeting);
  return standsNow(work, meeting, input, MeetingStatus.CANCELLED, input.reason);
}

/** What was cancelled, or said to be held, is planned again. */
export async function planMeetingAnew(work: Work, input: ItemVersionInput): Promise<MeetingRow> {
  const meeting = await lockMeeting(work, input.id);
  checkHere(meeting);
  return standsNow(work, meeting, input, MeetingStatus.PLANNED, null);
}

export async function holdMeeting(work: Work, input: ItemVersionInput): Promise<MeetingRow> {
  const meeting = await lockMeeting(work, input.id);
  checkToCome(meeting);
  if (meeting.meetsOn > work.today)
    throw invalidInput([{ field: 'id', message: 'The day of this meeting has not come yet.' }]);
  return standsNow(work, meeting, input, MeetingStatus.HELD, null);
}

/**
 * Narrows who knows of a meeting, or lifts that; all that hangs on it moves with it. What stands published for it is
 * recalled first: who was to read that is not changed behind their back.
 */
export async function restrictMeeting(work: Work, input: RestrictInput): Promise<MeetingRow> {
  const meeting = await lockMeeting(work, input.id);
  checkHere(meeting);
  const { partnershipId } = meeting;
  const own = input.audience ? await circleAsked(work, partnershipId, input.audience) : null;
  const audienceId = own ?? (await circle(work, partnershipId, 'EVERYONE'));
  await work.withEveryAudience(partnershipId, async () => {
    checkNothingOut(await isOut(work, meeting.id));
    const moved = await work.update<Meeting>(
      Meeting,
      meeting,
      { ownAudienceId: own, audienceId },
      {
        version: input.expectedVersion,
        fieldOf: { ownAudienceId: 'audience' },
        follows: ['audienceId'],
      },
    );
    await settlePacks(work, moved, await circlesOf(work, moved));
    await settleMeeting(work, moved);
  });
  return stillSeen<Meeting>(work, Meeting, meeting.id);
}

/**
 * Puts a meeting away that was planned by mistake, or brings it back. Standing items nobody has touched go with it; what
 * the actor does not see stays where it is, and is no reason to refuse: that would tell of it.
 */
export async function archiveMeeting(
  work: Work,
  input: ItemVersionInput,
  archived: boolean,
): Promise<MeetingRow> {
  const meeting = await lockMeeting(work, input.id);
  if (archived && meeting.archivedAt === null) {
    checkToCome(meeting);
    const [found] = await work.query<{ isUsed: boolean }>(USED, [meeting.id]);
    checkUnused(found?.isUsed === true);
  }
  return putAway<Meeting>(work, Meeting, meeting, input, archived) as Promise<MeetingRow>;
}

const USED = `
  select exists (select from agenda_items t where meeting_id = $1 and archived_at is null and not (${UNTOUCHED}))
    or exists (select from forward_plan_entries where meeting_id = $1 and archived_at is null)
    or exists (select from publications where meeting_id = $1 and (archived_at is null or published_at is not null)) as "isUsed"`;

function standsNow(
  work: Work,
  meeting: MeetingRow,
  { expectedVersion }: ItemVersionInput,
  status: MeetingStatus,
  statusReason: string | null,
): Promise<MeetingRow> {
  const expected = { version: expectedVersion, fieldOf: { statusReason: 'status' } };
  return work.update<Meeting>(Meeting, meeting, { status, statusReason }, expected);
}

/** The partnership of boards that the actor keeps one of. */
export async function keepBoards(work: Work, boardIds: readonly [string, ...string[]]): Promise<string> {
  const first = await work.find<Board>(Board, boardIds[0]);
  if (!first) throw invalidInput([{ field: 'boardIds.0', message: 'There is no such item here.' }]);
  await checkAllHere(work, Board, first.partnershipId, boardIds, 'boardIds');
  await authoriseKeeping(work, first.partnershipId, boardIds);
  return first.partnershipId;
}
