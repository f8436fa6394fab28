import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { ruleBroken } from '../../platform/graphql/errors.js';
import { dispatchDayOf } from './dispatch.js';
import { toldOf } from './forward-plan-notice.service.js';
import type { Meeting } from './meeting.entity.js';
import type { UpdateMeetingInput } from './meeting.inputs.js';
import { hasMoved, toldOfMove, whyReasonFor } from './meeting-moves.rules.js';

type MeetingRow = Meeting & Row;

/** What a change tells of a move, to be kept with it; nothing where nothing moves. Refused where it wants a reason. */
export async function moveTo(
  work: Work,
  meeting: MeetingRow,
  patch: Pick<UpdateMeetingInput, 'meetsOn' | 'startsAt' | 'place'>,
  reason: string,
): Promise<Partial<Pick<Meeting, 'moved'>>> {
  const is = {
    meetsOn: patch.meetsOn ?? meeting.meetsOn,
    startsAt: patch.startsAt ?? meeting.startsAt,
    place: patch.place === undefined ? meeting.place : patch.place,
  };
  if (!hasMoved(meeting, is)) return {};
  const publishedAt = await lastPublished(work, meeting);
  if (reason === '') {
    const isTold = publishedAt !== null || (await isNoticed(work, meeting));
    const dispatchBy = await dispatchDayOf(work, { ...meeting, ...is });
    const why = whyReasonFor(meeting, is, { isTold, dispatchBy, today: work.today });
    if (why !== null) throw ruleBroken('MOVED_WITHOUT_REASON', why, 'reason');
  }
  const { moved: earlier } = meeting;
  const isToldSince = earlier !== null && publishedAt !== null && publishedAt > new Date(earlier.movedAt);
  return {
    moved: toldOfMove({ was: meeting, is, earlier, isToldSince, reason, at: work.now.toISOString() }),
  };
}

async function lastPublished(work: Work, { id }: MeetingRow): Promise<Date | null> {
  const [last] = await work.query<{ at: string | null }>(
    `select max(published_at) as at from publications where meeting_id = $1 and status = 'PUBLISHED'`,
    [id],
  );
  return last?.at ? new Date(last.at) : null;
}

/** Whether a forward plan that stands published says that something is to be decided at this meeting. */
async function isNoticed(work: Work, { id, boardIds, meetsOn }: MeetingRow): Promise<boolean> {
  const entries = await work.query(
    'select id from forward_plan_entries where meeting_id = $1 and archived_at is null',
    [id],
  );
  if (entries.length === 0) return false;
  const told = await toldOf(work, boardIds);
  return entries.some((entry) => told.get(entry.id)?.some(({ decidesOn }) => decidesOn === meetsOn));
}
