import { FONT, PAPER, type Picture, shapesOf, sheetOf } from './mapPicture';

const MOST_PIXELS = 8_000;

/** The same shapes as pixels; drawn by hand, since the page may show no picture but its own files. */
export function paint(picture: Picture, canvas: HTMLCanvasElement): void {
  const { x, y, width, height } = sheetOf(picture);
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  pen.fillStyle = PAPER;
  pen.fillRect(x, y, width, height);
  for (const shape of shapesOf(picture)) {
    pen.setLineDash('dash' in shape ? shape.dash.split(' ').filter(Boolean).map(Number) : []);
    if (shape.is === 'box') {
      const { at } = shape;
      pen.fillStyle = shape.fill;
      pen.strokeStyle = shape.edge;
      pen.lineWidth = 1;
      pen.fillRect(at.x, at.y, at.width, at.height);
      pen.strokeRect(at.x, at.y, at.width, at.height);
    } else if (shape.is === 'line') {
      pen.strokeStyle = shape.ink;
      pen.lineWidth = shape.width;
      pen.stroke(new Path2D(shape.path));
    } else if (shape.is === 'head') {
      pen.fillStyle = shape.ink;
      pen.fill(new Path2D(shape.path));
    } else {
      pen.fillStyle = shape.ink;
      pen.font = `${shape.isBold ? '600 ' : ''}${shape.size}px ${FONT}`;
      pen.textAlign = shape.isCentred ? 'center' : 'left';
      pen.fillText(shape.text, shape.at.x, shape.at.y);
    }
  }
}
