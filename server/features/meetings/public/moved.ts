import { MeetingStatus } from '../../../../schema/meeting-words.js';
import { isFromBefore, movedFrom } from '../../../../schema/moved-meetings.js';
import { html, type Markup } from '../../../platform/http/markup.js';
import { longDay } from '../pack/days.js';
import type { PublicMeeting, PublicPublication } from './public.queries.js';

/** “Moved from Friday 19 July 2030: the hall is flooded”; null where it was not, or does not take place at all. */
export function moveInWords(meeting: PublicMeeting): string | null {
  const { moved, status } = meeting;
  if (moved === null || status === MeetingStatus.CANCELLED) return null;
  return `Moved from ${movedFrom(moved, meeting, longDay)}: ${moved.reason}`;
}

/** The day that something published for a meeting says it is for. */
export const dayOfPaper = (
  { meetsOn, moved }: Pick<PublicMeeting, 'meetsOn' | 'moved'>,
  { publishedAt }: Pick<PublicPublication, 'publishedAt'>,
): string => (moved && isFromBefore(publishedAt, moved.movedAt) ? moved.meetsOn : meetsOn);

/** That papers say another day, time or place than the meeting has now. */
export function ofBefore(meeting: PublicMeeting, { publishedAt }: PublicPublication): Markup | string {
  const { moved } = meeting;
  if (!moved || !isFromBefore(publishedAt, moved.movedAt)) return '';
  return html`<p class="notice">These papers were published before the meeting was moved. They say ${movedFrom(moved, meeting, longDay)}.</p>`;
}
