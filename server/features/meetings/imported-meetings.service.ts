import { MeetingStatus } from '../../../schema/meeting-words.js';
import type { Row } from '../../platform/db/base.js';
import type { Work } from '../../platform/db/work.js';
import { tableOf } from '../../platform/reading/tables.js';
import type { ImportedMeeting } from './agenda-import.inputs.js';
import { Meeting } from './meeting.entity.js';

/** Taken when neither the file nor any meeting of the board says when it begins. */
const USUAL_START = '10:00';

export type FoundMeeting = Pick<Meeting & Row, 'id' | 'meetsOn' | 'startsAt' | 'status'>;

/** The meetings of a board on some days, one a day, those to come before those that were cancelled. */
export async function meetingsOn(
  work: Work,
  boardId: string,
  days: readonly string[],
): Promise<Map<string, FoundMeeting>> {
  const found = await work.query<FoundMeeting>(
    `select distinct on (meets_on) id, meets_on::text as "meetsOn", starts_at as "startsAt", status
     from ${tableOf(Meeting).name} where $1 = any (board_ids) and meets_on = any ($2::date[]) and archived_at is null
     order by meets_on, status = '${MeetingStatus.PLANNED}' desc, starts_at, id`,
    [boardId, days],
  );
  return new Map(found.map((meeting) => [meeting.meetsOn, meeting]));
}

/** When a meeting begins that is not there yet: as the file says, or as the board’s latest did. */
export async function plannedAnew(
  work: Work,
  boardId: string,
  meetsOn: string,
  written: string | null,
): Promise<ImportedMeeting> {
  if (written) return { meetsOn, startsAt: written, isNew: true, note: null };
  const [latest] = await work.query<{ startsAt: string }>(
    `select starts_at as "startsAt" from ${tableOf(Meeting).name}
     where $1 = any (board_ids) and archived_at is null and status <> '${MeetingStatus.CANCELLED}'
     order by meets_on desc, id limit 1`,
    [boardId],
  );
  const note = latest
    ? `When it begins is not written: ${latest.startsAt}, as this board’s latest meeting.`
    : `When it begins is not known: ${USUAL_START} was taken.`;
  return { meetsOn, startsAt: latest?.startsAt ?? USUAL_START, isNew: true, note };
}

/** Why nothing more can come to a meeting; null when it is to come. */
export function whyClosed({ status }: Pick<Meeting, 'status'>): string | null {
  if (status === MeetingStatus.HELD) return 'The meeting of that day was held already.';
  return status === MeetingStatus.CANCELLED ? 'The meeting of that day was cancelled.' : null;
}
