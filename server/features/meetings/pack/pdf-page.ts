import PDFDocument from 'pdfkit';
import { fontFile, type PackFont, packFonts } from './pack-fonts.js';

export type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = 56;
export const FOOT = 72;
/** A4, in points. */
export const SHEET = {
  left: MARGIN,
  top: MARGIN,
  width: 595.28 - 2 * MARGIN,
  bottom: 841.89 - FOOT,
  height: 841.89 - MARGIN - FOOT,
} as const;

export interface PdfAbout {
  title: string;
  author: string;
  /** Told as the day it was made; nothing else in the file depends on when or where that was. */
  madeAt: string;
}

/** An empty tagged document whose reader says its title, in English, with our own letters in it. */
export function newPdf({ title, author, madeAt }: PdfAbout): Pdf {
  const made = new Date(madeAt);
  const pdf = new PDFDocument({
    ...{ size: 'A4', tagged: true, displayTitle: true, lang: 'en-GB', pdfVersion: '1.7' },
    ...{ bufferPages: true, autoFirstPage: false, subset: 'PDF/UA' },
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT },
    info: {
      Title: title,
      Author: author,
      Creator: 'Accord',
      Producer: 'Accord',
      CreationDate: made,
      ModDate: made,
    },
    // Named below: one that is given here is read anew whenever its name is used.
    font: null,
  } as unknown as PDFKit.PDFDocumentOptions);
  for (const font of packFonts) pdf.registerFont(font, fontFile(font));
  return pdf;
}

/** The bytes of a document, once it is ended. */
export async function bytesOf(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

export interface Style {
  font: PackFont;
  size: number;
  color: string;
  gap: number;
}

const INK = '#1c1917';
export const STYLES = {
  title: { font: 'bold', size: 19, color: INK, gap: 6 },
  section: { font: 'bold', size: 15, color: '#1e3a5f', gap: 8 },
  item: { font: 'bold', size: 12.5, color: INK, gap: 4 },
  heading: { font: 'bold', size: 11, color: INK, gap: 3 },
  text: { font: 'regular', size: 10, color: INK, gap: 6 },
  about: { font: 'regular', size: 9.5, color: '#44403c', gap: 6 },
  late: { font: 'italic', size: 10, color: INK, gap: 6 },
  cell: { font: 'regular', size: 9, color: INK, gap: 0 },
  cellHead: { font: 'bold', size: 9, color: INK, gap: 0 },
  foot: { font: 'regular', size: 8.5, color: '#44403c', gap: 0 },
} as const satisfies Record<string, Style>;

export const use = (pdf: Pdf, { font, size, color }: Style): Pdf =>
  pdf.font(font).fontSize(size).fillColor(color);

/** Goes on a new page unless so much fits below. */
export function room(pdf: Pdf, height: number): void {
  if (pdf.y + height > SHEET.bottom) nextPage(pdf);
}

export function nextPage(pdf: Pdf): void {
  pdf.addPage();
  pdf.x = SHEET.left;
}

/** Draws on a page what is no part of its content, such as its number. */
export function artifact(pdf: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}
