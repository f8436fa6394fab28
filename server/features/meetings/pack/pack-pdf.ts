import type { Beside } from './pack-addresses.js';
import type { PackDocument, PackItem } from './pack-document.js';
import {
  aboutOf,
  attachmentHeading,
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
import { attachments } from './pdf-attachments.js';
import { blocks, head, say } from './pdf-blocks.js';
import { artifact, bytesOf, FOOT, newPdf, nextPage, type Pdf, SHEET, STYLES, use } from './pdf-page.js';

type Element = PDFKit.PDFStructureElement;

/** A line of the contents: of an item, or of the heading it stands under. */
interface Line {
  words: string;
  at: string;
  goTo: string;
  indent: number;
  /** The page of the contents it stands on, counted from the first, and how far down. */
  sheet: number;
  top: number;
  height: number;
}

export interface PdfFile {
  bytes: Buffer;
  pages: number;
}

/**
 * The pack as one PDF: tagged, with bookmarks, contents with page numbers, and one numbering of its pages and of those
 * of the PDFs that go with it. The contents come first and are written last, when it is known on which page everything
 * stands.
 */
export async function packPdf(pack: PackDocument, beside: Beside): Promise<PdfFile> {
  const title = titleOf(pack);
  const pdf = newPdf({ title, author: pack.partnership, madeAt: beside.madeAt });
  pdf.addPage();
  const all = pdf.struct('Document');
  pdf.addStructure(all);
  front(pdf, all, pack, title);
  const contents = pdf.struct('TOC');
  all.add(contents);
  const lines = laidOut(pdf, pack);
  const first = pdf.bufferedPageRange().count - 1;
  for (let sheet = 0; sheet < (lines.at(-1)?.sheet ?? 0); sheet++) nextPage(pdf);
  const pages = await body(pdf, all, pack, beside);
  writeContents(pdf, contents, lines, pages, first);
  contents.end();
  all.end();
  const { count } = pdf.bufferedPageRange();
  for (let i = 0; i < count; i++) foot(pdf, i, count, title);
  return { bytes: await bytesOf(pdf), pages: count };
}

function front(pdf: Pdf, all: Element, pack: PackDocument, title: string): void {
  say(pdf, all, 'H1', title, STYLES.title);
  say(pdf, all, 'P', pack.partnership, { ...STYLES.about, gap: 12 });
  for (const { label, value } of factsOf(pack))
    say(pdf, all, 'P', `${label}: ${value}`, { ...STYLES.text, gap: 2 });
  pdf.y += 10;
  for (const notice of noticesOf(pack)) say(pdf, all, 'P', notice, STYLES.text);
  pdf.y += 6;
  say(pdf, all, 'H2', 'Contents', STYLES.section);
}

const AT_WIDTH = 44;
const PAGE_WIDTH = 34;

/** Where the lines of the contents will stand, from here on. */
function laidOut(pdf: Pdf, pack: PackDocument): Line[] {
  use(pdf, STYLES.text);
  let [sheet, top] = [0, pdf.y];
  return groupsOf(pack).flatMap(({ heading, items }, g) => {
    const wanted = [
      { words: heading, at: '', goTo: `section-${g}`, indent: 0 },
      ...items.flatMap((item) => [
        { words: headingOf(item), at: item.startsAt ?? '', goTo: placeOf(item), indent: 12 },
        ...item.attachments.map((_, i) => ({
          ...{ words: attachmentHeading(item, i), at: '', goTo: placeOf(item, i), indent: 24 },
        })),
      ]),
    ];
    return wanted.map((line) => {
      const height = pdf.heightOfString(line.words, { width: wordsWidth(line.indent) });
      if (top + height > SHEET.bottom) [sheet, top] = [sheet + 1, SHEET.top];
      const placed = { ...line, sheet, top, height };
      top += height + 4;
      return placed;
    });
  });
}

/** What the place of an item is called, or that of an attachment to it. */
const placeOf = ({ number }: PackItem, attachment?: number): string =>
  attachment === undefined ? `item-${number}` : `attachment-${number}-${attachment + 1}`;

const wordsWidth = (indent: number) => SHEET.width - indent - AT_WIDTH - PAGE_WIDTH - 12;

/** Answers on which page each place is, counted from 0. */
async function body(
  pdf: Pdf,
  all: Element,
  pack: PackDocument,
  beside: Beside,
): Promise<Map<string, number>> {
  const pages = new Map<string, number>();
  const stands = (name: string) => {
    pages.set(name, pdf.bufferedPageRange().count - 1);
    pdf.addNamedDestination(name, 'XYZ', SHEET.left, pdf.y, null as unknown as number);
  };
  for (const [g, { heading, notices, items }] of groupsOf(pack).entries()) {
    // Each heading begins a page, and so does what has papers: they are taken out and handed round one by one. A plan is not.
    if (g === 0 || !isForwardPlan(pack)) nextPage(pdf);
    const section = pdf.struct('Sect');
    all.add(section);
    const mark = pdf.outline.addItem(heading, { expanded: true });
    stands(`section-${g}`);
    head(pdf, section, 'H2', heading, STYLES.section);
    for (const notice of notices) say(pdf, section, 'P', notice, STYLES.text);
    for (const [i, item] of items.entries()) {
      const before = items[i - 1];
      if (before && (hasPapers(item) || hasPapers(before))) nextPage(pdf);
      await writeItem(pdf, section, item, { mark, stands, beside });
    }
    section.end();
  }
  return pages;
}

const hasPapers = ({ reports, attachments: files }: PackItem): boolean =>
  reports.length > 0 || files.length > 0;

async function writeItem(
  pdf: Pdf,
  section: Element,
  item: PackItem,
  { mark, stands, beside }: { mark: PDFKit.PDFOutline; stands(name: string): void; beside: Beside },
): Promise<void> {
  const article = pdf.struct('Art');
  section.add(article);
  const words = headingOf(item);
  use(pdf, STYLES.item);
  if (pdf.y + 90 > SHEET.bottom) nextPage(pdf);
  const itsMark = mark.addItem(words);
  stands(placeOf(item));
  head(pdf, article, 'H3', words, STYLES.item);
  const about = aboutOf(item);
  if (about) say(pdf, article, 'P', about, STYLES.about);
  const late = lateOf(item);
  if (late) say(pdf, article, 'P', late, STYLES.late);
  if (item.summary) say(pdf, article, 'P', item.summary, STYLES.text);
  for (const { label, value } of lineFacts(item))
    say(pdf, article, 'P', `${label}: ${value}`, { ...STYLES.text, gap: 2 });
  for (const report of item.reports) {
    for (const { label, value } of reportFactsOf(report, item))
      say(pdf, article, 'P', `${label}: ${value}`, { ...STYLES.about, gap: 1 });
    pdf.y += STYLES.about.gap;
    blocks(pdf, article, report.blocks, beside.files);
  }
  if (item.isReportToFollow) say(pdf, article, 'P', TO_FOLLOW, STYLES.late);
  await attachments(pdf, article, item, beside, (i) => {
    itsMark.addItem(attachmentHeading(item, i));
    stands(placeOf(item, i));
  });
  article.end();
  pdf.y += 8;
}

function writeContents(
  pdf: Pdf,
  contents: Element,
  lines: readonly Line[],
  pages: ReadonlyMap<string, number>,
  first: number,
): void {
  for (const { words, at, goTo, indent, sheet, top, height } of lines) {
    pdf.switchToPage(first + sheet);
    const style = indent === 0 ? { ...STYLES.text, font: 'bold' as const } : STYLES.text;
    const cell = (text: string, left: number, width: number, align: 'left' | 'right') =>
      pdf.struct('Span', {}, [
        () => void use(pdf, style).text(text, left, top, { width, align, height: height + 2 }),
      ]);
    const right = SHEET.left + SHEET.width;
    const link = pdf.struct('Link', { alt: words }, [
      () => {
        use(pdf, style).text(words, SHEET.left + indent, top, {
          width: wordsWidth(indent),
          height: height + 2,
        });
        pdf.goTo(SHEET.left, top, SHEET.width, height, goTo);
      },
    ]);
    const page = String((pages.get(goTo) ?? 0) + 1);
    const told = [
      link,
      ...(at ? [cell(at, right - PAGE_WIDTH - AT_WIDTH, AT_WIDTH, 'right')] : []),
      cell(page, right - PAGE_WIDTH, PAGE_WIDTH, 'right'),
    ];
    contents.add(pdf.struct('TOCI', {}, [pdf.struct('Reference', {}, told)]));
  }
}

/** The foot stands in the margin, on paper of whatever size. */
function foot(pdf: Pdf, page: number, count: number, title: string): void {
  pdf.switchToPage(page);
  const { width, height, margins } = pdf.page;
  const { bottom } = margins;
  // Text would otherwise begin a page of its own there.
  margins.bottom = 0;
  const number = 85;
  const [left, y] = [SHEET.left, height - FOOT + 24];
  const right = width - SHEET.left;
  artifact(
    pdf,
    () => {
      use(pdf, STYLES.foot);
      const room = right - left - number - 10;
      if (room > 0) pdf.text(title, left, y, { width: room, height: 12, ellipsis: true });
      pdf.text(`Page ${page + 1} of ${count}`, right - number, y, { width: number, align: 'right' });
    },
    'Pagination',
  );
  margins.bottom = bottom;
}
