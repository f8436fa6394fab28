import { PackChange, PackFormat, PackPart, PublicationStatus } from '../../../../schema/publications.js';
import { html, type Markup, page } from '../../../platform/http/markup.js';
import { longDay } from '../pack/days.js';
import { dayOfPaper } from './moved.js';
import type {
  PublicChanges,
  PublicPaper,
  PublicPaperChanges,
  PublicPublication,
  PublicVersions,
} from './public.queries.js';
import {
  type Base,
  dayOf,
  downloads,
  isOut,
  KIND_WORDS,
  namesOf,
  sinceEarlier,
  standingOf,
  versions,
  versionWords,
} from './public-pieces.js';

/** Pages about what was published: beside its files, which never change, they say what became of it since. */

const aboveOf = ({ meeting, board }: PublicPaper) =>
  meeting
    ? { words: meeting.title, href: `/public/meetings/${meeting.id}` }
    : board && { words: board.name, href: `/public/boards/${board.id}` };

const trailOf = (publication: PublicPaper) => {
  const above = aboveOf(publication);
  return [{ words: 'Public meetings', href: '/public' }, ...(above ? [above] : [])];
};

/** “ of Joint Board for Friday 19 July 2030”. */
const whoseOf = (publication: PublicPaper): string => {
  const { meeting, board } = publication;
  if (meeting) return ` of ${namesOf(meeting)} for ${longDay(dayOfPaper(meeting, publication))}`;
  return board ? ` of ${board.name}` : '';
};

const versionsOf = ({ meeting, board }: PublicVersions): PublicPublication[] =>
  (meeting ? meeting.publications : board?.publishedPlans) ?? [];

const PART_WORDS: Readonly<Record<PackPart, string>> = {
  [PackPart.PUBLIC]: 'For everybody',
  [PackPart.FULL]: 'For those with a seat',
};

/** One publication: which version it is, whether another has taken its place, and what changed since those before. */
export function publicationPage(publication: PublicVersions, base: Base): string {
  const all = versionsOf(publication);
  const others = all.filter(({ id }) => id !== publication.id);
  const since = sinceEarlier(publication, others, base);
  const { kind, parts } = publication;
  return page({
    title: `${KIND_WORDS[kind]}${whoseOf(publication)}`,
    isListed: base === '/public/publications',
    trail: trailOf(publication),
    main: html`<h1>${KIND_WORDS[kind]}${whoseOf(publication)}</h1>
<p>${isOut(publication) ? `Version ${publication.number}, published on ${dayOf(publication.publishedAt)}.` : 'Not published yet.'}</p>
${replaced(publication, all, base)}
${parts.map((part) => html`${parts.length > 1 ? html`<h2>${PART_WORDS[part.part]}</h2>` : ''}${downloads(part, kind)}`)}
${
  since === ''
    ? ''
    : html`<section><h2>What changed</h2>
${since}</section>`
}
${
  others.some(isKnown)
    ? html`<section><h2>Other versions</h2>
${versions(others.filter(isKnown))}</section>`
    : ''
}`,
  });
}

/** What waits is nobody’s to list here. */
const isKnown = (one: PublicPublication): boolean => isOut(one) || one.status === PublicationStatus.RECALLED;

/** To whoever holds an older version: which one took its place, and what is other in it. */
function replaced(
  publication: PublicPublication,
  all: readonly PublicPublication[],
  base: Base,
): Markup | string {
  const [current] = standingOf(all);
  if (!isOut(publication) || !current || current.id === publication.id) return '';
  return html`<p class="notice">Replaced by <a href="${base}/${current.id}">${versionWords(current)}</a>. <a href="${base}/${current.id}/since/${publication.id}">What changed since this version</a></p>`;
}

/** What is other in a publication than in an earlier one; null where the two do not belong together. */
export function changesPage(publication: PublicPaperChanges, sinceId: string, base: Base): string | null {
  const told = publication.parts.flatMap(({ part, files, changesSince }) => {
    const changes = changesSince.find(({ since }) => since?.id === sinceId);
    return changes
      ? [{ part, changes, href: files.find(({ format }) => format === PackFormat.HTML)?.url }]
      : [];
  });
  const since = told[0]?.changes.since;
  if (!since) return null;
  const title = `What changed since ${versionWords(since)}`;
  const name = `${KIND_WORDS[publication.kind]}${whoseOf(publication)}`;
  return page({
    title,
    isListed: base === '/public/publications',
    trail: [...trailOf(publication), { words: name, href: `${base}/${publication.id}` }],
    main: html`<h1>${title}</h1>
<p>${name}: ${isOut(publication) ? `version ${publication.number}, published on ${dayOf(publication.publishedAt)}` : 'not published yet'}.</p>
${replaced(publication, versionsOf(publication), base)}
${told.map(
  ({ part, changes, href }) =>
    html`${told.length > 1 ? html`<h2>${PART_WORDS[part]}</h2>` : ''}${changesOf(changes, href, told.length > 1)}`,
)}`,
  });
}

const CHANGE_WORDS = [
  [PackChange.NEW, 'New'],
  [PackChange.CHANGED, 'Changed'],
  [PackChange.GONE, 'Taken off'],
] as const;

function changesOf({ facts, items }: PublicChanges, href: string | undefined, isBelow: boolean): Markup {
  if (facts.length + items.length === 0) return html`<p>Nothing changed.</p>`;
  const section = isBelow ? subsection : topSection;
  const ofKind = (kind: PackChange) => items.filter((item) => item.kind === kind);
  return html`${facts.length > 0 ? section('The meeting', facts) : ''}
${CHANGE_WORDS.flatMap(([kind, words]) =>
  ofKind(kind).length > 0
    ? [
        section(
          words,
          ofKind(kind).map((item) => itemOf(item, href)),
        ),
      ]
    : [],
)}`;
}

type Lines = readonly (Markup | string)[];

const listOf = (lines: Lines): Markup =>
  html`<ul>${lines.map(
    (line) => html`<li>${line}</li>
`,
  )}</ul>`;

const topSection = (heading: string, lines: Lines): Markup => html`<section><h2>${heading}</h2>
${listOf(lines)}</section>
`;

/** Where a part has a heading of its own. */
const subsection = (heading: string, lines: Lines): Markup => html`<section><h3>${heading}</h3>
${listOf(lines)}</section>
`;

/** What was taken off is told by the number it had. */
function itemOf(
  { kind, number, title, words }: PublicChanges['items'][number],
  href: string | undefined,
): Markup {
  if (kind === PackChange.GONE) return html`${title} (it was item ${number})`;
  const name = html`Item ${number}: ${href ? html`<a href="${href}#item-${number}">${title}</a>` : title}`;
  return words.length === 0 ? name : html`${name}<ul>${words.map((one) => html`<li>${one}</li>`)}</ul>`;
}

/** What the address of a publication says once it was recalled. */
export function recalledPage(publication: PublicPaper): string {
  const { kind, publishedAt, recalledAt, recallReason } = publication;
  const above = aboveOf(publication);
  return page({
    title: 'Recalled',
    isListed: false,
    trail: trailOf(publication),
    main: html`<h1>This was recalled</h1>
<p>Here stood the ${KIND_WORDS[kind].toLowerCase()}${whoseOf(publication)}, published on ${dayOf(publishedAt)}.</p>
<p>It was recalled on ${dayOf(recalledAt)}: ${recallReason ?? ''}</p>
${above ? html`<p><a href="${above.href}">What stands published now</a></p>` : ''}`,
  });
}
