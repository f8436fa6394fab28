import { PackPart } from '../../../../schema/publications.js';
import { html, type Markup, page, when } from '../../../platform/http/markup.js';
import type { PackBlock, PackDocument, PackItem, PackRun } from './pack-document.js';
import { aboutOf, factsOf, groupsOf, headingOf, lateOf, noticesOf, titleOf } from './pack-words.js';

/** Where the pack stands, as seen from its own address. */
export interface PackPlace {
  meetingId: string;
  /** What the files beside it are called, without their endings. */
  fileName: string;
}

export function packHtml(pack: PackDocument, { meetingId, fileName }: PackPlace): string {
  const title = titleOf(pack);
  return page({
    title,
    trail: [
      { words: 'Meetings', href: '/public' },
      { words: pack.meetingTitle, href: `/public/meetings/${meetingId}` },
    ],
    isListed: pack.part === PackPart.PUBLIC,
    main: html`<h1>${title}</h1>
<p class="from">${pack.partnership}</p>
<dl class="facts">${factsOf(pack).map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${noticesOf(pack).map((notice) => html`<p class="notice">${notice}</p>`)}
<p class="downloads"><a href="${fileName}.pdf">PDF</a> <a href="${fileName}.docx">Word</a></p>
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>
<ul class="contents">${pack.items.map((item) => html`<li><a href="#item-${item.number}">${headingOf(item)}</a>${when(item.startsAt, (at) => html` <span class="at">${at}</span>`)}</li>`)}</ul></nav>
${groupsOf(pack).map(
  ({ heading, notice, items }) => html`<section><h2>${heading}</h2>
${when(notice, (words) => html`<p>${words}</p>`)}${items.map(itemHtml)}</section>
`,
)}`,
  });
}

const itemHtml = (
  item: PackItem,
): Markup => html`<article id="item-${item.number}"><h3>${headingOf(item)}</h3>
${when(aboutOf(item), (words) => html`<p class="about">${words}</p>`)}${when(lateOf(item), (words) => html`<p class="late">${words}</p>`)}${when(item.summary, (words) => html`<p>${words}</p>`)}
${item.report.map(blockHtml)}</article>
`;

const HEADINGS = [
  (words: string) => html`<h4>${words}</h4>`,
  (words: string) => html`<h5>${words}</h5>`,
  (words: string) => html`<h6>${words}</h6>`,
];

function blockHtml(block: PackBlock): Markup {
  switch (block.kind) {
    case 'HEADING':
      return HEADINGS[block.level - 1]?.(block.text) ?? html``;
    case 'PARAGRAPH':
      return html`<p>${block.runs.map(runHtml)}</p>
`;
    case 'LIST': {
      const items = block.items.map((runs) => html`<li>${runs.map(runHtml)}</li>`);
      return block.isOrdered
        ? html`<ol>${items}</ol>
`
        : html`<ul>${items}</ul>
`;
    }
    case 'TABLE':
      return html`<div class="wide" role="region" aria-label="${block.caption}" tabindex="0"><table><caption>${block.caption}</caption>
<thead><tr>${block.headings.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>
`;
  }
}

function runHtml({ text, isBold, isItalic, href }: PackRun): Markup {
  let run = html`${text}`;
  if (isItalic) run = html`<em>${run}</em>`;
  if (isBold) run = html`<strong>${run}</strong>`;
  return href && isWeb(href) ? html`<a href="${href}" rel="noreferrer">${run}</a>` : run;
}

/** Nothing but an address of the web: what runs when it is followed leads nowhere. */
export const isWeb = (href: string): boolean =>
  /^https?:\/\/[^\s]+$/i.test(href) || /^mailto:[^\s]+$/i.test(href);
