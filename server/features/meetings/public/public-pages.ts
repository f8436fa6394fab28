import { MeetingStatus } from '../../../../schema/meeting-words.js';
import { PackFormat, PackPart, PublicationKind, PublicationStatus } from '../../../../schema/publications.js';
import { todayInEngland } from '../../../platform/db/database.js';
import { html, type Markup, page, when } from '../../../platform/http/markup.js';
import { hoursOf, longDay } from '../pack/pack-words.js';
import type {
  PublicBoard,
  PublicMeeting,
  PublicPart,
  PublicPartnership,
  PublicPublication,
} from './public.queries.js';

const dayOf = (instant: string | null): string =>
  longDay(todayInEngland(instant ? new Date(instant) : new Date()));

export function partnershipsPage(
  partnerships: readonly (PublicPartnership & { coming: PublicMeeting[] })[],
): string {
  return page({
    title: 'Public meetings',
    main: html`<h1>Public meetings</h1>
${partnerships.length === 0 ? html`<p>No partnership meets here yet.</p>` : ''}
${partnerships.map(
  ({ name, boards, coming }) => html`<section><h2>${name}</h2>
<h3>Boards</h3>
${boards.length === 0 ? html`<p>No boards yet.</p>` : html`<ul>${boards.map((board) => html`<li><a href="/public/boards/${board.id}">${board.name}</a></li>`)}</ul>`}
<h3>Coming meetings</h3>
${meetingList(coming, true)}</section>
`,
)}`,
  });
}

export function boardPage({ id, name, purpose, meetings }: PublicBoard, today: string): string {
  const coming = meetings.filter(({ meetsOn }) => meetsOn >= today);
  const past = meetings.filter(({ meetsOn }) => meetsOn < today).reverse();
  return page({
    title: name,
    trail: [{ words: 'Public meetings', href: '/public' }],
    feeds: [
      { type: 'text/calendar', title: `Meetings of ${name}`, href: `/public/boards/${id}/meetings.ics` },
      {
        type: 'application/atom+xml',
        title: `Agendas of ${name}`,
        href: `/public/boards/${id}/agendas.atom`,
      },
    ],
    main: html`<h1>${name}</h1>
${when(purpose, (words) => html`<p>${words}</p>`)}
<section><h2>Coming meetings</h2>
${meetingList(coming, false)}</section>
<section><h2>Past meetings</h2>
${meetingList(past, false)}</section>
<section><h2>Follow this board</h2>
<ul><li><a href="/public/boards/${id}/meetings.ics">Calendar of its meetings</a> (iCalendar)</li>
<li><a href="/public/boards/${id}/agendas.atom">What is published for them</a> (Atom feed)</li></ul></section>`,
  });
}

function meetingList(meetings: readonly PublicMeeting[], isOfSeveral: boolean): Markup {
  if (meetings.length === 0) return html`<p>None.</p>`;
  return html`<ul class="meetings">${meetings.map(
    (
      meeting,
    ) => html`<li><a href="/public/meetings/${meeting.id}">${longDay(meeting.meetsOn)}, ${meeting.startsAt}</a>
<span>${isOfSeveral || meeting.boards.length > 1 ? `${namesOf(meeting)}: ` : ''}${meeting.title}</span>${standing(meeting)}</li>
`,
  )}</ul>`;
}

const namesOf = ({ boards }: PublicMeeting): string => boards.map(({ name }) => name).join(' and ');

function standing({ status, publications }: PublicMeeting): Markup | string {
  if (status === MeetingStatus.CANCELLED) return html` <strong>Cancelled</strong>`;
  return publications.some(isOut) ? html` <span class="mark">Agenda published</span>` : '';
}

const isOut = ({ status }: PublicPublication): boolean => status === PublicationStatus.PUBLISHED;

export function meetingPage(meeting: PublicMeeting): string {
  const [board] = meeting.boards;
  const current = meeting.publications.filter(isOut).sort((a, b) => (b.number ?? 0) - (a.number ?? 0))[0];
  const earlier = meeting.publications.filter((one) => one !== current);
  return page({
    title: `${namesOf(meeting)}, ${longDay(meeting.meetsOn)}`,
    trail: [
      { words: 'Public meetings', href: '/public' },
      ...meeting.boards.map(({ id, name }) => ({ words: name, href: `/public/boards/${id}` })),
    ],
    ...(board && {
      feeds: [
        {
          type: 'application/atom+xml',
          title: `Agendas of ${board.name}`,
          href: `/public/boards/${board.id}/agendas.atom`,
        },
      ],
    }),
    main: html`<h1>${namesOf(meeting)}</h1>
<dl class="facts"><div><dt>Meeting</dt><dd>${meeting.title}</dd></div>
<div><dt>Day</dt><dd>${longDay(meeting.meetsOn)}</dd></div>
<div><dt>Time</dt><dd>${hoursOf(meeting)}</dd></div>
${when(meeting.place, (place) => html`<div><dt>Place</dt><dd>${place}</dd></div>`)}</dl>
${meeting.status === MeetingStatus.CANCELLED ? html`<p class="notice">This meeting does not take place: ${meeting.statusReason ?? ''}</p>` : ''}
<section><h2>Agenda</h2>
${current ? published(current) : html`<p>The agenda has not been published yet.</p>`}</section>
${
  earlier.length === 0
    ? ''
    : html`<section><h2>Earlier versions</h2>
<ul>${earlier.map((one) => html`<li>${version(one)}</li>`)}</ul></section>`
}`,
  });
}

function published(publication: PublicPublication): Markup {
  const part = publication.parts.find((one) => one.part === PackPart.PUBLIC);
  const isSupplement = publication.kind === PublicationKind.SUPPLEMENT;
  return html`<p>Published on ${dayOf(publication.publishedAt)}${isSupplement ? '. What is new or changed since the version before is marked.' : '.'}</p>
${publication.isLate ? when(publication.lateReason, (why) => html`<p class="late">Published later than it was due. The chair’s reason: ${why}</p>`) : ''}
${part ? downloads(part) : ''}
<ol class="agenda">${(part?.items ?? []).map(
    ({
      number,
      title,
      startsAt,
      mark,
    }) => html`<li value="${number}"><a href="/public/publications/${publication.id}/agenda.html#item-${number}">${title}</a>${when(startsAt, (at) => html` <span class="at">${at}</span>`)}${when(mark, (kind) => html` <strong class="mark">${kind === 'NEW' ? 'New' : 'Changed'}</strong>`)}</li>
`,
  )}</ol>`;
}

const FILE_WORDS: Readonly<Record<PackFormat, string>> = {
  HTML: 'Read the papers',
  PDF: 'PDF',
  WORD: 'Word',
};

const downloads = ({ files, pages }: PublicPart): Markup =>
  html`<p class="downloads">${files.map(
    ({ format, url }) =>
      html`<a href="${url}">${FILE_WORDS[format]}${format === PackFormat.PDF && pages !== null ? `, ${pages} ${pages === 1 ? 'page' : 'pages'}` : ''}</a> `,
  )}</p>`;

function version({ id, kind, status, publishedAt, recalledAt, recallReason }: PublicPublication): Markup {
  const name = kind === PublicationKind.SUPPLEMENT ? 'Supplement' : 'Agenda';
  if (status === PublicationStatus.RECALLED)
    return html`${name}, published on ${dayOf(publishedAt)}, recalled on ${dayOf(recalledAt)}: ${recallReason ?? ''}`;
  return html`<a href="/public/publications/${id}/agenda.html">${name}, published on ${dayOf(publishedAt)}</a>`;
}

/** What the address of a publication says once it was recalled. */
export function recalledPage(publication: PublicPublication, meeting: PublicMeeting | null): string {
  return page({
    title: 'Recalled',
    isListed: false,
    trail: [
      { words: 'Public meetings', href: '/public' },
      ...(meeting ? [{ words: meeting.title, href: `/public/meetings/${meeting.id}` }] : []),
    ],
    main: html`<h1>This was recalled</h1>
<p>Here stood the ${publication.kind === PublicationKind.SUPPLEMENT ? 'supplement' : 'agenda'}${meeting ? ` of ${namesOf(meeting)} for ${longDay(meeting.meetsOn)}` : ''}, published on ${dayOf(publication.publishedAt)}.</p>
<p>It was recalled on ${dayOf(publication.recalledAt)}: ${publication.recallReason ?? ''}</p>
${meeting ? html`<p><a href="/public/meetings/${meeting.id}">What stands published for the meeting</a></p>` : ''}`,
  });
}

export const missingPage = (): string =>
  page({
    title: 'Not found',
    isListed: false,
    main: html`<h1>There is nothing at this address</h1>
<p><a href="/public">Public meetings</a></p>`,
  });
