import type { BragStatus } from './vocabulary.js';

/** A picture of boxes and arrows, laid out already: whoever draws it moves nothing. Lengths are dots of a screen. */
export interface Diagram {
  /** What it shows, in words, for whoever does not see it. */
  alt: string;
  width: number;
  height: number;
  boxes: DiagramBox[];
  arrows: DiagramArrow[];
  /** What each look of an arrow means. */
  key: DiagramKey[];
  /** Said below it, where there is more than it shows. */
  caption?: string;
}

export interface DiagramBox {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: DiagramLine[];
  /** What its band of colour says again; its words say it first. */
  status?: BragStatus;
}

export interface DiagramLine {
  text: string;
  strong?: true;
}

export interface DiagramArrow {
  /** From edge to edge; it leaves and arrives upright. */
  points: DiagramPoint[];
  look: ArrowLook;
}

export interface DiagramPoint {
  x: number;
  y: number;
}

export interface DiagramKey extends DiagramPoint {
  look: ArrowLook;
  text: string;
}

/** How an arrow is drawn: told apart without any colour. */
export type ArrowLook = 'SOLID' | 'DASHED' | 'DOTTED' | 'BROKEN';

const DASHES: Record<ArrowLook, readonly number[]> = {
  SOLID: [],
  DASHED: [7, 4],
  DOTTED: [1.5, 3.5],
  BROKEN: [9, 3, 1.5, 3],
};

export const LETTER_SIZE = 12;
export const LINE_HEIGHT = 15;
/** Between the edge of a box and its words. */
export const PADDING = 7;
export const BAND = 6;
const HEAD = { length: 9, half: 4.5 };
const KEY_LINE = 44;
/** From the left end of what a key shows to its words. */
export const KEY_WORDS = KEY_LINE + 10;

/** What a diagram is drawn with, in order: what comes later lies above. */
export type DiagramShape =
  | { is: 'box'; x: number; y: number; width: number; height: number }
  | { is: 'band'; x: number; y: number; width: number; height: number; status: BragStatus }
  | { is: 'line'; path: string; dashes: readonly number[] }
  | { is: 'head'; path: string }
  /** From the left end of its base line. */
  | { is: 'words'; x: number; y: number; text: string; isStrong: boolean };

export const shapesOf = ({ boxes, arrows, key }: Diagram): DiagramShape[] => [
  ...boxes.flatMap(boxShapes),
  ...arrows.flatMap(arrowShapes),
  ...key.flatMap(keyShapes),
];

function boxShapes({ x, y, width, height, lines, status }: DiagramBox): DiagramShape[] {
  return [
    { is: 'box', x, y, width, height },
    ...(status ? [{ ...{ is: 'band' as const, x, y, height, status }, width: BAND }] : []),
    ...lines.map(({ text, strong }, at) => ({
      ...{ is: 'words' as const, text, isStrong: strong === true },
      x: x + BAND + PADDING,
      y: y + PADDING + at * LINE_HEIGHT + LETTER_SIZE - 1,
    })),
  ];
}

function arrowShapes({ points, look }: DiagramArrow): DiagramShape[] {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return [];
  const down = tip.y >= before.y ? 1 : -1;
  // The line ends where its head begins, so that no dash shows beside the point.
  const neck = { x: tip.x, y: tip.y - down * HEAD.length };
  return [
    { is: 'line', path: pathAlong([...points.slice(0, -1), neck]), dashes: DASHES[look] },
    {
      is: 'head',
      path: `M${at(tip)} L${at({ x: tip.x - HEAD.half, y: neck.y })} L${at({ x: tip.x + HEAD.half, y: neck.y })} Z`,
    },
  ];
}

function keyShapes({ x, y, look, text }: DiagramKey): DiagramShape[] {
  const [tip, neck] = [x + KEY_LINE, x + KEY_LINE - HEAD.length];
  return [
    { is: 'line', path: `M${at({ x, y })} L${at({ x: neck, y })}`, dashes: DASHES[look] },
    {
      is: 'head',
      path: `M${at({ x: tip, y })} L${at({ x: neck, y: y - HEAD.half })} L${at({ x: neck, y: y + HEAD.half })} Z`,
    },
    { is: 'words', x: x + KEY_WORDS, y: y + 4, text, isStrong: false },
  ];
}

const at = ({ x, y }: DiagramPoint): string => `${tenth(x)},${tenth(y)}`;
export const tenth = (length: number): number => Math.round(length * 10) / 10;

/** Through the points, upright at each of them. */
function pathAlong([first, ...rest]: readonly DiagramPoint[]): string {
  if (!first) return '';
  let from = first;
  const steps = rest.map((to) => {
    const half = (from.y + to.y) / 2;
    const step =
      from.x === to.x ? `L${at(to)}` : `C${at({ x: from.x, y: half })} ${at({ x: to.x, y: half })} ${at(to)}`;
    from = to;
    return step;
  });
  return [`M${at(first)}`, ...steps].join(' ');
}
