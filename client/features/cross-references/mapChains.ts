import { formatCount, formatList } from '../../platform/format/counts.js';
import { type Bundle, type MapGraph, needs, type OfKind } from './mapGraph.js';
import { type Place, placeWords, shortWords } from './mapPlaces.js';
import { ringsOf } from './mapRings.js';

/** One step of a chain: who waits for whom. */
export interface ChainStep extends Omit<OfKind, 'kind'> {
  readonly taker: Place;
  readonly giver: Place;
  readonly bundle: Bundle;
  /** How late it comes, as far as is known. */
  readonly days: number;
}

export interface Chain {
  readonly id: string;
  readonly steps: readonly ChainStep[];
  /** From what waits for all of it; those that wait for each other in a ring stand together. */
  readonly links: readonly (readonly Place[])[];
  readonly days: number;
}

export type LongestBy = 'steps' | 'days';

type DaysOf = (bundleId: string) => number;

function stepsOf({ between }: Pick<MapGraph, 'between'>, daysOf: DaysOf): readonly ChainStep[] {
  return between.flatMap((bundle) =>
    (['to', 'from'] as const).flatMap((giver) => {
      const needed = needs(bundle, giver);
      if (!needed) return [];
      const [gives, takes] = giver === 'to' ? [bundle.to, bundle.from] : [bundle.from, bundle.to];
      return [{ ...needed, taker: takes, giver: gives, bundle, days: daysOf(bundle.id) }];
    }),
  );
}

/**
 * The longest chains of what waits for what, of those shown: from each that nothing waits for, the longest way there
 * is. A ring is one link, since it has no first and no last.
 */
export function longestChains(graph: MapGraph, by: LongestBy, daysOf: DaysOf, most = 5): readonly Chain[] {
  const steps = stepsOf(graph, daysOf);
  const from = new Map<string, ChainStep[]>(graph.places.map(({ id }) => [id, []]));
  for (const step of steps) from.get(step.taker.id)?.push(step);
  const rings = ringsOf(
    graph.places.map(({ id }) => id),
    (id) => (from.get(id) ?? []).map(({ giver }) => giver.id),
  );
  const ringOf = new Map(rings.flatMap((ring, at) => ring.map((id) => [id, at] as const)));
  const waited = new Set<number>();
  const best = new Map<number, readonly ChainStep[]>();
  // Each ring comes after all that it waits for, so the best ways on from those are known.
  rings.forEach((ring, at) => {
    let longest: readonly ChainStep[] = [];
    for (const step of ring.flatMap((id) => from.get(id) ?? [])) {
      const on = ringOf.get(step.giver.id) ?? at;
      if (on === at) continue;
      waited.add(on);
      const way = [step, ...(best.get(on) ?? [])];
      if (isLonger(way, longest, by)) longest = way;
    }
    best.set(at, longest);
  });
  const places = new Map(graph.places.map((place) => [place.id, place]));
  const linkOf = (id: string): readonly Place[] =>
    (rings[ringOf.get(id) ?? -1] ?? []).flatMap((one) => places.get(one) ?? []);
  const found = new Map<string, Chain>();
  for (const [at, way] of best) {
    if (waited.has(at)) continue;
    const kept = by === 'days' ? trimmed(way) : way;
    const [first] = kept;
    if (!first) continue;
    const id = kept.map(({ bundle }) => bundle.id).join(' ');
    const links = [linkOf(first.taker.id), ...kept.map(({ giver }) => linkOf(giver.id))];
    found.set(id, { id, steps: kept, links, days: daysIn(kept) });
  }
  return [...found.values()]
    .sort((a, b) => (isLonger(a.steps, b.steps, by) ? -1 : isLonger(b.steps, a.steps, by) ? 1 : 0))
    .slice(0, most);
}

const daysIn = (steps: readonly ChainStep[]): number => steps.reduce((sum, { days }) => sum + days, 0);

function isLonger(a: readonly ChainStep[], b: readonly ChainStep[], by: LongestBy): boolean {
  const [more, fewer] = [daysIn(a), daysIn(b)];
  if (by === 'days') return more > fewer || (more === fewer && a.length < b.length);
  return a.length > b.length || (a.length === b.length && more > fewer);
}

/** Without the steps before and after all that is late. */
function trimmed(steps: readonly ChainStep[]): readonly ChainStep[] {
  const isLate = ({ days }: ChainStep) => days > 0;
  return steps.slice(Math.max(0, steps.findIndex(isLate)), steps.findLastIndex(isLate) + 1);
}

/** 'WS1 → WS2 and WS5 in a ring → WS7'. */
export const chainWords = ({ links }: Chain): string =>
  links.map((link) => formatList(link.map(shortWords)) + (link.length > 1 ? ' in a ring' : '')).join(' → ');

/** One step as a sentence. */
export function stepWords({ taker, giver, total, strained, broken, days }: ChainStep): string {
  const amiss = strained + broken;
  const late = days > 0 ? `, up to ${formatCount(days, 'day')} late` : '';
  const state = amiss > 0 ? `; ${amiss === 1 ? 'one is' : `${amiss} are`} under strain${late}` : '';
  const things = total === 1 ? 'one thing' : formatCount(total, 'thing');
  return `${placeWords(taker)} waits for ${things} from ${placeWords(giver)}${state}.`;
}
