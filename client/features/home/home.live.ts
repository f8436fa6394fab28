import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useFirstCursor } from '../../platform/graphql/useFirstCursor';
import { hush, useGathered } from '../../platform/ui/Announcer';
import { asWords, changeSentence } from '../changes/changeSentence';
import { goneAfter } from '../changes/gone';
import type { ImpactNotice } from '../cross-references/impactNotices';
import { OWED_BY } from '../meetings/outstandingWords';
import { arrivedAfter } from './arrived';
import { type HomeAnswer, type HomeChange, homeChanges } from './home.queries';

const FRESH_MS = 2_400;
/** Changes that come together are asked after together; a slip of what we count on comes at once. */
const ASK_AFTER_MS = 300;

interface HomeLive {
  readonly within: string;
  /** Where the log stood when the page was read; taken once. */
  readonly cursor: string;
  /** What this person does is not told to them: they did it. */
  readonly personId: string | undefined;
  /** Whether a change may put an item on one of the lists, or take it off. */
  readonly concerns: (change: HomeChange) => boolean;
  readonly askAgain: () => void;
}

const MOVES_LISTS: ReadonlySet<string> = new Set([
  'CrossReference',
  'ImpactNotice',
  'ExternalDependency',
  'Watch',
  ...OWED_BY,
]);

/** A change of ours, or of something on a list, may move it on or off: only the server knows the whole order. */
export function mayMoveLists(
  { overdue, soon }: HomeAnswer,
  organisations: ReadonlySet<string>,
): (change: HomeChange) => boolean {
  const shown = new Set([...overdue.nodes, ...soon.nodes].map(({ id }) => id));
  return ({ kind, itemType, itemId, item }) => {
    if (itemType !== null && MOVES_LISTS.has(itemType)) return true;
    if (kind === 'REMOVED' || kind === 'RESYNC') return true;
    if (item?.__typename !== 'Action') return false;
    const isOurs = item.leads.some((lead) => lead.organisation && organisations.has(lead.organisation.id));
    return isOurs || (itemId !== null && shown.has(itemId));
  };
}

interface Moved {
  /** Items that have just changed. */
  readonly fresh: ReadonlySet<string>;
  /** Items that left this reader’s sight: nothing of them is shown, whatever was answered before. */
  readonly gone: ReadonlySet<string>;
  /** What was told of slips since the page was read, the latest of each. */
  readonly arrived: readonly ImpactNotice[];
}

/** Keeps the lists true while they are looked at, says what happened, and answers what moved meanwhile. */
export function useHomeLive(live: HomeLive): Moved {
  const { within, cursor } = live;
  const client = useClient();
  const after = useFirstCursor(within, cursor);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [arrived, setArrived] = useState<readonly ImpactNotice[]>([]);
  const now = useRef(live);
  now.current = live;
  const say = useGathered('in your partnership');

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (run: () => void, ms: number): void => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
    };

    let asking: 'soon' | 'now' | null = null;
    const ask = (): void => {
      asking = null;
      now.current.askAgain();
    };

    const take = (change: HomeChange): void => {
      const { item } = change;
      setGone((before) => goneAfter(before, change));
      if (item?.__typename === 'ImpactNotice') setArrived((before) => arrivedAfter(before, item));
      if (change.kind === 'REMOVED') hush();
      const wanted = change.itemType === 'ImpactNotice' ? 'now' : 'soon';
      if (now.current.concerns(change) && asking !== 'now' && asking !== wanted) {
        asking = wanted;
        later(ask, wanted === 'now' ? 0 : ASK_AFTER_MS);
      }
      if (change.actor?.id === now.current.personId) return;
      const ids = [change.itemId, change.aboutId].filter((id) => id !== null);
      setFresh((before) => new Set([...before, ...ids]));
      later(() => setFresh((before) => new Set([...before].filter((id) => !ids.includes(id)))), FRESH_MS);
      const sentence = changeSentence(change);
      if (sentence) say(asWords(sentence));
    };

    const { unsubscribe } = client
      .subscription(homeChanges, { within, after })
      .subscribe(({ data }) => data && take(data.changes));
    return () => {
      unsubscribe();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [client, within, after, say]);
  return { fresh, gone, arrived };
}
