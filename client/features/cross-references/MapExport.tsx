import { useState } from 'react';
import { announce } from '../../platform/ui/Announcer';
import { IconButton } from '../../platform/ui/Button';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { Menu } from '../../platform/ui/Menu';
import { remNow } from './mapDrawing';
import type { MapGraph } from './mapGraph';
import type { MapLayout } from './mapLayout';
import { paint } from './mapPaint';
import { type Picture, svgOf } from './mapPicture';
import { pictured } from './mapPictured';

interface MapExportProps {
  readonly shown: MapGraph;
  readonly layout: MapLayout;
}

const pictureOf = ({ shown, layout }: MapExportProps): Picture =>
  pictured(document.title, shown, layout, remNow());

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

const svgBlob = (picture: Picture): Blob => new Blob([svgOf(picture)], { type: 'image/svg+xml' });

/** The picture for a paper, a slide or a letter. */
export function MapExport(drawn: MapExportProps) {
  const [isRefused, setRefused] = useState(false);
  const saveSvg = (): void => save(svgBlob(pictureOf(drawn)), 'map.svg');
  const copy = async (): Promise<void> => {
    try {
      // There is none where the page did not come over a secure line.
      const clipboard: Clipboard | undefined = navigator.clipboard;
      if (!clipboard) throw new Error('There is no clipboard');
      await clipboard.writeText(svgOf(pictureOf(drawn)));
      announce('The picture was copied as SVG');
    } catch {
      setRefused(true);
    }
  };
  const savePixels = (): void => {
    const canvas = document.createElement('canvas');
    paint(pictureOf(drawn), canvas);
    canvas.toBlob((blob) => blob && save(blob, 'map.png'), 'image/png');
  };
  return (
    <>
      <Menu
        label="The picture"
        trigger={<IconButton icon="export" label="Take the picture along" />}
        groups={[
          {
            entries: [
              { id: 'copy', label: 'Copy as SVG', onAction: () => void copy() },
              { id: 'svg', label: 'Save as SVG', onAction: saveSvg },
              { id: 'png', label: 'Save as PNG', onAction: savePixels },
            ],
          },
        ]}
      />
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
    </>
  );
}
