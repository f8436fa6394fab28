import { isWeb } from './pack-addresses.js';
import type { PackBlock, PackCell, PackFiles, PackImage, PackRun } from './pack-document.js';
import { asAtOf, imageWords } from './pack-words.js';
import { diagram, diagramHeight } from './pdf-diagram.js';
import { artifact, nextPage, type Pdf, room, SHEET, STYLES, type Style, use } from './pdf-page.js';
import { type OpenedPng, takeApart } from './png-dots.js';

type Element = PDFKit.PDFStructureElement;

/** Words in one style, under a tag of their own. */
export function say(pdf: Pdf, into: Element, tag: string, words: string, style: Style, indent = 0): void {
  const width = SHEET.width - indent;
  const draw = () => {
    use(pdf, style).text(words, SHEET.left + indent, pdf.y, { width });
  };
  into.add(pdf.struct(tag, {}, [draw]));
  pdf.y += style.gap;
  pdf.x = SHEET.left;
}

/** A heading stays with what follows it. */
export function head(pdf: Pdf, into: Element, tag: string, words: string, style: Style): void {
  use(pdf, style);
  room(pdf, pdf.heightOfString(words, { width: SHEET.width }) + 48);
  say(pdf, into, tag, words, style);
}

/** One after another; a heading stays with the picture below it. */
export function blocks(
  pdf: Pdf,
  into: Element,
  all: readonly PackBlock[],
  files: PackFiles,
  indent = 0,
): void {
  for (const [at, it] of all.entries()) {
    const next = all[at + 1];
    if (it.kind === 'HEADING' && next?.kind === 'DIAGRAM') room(pdf, diagramHeight(next, indent) + 60);
    block(pdf, into, it, files, indent);
  }
}

/** `indent` is how far in it stands, in a list. */
function block(pdf: Pdf, into: Element, it: PackBlock, files: PackFiles, indent = 0): void {
  if (it.kind === 'LIST') list(pdf, into, it, files, indent);
  else if (it.kind === 'TABLE') table(pdf, into, it);
  else if (it.kind === 'DIAGRAM') {
    diagram(pdf, into, it, indent);
    if (it.caption) say(pdf, into, 'P', it.caption, STYLES.text, indent);
  } else if (it.kind === 'IMAGE') picture(pdf, into, it, files.get(it.sha256));
  else if (it.kind === 'HEADING') {
    pdf.y += STYLES.heading.gap;
    head(pdf, into, `H${it.level + 3}`, it.text, STYLES.heading);
    if (it.asAt) say(pdf, into, 'P', asAtOf(it.asAt), STYLES.about);
  } else {
    if (it.runs.length > 0)
      into.add(pdf.struct('P', {}, written(pdf, it.runs, { ...inFlow(indent), style: STYLES.text })));
    pdf.y += STYLES.text.gap;
    pdf.x = SHEET.left;
  }
}

interface Place {
  left: number;
  width: number;
  style: Style;
  /** Where it begins; where the text has come to, if that is not said. */
  top?: number;
}

const inFlow = (indent: number) => ({ left: SHEET.left + indent, width: SHEET.width - indent });

/** Runs one after another; only what is drawn when the element is added to the tree knows its place on the page. */
function written(pdf: Pdf, runs: readonly PackRun[], { left, width, style, top }: Place) {
  return runs.map((run, i) => {
    const isLast = i === runs.length - 1;
    const link = run.href && isWeb(run.href) ? run.href : null;
    const draw = () => {
      use(pdf, { ...style, font: fontOf(run, style), ...(link ? { color: '#1d4ed8' } : {}) });
      const options = { width, continued: !isLast, underline: link !== null, link };
      if (i === 0) pdf.text(run.text, left, top ?? pdf.y, options);
      else pdf.text(run.text, options);
    };
    return link ? pdf.struct('Link', {}, [draw]) : draw;
  });
}

const fontOf = ({ isBold, isItalic }: PackRun, { font }: Style) =>
  isBold || font === 'bold' ? (isItalic ? 'boldItalic' : 'bold') : isItalic ? 'italic' : font;

const LIST_INDENT = 18;

function list(
  pdf: Pdf,
  into: Element,
  { isOrdered, items }: Extract<PackBlock, { kind: 'LIST' }>,
  files: PackFiles,
  indent: number,
): void {
  const all = pdf.struct('L');
  into.add(all);
  for (const [i, item] of items.entries()) {
    room(pdf, 14);
    const li = pdf.struct('LI');
    all.add(li);
    const at = pdf.y;
    const sign = () => {
      use(pdf, STYLES.text).text(isOrdered ? `${i + 1}.` : '•', SHEET.left + indent + 4, at, {
        lineBreak: false,
      });
    };
    li.add(pdf.struct('Lbl', {}, [sign]));
    pdf.y = at;
    const body = pdf.struct('LBody');
    li.add(body);
    blocks(pdf, body, item, files, indent + LIST_INDENT);
    body.end();
    // A paragraph leaves room below it, more than there is between the items of a list.
    if (item.at(-1)?.kind === 'PARAGRAPH') pdf.y -= STYLES.text.gap - 2;
    // An item without a word has its line all the same.
    if (pdf.y - at < STYLES.text.gap) pdf.y = at + use(pdf, STYLES.text).currentLineHeight(true) + 2;
    li.end();
  }
  all.end();
  pdf.y += STYLES.text.gap;
  pdf.x = SHEET.left;
}

/** As many dots an inch as a page on a screen has. */
const POINTS = 72 / 96;

/** An image no larger than a page has room for; its words, where it cannot be drawn. */
export function picture(
  pdf: Pdf,
  into: Element,
  { alt, width, height }: Pick<PackImage, 'alt' | 'width' | 'height'>,
  bytes: Uint8Array | undefined,
): void {
  const image = bytes && opened(pdf, bytes);
  if (!image) {
    say(pdf, into, 'P', imageWords(alt), STYLES.text);
    return;
  }
  const [across, down] = [(width || image.width) * POINTS, (height || image.height) * POINTS];
  const scale = Math.min(1, SHEET.width / across, (SHEET.height * 0.8) / down);
  room(pdf, down * scale + 8);
  const top = pdf.y;
  const draw = () =>
    void pdf.image(image as unknown as string, SHEET.left, top, {
      width: across * scale,
      height: down * scale,
    });
  into.add(pdf.struct('Figure', { alt }, [draw]));
  pdf.y = top + down * scale + STYLES.text.gap;
  pdf.x = SHEET.left;
}

interface Opened {
  width: number;
  height: number;
  image?: OpenedPng;
  embed(pdf: Pdf): void;
}

/** What was opened already, or could not be: an image that stands in many places is taken in once. */
const images = new WeakMap<Pdf, Map<Uint8Array, Opened | null>>();

function opened(pdf: Pdf, bytes: Uint8Array): Opened | null {
  const known = images.get(pdf) ?? new Map<Uint8Array, Opened | null>();
  images.set(pdf, known);
  const found = known.get(bytes);
  if (found !== undefined) return found;
  const image = takenIn(pdf, bytes);
  known.set(bytes, image);
  return image;
}

function takenIn(pdf: Pdf, bytes: Uint8Array): Opened | null {
  try {
    const image = (pdf as unknown as { openImage(src: Buffer): Opened }).openImage(Buffer.from(bytes));
    if (image.image) takeApart(image.image);
    image.embed(pdf);
    return image;
  } catch {
    return null;
  }
}

const PAD = 4;

function table(
  pdf: Pdf,
  into: Element,
  { caption, headings, rows }: Extract<PackBlock, { kind: 'TABLE' }>,
): void {
  const all = pdf.struct('Table');
  into.add(all);
  use(pdf, STYLES.cellHead);
  room(pdf, 60);
  if (caption) say(pdf, all, 'Caption', caption, { ...STYLES.cellHead, gap: 3 });
  const columns = Math.max(headings.length, ...rows.map((row) => row.length), 1);
  const width = SHEET.width / columns;
  const head = headings.map((runs): PackCell => ({ isHeading: true, runs }));
  if (head.length > 0) tableRow(pdf, all, head, width, 'Column');
  for (const row of rows) tableRow(pdf, all, row, width, 'Row');
  all.end();
  pdf.y += STYLES.text.gap + 4;
  pdf.x = SHEET.left;
}

type Scope = 'Column' | 'Row';

function tableRow(pdf: Pdf, into: Element, cells: readonly PackCell[], width: number, scope: Scope): void {
  const inner = width - 2 * PAD;
  const height = Math.max(...cells.map((cell) => heightOf(pdf, cell, inner)), 10) + 2 * PAD;
  const tr = pdf.struct('TR');
  into.add(tr);
  // What is longer than a page is no row that could be seen as one: its cells follow each other.
  if (height > SHEET.height) {
    for (const cell of cells) tr.add(cellOf(pdf, cell, scope, inFlow(0)));
    tr.end();
    return;
  }
  if (pdf.y + height > SHEET.bottom) nextPage(pdf);
  const top = pdf.y;
  for (const [i, cell] of cells.entries()) {
    const left = SHEET.left + i * width;
    artifact(pdf, () => pdf.rect(left, top, width, height).lineWidth(0.5).stroke('#a8a29e'));
    tr.add(cellOf(pdf, cell, scope, { left: left + PAD, width: inner, top: top + PAD }));
  }
  tr.end();
  pdf.y = top + height;
  pdf.x = SHEET.left;
}

const styleOf = ({ isHeading }: PackCell): Style => (isHeading ? STYLES.cellHead : STYLES.cell);

/** Lines of a cell, of which an empty one takes room as well. */
const linesOf = ({ runs }: PackCell): PackRun[][] => {
  const lines: PackRun[][] = [[]];
  for (const run of runs)
    for (const [i, text] of run.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  return lines.map((line) => (line.length > 0 ? line : [{ text: ' ' }]));
};

/** As high as it is at most: bold letters are the widest. */
function heightOf(pdf: Pdf, cell: PackCell, width: number): number {
  const style = styleOf(cell);
  return linesOf(cell).reduce((height, line) => {
    const isBold = line.some((run) => run.isBold);
    use(pdf, isBold ? { ...style, font: 'bold' } : style);
    return height + pdf.heightOfString(line.map(({ text }) => text).join(''), { width });
  }, 0);
}

function cellOf(pdf: Pdf, cell: PackCell, scope: Scope, { top, ...place }: Omit<Place, 'style'>): Element {
  const style = styleOf(cell);
  const options = (cell.isHeading ? { scope } : {}) as PDFKit.Mixins.StructureElementOptions;
  const parts = linesOf(cell).flatMap((line, i) =>
    written(pdf, line, { ...place, style, ...(i === 0 && top !== undefined && { top }) }),
  );
  return pdf.struct(cell.isHeading ? 'TH' : 'TD', options, parts);
}
