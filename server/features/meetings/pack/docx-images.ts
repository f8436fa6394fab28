import { escaped } from '../../../platform/http/markup.js';
import type { PackFiles, PackImage } from './pack-document.js';

/** A file within a Word document. */
export interface Medium {
  id: string;
  name: string;
  bytes: Uint8Array;
  isUsed: boolean;
}

/** The images that Word can show of what goes with a pack, by their SHA-256. */
export function mediaOf(files: PackFiles): Map<string, Medium> {
  const media = new Map<string, Medium>();
  for (const [sha256, bytes] of files) {
    const ending = endingOf(bytes);
    const n = media.size + 1;
    if (ending) media.set(sha256, { id: `image${n}`, name: `image${n}.${ending}`, bytes, isUsed: false });
  }
  return media;
}

const endingOf = ([a, b, c, d]: Uint8Array): 'png' | 'jpeg' | null => {
  if (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) return 'png';
  return a === 0xff && b === 0xd8 ? 'jpeg' : null;
};

/** A dot of a page on a screen, in the units of a drawing; and how much of them a page has room for. */
const DOT = 9_525;
const MOST = { width: 6_096_000, height: 7_315_200 };

/** An image in the line of the text, with its words for those who do not see it. */
export function pictureXml(
  { id }: Medium,
  { alt, width, height, number }: Pick<PackImage, 'alt' | 'width' | 'height'> & { number: number },
): string {
  const scale = Math.min(1, MOST.width / (width * DOT), MOST.height / (height * DOT));
  const [cx, cy] = [Math.round(width * DOT * scale), Math.round(height * DOT * scale)];
  const about = `id="${number}" name="Image ${number}" descr="${escaped(alt)}"`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${about}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${about}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
