import { formatCount, formatList } from '../../platform/format/counts';
import { formatDay } from '../../platform/format/dates';
import { endWords } from '../actions/crossReferences';
import type { Impact } from './impact.queries';

type Step = Impact['steps'][number];

/** Each item that would be held up, once, nearest first. */
export function itemsHeldUp({ steps }: Pick<Impact, 'steps'>): readonly Step[] {
  return [...new Map([...steps].reverse().map((step) => [step.item.id, step] as const)).values()].reverse();
}

/** 'WS2 B1 (not before 30 Sep 2026)'. */
function itemWords({ item, soonest }: Step): string {
  const { name, words } = endWords(item);
  return `${name || words}${soonest ? ` (not before ${formatDay(soonest)})` : ''}`;
}

/** '3 actions of 2 organisations'; what is none of the actions alone is called an item. */
export function howMuch(impact: Impact): string {
  const items = itemsHeldUp(impact);
  const kind = items.every(({ item }) => item.__typename === 'Action') ? 'action' : 'item';
  const much = `${formatCount(items.length, kind)}${impact.isCut ? ' and more' : ''}`;
  const { length } = impact.organisations;
  return length === 0 ? much : `${much} of ${formatCount(length, 'organisation')}`;
}

/** What a supposed date would hold up, in a sentence; null where it holds nothing up. */
export function heldUpWords(impact: Impact): string | null {
  const items = itemsHeldUp(impact);
  return items.length === 0
    ? null
    : `This would hold up ${howMuch(impact)}: ${formatList(items.map(itemWords), 4)}.`;
}
