import { announce } from '../../platform/ui/Announcer';
import { paint } from './mapPaint';
import { type Picture, svgOf } from './mapPicture';

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

/** A picture for a paper, a slide or a letter. */
export async function copySvg(picture: Picture): Promise<void> {
  await navigator.clipboard.writeText(svgOf(picture));
  announce('The picture was copied as SVG');
}

export const saveSvg = (picture: Picture, name = 'map'): void =>
  save(new Blob([svgOf(picture)], { type: 'image/svg+xml' }), `${name}.svg`);

export function savePng(picture: Picture, name = 'map'): void {
  const canvas = document.createElement('canvas');
  paint(picture, canvas);
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), 'image/png');
}
