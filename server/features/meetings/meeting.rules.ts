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

/** What was cancelled or held is a record: its agenda is not built any more. */
export function checkToCome({ status }: { status: MeetingStatus }): void {
  if (status === MeetingStatus.CANCELLED)
    throw ruleBroken(
      'MEETING_CANCELLED',
      'The meeting was cancelled: plan it anew before its agenda is changed.',
    );
  if (status === MeetingStatus.HELD)
    throw ruleBroken('MEETING_HELD', 'The meeting was held: its agenda stays as it was.');
}
