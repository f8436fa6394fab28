import type { ArrowLook, DiagramArrow, DiagramPoint } from '../../../schema/diagrams.js';
import type { Group, Tie } from './diagram-layers.rules.js';

export interface DrawnTie extends Tie {
  look: ArrowLook;
}

/** Of every box alike, and the room there is between two of them and between two rows. */
export interface Measures {
  width: number;
  height: number;
  between: number;
  below: number;
}

export interface LaidOut {
  /** The top left corner of each box. */
  corners: Map<string, DiagramPoint>;
  arrows: DiagramArrow[];
  width: number;
}

interface Way {
  tie: DrawnTie;
  isDown: boolean;
  /** The rows it passes, from its beginning. */
  passes: Pass[];
}

interface Pass {
  row: number;
  /** Counted from the left: before the first box, between two, or after the last. */
  gap: number;
  /** Where it would pass if there were no boxes. */
  wanted: number;
  /** What has this in common runs as one line: it begins at one box, or it ends at one. */
  bundle: string;
}

/** Between two lines that pass in one gap; and no gap is wider than that. */
const LANE = 9;
const WIDEST = 64;

/** Where the boxes of the rows stand, each row about the middle, and how arrows lead past what lies between. */
export function laidOut({ rows, ties }: Group<DrawnTie>, measures: Measures): LaidOut {
  const { width, height, below } = measures;
  const ways = waysOf(rows, ties);
  const lanes = lanesOf(ways);
  const most = Math.max(0, ...[...lanes.values()].map(({ length }) => length));
  const between = Math.min(WIDEST, Math.max(measures.between, LANE * (most + 1)));
  const lane = Math.min(LANE, between / (most + 1));
  const step = width + between;
  const topOf = (row: number) => row * (height + below);
  const corners = new Map(
    rows.flatMap((row, at) =>
      row.map((id, column) => {
        const x = columnAt(column, row.length) * step - width / 2;
        return [id, { x, y: topOf(at) }] as const;
      }),
    ),
  );
  const passed = ({ isDown, passes }: Way): DiagramPoint[] =>
    passes.flatMap(({ row, gap, bundle }) => {
      const beside = lanes.get(`${row} ${gap}`) ?? [];
      const aside = (beside.indexOf(bundle) - (beside.length - 1) / 2) * lane;
      const x = gapAt(gap, rows[row]?.length ?? 0) * step + aside;
      // Straight past a row, and aside only where there are no boxes.
      const ends = [
        { x, y: topOf(row) },
        { x, y: topOf(row) + height },
      ];
      return isDown ? ends : ends.reverse();
    });
  const arrows = withEnds(
    ways.map((way) => ({ ...way, passed: passed(way) })),
    corners,
    measures,
  );
  return fromTheLeft(corners, arrows, width);
}

/** From the middle of the row, in steps from one box to the next. */
const columnAt = (column: number, length: number): number => column - (length - 1) / 2;
const gapAt = (gap: number, length: number): number => gap - length / 2;

function waysOf(rows: readonly string[][], ties: readonly DrawnTie[]): Way[] {
  const spots = new Map(
    rows.flatMap((row, at) => row.map((id, c) => [id, { row: at, x: columnAt(c, row.length) }] as const)),
  );
  const spotOf = (id: string) => spots.get(id) ?? { row: 0, x: 0 };
  return ties.map((tie) => {
    const [from, to] = [spotOf(tie.from), spotOf(tie.to)];
    const isDown = to.row > from.row;
    const between = rows
      .map((_, row) => row)
      .filter((row) => row > Math.min(from.row, to.row) && row < Math.max(from.row, to.row));
    const bundle = `${bundleOf(tie, ties)} ${isDown}`;
    const passes = (isDown ? between : between.reverse()).map((row): Pass => {
      const wanted = from.x + ((to.x - from.x) * (row - from.row)) / (to.row - from.row);
      return { row, gap: nearestGap(wanted, rows[row]?.length ?? 0), wanted, bundle };
    });
    return { tie, isDown, passes };
  });
}

/** Dashes of several lines that run as one from their beginning fall together; towards their end they would not. */
function bundleOf({ from, to, look }: DrawnTie, ties: readonly DrawnTie[]): string {
  const out = ties.filter((tie) => tie.from === from).length;
  const into = ties.filter((tie) => tie.to === to).length;
  return look === 'SOLID' && into > out ? `to ${to} ${look}` : `from ${from} ${look}`;
}

const nearestGap = (wanted: number, length: number): number =>
  Array.from({ length: length + 1 }, (_, gap) => gap).reduce((best, gap) =>
    Math.abs(gapAt(gap, length) - wanted) < Math.abs(gapAt(best, length) - wanted) ? gap : best,
  );

/** The bundles that pass in each gap of each row, from left to right. */
function lanesOf(ways: readonly Way[]): Map<string, string[]> {
  const lanes = new Map<string, string[]>();
  const passes = ways.flatMap((way) => way.passes).sort((a, b) => a.wanted - b.wanted);
  for (const { row, gap, bundle } of passes) {
    const lane = lanes.get(`${row} ${gap}`) ?? [];
    if (!lane.includes(bundle)) lane.push(bundle);
    lanes.set(`${row} ${gap}`, lane);
  }
  return lanes;
}

/** Where an arrow meets a box, and the next point of it as seen from there. */
interface Meeting {
  id: string;
  isBelow: boolean;
  next: number;
  look: ArrowLook;
}

/** Arrows meet a side of a box apart from each other, but for those that come to it as one. */
function withEnds(
  ways: readonly (Way & { passed: DiagramPoint[] })[],
  corners: ReadonlyMap<string, DiagramPoint>,
  { width, height }: Measures,
): DiagramArrow[] {
  const cornerOf = (id: string) => corners.get(id) ?? { x: 0, y: 0 };
  const met = ways.map(({ tie: { from, to, look }, isDown, passed }) => {
    const towards = (next: DiagramPoint | undefined, other: string) =>
      next?.x ?? cornerOf(other).x + width / 2;
    const start: Meeting = { id: from, isBelow: isDown, next: towards(passed[0], to), look };
    const end: Meeting = { id: to, isBelow: !isDown, next: towards(passed.at(-1), from), look };
    return { start, end, passed, look };
  });
  const all = met.flatMap(({ start, end }) => [start, end]);
  const spotOf = (one: Meeting): DiagramPoint => {
    const side = all.filter(({ id, isBelow }) => id === one.id && isBelow === one.isBelow);
    const spots = [...new Map(side.map((each) => [`${each.next} ${each.look}`, each])).values()];
    spots.sort((a, b) => a.next - b.next || a.look.localeCompare(b.look));
    const at = spots.findIndex(({ next, look }) => next === one.next && look === one.look);
    const { x, y } = cornerOf(one.id);
    return { x: x + (width * (at + 1)) / (spots.length + 1), y: one.isBelow ? y + height : y };
  };
  return met.map(({ start, end, passed, look }) => ({
    ...{ look, points: [spotOf(start), ...passed, spotOf(end)] },
  }));
}

/** Moved so that the leftmost of it, box or arrow, is at the left edge. */
function fromTheLeft(
  corners: ReadonlyMap<string, DiagramPoint>,
  arrows: readonly DiagramArrow[],
  width: number,
): LaidOut {
  const turns = arrows.flatMap(({ points }) => points.map(({ x }) => x));
  const edges = [...corners.values()].flatMap(({ x }) => [x, x + width]);
  const left = Math.min(...turns, ...edges);
  const moved = ({ x, y }: DiagramPoint): DiagramPoint => ({ x: x - left, y });
  return {
    corners: new Map([...corners].map(([id, corner]) => [id, moved(corner)])),
    arrows: arrows.map((arrow) => ({ ...arrow, points: arrow.points.map(moved) })),
    width: Math.max(...turns, ...edges) - left,
  };
}
