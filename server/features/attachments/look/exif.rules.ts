/** What a camera wrote beside the picture: as far as it has to be known to take it out. */

export interface Exif {
  hasPlace: boolean;
  /** How the picture is to be turned, 1 to 8. */
  orientation: number;
}

const ORIENTATION = 0x0112;
const GPS = 0x8825;
const MOST_ENTRIES = 500;

/** The first directory of a TIFF block; what cannot be read has neither. */
export function readExif(tiff: Uint8Array): Exif {
  const found: Exif = { hasPlace: false, orientation: 1 };
  if (tiff.length < 14) return found;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, isLittle);
  if (start + 2 > tiff.length) return found;
  const count = Math.min(view.getUint16(start, isLittle), MOST_ENTRIES);
  for (let i = 0; i < count; i += 1) {
    const at = start + 2 + i * 12;
    if (at + 12 > tiff.length) break;
    const tag = view.getUint16(at, isLittle);
    if (tag === GPS) found.hasPlace = true;
    const value = view.getUint16(at + 8, isLittle);
    if (tag === ORIENTATION && value >= 1 && value <= 8) found.orientation = value;
  }
  return found;
}

/** A TIFF block that says nothing but how the picture is turned. */
export const turnedExif = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);
