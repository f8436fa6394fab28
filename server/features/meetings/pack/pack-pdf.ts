import type { PackDocument, PackItem } from './pack-document.js';
import { aboutOf, factsOf, groupsOf, headingOf, lateOf, noticesOf, titleOf } from './pack-words.js';
import { block, head, say } from './pdf-blocks.js';
import { artifact, bytesOf, newPdf, nextPage, type Pdf, SHEET, STYLES, use } from './pdf-page.js';

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
 * The pack as one PDF: tagged, with bookmarks, contents with page numbers, and one numbering of its pages. The contents
 * come first and are written last, when it is known on which page everything stands.
 */
export async function packPdf(pack: PackDocument, madeAt: string): Promise<PdfFile> {
  const title = titleOf(pack);
  const pdf = newPdf({ title, author: pack.partnership, madeAt });
  pdf.addPage();
  const all = pdf.struct('Document');
  pdf.addStructure(all);
  front(pdf, all, pack, title);
  const contents = pdf.struct('TOC');
  all.add(contents);
  const lines = laidOut(pdf, pack);
  const first = pdf.bufferedPageRange().count - 1;
  for (let sheet = 0; sheet < (lines.at(-1)?.sheet ?? 0); sheet++) nextPage(pdf);
  const pages = body(pdf, all, pack);
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
      ...items.map((item) => ({
        ...{ words: headingOf(item), at: item.startsAt ?? '', goTo: `item-${item.number}`, indent: 12 },
      })),
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

const wordsWidth = (indent: number) => SHEET.width - indent - AT_WIDTH - PAGE_WIDTH - 12;

/** Answers on which page each place is, counted from 0. */
function body(pdf: Pdf, all: Element, pack: PackDocument): Map<string, number> {
  const pages = new Map<string, number>();
  const here = () => pdf.bufferedPageRange().count - 1;
  for (const [g, { heading, notice, items }] of groupsOf(pack).entries()) {
    // Each heading begins a page, and so does a report: papers are taken out and handed round one by one.
    nextPage(pdf);
    const section = pdf.struct('Sect');
    all.add(section);
    const mark = pdf.outline.addItem(heading, { expanded: true });
    pages.set(`section-${g}`, here());
    pdf.addNamedDestination(`section-${g}`, 'XYZ', SHEET.left, pdf.y, null as unknown as number);
    head(pdf, section, 'H2', heading, STYLES.section);
    if (notice) say(pdf, section, 'P', notice, STYLES.text);
    for (const [i, item] of items.entries()) {
      if (i > 0 && item.report.length > 0) nextPage(pdf);
      writeItem(pdf, section, item, mark, (name) => pages.set(name, here()));
    }
    section.end();
  }
  return pages;
}

function writeItem(
  pdf: Pdf,
  section: Element,
  item: PackItem,
  mark: PDFKit.PDFOutline,
  standsHere: (name: string) => void,
): void {
  const article = pdf.struct('Art');
  section.add(article);
  const words = headingOf(item);
  use(pdf, STYLES.item);
  if (pdf.y + 90 > SHEET.bottom) nextPage(pdf);
  mark.addItem(words);
  standsHere(`item-${item.number}`);
  pdf.addNamedDestination(`item-${item.number}`, 'XYZ', SHEET.left, pdf.y, null as unknown as number);
  head(pdf, article, 'H3', words, STYLES.item);
  const about = aboutOf(item);
  if (about) say(pdf, article, 'P', about, STYLES.about);
  const late = lateOf(item);
  if (late) say(pdf, article, 'P', late, STYLES.late);
  if (item.summary) say(pdf, article, 'P', item.summary, STYLES.text);
  for (const each of item.report) block(pdf, article, each);
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

function foot(pdf: Pdf, page: number, count: number, title: string): void {
  pdf.switchToPage(page);
  const { bottom } = pdf.page.margins;
  // The foot stands in the margin, where text would otherwise begin a page of its own.
  pdf.page.margins.bottom = 0;
  const [y, width] = [SHEET.bottom + 24, 85];
  artifact(
    pdf,
    () => {
      use(pdf, STYLES.foot);
      pdf.text(title, SHEET.left, y, { width: SHEET.width - width - 10, height: 12, ellipsis: true });
      pdf.text(`Page ${page + 1} of ${count}`, SHEET.left + SHEET.width - width, y, {
        width,
        align: 'right',
      });
    },
    'Pagination',
  );
  pdf.page.margins.bottom = bottom;
}
