import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { hush, useGathered } from '../../platform/ui/Announcer';
import { changesThere } from '../changes/askAgain';
import { type Bundle, bundlesOf, type MapGraph } from './mapGraph';
import { placeWords } from './mapPlaces';
import { bundleWords } from './mapWords';

/** What a map is made of: only when one of these changes is it asked for again. */
const ON_MAP: ReadonlySet<string> = new Set([
  'Action',
  'CrossReference',
  'Workstream',
  'ExternalDependency',
  'Risk',
  'Mitigation',
  'Ownership',
  'Plan',
  'Priority',
]);
const ASK_AFTER_MS = 150;
const FRESH_MS = 2_400;

const NO_OTHERS: readonly string[] = [];

/**
 * Asks for the map again shortly after anything on it, or of the other types given, has changed; what is on the screen
 * stays meanwhile.
 */
export function useMapLive(
  within: string,
  cursor: string | null,
  ask: () => void,
  others: readonly string[] = NO_OTHERS,
): void {
  const client = useClient();
  const latest = useRef(ask);
  latest.current = ask;
  const more = useRef(others);
  more.current = others;
  const after = useFirstCursor(within, cursor);

  // While a past day is looked at nothing is followed; afterwards it goes on where it was left.
  const isLive = cursor !== null;
  useEffect(() => {
    if (!isLive || after === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        latest.current();
      }, ASK_AFTER_MS);
    };
    const { unsubscribe } = client.subscription(changesThere, { within, after }).subscribe(({ data }) => {
      if (data?.changes.kind === 'REMOVED') hush();
      const type = data?.changes.itemType ?? '';
      if (data?.changes.kind === 'RESYNC' || ON_MAP.has(type) || more.current.includes(type)) soon();
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client, within, after, isLive]);
}

const all = (graph: MapGraph): Map<string, Bundle> =>
  new Map(bundlesOf(graph).map((bundle) => [bundle.id, bundle]));

/** Of a place that is no longer there nothing is said: it may have left this reader’s sight. */
const sentence = ({ from, to }: Bundle, now: Bundle | undefined, standing: ReadonlySet<string>): string => {
  if (!standing.has(from.id) || !standing.has(to.id))
    return 'Some cross-references are not on the map any more';
  const where = from === to ? `Inside ${placeWords(from)}` : `${placeWords(from)} to ${placeWords(to)}`;
  return `${where}: ${now ? `now ${bundleWords(now)}` : 'no cross-references any more'}`;
};

/** Which bundles have just changed, told once in words. Another plan, or another day, is not a change. */
export function useFreshBundles(key: string, graph: MapGraph | null): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<{ key: string; bundles: Map<string, Bundle> } | null>(null);
  const say = useGathered('on the map');
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    if (!graph) return;
    const bundles = all(graph);
    const before = last.current?.key === key ? last.current.bundles : null;
    last.current = { key, bundles };
    if (!before) return;
    const moved = [...new Map([...before, ...bundles]).values()].filter(({ id }) => {
      const [then, now] = [before.get(id), bundles.get(id)];
      return !then || !now || bundleWords(then) !== bundleWords(now);
    });
    if (moved.length === 0) return;
    const standing = new Set(graph.places.map(({ id }) => id));
    for (const one of new Set(moved.map((each) => sentence(each, bundles.get(each.id), standing)))) say(one);
    setFresh((washed) => new Set([...washed, ...moved.map(({ id }) => id)]));
    const fading = setTimeout(() => {
      timers.current.delete(fading);
      setFresh((washed) => new Set([...washed].filter((id) => !moved.some((one) => one.id === id))));
    }, FRESH_MS);
    timers.current.add(fading);
  }, [key, graph, say]);

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    };
  }, []);
  return fresh;
}
