import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One family for whole packs, with letters for every name in the country and the signs that papers use (≥, →, ✓). */
const NAMES = {
  regular: 'DejaVuSansCondensed',
  bold: 'DejaVuSansCondensed-Bold',
  italic: 'DejaVuSansCondensed-Oblique',
  boldItalic: 'DejaVuSansCondensed-BoldOblique',
} as const;

export type PackFont = keyof typeof NAMES;
export const packFonts = Object.keys(NAMES) as PackFont[];

const at = createRequire(import.meta.url);

export const fontFile = (font: PackFont): Buffer =>
  readFileSync(at.resolve(`dejavu-fonts-ttf/ttf/${NAMES[font]}.ttf`));
