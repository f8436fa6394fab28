import { IconButton } from '../../platform/ui/Button';
import { Menu } from '../../platform/ui/Menu';
import type { BundleEdgeType } from './BundleEdge';
import { type MapLayout, MOST_DRAWN_FINELY } from './mapLayout';
import { lineOnPaper, placeOnPaper } from './mapOnPaper';
import type { Picture } from './mapPicture';
import { copySvg, savePng, saveSvg } from './mapTaking';
import type { PlaceNodeType } from './PlaceNode';

interface MapExportProps {
  readonly nodes: readonly PlaceNodeType[];
  readonly edges: readonly BundleEdgeType[];
  readonly bounds: MapLayout['bounds'];
}

function pictureOf({ nodes, edges, bounds }: MapExportProps): Picture {
  return {
    title: document.title,
    bounds,
    line: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    hasLabels: nodes.length <= MOST_DRAWN_FINELY,
    places: nodes.map(({ position, width = 0, height = 0, data: { place } }) =>
      placeOnPaper(place, { ...position, width, height }),
    ),
    lines: edges.flatMap(({ data }) => (data ? lineOnPaper(data.bundle, data) : [])),
  };
}

/** The picture for a paper, a slide or a letter. */
export function MapExport(drawn: MapExportProps) {
  return (
    <Menu
      label="The picture"
      trigger={<IconButton icon="export" label="Take the picture along" />}
      groups={[
        {
          entries: [
            { id: 'copy', label: 'Copy as SVG', onAction: () => void copySvg(pictureOf(drawn)) },
            { id: 'svg', label: 'Save as SVG', onAction: () => saveSvg(pictureOf(drawn)) },
            { id: 'png', label: 'Save as PNG', onAction: () => savePng(pictureOf(drawn)) },
          ],
        },
      ]}
    />
  );
}
