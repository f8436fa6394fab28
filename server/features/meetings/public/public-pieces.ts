import { PackFormat, PackPart, PublicationKind, PublicationStatus } from '../../../../schema/publications.js';
import { todayInEngland } from '../../../platform/db/database.js';
import { html, type Markup, when } from '../../../platform/http/markup.js';
import { longDay } from '../pack/days.js';
import { fileNameOf } from '../publication.build.js';
import type { PublicMeeting, PublicPart, PublicPublication } from './public.queries.js';

/** What several of the public pages say of a publication. */

export const dayOf = (instant: string | null): string =>
  longDay(todayInEngland(instant ? new Date(instant) : new Date()));

/** What stands published, the latest, and all that came before or was recalled. */
export function standingOf(
  all: readonly PublicPublication[],
): [PublicPublication | undefined, PublicPublication[]] {
  const current = all.filter(isOut).sort((a, b) => (b.number ?? 0) - (a.number ?? 0))[0];
  return [current, all.filter((one) => one !== current)];
}

export const versions = (all: readonly PublicPublication[]): Markup =>
  html`<ul>${all.map((one) => html`<li>${version(one)}</li>`)}</ul>`;

export const downloadsOf = ({ parts, kind }: PublicPublication): Markup | string => {
  const part = parts.find((one) => one.part === PackPart.PUBLIC);
  return part ? downloads(part, kind) : '';
};

export const namesOf = ({ boards }: PublicMeeting): string => boards.map(({ name }) => name).join(' and ');

export const isOut = ({ status }: PublicPublication): boolean => status === PublicationStatus.PUBLISHED;

/** `since` leads to what changed since those before it. */
export function published(publication: PublicPublication, since: Markup | string): Markup {
  const part = publication.parts.find((one) => one.part === PackPart.PUBLIC);
  const isSupplement = publication.kind === PublicationKind.SUPPLEMENT;
  return html`<p>Published on ${dayOf(publication.publishedAt)}${isSupplement ? '. What is new or changed since the version before is marked.' : '.'}</p>
${since}
${publication.isLate ? when(publication.lateReason, (why) => html`<p class="late">Published later than it was due. The chair’s reason: ${why}</p>`) : ''}
${downloadsOf(publication)}
<ol class="agenda">${(part?.items ?? []).map(
    ({
      number,
      title,
      startsAt,
      mark,
      isReportToFollow,
      forBoards,
    }) => html`<li value="${number}"><a href="${addressOf(publication)}#item-${number}">${title}</a>${when(startsAt, (at) => html` <span class="at">${at}</span>`)}${when(mark, (kind) => html` <strong class="mark">${kind === 'NEW' ? 'New' : 'Changed'}</strong>`)}${when(forBoards, (words) => html` <span class="at">${words}</span>`)}${isReportToFollow ? html` <span class="at">Report to follow</span>` : ''}</li>
`,
  )}</ol>`;
}

const fileWords = (format: PackFormat, kind: PublicationKind): string => {
  if (format === PackFormat.HTML)
    return kind === PublicationKind.FORWARD_PLAN ? 'Read the forward plan' : 'Read the papers';
  return format === PackFormat.PDF ? 'PDF' : 'Word';
};

export const downloads = ({ files, pages }: PublicPart, kind: PublicationKind): Markup =>
  html`<p class="downloads">${files.map(
    ({ format, url }) =>
      html`<a href="${url}">${fileWords(format, kind)}${format === PackFormat.PDF && pages !== null ? `, ${pages} ${pages === 1 ? 'page' : 'pages'}` : ''}</a> `,
  )}</p>`;

export const KIND_WORDS: Readonly<Record<PublicationKind, string>> = {
  [PublicationKind.AGENDA]: 'Agenda',
  [PublicationKind.SUPPLEMENT]: 'Supplement',
  [PublicationKind.FORWARD_PLAN]: 'Forward plan',
};

/** Its page at its own address, which stays. */
export const addressOf = ({ id, kind }: PublicPublication): string =>
  `/public/publications/${id}/${fileNameOf(kind, PackPart.PUBLIC)}.html`;

function version(publication: PublicPublication): Markup {
  const { kind, status, publishedAt, recalledAt, recallReason } = publication;
  const name = KIND_WORDS[kind];
  if (status === PublicationStatus.RECALLED)
    return html`${name}, published on ${dayOf(publishedAt)}, recalled on ${dayOf(recalledAt)}: ${recallReason ?? ''}`;
  return html`<a href="${addressOf(publication)}">${name}, published on ${dayOf(publishedAt)}</a>`;
}

/** Where the pages about publications are: for everybody, or for those who are asked who they are. */
export type Base = '/public/publications' | '/publications';

/** “version 2 of Friday 5 July 2030”. */
export const versionWords = ({
  number,
  publishedAt,
}: Pick<PublicPublication, 'number' | 'publishedAt'>): string => `version ${number} of ${dayOf(publishedAt)}`;

/** For whoever read one of those before: what is other now. */
export function sinceEarlier(
  current: PublicPublication,
  all: readonly PublicPublication[],
  base: Base = '/public/publications',
): Markup | string {
  const standing = all
    .filter((one) => isOut(one) && one !== current && (one.number ?? 0) < (current.number ?? Infinity))
    .sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
  if (standing.length === 0) return '';
  return html`<ul>${standing.map(
    (one) =>
      html`<li><a href="${base}/${current.id}/since/${one.id}">What changed since ${versionWords(one)}</a></li>`,
  )}</ul>`;
}
