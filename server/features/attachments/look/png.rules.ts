import { crc32, inflateSync } from 'node:zlib';
import { readExif } from './exif.rules.js';
import { damaged } from './file-refused.js';
import type { Picture } from './picture.rules.js';

/** What the picture is made of, and how its colours are meant. All else is words, dates and programs’ own. */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'bKGD', 'pHYs', 'sBIT'],
]);

/** The picture without words, dates and places. */
export function cleanPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | null = null;
  let hasPlace = false;
  let details = 0;
  let at = 8;
  for (let name = ''; name !== 'IEND'; ) {
    if (at + 12 > bytes.length) throw damaged();
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw damaged();
    name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) throw damaged();
    if (name === 'IHDR') size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    else if (!size) throw damaged();
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end));
    else details += 1;
    if (name === 'eXIf') hasPlace ||= readExif(body).hasPlace;
    at = end;
  }
  if (!size || size.width === 0 || size.height === 0) throw damaged();
  if (at < bytes.length) details += 1;
  return {
    ...{ bytes: Buffer.concat(kept), ...size },
    found: [
      { kind: 'PHOTO_PLACE', places: [], count: hasPlace ? 1 : 0 },
      { kind: 'PHOTO_DETAILS', places: [], count: details },
    ],
  };
}

/** How its dots are written. */
export interface PngShape {
  width: number;
  height: number;
  bitsADot: number;
  isInterlaced: boolean;
}

/** Of the kinds of colours there are, how many numbers make a dot. */
const NUMBERS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const BITS = [1, 2, 4, 8, 16];

/** From which dot on, and each how-manieth across and down: a picture that shows itself by and by comes seven times. */
const INTERLACED = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const AT_ONCE = [[0, 0, 1, 1]] as const;

export interface PngPass {
  left: number;
  top: number;
  across: number;
  down: number;
  width: number;
  height: number;
  /** Without the byte before it that says how it is filtered. */
  rowBytes: number;
}

export const passesOf = ({ width, height, bitsADot, isInterlaced }: PngShape): PngPass[] =>
  (isInterlaced ? INTERLACED : AT_ONCE).flatMap(([left, top, across, down]) => {
    const [w, h] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    if (w <= 0 || h <= 0) return [];
    return [{ left, top, across, down, width: w, height: h, rowBytes: Math.ceil((w * bitsADot) / 8) }];
  });

/** What the dots come to before they are packed. */
export const unpackedBytes = (shape: PngShape): number =>
  passesOf(shape).reduce((sum, { height, rowBytes }) => sum + (rowBytes + 1) * height, 0);

/** The rows of all passes, as many bytes as its size says: a few bytes can claim to be more than any memory holds. */
export function unpackedRows(packed: Uint8Array, shape: PngShape): Buffer {
  const expected = unpackedBytes(shape);
  try {
    const rows = inflateSync(packed, { maxOutputLength: expected });
    if (rows.length === expected && isFiltered(rows, shape)) return rows;
  } catch {
    // Cut off, not packed at all, or more than its size.
  }
  throw damaged();
}

function isFiltered(rows: Buffer, shape: PngShape): boolean {
  let at = 0;
  for (const { height, rowBytes } of passesOf(shape))
    for (let row = 0; row < height; row += 1, at += rowBytes + 1) if ((rows[at] ?? 5) > 4) return false;
  return true;
}

/** Whether all its dots are there; of a picture that was cleaned. */
export function checkDots(clean: Buffer): void {
  const packed: Uint8Array[] = [];
  let shape: PngShape | null = null;
  for (let at = 8; at < clean.length; at += 12 + clean.readUInt32BE(at)) {
    const body = clean.subarray(at + 8, at + 8 + clean.readUInt32BE(at));
    const name = clean.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR') shape = shapeIn(body);
    if (name === 'IDAT') packed.push(body);
  }
  if (!shape) throw damaged();
  unpackedRows(Buffer.concat(packed), shape);
}

function shapeIn(head: Buffer): PngShape {
  const [bits = 0, colours = -1, , , interlaced] = head.subarray(8);
  const numbers = NUMBERS[colours];
  if (head.length !== 13 || numbers === undefined || !BITS.includes(bits)) throw damaged();
  return {
    ...{ width: head.readUInt32BE(0), height: head.readUInt32BE(4) },
    ...{ bitsADot: bits * numbers, isInterlaced: interlaced === 1 },
  };
}
