import { MeetingStatus } from '../../../../schema/meeting-words.js';
import { PublicationStatus } from '../../../../schema/publications.js';
import { escaped } from '../../../platform/http/markup.js';
import type { Timetable } from '../../boards/timetable.rules.js';
import { longDay } from '../pack/days.js';
import type { OutlineItem } from '../publication.outlines.js';
import { type Appointment, calendar } from './calendar.rules.js';
import { dayOfPaper, moveInWords } from './moved.js';
import type { BoardMeetings, PublicBoard, PublicMeeting, PublicPublication } from './public.queries.js';
import { addressOf, KIND_WORDS } from './public-pieces.js';

/** What a board’s calendar holds: its meetings, and for those entitled the days that lead to them. */
export function meetingsCalendar(
  { name, meetings }: BoardMeetings,
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
    description: isCancelled ? meeting.statusReason : moveInWords(meeting),
    url: `${origin}/public/meetings/${meeting.id}`,
    isCancelled,
  };
}

const DAYS = [
  ['privateNoticeBy', 'Notice of a part in private due'],
  ['furtherNoticeBy', 'Further notice of a part in private due'],
  ['keyDecisionNoticeBy', 'Notice of key decisions due'],
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

/** The latest of what a board’s meetings and plans have to tell. */
export function latestOf({ name, createdAt, meetings, publishedPlans }: PublicBoard): Told[] {
  const told = [
    ...meetings.flatMap((meeting) => [
      ...meeting.publications.map((one) => publicationTold(one, { meetsOn: dayOfPaper(meeting, one) })),
      ...moveTold(meeting),
    ]),
    ...publishedPlans.map((one) => publicationTold(one, { name })),
  ];
  return told
    .sort((a, b) => Date.parse(b.at ?? createdAt) - Date.parse(a.at ?? createdAt))
    .slice(0, MOST_ENTRIES);
}

/** What was published and recalled for a board’s meetings, latest first, as RFC 4287 writes it. */
export function agendasFeed(
  { id, name, createdAt }: PublicBoard,
  told: readonly Told[],
  items: ReadonlyMap<string, readonly OutlineItem[]>,
  origin: string,
): string {
  const instant = (at: string | null | undefined) => new Date(at ?? createdAt).toISOString();
  const entries = told.map(
    ({ id: entryId, title, at, publishedAt, path, summary }) =>
      `<entry><id>urn:uuid:${entryId}</id><title>${escaped(title)}</title><updated>${instant(at)}</updated><published>${instant(publishedAt ?? at)}</published><link rel="alternate" type="text/html" href="${escaped(`${origin}${path}`)}"/><summary>${escaped(summary ?? titlesOf(items.get(entryId) ?? []))}</summary></entry>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>urn:uuid:${id}</id><title>${escaped(`Agendas of ${name}`)}</title><updated>${instant(told[0]?.at)}</updated>
<author><name>${escaped(name)}</name></author>
<link rel="self" href="${escaped(`${origin}/public/boards/${id}/agendas.atom`)}"/><link rel="alternate" type="text/html" href="${escaped(`${origin}/public/boards/${id}`)}"/>
${entries.join('')}</feed>
`;
}

/** One entry of a feed. */
interface Told {
  id: string;
  title: string;
  at: string | null;
  publishedAt: string | null;
  path: string;
  /** Null of what is told by the titles in it. */
  summary: string | null;
}

const publicationTold = (
  publication: PublicPublication,
  of: Pick<PublicMeeting, 'meetsOn'> | { name: string },
): Told => ({
  id: publication.id,
  title: entryTitle(publication, of),
  at: publication.recalledAt ?? publication.publishedAt,
  publishedAt: publication.publishedAt,
  path: addressOf(publication),
  summary: publication.status === PublicationStatus.RECALLED ? (publication.recallReason ?? '') : null,
});

/** That a meeting was moved is told once, under the meeting’s own id: moved again, it is told anew. */
function moveTold(meeting: PublicMeeting): Told[] {
  const summary = moveInWords(meeting);
  if (summary === null || meeting.moved === null) return [];
  const { id, meetsOn, moved } = meeting;
  const title = `Moved: meeting on ${longDay(meetsOn)}`;
  return [{ id, title, at: moved.movedAt, publishedAt: null, path: `/public/meetings/${id}`, summary }];
}

function entryTitle(
  { kind, status }: PublicPublication,
  of: Pick<PublicMeeting, 'meetsOn'> | { name: string },
): string {
  const isGone = status === PublicationStatus.RECALLED;
  const whose = 'meetsOn' in of ? `for ${longDay(of.meetsOn)}` : `of ${of.name}`;
  return `${isGone ? 'Recalled: ' : ''}${KIND_WORDS[kind]} ${whose}`;
}

function titlesOf(items: readonly Pick<OutlineItem, 'number' | 'title' | 'mark'>[]): string {
  const marked = items.filter(({ mark }) => mark !== null);
  const words = (mark: string | null) => (mark === null ? '' : mark === 'NEW' ? 'New: ' : 'Changed: ');
  return (marked.length > 0 ? marked : items)
    .map(({ number, title, mark }) => `${words(mark)}${number}. ${title}`)
    .join('; ');
}
