import { MeetingStatus } from '../../../../schema/meeting-words.js';
import { html, type Markup, page, when } from '../../../platform/http/markup.js';
import { longDay } from '../pack/days.js';
import { hoursOf } from '../pack/pack-words.js';
import { QUESTIONS, questionsAt, questionsInWords } from '../pack/questions.rules.js';
import { moveInWords, ofBefore } from './moved.js';
import type {
  PublicBoard,
  PublicMeeting,
  PublicMeetingPage,
  PublicPartnership,
  PublicPublication,
} from './public.queries.js';
import {
  dayOf,
  downloadsOf,
  isOut,
  namesOf,
  published,
  sinceEarlier,
  standingOf,
  versions,
} from './public-pieces.js';
import { whoMeets } from './who-meets.js';

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

export function boardPage(
  { id, name, purpose, meetings, publishedPlans }: PublicBoard,
  today: string,
): string {
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
<section><h2 id="forward-plan">Forward plan</h2>
${forwardPlan(publishedPlans)}</section>
<section><h2>Past meetings</h2>
${meetingList(past, false)}</section>
<section><h2>Follow this board</h2>
<ul><li><a href="/public/boards/${id}/meetings.ics">Calendar of its meetings</a> (iCalendar)</li>
<li><a href="/public/boards/${id}/agendas.atom">What is published for them</a> (Atom feed)</li></ul></section>`,
  });
}

/** What stands published first, whatever was published before below it. */
function forwardPlan(plans: readonly PublicPublication[]): Markup {
  const [current, earlier] = standingOf(plans);
  if (plans.length === 0) return html`<p>No forward plan has been published yet.</p>`;
  return html`${current ? html`<p>What the board is to consider, published on ${dayOf(current.publishedAt)}.</p>${downloadsOf(current)}${sinceEarlier(current, earlier)}` : html`<p>No forward plan stands published now.</p>`}
${earlier.length === 0 ? '' : html`<details><summary>Earlier versions</summary>${versions(earlier)}</details>`}`;
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

function standing(meeting: PublicMeeting): Markup | string {
  if (meeting.status === MeetingStatus.CANCELLED) return html` <strong>Cancelled</strong>`;
  const moved = when(moveInWords(meeting), (words) => html` <strong>${words}</strong>`);
  return meeting.publications.some(isOut) ? html`${moved} <span class="mark">Agenda published</span>` : moved;
}

export function meetingPage(meeting: PublicMeetingPage, today: string): string {
  const [board] = meeting.boards;
  const [current, earlier] = standingOf(meeting.publications);
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
${when(meeting.place, (place) => html`<div><dt>Place</dt><dd>${place}</dd></div>`)}
${when(questionsTo(meeting, today), (words) => html`<div><dt>${QUESTIONS}</dt><dd>${words}</dd></div>`)}</dl>
${when(moveInWords(meeting), (words) => html`<p class="notice">${words}</p>`)}
${meeting.status === MeetingStatus.CANCELLED ? html`<p class="notice">This meeting does not take place: ${meeting.statusReason ?? ''}</p>` : ''}
<section><h2>Agenda</h2>
${current ? html`${ofBefore(meeting, current)}${published(current, sinceEarlier(current, earlier))}` : html`<p>The agenda has not been published yet.</p>`}</section>
${inPrivate(current)}
${whoMeets(meeting, current)}
${
  earlier.length === 0
    ? ''
    : html`<section><h2>Earlier versions</h2>
${versions(earlier)}</section>`
}`,
  });
}

/** The further notice of what is considered in private, as it was published. */
function inPrivate(current: PublicPublication | undefined): Markup | string {
  const notices = current?.parts.flatMap(({ privateNotices = [] }) => privateNotices) ?? [];
  if (notices.length === 0) return '';
  return html`<section><h2>Part in private</h2>
${notices.map((words) => html`<p>${words}</p>`)}</section>`;
}

/** How the public may ask, while it still may. */
function questionsTo({ status, meetsOn, boards }: PublicMeetingPage, today: string): string | null {
  const questions = status === MeetingStatus.PLANNED ? questionsAt(meetsOn, boards) : null;
  return questions && questions.by.is >= today ? questionsInWords(questions) : null;
}

export const missingPage = (): string =>
  page({
    title: 'Not found',
    isListed: false,
    main: html`<h1>There is nothing at this address</h1>
<p><a href="/public">Public meetings</a></p>`,
  });
