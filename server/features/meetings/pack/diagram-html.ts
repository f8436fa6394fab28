import { type Diagram, type DiagramShape, LETTER_SIZE, shapesOf } from '../../../../schema/diagrams.js';
import { html, type Markup, when } from '../../../platform/http/markup.js';

/** A letter is as large as the page’s own small ones, however large its reader has them. */
const REM = 15;

/** Drawn into the page itself, in the page’s own colours. What is wider than the page is moved under the finger. */
export const diagramHtml = ({
  alt,
  width,
  height,
  caption,
  ...drawn
}: Diagram): Markup => html`<div class="wide" role="figure" aria-label="Picture" tabindex="0">
<svg class="diagram" role="img" aria-label="${alt}" viewBox="0 0 ${width} ${height}" width="${rem(width)}" height="${rem(height)}" font-size="${LETTER_SIZE}">
${shapesOf({ alt, width, height, ...drawn }).map(shapeHtml)}</svg></div>
${when(
  caption,
  (words) => html`<p>${words}</p>
`,
)}`;

const rem = (length: number): string => `${Math.round((length / REM) * 100) / 100}rem`;

function shapeHtml(shape: DiagramShape): Markup {
  switch (shape.is) {
    case 'box':
      return html`<rect class="box" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>
`;
    case 'band':
      return html`<rect class="band ${shape.status}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>
`;
    case 'line':
      return html`<path class="line" d="${shape.path}" stroke-dasharray="${shape.dashes.length > 0 ? shape.dashes.join(' ') : 'none'}"/>
`;
    case 'head':
      return html`<path class="head" d="${shape.path}"/>
`;
    case 'words':
      return html`<text x="${shape.x}" y="${shape.y}"${shape.isStrong ? html` class="strong"` : ''}>${shape.text}</text>
`;
  }
}
