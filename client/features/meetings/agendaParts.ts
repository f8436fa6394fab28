import { runningOrder } from '../../../schema/running-order.js';

/** What decides where an item stands. */
export interface Placed {
  readonly id: string;
  readonly section: string;
  readonly isRestricted: boolean;
  readonly minutes: number | null;
}

export interface Standing<One> {
  readonly item: One;
  readonly number: number;
  readonly startsAt: string | null;
}

/** Items that stand one after another under one heading. */
export interface Block<One> {
  /** The same for as long as the heading is. */
  readonly key: string;
  readonly section: string;
  readonly isRestricted: boolean;
  readonly stands: readonly Standing<One>[];
  /** Whether what is added under its heading stands at its end. */
  readonly isLast: boolean;
}

/** Where something goes: right after an item, or before all of its part; and under which heading. */
export interface Spot {
  readonly afterId: string | null;
  readonly section: string;
}

const keyOf = (isRestricted: boolean, section: string): string =>
  `${isRestricted ? 'restricted' : 'public'} ${section}`;

/** The agenda as it is read: numbered, timed, under its headings; headings that are only begun come last of the public part. */
export function blocksOf<One extends Placed>(
  startsAt: string,
  items: readonly One[],
  begun: readonly string[] = [],
): Block<One>[] {
  const blocks: { section: string; isRestricted: boolean; stands: Standing<One>[] }[] = [];
  for (const stands of runningOrder(startsAt, items)) {
    const { section, isRestricted } = stands.item;
    const last = blocks.at(-1);
    if (last?.section === section && last.isRestricted === isRestricted) last.stands.push(stands);
    else blocks.push({ section, isRestricted, stands: [stands] });
  }
  const isThere = (section: string) => blocks.some((one) => !one.isRestricted && one.section === section);
  const open = begun.filter((section) => !isThere(section));
  const firstRestricted = blocks.findIndex(({ isRestricted }) => isRestricted);
  blocks.splice(
    firstRestricted < 0 ? blocks.length : firstRestricted,
    0,
    ...open.map((section) => ({ section, isRestricted: false, stands: [] })),
  );
  return blocks.map((block, at) => {
    const isLike = (one: (typeof blocks)[number]): boolean =>
      one.section === block.section && one.isRestricted === block.isRestricted;
    const before = blocks.slice(0, at).filter(isLike).length;
    return {
      ...block,
      key: `${keyOf(block.isRestricted, block.section)}${before ? ` ${before}` : ''}`,
      isLast: !blocks.slice(at + 1).some(isLike),
    };
  });
}

/** Those that it can be put among: press and public are excluded from all of them, or from none. */
const partOf = <One extends Placed>(items: readonly One[], { isRestricted }: Placed): One[] =>
  items.filter((one) => one.isRestricted === isRestricted);

/** One step up or down; at a heading it first goes under the next one, and stays where it is. Null where there is no step. */
export function stepOf(items: readonly Placed[], id: string, how: 'up' | 'down'): Spot | null {
  const item = items.find((one) => one.id === id);
  if (!item) return null;
  const part = partOf(items, item);
  const at = part.findIndex((one) => one.id === id);
  const beside = part[how === 'up' ? at - 1 : at + 1];
  if (!beside) return null;
  if (beside.section !== item.section) return { afterId: part[at - 1]?.id ?? null, section: beside.section };
  return {
    afterId: how === 'up' ? (part[at - 2]?.id ?? null) : beside.id,
    section: item.section,
  };
}

/** At the end of a section; where that has no items, at the end of the part. */
export function endOf(items: readonly Placed[], id: string, section: string): Spot | null {
  const item = items.find((one) => one.id === id);
  if (!item) return null;
  const others = partOf(items, item).filter((one) => one.id !== id);
  const last = others.filter((one) => one.section === section).at(-1) ?? others.at(-1);
  return { afterId: last?.id ?? null, section };
}

/** Right before or after another item, under its heading; null where that is no place for it, or its own. */
export function besideOf(
  items: readonly Placed[],
  id: string,
  targetId: string,
  side: 'before' | 'after',
): Spot | null {
  const item = items.find((one) => one.id === id);
  const target = items.find((one) => one.id === targetId);
  if (!item || !target || item.isRestricted !== target.isRestricted || id === targetId) return null;
  const others = partOf(items, item).filter((one) => one.id !== id);
  const at = others.findIndex((one) => one.id === targetId);
  const afterId = side === 'after' ? targetId : (others[at - 1]?.id ?? null);
  return { afterId, section: target.section };
}

/** Which section: the same heading may stand in the public part and among what is restricted. */
export interface Headed {
  readonly section: string;
  readonly isRestricted: boolean;
}

interface Closing extends Placed {
  /** Stands at the end of every agenda. */
  readonly closes: boolean;
}

/**
 * Right after which section another comes a step earlier or later, null for the beginning; nothing where there is no step.
 * Past what closes the agenda nothing goes, nor does that; a heading that stands twice is no section to move; and one that
 * stands in both parts is moved where everybody reads it.
 */
export function sectionStepOf(
  items: readonly Closing[],
  { section, isRestricted }: Headed,
  how: 'up' | 'down',
): { readonly afterSection: string | null } | null {
  const blocks = blocksOf('00:00', items);
  const part = blocks.filter((one) => one.isRestricted === isRestricted);
  const stays = (block: Block<Closing> | undefined) =>
    block === undefined || block.stands.some(({ item }) => item.closes);
  const like = part.filter((one) => one.section === section);
  const isElsewhere = isRestricted && blocks.some((one) => !one.isRestricted && one.section === section);
  if (like.length !== 1 || stays(like[0]) || isElsewhere) return null;
  const at = part.findIndex((one) => one.section === section);
  if (how === 'down') {
    const next = part[at + 1];
    return next && !stays(next) ? { afterSection: next.section } : null;
  }
  return at === 0 ? null : { afterSection: part[at - 2]?.section ?? null };
}

/** Headings of the part an item can be put under, in order. */
export const sectionsOf = (items: readonly Placed[]): string[] => [
  ...new Set(items.map(({ section }) => section)),
];
