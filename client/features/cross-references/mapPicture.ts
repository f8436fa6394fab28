import type { Point, Size } from './mapRoutes.js';

/** What a map is drawn with, whether into a text or onto a sheet of pixels. */
export type Shape =
  | {
      readonly is: 'box';
      readonly at: Point & Size;
      readonly fill: string;
      readonly edge: string;
      readonly dash: string;
    }
  | {
      readonly is: 'line';
      readonly path: string;
      readonly ink: string;
      readonly dash: string;
      readonly width: number;
    }
  | { readonly is: 'head'; readonly path: string; readonly ink: string }
  | {
      readonly is: 'words';
      readonly at: Point;
      readonly text: string;
      readonly ink: string;
      readonly size: number;
      readonly isBold: boolean;
      readonly isCentred: boolean;
    };

export interface PicturePlace extends Point, Size {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly isDashed: boolean;
}

/** Round the parts of a place that was opened. */
export interface PictureFrame extends Point, Size {
  readonly name: string;
}

export interface PictureLine {
  readonly path: string;
  readonly points: readonly Point[];
  readonly label: Point;
  readonly words: readonly string[];
  readonly hold: 'holds' | 'strained' | 'broken';
}

export interface Picture {
  readonly title: string;
  readonly bounds: Point & Size;
  /** The height of a line of text. */
  readonly line: number;
  readonly places: readonly PicturePlace[];
  readonly frames?: readonly PictureFrame[];
  readonly lines: readonly PictureLine[];
  /** Where there are too many lines, their labels would hide them. */
  readonly hasLabels: boolean;
}

/** As on paper, whatever the screen looks like. */
export const PAPER = '#ffffff';
const INK = '#1b1f24';
const SOFT = '#535b65';
const FRAMED = '#f3f4f6';
const LOOKS = {
  holds: { ink: '#6b7480', dash: '' },
  strained: { ink: '#b3261e', dash: '9 5' },
  broken: { ink: '#1b1f24', dash: '2 5' },
} as const;
export const FONT = 'system-ui, Arial, sans-serif';
/** The width of a letter as part of its height, on the wide side so that nothing runs out of its box. */
const LETTER = 0.56;

/** Words in lines of so many letters at most; what is left over ends in an ellipsis. */
export function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && `${line} ${word}`.length > letters) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  const kept = lines.slice(0, most);
  return kept.map((one, at) => {
    const isCut = one.length > letters || (at === most - 1 && lines.length > most);
    return isCut ? `${one.slice(0, letters - 1).trimEnd()}…` : one;
  });
}

/** The map as shapes: frames first, then lines, then what stands on them. */
export function shapesOf({
  bounds,
  line,
  places,
  frames = [],
  lines,
  hasLabels,
  title,
}: Picture): readonly Shape[] {
  const words = (text: string, at: Point, more: Partial<Extract<Shape, { is: 'words' }>> = {}): Shape => ({
    ...{ is: 'words', text, at, ink: INK, size: line * 0.72, isBold: false, isCentred: false },
    ...more,
  });
  const ofLine = ({ path, points, hold }: PictureLine): Shape[] => {
    const { ink, dash } = LOOKS[hold];
    return [
      { is: 'line', path, ink, dash, width: hold === 'broken' ? 2.5 : 1.75 },
      { is: 'head', path: arrowHead(points), ink },
    ];
  };
  const ofLabel = ({ label, words: said, hold }: PictureLine): Shape[] => {
    const width = Math.max(...said.map(({ length }) => length)) * line * 0.72 * LETTER + line * 0.6;
    const height = said.length * line * 0.9 + line * 0.2;
    const top = label.y - height / 2;
    const { ink } = LOOKS[hold];
    return [
      { is: 'box', at: { x: label.x - width / 2, y: top, width, height }, fill: PAPER, edge: ink, dash: '' },
      ...said.map((text, at) =>
        words(
          text,
          { x: label.x, y: top + line * (0.9 * at + 0.75) },
          { isCentred: true, ink, isBold: at > 0 },
        ),
      ),
    ];
  };
  const ofFrame = ({ name, ...at }: PictureFrame): Shape[] => [
    { is: 'box', at, fill: FRAMED, edge: SOFT, dash: '' },
    ...wrapped(name, Math.floor((at.width - line * 1.2) / (line * 0.8 * LETTER)), 1).map((text) =>
      words(text, { x: at.x + line * 0.6, y: at.y + line * 1.4 }, { size: line * 0.8, isBold: true }),
    ),
  ];
  const ofPlace = ({ name, title: said, note, isDashed, ...at }: PicturePlace): Shape[] => {
    const [left, letters] = [at.x + line * 0.6, Math.floor((at.width - line * 1.2) / (line * 0.8 * LETTER))];
    return [
      { is: 'box', at, fill: PAPER, edge: SOFT, dash: isDashed ? '4 3' : '' },
      words(name, { x: left, y: at.y + line * 1.2 }, { isBold: true }),
      ...wrapped(said, letters, 2).map((text, row) =>
        words(text, { x: left, y: at.y + line * (2.4 + row) }, { size: line * 0.8 }),
      ),
      ...wrapped(note, letters, 1).map((text) =>
        words(text, { x: left, y: at.y + at.height - line * 0.6 }, { ink: SOFT }),
      ),
    ];
  };
  return [
    words(title, { x: bounds.x, y: bounds.y - line }, { size: line * 1.1, isBold: true }),
    ...frames.flatMap(ofFrame),
    ...lines.flatMap(ofLine),
    ...(hasLabels ? lines.flatMap(ofLabel) : []),
    ...places.flatMap(ofPlace),
  ];
}

/** A triangle where a line arrives, along its last stretch. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const from = points.at(-2) ?? tip;
  // Lines arrive upright: see pathAlong().
  const down = tip.y >= from.y ? 1 : -1;
  return `M${tip.x},${tip.y} l-4.5,${-9 * down} l9,0 z`;
}

/** The sheet a picture is drawn on: what it holds, its title and a margin. */
export function sheetOf({ bounds, line }: Picture): Point & Size {
  const margin = line * 1.5;
  return {
    x: bounds.x - margin,
    y: bounds.y - line * 2 - margin,
    width: bounds.width + 2 * margin,
    height: bounds.height + line * 2 + 2 * margin,
  };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const n = (value: number): string => String(Math.round(value * 10) / 10);

function written(shape: Shape): string {
  if (shape.is === 'box') {
    const { x, y, width, height } = shape.at;
    const dash = shape.dash && ` stroke-dasharray="${shape.dash}"`;
    return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="4" fill="${shape.fill}" stroke="${shape.edge}"${dash}/>`;
  }
  if (shape.is === 'line') {
    const dash = shape.dash && ` stroke-dasharray="${shape.dash}"`;
    return `<path d="${shape.path}" fill="none" stroke="${shape.ink}" stroke-width="${shape.width}"${dash}/>`;
  }
  if (shape.is === 'head') return `<path d="${shape.path}" fill="${shape.ink}"/>`;
  const anchor = shape.isCentred ? ' text-anchor="middle"' : '';
  const weight = shape.isBold ? ' font-weight="600"' : '';
  return `<text x="${n(shape.at.x)}" y="${n(shape.at.y)}" font-size="${n(shape.size)}" fill="${shape.ink}"${anchor}${weight}>${escaped(shape.text)}</text>`;
}

/** A picture that stands by itself: it names nothing that would have to be fetched. */
export function svgOf(picture: Picture): string {
  const { x, y, width, height } = sheetOf(picture);
  const sheet = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(x)} ${n(y)} ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" font-family="${FONT}" role="img">`,
    `<title>${escaped(picture.title)}</title>`,
    `<rect ${sheet} fill="${PAPER}"/>`,
    ...shapesOf(picture).map(written),
    '</svg>',
  ].join('\n');
}
