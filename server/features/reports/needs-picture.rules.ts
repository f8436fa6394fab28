import type { ArrowLook } from '../../../schema/diagrams.js';
import type { TextBlock } from '../../../schema/report-text.js';
import type { BragStatus } from '../../../schema/vocabulary.js';
import { diagramOf, isReadable } from './diagram.rules.js';
import { dayWords, STATUS, tableOr } from './live-block.rules.js';

/** One end of a need: what waits, or what is waited for. */
export interface NeedEnd {
  id: string;
  /** As it is called here; empty where it has nothing but its title. */
  name: string;
  title: string;
  status: BragStatus | null;
}

/** Something that waits for something else. */
export interface Need {
  from: NeedEnd;
  to: NeedEnd;
  /** How it was answered. */
  status: string;
  by: string | null;
}

const ANSWERS: Record<string, readonly [words: string, look: ArrowLook]> = {
  CONFIRMED: ['Confirmed', 'SOLID'],
  PROPOSED: ['Not answered yet', 'DASHED'],
  COUNTERED: ['Another day was offered', 'BROKEN'],
  DISPUTED: ['Disputed', 'DOTTED'],
};
const LOOKS = new Map(
  Object.values(ANSWERS).map(([words, look]) => [look, `waits for: ${words.toLowerCase()}`] as const),
);

const HEAD = ['What waits', 'For what', 'By', 'Answer', 'How that stands'];

/** What waits for what, as a picture and then in words; `more` is how many there are beside these. */
export function needsBlocks(needs: readonly Need[], more: number): TextBlock[] {
  const rows = needs.map(({ from, to, status, by }) => [
    inWords(from),
    inWords(to),
    dayWords(by),
    ANSWERS[status]?.[0] ?? status,
    to.status ? STATUS[to.status] : '',
  ]);
  return [
    ...pictureOf(needs, needs.length + more),
    ...tableOr('Nothing here waits for anything else.', HEAD, rows, more),
  ];
}

const inWords = ({ name, title }: NeedEnd): string => `${name} ${title}`.trim();

/** More than these nobody reads in a picture. */
const MOST_BOXES = 24;
const MOST_ARROWS = 40;

/**
 * Of no more than the rows of the table, from the first on, and says no more of them: whoever cannot see it misses
 * nothing.
 */
function pictureOf(needs: readonly Need[], total: number): TextBlock[] {
  const shown = firstReadable(needs);
  if (shown.length === 0) return [];
  const ends = new Map(shown.flatMap(({ from, to }) => [from, to]).map((end) => [end.id, end]));
  const waitedFor = new Set(shown.map(({ to }) => to.id));
  const boxes = [...ends.values()].map(({ status, ...end }) =>
    status && waitedFor.has(end.id)
      ? { ...end, note: `Status: ${shortly(status)}`, status }
      : { ...end, note: '' },
  );
  const ties = new Map(
    shown.map(({ from, to, status }) => {
      const look = ANSWERS[status]?.[1] ?? 'DASHED';
      return [`${from.id} ${to.id} ${look}`, { from: from.id, to: to.id, look }];
    }),
  );
  const alt = `Picture of what waits for what: ${counted(boxes.length, 'box', 'boxes')}, and ${counted(ties.size, 'arrow', 'arrows')} from what waits to what it waits for. The table below says the same in words.`;
  const diagram = diagramOf({ boxes, ties: [...ties.values()], alt, looks: LOOKS });
  const caption = `The picture shows the first ${shown.length} of ${total}; the table goes on from there.`;
  return [{ kind: 'diagram', ...diagram, ...(shown.length < total && { caption }) }];
}

/** From the first on, as many as can be read in one picture. */
function firstReadable(needs: readonly Need[]): readonly Need[] {
  const drawable = needs.filter(({ from, to }) => from.id !== to.id);
  const ids = new Set<string>();
  const cut = drawable.findIndex(
    ({ from, to }, at) => at >= MOST_ARROWS || ids.add(from.id).add(to.id).size > MOST_BOXES,
  );
  let shown = cut < 0 ? drawable : drawable.slice(0, cut);
  while (shown.length > 0 && !isReadable(tied(shown))) shown = shown.slice(0, -1);
  return shown;
}

const tied = (needs: readonly Need[]) => needs.map(({ from, to }) => ({ from: from.id, to: to.id }));
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const shortly = (status: BragStatus): string => STATUS[status].replace(/:.*/, '');
