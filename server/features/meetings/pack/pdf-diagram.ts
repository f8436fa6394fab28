import { type DiagramShape, LETTER_SIZE, shapesOf } from '../../../../schema/diagrams.js';
import { BragStatus } from '../../../../schema/vocabulary.js';
import type { PackDiagram } from './pack-document.js';
import { type Pdf, room, SHEET, STYLES, use } from './pdf-page.js';

type Element = PDFKit.PDFStructureElement;

/** As many dots an inch as a page on a screen has. */
const POINTS = 72 / 96;
/** Left on its page for the heading above it. */
const ABOVE = 72;

const scaleOf = ({ width, height }: PackDiagram, across: number): number =>
  Math.min(POINTS, across / width, (SHEET.height - ABOVE) / height);

/** How high it stands on the page. */
export const diagramHeight = (it: PackDiagram, indent = 0): number =>
  it.height * scaleOf(it, SHEET.width - indent) + STYLES.text.gap;

/** Drawn in lines and letters, no wider than the text and no higher than a page. */
export function diagram(pdf: Pdf, into: Element, it: PackDiagram, indent: number): void {
  room(pdf, diagramHeight(it, indent));
  const scale = scaleOf(it, SHEET.width - indent);
  const top = pdf.y;
  const draw = () => {
    pdf
      .save()
      .translate(SHEET.left + indent, top)
      .scale(scale);
    for (const shape of shapesOf(it)) drawn(pdf, shape);
    pdf.restore();
  };
  into.add(pdf.struct('Figure', { alt: it.alt }, [draw]));
  pdf.y = top + it.height * scale + STYLES.text.gap;
  pdf.x = SHEET.left;
}

const INK = '#44403c';
const BANDS: Record<BragStatus, string> = {
  BLUE: '#1c58a6',
  GREEN: '#1d7444',
  AMBER: '#f0ad32',
  RED: '#bb2330',
  NOT_YET_RATED: '#ffffff',
};

function drawn(pdf: Pdf, shape: DiagramShape): void {
  switch (shape.is) {
    case 'box':
    case 'band': {
      const { x, y, width, height } = shape;
      const fill = shape.is === 'band' ? BANDS[shape.status] : '#ffffff';
      pdf.rect(x, y, width, height).lineWidth(1).fillAndStroke(fill, INK);
      return;
    }
    case 'line':
      pdf.path(shape.path).lineWidth(1.5);
      if (shape.dashes.length > 0) pdf.dash(shape.dashes as unknown as number, {});
      pdf.stroke(INK).undash();
      return;
    case 'head':
      pdf.path(shape.path).fill(INK);
      return;
    case 'words': {
      const { x, y, text, isStrong } = shape;
      const style = isStrong ? STYLES.cellHead : STYLES.cell;
      use(pdf, { ...style, size: LETTER_SIZE }).text(text, x, y, {
        baseline: 'alphabetic',
        lineBreak: false,
      });
    }
  }
}
