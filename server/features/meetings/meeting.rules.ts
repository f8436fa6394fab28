import { MeetingStatus } from '../../../schema/meeting-words.js';
import { minutesOf } from '../../../schema/running-order.js';
import { invalidInput, ruleBroken } from '../../platform/graphql/errors.js';

export function checkHours({ startsAt, endsAt }: { startsAt: string; endsAt: string | null }): void {
  if (endsAt !== null && minutesOf(endsAt) <= minutesOf(startsAt))
    throw ruleBroken('ENDS_BEFORE_IT_BEGINS', 'A meeting cannot end before it begins.');
}

/** The boards that meet, each once; the first convenes. */
export function boardsOf(boardIds: readonly string[]): [string, ...string[]] {
  const [first, ...others] = [...new Set(boardIds)];
  if (!first) throw invalidInput([{ field: 'boardIds', message: 'Say which board meets.' }]);
  return [first, ...others];
}

/** What was put away is brought back before anything is done with it. */
export function checkHere({ archivedAt }: { archivedAt: string | null }): void {
  if (archivedAt !== null)
    throw ruleBroken('PUT_AWAY', 'The meeting was put away: bring it back before anything is done with it.');
}

/** What was cancelled or held is a record: its agenda is not built any more. */
export function checkToCome({
  status,
  archivedAt,
}: {
  status: MeetingStatus;
  archivedAt: string | null;
}): void {
  checkHere({ archivedAt });
  if (status === MeetingStatus.CANCELLED)
    throw ruleBroken(
      'MEETING_CANCELLED',
      'The meeting was cancelled: plan it anew before its agenda is changed.',
    );
  if (status === MeetingStatus.HELD)
    throw ruleBroken('MEETING_HELD', 'The meeting was held: its agenda stays as it was.');
}

/** Who may read what is published is settled by publishing and recalling, and by nothing else. */
export function checkNothingOut(isOut: boolean): void {
  if (isOut)
    throw ruleBroken(
      'PUBLISHED',
      'What is published for this meeting is for all to read: recall it first, then say who sees the meeting.',
    );
}

/** Only what nobody has worked on or read is put away: of all else people are told that it does not take place. */
export function checkUnused(isUsed: boolean): void {
  if (isUsed)
    throw ruleBroken(
      'MEETING_IN_USE',
      'Something is on the agenda of this meeting, planned for it, or was prepared or published. Take that off first, or cancel the meeting and say why.',
    );
}
