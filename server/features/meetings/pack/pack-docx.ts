import { strToU8, type Zippable, zipSync } from 'fflate';
import { escaped } from '../../../platform/http/markup.js';
import { documentXml, FIXED_PARTS, footerXml, propertiesXml, relationsXml } from './docx-files.js';
import { bookmark, field, heading, paragraph, run, tableOf } from './docx-parts.js';
import type { PackBlock, PackDocument, PackItem, PackRun } from './pack-document.js';
import { isWeb } from './pack-html.js';
import { aboutOf, factsOf, groupsOf, headingOf, lateOf, noticesOf, titleOf } from './pack-words.js';

/** Addresses that the text leads to, each under the name it has in the file. */
type Links = Map<string, string>;

/** Of all entries of the archive: when it was made says nothing. */
const MADE = new Date(2000, 0, 1);

/** The pack as a Word document: real headings, lists and tables, contents that Word fills in with pages. */
export function packDocx(pack: PackDocument, madeAt: string): Buffer {
  const links: Links = new Map();
  const title = titleOf(pack);
  const parts = [
    heading('Title', title),
    paragraph(run(pack.partnership)),
    ...factsOf(pack).map(({ label, value }) => paragraph(run(`${label}: `, { isBold: true }) + run(value))),
    ...noticesOf(pack).map((notice) => paragraph(run(notice))),
    heading('Heading1', 'Contents'),
    ...pack.items.map((item) => contentsLine(item)),
    ...groupsOf(pack).flatMap(({ heading: words, notice, items }) => [
      heading('Heading1', words, { isNewPage: true }),
      ...(notice ? [paragraph(run(notice))] : []),
      ...items.flatMap((item) => itemXml(item, links)),
    ]),
  ];
  const files: Record<string, string> = {
    ...FIXED_PARTS,
    'docProps/core.xml': propertiesXml(title, pack.partnership, madeAt),
    'word/footer1.xml': footerXml(title),
    'word/_rels/document.xml.rels': relationsXml(links),
    'word/document.xml': documentXml(parts.join('')),
  };
  const zipped: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: MADE }]]),
  );
  return Buffer.from(zipSync(zipped));
}

const nameOf = ({ number }: PackItem): string => `item_${number}`;

const contentsLine = (item: PackItem): string =>
  paragraph(
    `<w:hyperlink w:anchor="${nameOf(item)}" w:history="1">${run(headingOf(item))}</w:hyperlink>${run('\t')}${run(item.startsAt ?? '')}${run('\t')}${field(`PAGEREF ${nameOf(item)} \\h`)}`,
    { style: 'TOC1' },
  );

function itemXml(item: PackItem, links: Links): string[] {
  const about = aboutOf(item);
  const late = lateOf(item);
  return [
    heading('Heading2', headingOf(item), { bookmark: bookmark(item.number, nameOf(item)) }),
    ...(about ? [paragraph(run(about), { style: 'About' })] : []),
    ...(late ? [paragraph(run(late, { isItalic: true }))] : []),
    ...(item.summary ? [paragraph(run(item.summary))] : []),
    ...item.report.flatMap((block) => blockXml(block, links)),
  ];
}

function blockXml(block: PackBlock, links: Links): string[] {
  const runs = (all: readonly PackRun[]) => all.map((one) => runXml(one, links)).join('');
  if (block.kind === 'HEADING') return [heading(`Heading${block.level + 2}`, block.text)];
  if (block.kind === 'PARAGRAPH') return [paragraph(runs(block.runs))];
  if (block.kind === 'TABLE')
    return [
      paragraph(run(block.caption), { style: 'Caption' }),
      tableOf(block.headings, block.rows),
      paragraph(''),
    ];
  // Word counts on from list to list: the numbers are written, so that each begins anew.
  return block.items.map((item, i) =>
    paragraph(run(block.isOrdered ? `${i + 1}.\t` : '•\t') + runs(item), { style: 'ListParagraph' }),
  );
}

function runXml({ text, href, ...look }: PackRun, links: Links): string {
  if (!href || !isWeb(href)) return run(text, look);
  const name = links.get(href) ?? `link${links.size + 1}`;
  links.set(href, name);
  return `<w:hyperlink r:id="${escaped(name)}" w:history="1">${run(text, { ...look, isLink: true })}</w:hyperlink>`;
}
