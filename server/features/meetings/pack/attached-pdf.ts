import {
  EncryptedPDFError,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFStream,
} from '@cantoo/pdf-lib';
import { Unprintable } from './pack-document.js';
import { Decoding } from './pdf-decoding.js';

/** a b c d e f, as PDF has it. */
export type Matrix = readonly [number, number, number, number, number, number];
type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Something that is drawn of its own: what a page says, or what stands upon it, such as a filled-in field. */
export interface Drawn {
  dict: PDFDict;
  bytes: Uint8Array;
  /** From its own space into that of the page. */
  matrix: Matrix;
}

export interface AttachedPage {
  /** As it is seen: cropped, and turned upright. */
  width: number;
  height: number;
  /** From the page’s own space into one whose corner is at the bottom left of what is seen. */
  upright: Matrix;
  box: Box;
  content: Uint8Array;
  resources: PDFDict | null;
  group: PDFObject | null;
  upon: Drawn[];
}

export interface Attached {
  context: PDFContext;
  pages: AttachedPage[];
}

/** The pages of a PDF, read whole before any is drawn: what cannot be read leaves nothing half drawn. */
export async function openAttached(bytes: Uint8Array): Promise<Attached | Unprintable> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    if (hidesLayers(pdf)) return Unprintable.LAYERED;
    const decoding = new Decoding();
    const pages = pdf.getPages().map((page) => pageOf(page, decoding));
    return pages.length > 0 ? { context: pdf.context, pages } : Unprintable.BROKEN;
  } catch (error) {
    return error instanceof EncryptedPDFError ? Unprintable.LOCKED : Unprintable.BROKEN;
  }
}

/** Layers that are switched off would come to light when pages stand in another document. */
function hidesLayers({ catalog, context }: PDFDocument): boolean {
  const config = catalog
    .lookupMaybe(PDFName.of('OCProperties'), PDFDict)
    ?.lookupMaybe(PDFName.of('D'), PDFDict);
  const off = config?.lookupMaybe(PDFName.of('OFF'), PDFArray);
  // Switched by what it is done with: shown on a screen and not on paper, or the other way round.
  const isSwitched = (config?.lookupMaybe(PDFName.of('AS'), PDFArray)?.size() ?? 0) > 0;
  const isOffAtFirst = config?.lookup(PDFName.of('BaseState'))?.toString() === '/OFF';
  return (
    isOffAtFirst ||
    isSwitched ||
    (off?.size() ?? 0) > 0 ||
    context.enumerateIndirectObjects().some(([, found]) => hidesByRule(found))
  );
}

/** Whether anything in it is shown only while layers are not (ISO 32000, 8.11.2.2). */
function hidesByRule(found: PDFObject): boolean {
  if (found instanceof PDFArray) return found.asArray().some(hidesByRule);
  const dict = found instanceof PDFStream ? found.dict : found;
  if (!(dict instanceof PDFDict)) return false;
  const rule = dict.lookup(PDFName.of('P'))?.toString() ?? '';
  const isMembership = dict.lookup(PDFName.of('Type'))?.toString() === '/OCMD';
  return (
    (isMembership && (dict.has(PDFName.of('VE')) || ['/AllOff', '/AnyOff'].includes(rule))) ||
    dict.values().some(hidesByRule)
  );
}

function pageOf(page: PDFPage, decoding: Decoding): AttachedPage {
  const { node } = page;
  const box = seenOf(page);
  const turns = (((page.getRotation().angle / 90) % 4) + 4) % 4;
  const unit = node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1;
  const [across, up] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit];
  const isSide = turns % 2 === 1;
  return {
    ...(isSide ? { width: up, height: across } : { width: across, height: up }),
    upright: scaled(uprightOf(turns, box), unit),
    ...{ box, content: decoding.contentOf(node.Contents()) },
    resources: node.Resources() ?? null,
    group: node.get(PDFName.of('Group')) ?? null,
    upon: annotationsOf(node.Annots(), decoding),
  };
}

/** What is seen of a page: its crop box, as far as there is paper. */
function seenOf(page: PDFPage): Box {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()];
  const box: Box = [
    Math.max(media.x, crop.x),
    Math.max(media.y, crop.y),
    Math.min(media.x + media.width, crop.x + crop.width),
    Math.min(media.y + media.height, crop.y + crop.height),
  ];
  if (!(box[2] - box[0] >= 1 && box[3] - box[1] >= 1)) throw new Error('a page without an area');
  return box;
}

function uprightOf(turns: number, [left, bottom, right, top]: Box): Matrix {
  if (turns === 1) return [0, -1, 1, 0, -bottom, right];
  if (turns === 2) return [-1, 0, 0, -1, right, top];
  if (turns === 3) return [0, 1, -1, 0, top, -left];
  return [1, 0, 0, 1, -left, -bottom];
}

const scaled = ([a, b, c, d, e, f]: Matrix, by: number): Matrix => [
  a * by,
  b * by,
  c * by,
  d * by,
  e * by,
  f * by,
];

const HIDDEN = 2;
const PRINTED = 4;
const NOT_DRAWN = ['/Popup', '/Link'];

/** What stands upon a page and is meant for paper: stamps, marks, filled-in fields. */
function annotationsOf(annotations: PDFArray | undefined, decoding: Decoding): Drawn[] {
  return (annotations?.asArray() ?? []).flatMap((_, i) => {
    const annotation = annotations?.lookupMaybe(i, PDFDict);
    const drawn = annotation && appearanceOf(annotation, decoding);
    return drawn ? [drawn] : [];
  });
}

function appearanceOf(annotation: PDFDict, decoding: Decoding): Drawn | null {
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
  if ((flags & HIDDEN) !== 0 || (flags & PRINTED) === 0) return null;
  if (NOT_DRAWN.includes(annotation.lookup(PDFName.of('Subtype'))?.toString() ?? '')) return null;
  const looks = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.lookup(PDFName.of('N'));
  const state = annotation.lookup(PDFName.of('AS'));
  const look = looks instanceof PDFDict && state instanceof PDFName ? looks.lookup(state) : looks;
  if (!(look instanceof PDFStream)) return null;
  const at = numbersOf(annotation.lookupMaybe(PDFName.of('Rect'), PDFArray));
  const box = numbersOf(look.dict.lookupMaybe(PDFName.of('BBox'), PDFArray));
  const own = numbersOf(look.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray));
  if (at.length !== 4 || box.length !== 4) return null;
  const matrix = fitted(box, own.length === 6 ? own : [1, 0, 0, 1, 0, 0], at);
  return matrix && { dict: look.dict, bytes: decoding.bytesOf(look), matrix };
}

const numbersOf = (list: PDFArray | undefined): number[] =>
  (list?.asArray() ?? []).map((_, i) => list?.lookupMaybe(i, PDFNumber)?.asNumber() ?? Number.NaN);

/** What is drawn in a box, by a matrix of its own, so that it fills the place it has on the page (ISO 32000, 12.5.5). */
function fitted(box: readonly number[], own: readonly number[], at: readonly number[]): Matrix | null {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  const corners = [x0, x1].flatMap((x) =>
    [y0, y1].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  const [ax0 = 0, ay0 = 0, ax1 = 0, ay1 = 0] = at;
  const [toLeft, toBottom] = [Math.min(ax0, ax1), Math.min(ay0, ay1)];
  const [sx, sy] = [Math.abs(ax1 - ax0) / width, Math.abs(ay1 - ay0) / height];
  const matrix: Matrix = [sx, 0, 0, sy, toLeft - left * sx, toBottom - bottom * sy];
  return matrix.every(Number.isFinite) && sx > 0 && sy > 0 ? matrix : null;
}
