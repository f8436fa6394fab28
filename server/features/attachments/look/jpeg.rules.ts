import { readExif, turnedExif } from './exif.rules.js';
import { damaged } from './file-refused.js';
import type { Found } from './finding.rules.js';
import type { Picture } from './picture.rules.js';

const SOI = [0xff, 0xd8];
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const COMMENT = 0xfe;
const EXIF = 'Exif\0\0';

/** Kept of what programs add: the frame it is in (0), its colours (2, ICC alone), and how its colours are coded (14). */
const isColour = (marker: number, body: Uint8Array) =>
  marker === 0xe0 || marker === 0xee || (marker === 0xe2 && begins(body, 'ICC_PROFILE\0'));
const isApp = (marker: number) => marker >= 0xe0 && marker <= 0xef;
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Stands alone, without a length: restarts. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const begins = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/** The picture without what tells of its maker; that it has to be turned is kept. */
export function cleanJpeg(bytes: Uint8Array): Picture {
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let hasPlace = false;
  let details = 0;
  let at = 2;
  for (;;) {
    const { marker, next, body, whole } = segmentAt(bytes, at);
    at = next;
    if (marker === EOI) {
      kept.push(whole);
      break;
    }
    if (isFrame(marker)) size ??= sizeIn(body);
    if (marker === APP1 && begins(body, EXIF)) {
      const exif = readExif(body.subarray(EXIF.length));
      hasPlace ||= exif.hasPlace;
      orientation = exif.orientation;
      details += 1;
    } else if (marker === COMMENT || (isApp(marker) && !isColour(marker, body))) details += 1;
    else kept.push(whole);
  }
  if (!size) throw damaged();
  // Pictures that a telephone hangs on behind the end.
  if (at < bytes.length) details += 1;
  const turn = orientation === 1 ? [] : [exifSegment(orientation)];
  const isOnSide = orientation > 4;
  const found: Found[] = [
    { kind: 'PHOTO_PLACE', places: [], count: hasPlace ? 1 : 0 },
    { kind: 'PHOTO_DETAILS', places: [], count: details },
  ];
  return {
    bytes: Buffer.concat([Uint8Array.from(SOI), ...turn, ...kept]),
    width: isOnSide ? size.height : size.width,
    height: isOnSide ? size.width : size.height,
    found,
  };
}

interface Segment {
  marker: number;
  body: Uint8Array;
  /** With its marker; of a scan, with all the picture that follows. */
  whole: Uint8Array;
  next: number;
}

function segmentAt(bytes: Uint8Array, from: number): Segment {
  let at = from;
  if (bytes[at] !== 0xff) throw damaged();
  // Any number of fill bytes may stand before a marker.
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
  const marker = bytes[at + 1];
  if (marker === undefined || marker === 0) throw damaged();
  if (marker === EOI || isBare(marker))
    return { marker, body: new Uint8Array(), whole: bytes.subarray(at, at + 2), next: at + 2 };
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length) throw damaged();
  const next = marker === SOS ? endOfScan(bytes, end) : end;
  return { marker, body: bytes.subarray(at + 4, end), whole: bytes.subarray(at, next), next };
}

/** Where the next marker stands that is none of the scan’s own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !isBare(marker)) return at;
  }
  throw damaged();
}

function sizeIn(body: Uint8Array): { width: number; height: number } {
  const size = {
    height: ((body[1] ?? 0) << 8) | (body[2] ?? 0),
    width: ((body[3] ?? 0) << 8) | (body[4] ?? 0),
  };
  if (size.width === 0 || size.height === 0) throw damaged();
  return size;
}

function exifSegment(orientation: number): Uint8Array {
  const body = Buffer.concat([Buffer.from(EXIF, 'latin1'), turnedExif(orientation)]);
  return Buffer.concat([Uint8Array.from([0xff, APP1, 0, body.length + 2]), body]);
}
