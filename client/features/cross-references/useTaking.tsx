import { type ReactElement, useState } from 'react';
import { announce } from '../../platform/ui/Announcer';
import { copyPng, copyText } from '../../platform/ui/copyText';
import { ConfirmDialog } from '../../platform/ui/Dialog';
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

function pngOf(picture: Picture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  paint(picture, canvas);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('nothing was drawn'))), 'image/png'),
  );
}

interface Taking {
  /** As an image, to be pasted into a report, a slide or a mail. */
  readonly copyImage: () => void;
  readonly copySvg: () => void;
  readonly saveSvg: () => void;
  readonly savePng: () => void;
  /** Says so where the browser lets nothing be copied, and offers the file. */
  readonly dialog: ReactElement;
}

/** The picture for a paper, a slide or a letter. */
export function useTaking(pictureNow: () => Picture): Taking {
  const [isRefused, setRefused] = useState(false);
  const saveSvg = (): void => save(new Blob([svgOf(pictureNow())], { type: 'image/svg+xml' }), 'map.svg');
  const told = (copied: Promise<void>, words: string): void =>
    void copied.then(
      () => announce(words),
      () => setRefused(true),
    );
  const copySvg = (): void => told(copyText(svgOf(pictureNow())), 'The picture was copied as SVG');
  const copyImage = (): void => told(copyPng(pngOf(pictureNow())), 'The picture was copied');
  const savePng = (): void => void pngOf(pictureNow()).then((png) => save(png, 'map.png'));
  const dialog = (
    <ConfirmDialog
      isOpen={isRefused}
      title="The picture could not be copied"
      confirm="Save as SVG"
      onConfirm={() => {
        setRefused(false);
        saveSvg();
      }}
      onClose={() => setRefused(false)}
    >
      This browser does not let the page put anything on the clipboard here. The picture can be saved as a
      file instead.
    </ConfirmDialog>
  );
  return { copyImage, copySvg, saveSvg, savePng, dialog };
}
