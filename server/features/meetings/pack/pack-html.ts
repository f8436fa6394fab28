import { PackPart } from '../../../../schema/publications.js';
import { html, type Markup, page, when } from '../../../platform/http/markup.js';
import { diagramHtml } from './diagram-html.js';
import { attachmentPath, imagePath, isWeb, type PackPlace, versionsPath } from './pack-addresses.js';
import type { PackBlock, PackCell, PackDocument, PackItem, PackReport, PackRun } from './pack-document.js';
import {
  aboutOf,
  asAtOf,
  attachmentWords,
  boardsOf,
  factsOf,
  groupsOf,
  headingOf,
  isForwardPlan,
  lateOf,
  lineFacts,
  noticesOf,
  reportFactsOf,
  TO_FOLLOW,
  titleOf,
} from './pack-words.js';

export function packHtml(pack: PackDocument, place: PackPlace): string {
  const { home, fileName } = place;
  const title = titleOf(pack);
  return page({
    title,
    trail: [
      { words: 'Meetings', href: '/public' },
      { words: isForwardPlan(pack) ? boardsOf(pack) : pack.meetingTitle, href: home },
    ],
    isListed: pack.part === PackPart.PUBLIC,
    main: html`<h1>${title}</h1>
<p class="from">${pack.partnership}</p>
${factsHtml(factsOf(pack))}
${noticesOf(pack).map((notice) => html`<p class="notice">${notice}</p>`)}
<p class="downloads"><a href="${fileName}.pdf">PDF</a> <a href="${fileName}.docx">Word</a> <a href="${versionsPath(place)}">Versions and what changed</a></p>
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>
<ul class="contents">${pack.items.map((item) => html`<li><a href="#item-${item.number}">${headingOf(item)}</a>${when(item.startsAt, (at) => html` <span class="at">${at}</span>`)}</li>`)}</ul></nav>
${groupsOf(pack).map(
  ({ heading, notices, items }) => html`<section><h2>${heading}</h2>
${notices.map((words) => html`<p>${words}</p>`)}${items.map((item) => itemHtml(item, place))}</section>
`,
)}`,
  });
}

const factsHtml = (facts: readonly { label: string; value: string }[]): Markup =>
  facts.length === 0
    ? html``
    : html`<dl class="facts">${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;

const itemHtml = (
  item: PackItem,
  place: PackPlace,
): Markup => html`<article id="item-${item.number}"><h3>${headingOf(item)}</h3>
${when(aboutOf(item), (words) => html`<p class="about">${words}</p>`)}${when(lateOf(item), (words) => html`<p class="late">${words}</p>`)}${when(item.summary, (words) => html`<p>${words}</p>`)}${factsHtml(lineFacts(item))}
${item.reports.map((report) => reportHtml(report, item, place))}${item.isReportToFollow ? html`<p class="notice">${TO_FOLLOW}</p>` : ''}${attachmentsHtml(item, place)}</article>
`;

const reportHtml = (report: PackReport, item: PackItem, place: PackPlace): Markup =>
  html`<section class="report">${factsHtml(reportFactsOf(report, item))}
${report.blocks.map((block) => blockHtml(block, place))}</section>
`;

const attachmentsHtml = ({ attachments }: PackItem, place: PackPlace): Markup | string =>
  attachments.length === 0
    ? ''
    : html`<section class="attachments"><h4>Attachments</h4>
<ul>${attachments.map((one) => html`<li><a href="${attachmentPath(place, one)}">${one.title}</a> (${attachmentWords(one)})</li>`)}</ul></section>
`;

const HEADINGS = [
  (words: string) => html`<h4>${words}</h4>`,
  (words: string) => html`<h5>${words}</h5>`,
  (words: string) => html`<h6>${words}</h6>`,
];

function blockHtml(block: PackBlock, place: PackPlace): Markup {
  switch (block.kind) {
    case 'HEADING':
      return html`${HEADINGS[block.level - 1]?.(block.text) ?? ''}${when(block.asAt, (at) => html`<p class="about">${asAtOf(at)}</p>`)}`;
    case 'PARAGRAPH':
      return html`<p>${block.runs.map(runHtml)}</p>
`;
    case 'LIST': {
      const items = block.items.map((blocks) => html`<li>${itemBlocks(blocks, place)}</li>`);
      return block.isOrdered
        ? html`<ol>${items}</ol>
`
        : html`<ul>${items}</ul>
`;
    }
    case 'TABLE':
      return tableHtml(block);
    case 'IMAGE':
      return html`<figure><img src="${imagePath(place, block)}" alt="${block.alt}" width="${block.width}" height="${block.height}"></figure>
`;
    case 'DIAGRAM':
      return diagramHtml(block);
  }
}

/** What is one paragraph alone needs no space of a paragraph around it. */
const itemBlocks = (blocks: readonly PackBlock[], place: PackPlace): Markup[] =>
  blocks.map((block) =>
    block.kind === 'PARAGRAPH' && blocks.length === 1
      ? html`${block.runs.map(runHtml)}`
      : blockHtml(block, place),
  );

function tableHtml({ caption, headings, rows }: Extract<PackBlock, { kind: 'TABLE' }>): Markup {
  const name = caption ?? 'Table';
  const head = headings.map((runs) => html`<th scope="col">${runs.map(runHtml)}</th>`);
  return html`<div class="wide" role="group" aria-label="${name}" tabindex="0"><table>${when(caption, (words) => html`<caption>${words}</caption>`)}
${head.length > 0 ? html`<thead><tr>${head}</tr></thead>` : ''}
<tbody>${rows.map((row) => html`<tr>${row.map(cellHtml)}</tr>`)}</tbody></table></div>
`;
}

const cellHtml = ({ isHeading, runs }: PackCell): Markup =>
  isHeading ? html`<th scope="row">${runs.map(runHtml)}</th>` : html`<td>${runs.map(runHtml)}</td>`;

function runHtml({ text, isBold, isItalic, href }: PackRun): Markup {
  // A line that ends in a cell ends there on the page too.
  let run = html`${text.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`))}`;
  if (isItalic) run = html`<em>${run}</em>`;
  if (isBold) run = html`<strong>${run}</strong>`;
  return href && isWeb(href) ? html`<a href="${href}" rel="noreferrer">${run}</a>` : run;
}
