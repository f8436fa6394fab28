import type { PackBlock, PackRun } from './pack-document.js';
import { isWeb } from './pack-html.js';
import { artifact, nextPage, type Pdf, room, SHEET, STYLES, type Style, use } from './pdf-page.js';

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

export function block(pdf: Pdf, into: Element, it: PackBlock): void {
  if (it.kind === 'LIST') list(pdf, into, it);
  else if (it.kind === 'TABLE') table(pdf, into, it);
  else if (it.kind === 'HEADING') {
    pdf.y += STYLES.heading.gap;
    head(pdf, into, `H${it.level + 3}`, it.text, STYLES.heading);
  } else {
    if (it.runs.length > 0) into.add(paragraph(pdf, 'P', it.runs, 0));
    pdf.y += STYLES.text.gap;
    pdf.x = SHEET.left;
  }
}

/** Runs one after another; only what is drawn when the element is added to the tree knows its place on the page. */
function paragraph(pdf: Pdf, tag: string, runs: readonly PackRun[], indent: number): Element {
  const parts = runs.map((run, i) => {
    const isLast = i === runs.length - 1;
    const link = run.href && isWeb(run.href) ? run.href : null;
    const draw = () => {
      use(pdf, { ...STYLES.text, font: fontOf(run), ...(link ? { color: '#1d4ed8' } : {}) });
      const options = { width: SHEET.width - indent, continued: !isLast, underline: link !== null, link };
      if (i === 0) pdf.text(run.text, SHEET.left + indent, pdf.y, options);
      else pdf.text(run.text, options);
    };
    return link ? pdf.struct('Link', {}, [draw]) : draw;
  });
  return pdf.struct(tag, {}, parts);
}

const fontOf = ({ isBold, isItalic }: PackRun) =>
  isBold ? (isItalic ? 'boldItalic' : 'bold') : isItalic ? 'italic' : 'regular';

const LIST_INDENT = 18;

function list(pdf: Pdf, into: Element, { isOrdered, items }: Extract<PackBlock, { kind: 'LIST' }>): void {
  const all = pdf.struct('L');
  into.add(all);
  for (const [i, runs] of items.entries()) {
    room(pdf, 14);
    const li = pdf.struct('LI');
    all.add(li);
    const at = pdf.y;
    li.add(
      pdf.struct('Lbl', {}, [
        () => {
          use(pdf, STYLES.text).text(isOrdered ? `${i + 1}.` : '•', SHEET.left + 4, at, { lineBreak: false });
        },
      ]),
    );
    pdf.y = at;
    if (runs.length > 0) li.add(paragraph(pdf, 'LBody', runs, LIST_INDENT));
    pdf.y += 2;
    li.end();
  }
  all.end();
  pdf.y += STYLES.text.gap;
  pdf.x = SHEET.left;
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
  say(pdf, all, 'Caption', caption, { ...STYLES.cellHead, gap: 3 });
  const columns = Math.max(headings.length, ...rows.map((row) => row.length), 1);
  const width = SHEET.width / columns;
  tableRow(pdf, all, headings, width, 'TH');
  for (const row of rows) tableRow(pdf, all, row, width, 'TD');
  all.end();
  pdf.y += STYLES.text.gap + 4;
  pdf.x = SHEET.left;
}

function tableRow(pdf: Pdf, into: Element, cells: readonly string[], width: number, tag: 'TH' | 'TD'): void {
  const style = tag === 'TH' ? STYLES.cellHead : STYLES.cell;
  use(pdf, style);
  const inner = width - 2 * PAD;
  const height = Math.max(...cells.map((cell) => pdf.heightOfString(cell, { width: inner })), 10) + 2 * PAD;
  const tr = pdf.struct('TR');
  into.add(tr);
  // What is longer than a page is no row that could be seen as one: its cells follow each other.
  if (height > SHEET.height) {
    for (const cell of cells)
      tr.add(cellOf(pdf, tag, () => use(pdf, style).text(cell, SHEET.left, pdf.y, { width: SHEET.width })));
    tr.end();
    return;
  }
  if (pdf.y + height > SHEET.bottom) nextPage(pdf);
  const top = pdf.y;
  for (const [i, cell] of cells.entries()) {
    const left = SHEET.left + i * width;
    artifact(pdf, () => pdf.rect(left, top, width, height).lineWidth(0.5).stroke('#a8a29e'));
    tr.add(cellOf(pdf, tag, () => use(pdf, style).text(cell, left + PAD, top + PAD, { width: inner })));
  }
  tr.end();
  pdf.y = top + height;
  pdf.x = SHEET.left;
}

const cellOf = (pdf: Pdf, tag: 'TH' | 'TD', draw: () => void): Element =>
  pdf.struct(tag, (tag === 'TH' ? { scope: 'Column' } : {}) as PDFKit.Mixins.StructureElementOptions, [draw]);
