import { html, type Markup, when } from '../../../platform/http/markup.js';
import type { PublicMeeting, PublicPublication, PublishedBoard } from './public.queries.js';

/** Each board with its members, as far as they were published, and what it needs to decide. */
export function whoMeets(
  { meetingBoards = [] }: PublicMeeting,
  current: PublicPublication | undefined,
): Markup {
  const published = current?.parts.find(({ boards }) => boards?.length)?.boards;
  const boards: PublishedBoard[] =
    published ??
    meetingBoards.map(({ board, quorum }) => ({ name: board.name, members: [], quorum: quorum.inWords }));
  return html`<section><h2>Who meets</h2>
${boards.map(
  ({ name, members, quorum }) => html`<h3>${name}</h3>
${members.length === 0 ? '' : html`<ul>${members.map((member) => html`<li>${member}</li>`)}</ul>`}
${when(quorum, (words) => html`<p>Quorum: ${lower(words)}.</p>`)}`,
)}</section>`;
}

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
