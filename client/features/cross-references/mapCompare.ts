import { type Bundle, bundlesOf, type MapGraph } from './mapGraph.js';

export type How = 'added' | 'gone' | 'more strained' | 'less strained' | 'more' | 'fewer';

export interface Difference {
  readonly how: How;
  readonly bundle: Bundle;
  /** What it was, where it was there then. */
  readonly before: Bundle | null;
}

const worry = ({ broken, strained }: Bundle): number => broken + strained;

function howBetween(before: Bundle | undefined, now: Bundle | undefined): How | null {
  if (!before) return 'added';
  if (!now) return 'gone';
  if (worry(now) !== worry(before)) return worry(now) > worry(before) ? 'more strained' : 'less strained';
  if (now.total !== before.total) return now.total > before.total ? 'more' : 'fewer';
  return null;
}

/** What is not as it was on the map between two moments: what is new first, in the order of the later map. */
export function changesBetween(before: MapGraph, now: MapGraph): readonly Difference[] {
  const then = new Map(bundlesOf(before).map((bundle) => [bundle.id, bundle]));
  const later = new Map(bundlesOf(now).map((bundle) => [bundle.id, bundle]));
  return [...new Map([...then, ...later]).values()].flatMap((bundle) => {
    const how = howBetween(then.get(bundle.id), later.get(bundle.id));
    return how ? [{ how, bundle, before: then.get(bundle.id) ?? null }] : [];
  });
}
