import { MeetingStatus } from '../../../../schema/meeting-words.js';
import { PackPart, PublicationKind, PublicationStatus } from '../../../../schema/publications.js';
import { escaped } from '../../../platform/http/markup.js';
import type { Timetable } from '../../boards/timetable.rules.js';
import { longDay } from '../pack/pack-words.js';
import { type Appointment, calendar } from './calendar.rules.js';
import type { PublicBoard, PublicMeeting, PublicPublication } from './public.queries.js';

/** What a board’s calendar holds: its meetings, and for those entitled the days that lead to them. */
export function meetingsCalendar(
  { name, meetings }: PublicBoard,
  origin: string,
  timetables: ReadonlyMap<string, Timetable> = new Map(),
): string {
  return calendar(
    `Meetings of ${name}`,
    meetings.flatMap((meeting) => [
      appointment(meeting, origin),
      ...deadlines(meeting, origin, timetables.get(meeting.id)),
    ]),
  );
}

const namesOf = ({ boards }: PublicMeeting): string => boards.map((board) => board.name).join(' and ');

function appointment(meeting: PublicMeeting, origin: string): Appointment {
  const isCancelled = meeting.status === MeetingStatus.CANCELLED;
  return {
    uid: `${meeting.id}@accord`,
    changedAt: meeting.updatedAt,
    sequence: meeting.version,
    summary: `${isCancelled ? 'Cancelled: ' : ''}${namesOf(meeting)}: ${meeting.title}`,
    ...{ on: meeting.meetsOn, from: meeting.startsAt, until: meeting.endsAt, place: meeting.place },
    description: isCancelled ? meeting.statusReason : null,
    url: `${origin}/public/meetings/${meeting.id}`,
    isCancelled,
  };
}

const DAYS = [
  ['draftReportsBy', 'Draft reports due'],
  ['clearancesBy', 'Reports to be cleared'],
  ['dispatchBy', 'Papers go out'],
  ['questionsBy', 'Last day for questions'],
] as const;

function deadlines(meeting: PublicMeeting, origin: string, timetable: Timetable | undefined): Appointment[] {
  if (!timetable || meeting.status !== MeetingStatus.PLANNED) return [];
  return DAYS.flatMap(([key, words]) => {
    const day = timetable[key];
    if (!day) return [];
    return [
      {
        ...{ uid: `${meeting.id}-${key}@accord`, changedAt: meeting.updatedAt, sequence: meeting.version },
        summary: `${words}: ${namesOf(meeting)}, ${longDay(meeting.meetsOn)}`,
        ...{ on: day.on, from: null, until: null, place: null, description: null, isCancelled: false },
        url: `${origin}/public/meetings/${meeting.id}`,
      },
    ];
  });
}

const MOST_ENTRIES = 50;

/** What was published and recalled for a board’s meetings, latest first, as RFC 4287 writes it. */
export function agendasFeed({ id, name, createdAt, meetings }: PublicBoard, origin: string): string {
  const told = meetings
    .flatMap((meeting) => meeting.publications.map((publication) => ({ meeting, publication })))
    .map((one) => ({ ...one, at: one.publication.recalledAt ?? one.publication.publishedAt ?? createdAt }))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, MOST_ENTRIES);
  const instant = (at: string) => new Date(at).toISOString();
  const entries = told.map(({ meeting, publication, at }) => {
    const href = `${origin}/public/publications/${publication.id}/agenda.html`;
    return `<entry><id>urn:uuid:${publication.id}</id><title>${escaped(entryTitle(publication, meeting))}</title><updated>${instant(at)}</updated><published>${instant(publication.publishedAt ?? at)}</published><link rel="alternate" type="text/html" href="${escaped(href)}"/><summary>${escaped(summaryOf(publication))}</summary></entry>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>urn:uuid:${id}</id><title>${escaped(`Agendas of ${name}`)}</title><updated>${instant(told[0]?.at ?? createdAt)}</updated>
<author><name>${escaped(name)}</name></author>
<link rel="self" href="${escaped(`${origin}/public/boards/${id}/agendas.atom`)}"/><link rel="alternate" type="text/html" href="${escaped(`${origin}/public/boards/${id}`)}"/>
${entries.join('')}</feed>
`;
}

function entryTitle({ kind, status }: PublicPublication, meeting: PublicMeeting): string {
  const what = kind === PublicationKind.SUPPLEMENT ? 'Supplement' : 'Agenda';
  const isGone = status === PublicationStatus.RECALLED;
  return `${isGone ? 'Recalled: ' : ''}${what} for ${longDay(meeting.meetsOn)}`;
}

function summaryOf({ status, recallReason, parts }: PublicPublication): string {
  if (status === PublicationStatus.RECALLED) return recallReason ?? '';
  const items = parts.find(({ part }) => part === PackPart.PUBLIC)?.items ?? [];
  const marked = items.filter(({ mark }) => mark !== null);
  const words = (mark: string | null) => (mark === null ? '' : mark === 'NEW' ? 'New: ' : 'Changed: ');
  return (marked.length > 0 ? marked : items)
    .map(({ number, title, mark }) => `${words(mark)}${number}. ${title}`)
    .join('; ');
}
