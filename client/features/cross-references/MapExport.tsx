import { IconButton } from '../../platform/ui/Button';
import { Menu } from '../../platform/ui/Menu';
import { remNow } from './mapDrawing';
import type { MapGraph } from './mapGraph';
import type { MapLayout } from './mapLayout';
import { pictured } from './mapPictured';
import { useTaking } from './useTaking';

interface MapExportProps {
  readonly shown: MapGraph;
  readonly layout: MapLayout;
}

/** Takes along what is drawn. */
export function MapExport({ shown, layout }: MapExportProps) {
  const { copyImage, copySvg, saveSvg, savePng, dialog } = useTaking(() =>
    pictured(document.title, shown, layout, remNow()),
  );
  return (
    <>
      <Menu
        label="The picture"
        trigger={<IconButton icon="export" label="Take the picture along" />}
        groups={[
          {
            entries: [
              { id: 'image', label: 'Copy as an image', onAction: copyImage },
              { id: 'copy', label: 'Copy as SVG', onAction: copySvg },
              { id: 'svg', label: 'Save as SVG', onAction: saveSvg },
              { id: 'png', label: 'Save as PNG', onAction: savePng },
            ],
          },
        ]}
      />
      {dialog}
    </>
  );
}
