import {
  type ArrowLook,
  BAND,
  type Diagram,
  type DiagramArrow,
  type DiagramBox,
  type DiagramKey,
  type DiagramLine,
  type DiagramPoint,
  KEY_WORDS,
  LETTER_SIZE,
  LINE_HEIGHT,
  PADDING,
  tenth,
} from '../../../schema/diagrams.js';
import type { BragStatus } from '../../../schema/vocabulary.js';
import { type Group, groupsOf, type Tie } from './diagram-layers.rules.js';
import { type DrawnTie, laidOut } from './diagram-ways.rules.js';
import { linesWithin, widthOf } from './diagram-words.rules.js';

export interface ToDraw {
  boxes: readonly BoxWords[];
  ties: readonly DrawnTie[];
  alt: string;
  /** What each look says, in the order in which it is said. */
  looks: ReadonlyMap<ArrowLook, string>;
}

export interface BoxWords {
  id: string;
  name: string;
  title: string;
  /** How it stands, in words; and the same as a status. */
  note: string;
  status?: BragStatus;
}

/** Three boxes beside one another are as wide as a page of text, and eight rows as high. */
const ACROSS = 3;
const MOST_ROWS = 8;
const WIDTH = 184;
const ROOM = { between: 28, below: 40 };
/** Lines have a breadth, which must not be cut off. */
const EDGE = 1;
const INNER = (WIDTH - BAND - 2 * PADDING) / LETTER_SIZE;

/** Whether all of it could be read on one page. */
export const isReadable = (ties: readonly Tie[]): boolean =>
  packed(groupsOf(ties, ACROSS)).every(({ row, group }) => row + group.rows.length <= MOST_ROWS);

/** The same for the same, to the last dot. */
export function diagramOf({ boxes, ties, alt, looks }: ToDraw): Diagram {
  const lines = new Map(boxes.map((box) => [box.id, linesOf(box)]));
  const height = 2 * PADDING + LINE_HEIGHT * Math.max(...[...lines.values()].map(({ length }) => length));
  const corners = new Map<string, DiagramPoint>();
  const arrows: DiagramArrow[] = [];
  const laid = packed(groupsOf(ties, ACROSS)).map((spot) => ({
    ...{ spot, it: laidOut(spot.group, { ...ROOM, width: WIDTH, height }) },
  }));
  const lefts = leftsOf(laid.map(({ spot, it }) => ({ ...spot, width: it.width })));
  for (const { spot, it } of laid) {
    const [left, top] = [(lefts[spot.column] ?? 0) + EDGE, spot.row * (height + ROOM.below) + EDGE];
    const moved = ({ x, y }: DiagramPoint) => ({ x: tenth(x + left), y: tenth(y + top) });
    for (const [id, corner] of it.corners) corners.set(id, moved(corner));
    arrows.push(...it.arrows.map(({ look, points }) => ({ look, points: points.map(moved) })));
  }
  const across = Math.max(...laid.map(({ spot, it }) => (lefts[spot.column] ?? 0) + it.width)) + EDGE;
  const lowest = Math.max(...[...corners.values()].map(({ y }) => y + height));
  const key = keyOf(looks, ties, across, lowest);
  return {
    alt,
    width: Math.ceil(Math.max(across, ...key.map(rightEnd)) + EDGE),
    height: Math.ceil((key.at(-1)?.y ?? lowest) + LINE_HEIGHT / 2),
    boxes: boxes.flatMap(({ id, status }): DiagramBox[] => {
      const corner = corners.get(id);
      const box = { width: WIDTH, height, lines: lines.get(id) ?? [], ...(status && { status }) };
      return corner ? [{ ...corner, ...box }] : [];
    }),
    arrows,
    key,
  };
}

const linesOf = ({ name, title, note }: BoxWords): DiagramLine[] => [
  ...linesWithin(name, INNER, 2, true).map((text) => ({ text, strong: true as const })),
  ...linesWithin(title, INNER, 3).map((text) => ({ text })),
  ...linesWithin(note, INNER, 1).map((text) => ({ text })),
];

interface Spot<One extends Tie> {
  group: Group<One>;
  column: number;
  columns: number;
  row: number;
}

/** Groups stand beside each other as far as there is room: each as high up as it can. */
function packed<One extends Tie>(groups: readonly Group<One>[]): Spot<One>[] {
  const filled = Array.from({ length: ACROSS }, () => 0);
  return groups.map((group) => {
    const columns = Math.max(...group.rows.map((row) => row.length));
    const topAt = (column: number) => Math.max(...filled.slice(column, column + columns));
    const places = filled.map((_, column) => column).slice(0, ACROSS - columns + 1);
    const column = places.reduce((best, one) => (topAt(one) < topAt(best) ? one : best));
    const row = topAt(column);
    filled.fill(row + group.rows.length, column, column + columns);
    return { group, column, columns, row };
  });
}

/** Where each column begins: what stands in those before it has room there, with the arrows beside it. */
function leftsOf(spots: readonly { column: number; columns: number; width: number }[]): number[] {
  const lefts = [0];
  for (let next = 1; next < ACROSS; next++) {
    const ending = spots.filter(({ column, columns }) => column + columns === next);
    const rights = ending.map(({ column, width }) => (lefts[column] ?? 0) + width + ROOM.between);
    lefts.push(Math.max((lefts[next - 1] ?? 0) + WIDTH + ROOM.between, ...rights));
  }
  return lefts;
}

const rightEnd = ({ x, text }: Pick<DiagramKey, 'x' | 'text'>): number =>
  x + KEY_WORDS + widthOf(text) * LETTER_SIZE;

/** Below all: what the looks mean that there are, beside each other as far as there is room. */
function keyOf(
  looks: ToDraw['looks'],
  ties: readonly DrawnTie[],
  across: number,
  lowest: number,
): DiagramKey[] {
  const key: DiagramKey[] = [];
  for (const [look, text] of looks) {
    if (!ties.some((tie) => tie.look === look)) continue;
    const last = key.at(-1);
    const beside = last && { x: rightEnd(last) + ROOM.between, y: last.y };
    const at =
      beside && rightEnd({ ...beside, text }) <= across
        ? beside
        : { x: EDGE, y: last ? last.y + LINE_HEIGHT + 5 : lowest + 26 };
    key.push({ x: tenth(at.x), y: tenth(at.y), look, text });
  }
  return key;
}
