import { strToU8, type Zippable, zipSync } from 'fflate';
import { escaped } from '../../../platform/http/markup.js';
import { documentXml, FIXED_PARTS, footerXml, propertiesXml, relationsXml } from './docx-files.js';
import { type Medium, mediaOf, pictureXml } from './docx-images.js';
import { bookmark, field, heading, type Look, paragraph, run, tableOf } from './docx-parts.js';
import { attachmentAddress, type Beside, isWeb, type PackPlace } from './pack-addresses.js';
import type { PackBlock, PackDocument, PackImage, PackItem, PackRun } from './pack-document.js';
import {
  aboutOf,
  asAtOf,
  attachmentWords,
  factsOf,
  groupsOf,
  headingOf,
  imageWords,
  isForwardPlan,
  lateOf,
  lineFacts,
  noticesOf,
  reportFactsOf,
  TO_FOLLOW,
  titleOf,
} from './pack-words.js';

/** What the document points to, each under the name it has in the file. */
interface Writing {
  links: Map<string, string>;
  media: Map<string, Medium>;
  /** How many images were drawn: each drawing has a number of its own. */
  drawn: number;
  place: PackPlace;
}

/** Of all entries of the archive: when it was made says nothing. */
const MADE = new Date(2000, 0, 1);

/** The pack as a Word document: real headings, lists and tables, contents that Word fills in with pages. */
export function packDocx(pack: PackDocument, { place, madeAt, files: given }: Beside): Buffer {
  const writing: Writing = { links: new Map(), media: mediaOf(given), drawn: 0, place };
  const title = titleOf(pack);
  const parts = [
    heading('Title', title),
    paragraph(run(pack.partnership)),
    ...factsOf(pack).map(factXml),
    ...noticesOf(pack).map((notice) => paragraph(run(notice))),
    heading('Heading1', 'Contents'),
    ...pack.items.map((item) => contentsLine(item)),
    ...groupsOf(pack).flatMap(({ heading: words, notices, items }, g) => [
      heading('Heading1', words, { isNewPage: g === 0 || !isForwardPlan(pack) }),
      ...notices.map((notice) => paragraph(run(notice))),
      ...items.flatMap((item) => itemXml(item, writing)),
    ]),
  ];
  const used = [...writing.media.values()].filter(({ isUsed }) => isUsed);
  const texts: Record<string, string> = {
    ...FIXED_PARTS,
    'docProps/core.xml': propertiesXml(title, pack.partnership, madeAt),
    'word/footer1.xml': footerXml(title),
    'word/_rels/document.xml.rels': relationsXml(writing.links, used),
    'word/document.xml': documentXml(parts.join('')),
  };
  const zipped: Zippable = Object.fromEntries(
    [
      ...Object.entries(texts).map(([name, text]) => [name, strToU8(text)] as const),
      ...used.map(({ name, bytes }) => [`word/media/${name}`, bytes] as const),
    ].map(([name, bytes]) => [name, [bytes, { mtime: MADE }]]),
  );
  return Buffer.from(zipSync(zipped));
}

const factXml = ({ label, value }: { label: string; value: string }): string =>
  paragraph(run(`${label}: `, { isBold: true }) + run(value));

const nameOf = ({ number }: PackItem): string => `item_${number}`;

const contentsLine = (item: PackItem): string =>
  paragraph(
    `<w:hyperlink w:anchor="${nameOf(item)}" w:history="1">${run(headingOf(item))}</w:hyperlink>${run('\t')}${run(item.startsAt ?? '')}${run('\t')}${field(`PAGEREF ${nameOf(item)} \\h`)}`,
    { style: 'TOC1' },
  );

function itemXml(item: PackItem, writing: Writing): string[] {
  const about = aboutOf(item);
  const late = lateOf(item);
  return [
    heading('Heading2', headingOf(item), { bookmark: bookmark(item.number, nameOf(item)) }),
    ...(about ? [paragraph(run(about), { style: 'About' })] : []),
    ...(late ? [paragraph(run(late, { isItalic: true }))] : []),
    ...(item.summary ? [paragraph(run(item.summary))] : []),
    ...lineFacts(item).map(factXml),
    ...item.reports.flatMap((report) => [
      ...reportFactsOf(report, item).map(({ label, value }) =>
        paragraph(run(`${label}: ${value}`), { style: 'About' }),
      ),
      ...report.blocks.flatMap((block) => blockXml(block, writing)),
    ]),
    ...(item.isReportToFollow ? [paragraph(run(TO_FOLLOW, { isItalic: true }))] : []),
    ...attachmentsXml(item, writing),
  ];
}

function attachmentsXml({ attachments }: PackItem, writing: Writing): string[] {
  if (attachments.length === 0) return [];
  const lines = attachments.map((one) =>
    paragraph(
      run('•\t') +
        runXml({ text: one.title, href: attachmentAddress(writing.place, one) }, writing) +
        run(` (${attachmentWords(one)})`),
      { style: 'ListParagraph' },
    ),
  );
  return [heading('Heading3', 'Attachments'), ...lines];
}

const runsXml = (runs: readonly PackRun[], writing: Writing, look: Look = {}): string =>
  runs.map((one) => runXml({ ...one, ...look }, writing)).join('');

/** `depth` is how many lists it stands in. */
function blockXml(block: PackBlock, writing: Writing, depth = 0): string[] {
  switch (block.kind) {
    case 'HEADING':
      return [
        heading(`Heading${block.level + 2}`, block.text),
        ...(block.asAt ? [paragraph(run(asAtOf(block.asAt)), { style: 'About' })] : []),
      ];
    case 'PARAGRAPH':
      return [paragraph(runsXml(block.runs, writing), depth > 0 ? { more: inset(depth) } : {})];
    case 'TABLE':
      return [
        ...(block.caption ? [paragraph(run(block.caption), { style: 'Caption' })] : []),
        tableOf(
          block.headings.map((runs) => runsXml(runs, writing, { isBold: true })),
          block.rows.map((row) =>
            row.map(({ runs, isHeading }) => runsXml(runs, writing, isHeading ? { isBold: true } : {})),
          ),
        ),
        paragraph(''),
      ];
    case 'IMAGE':
      return [paragraph(imageXml(block, writing))];
    // Word shows lines only beside a picture of dots for those who cannot show them, and we make no dots. The table
    // below says the same, and can be worked with.
    case 'DIAGRAM':
      return [];
    case 'LIST':
      return block.items.flatMap((item, i) =>
        listItemXml(item, block.isOrdered ? `${i + 1}.` : '•', writing, depth + 1),
      );
  }
}

const inset = (depth: number, hanging = 0): string =>
  `<w:ind w:left="${depth * 400}"${hanging ? ` w:hanging="${hanging}"` : ''}/>`;

/** Word counts on from list to list: the numbers are written, so that each begins anew. */
function listItemXml(item: readonly PackBlock[], sign: string, writing: Writing, depth: number): string[] {
  const [first, ...others] = item;
  const isText = first?.kind === 'PARAGRAPH';
  const begun = paragraph(run(`${sign}\t`) + (isText ? runsXml(first.runs, writing) : ''), {
    style: 'ListParagraph',
    more: depth > 1 ? inset(depth, 400) : '',
  });
  return [begun, ...(isText ? others : item).flatMap((block) => blockXml(block, writing, depth))];
}

function imageXml({ alt, sha256, width, height }: PackImage, writing: Writing): string {
  const medium = writing.media.get(sha256);
  if (!medium) return run(imageWords(alt));
  medium.isUsed = true;
  writing.drawn += 1;
  return pictureXml(medium, { alt, width, height, number: writing.drawn });
}

function runXml({ text, href, ...look }: PackRun, { links }: Writing): string {
  if (!href || !isWeb(href)) return run(text, look);
  const name = links.get(href) ?? `link${links.size + 1}`;
  links.set(href, name);
  return `<w:hyperlink r:id="${escaped(name)}" w:history="1">${run(text, { ...look, isLink: true })}</w:hyperlink>`;
}
