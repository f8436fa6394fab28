import { type ReactElement, useState } from 'react';
import { announce } from '../../platform/ui/Announcer';
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

/** There is none where the page did not come over a secure line. */
export async function copyText(text: string): Promise<void> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) throw new Error('There is no clipboard');
  await clipboard.writeText(text);
}

interface Taking {
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
  const copySvg = async (): Promise<void> => {
    try {
      await copyText(svgOf(pictureNow()));
      announce('The picture was copied as SVG');
    } catch {
      setRefused(true);
    }
  };
  const savePng = (): void => {
    const canvas = document.createElement('canvas');
    paint(pictureNow(), canvas);
    canvas.toBlob((blob) => blob && save(blob, 'map.png'), 'image/png');
  };
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
  return { copySvg: () => void copySvg(), saveSvg, savePng, dialog };
}
