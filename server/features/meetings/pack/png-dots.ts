import { type PngPass, passesOf, unpackedBytes, unpackedRows } from '../../attachments/look/png.rules.js';

/** A PNG as pdfkit has opened it; of which its types tell nothing. */
export interface OpenedPng {
  width: number;
  height: number;
  imgData: Uint8Array;
  pixelBitlength: number;
  interlaceMethod: number;
  hasAlphaChannel: boolean;
  transparency: { indexed?: readonly number[] };
  decodePixels(done: (dots: Uint8Array) => void): void;
}

/** What is unpacked of one image in order to be drawn; three times that is needed for a moment. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * Dots that have to be taken apart, as where they are see-through, are taken apart here and now, within bounds: pdfkit
 * would do it later, of all images at once, and what goes wrong there takes the whole pack along. Before anything of it
 * is begun in the document, which would wait for its end.
 */
export function takeApart(png: OpenedPng): void {
  if (!(png.hasAlphaChannel || png.transparency.indexed || png.interlaceMethod === 1)) return;
  const dots = dotsOf(png);
  png.decodePixels = (done) => done(dots);
}

export function dotsOf({
  width,
  height,
  imgData,
  pixelBitlength,
  interlaceMethod,
}: Omit<OpenedPng, 'hasAlphaChannel' | 'transparency' | 'decodePixels'>): Uint8Array {
  const shape = { width, height, bitsADot: pixelBitlength, isInterlaced: interlaceMethod === 1 };
  if (unpackedBytes(shape) > MOST_BYTES) throw new Error('an image that is too large to be drawn');
  // Dots of less than a byte do not stand where others could be put between them.
  if (shape.isInterlaced && pixelBitlength < 8) throw new Error('an image that cannot be put together');
  const rows = unpackedRows(imgData, shape);
  const dotBytes = Math.max(1, pixelBitlength / 8);
  const all = new Uint8Array(Math.ceil((width * pixelBitlength) / 8) * height);
  let at = 0;
  for (const pass of passesOf(shape)) {
    const dots = unfiltered(rows.subarray(at, at + (pass.rowBytes + 1) * pass.height), pass, dotBytes);
    at += (pass.rowBytes + 1) * pass.height;
    if (!shape.isInterlaced) return dots;
    spread(dots, pass, { all, width, dotBytes });
  }
  return all;
}

/** Each row told by how it differs from what is left of it and above it (ISO 15948, 9). */
function unfiltered(rows: Buffer, { height, rowBytes }: PngPass, dotBytes: number): Uint8Array {
  const dots = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const [from, to] = [row * (rowBytes + 1), row * rowBytes];
    const filter = rows[from] ?? 0;
    for (let i = 0; i < rowBytes; i += 1) {
      const left = i < dotBytes ? 0 : (dots[to + i - dotBytes] ?? 0);
      const up = row === 0 ? 0 : (dots[to + i - rowBytes] ?? 0);
      const upLeft = i < dotBytes || row === 0 ? 0 : (dots[to + i - rowBytes - dotBytes] ?? 0);
      dots[to + i] = (rows[from + 1 + i] ?? 0) + guess(filter, left, up, upLeft);
    }
  }
  return dots;
}

function guess(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const about = left + up - upLeft;
  const [a, b, c] = [Math.abs(about - left), Math.abs(about - up), Math.abs(about - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}

function spread(
  dots: Uint8Array,
  pass: PngPass,
  { all, width, dotBytes }: { all: Uint8Array; width: number; dotBytes: number },
): void {
  for (let row = 0; row < pass.height; row += 1)
    for (let column = 0; column < pass.width; column += 1) {
      const from = (row * pass.width + column) * dotBytes;
      const y = pass.top + row * pass.down;
      const x = pass.left + column * pass.across;
      all.set(dots.subarray(from, from + dotBytes), (y * width + x) * dotBytes);
    }
}
