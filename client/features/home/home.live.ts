import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { announce } from '../../platform/ui/Announcer';
import { asWords, changeSentence } from '../changes/changeSentence';
import { type HomeChange, homeChanges } from './home.queries';

const FRESH_MS = 2_400;
const GATHER_MS = 700;
/** Changes that come together are asked after together. */
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

/** Keeps the lists true while they are looked at, says what happened, and answers which items have just changed. */
export function useHomeLive(live: HomeLive): ReadonlySet<string> {
  const { within, cursor } = live;
  const client = useClient();
  const [after] = useState(cursor);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const now = useRef(live);
  now.current = live;

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (run: () => void, ms: number): void => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
    };

    const said: string[] = [];
    const say = (): void => {
      announce(said.length > 2 ? `${said.length} changes in your partnership` : said.join('. '));
      said.length = 0;
    };
    let isAsking = false;
    const ask = (): void => {
      isAsking = false;
      now.current.askAgain();
    };

    const take = (change: HomeChange): void => {
      if (now.current.concerns(change) && !isAsking) {
        isAsking = true;
        later(ask, ASK_AFTER_MS);
      }
      if (change.actor?.id === now.current.personId) return;
      const ids = [change.itemId, change.aboutId].filter((id) => id !== null);
      setFresh((before) => new Set([...before, ...ids]));
      later(() => setFresh((before) => new Set([...before].filter((id) => !ids.includes(id)))), FRESH_MS);
      const sentence = changeSentence(change);
      if (!sentence) return;
      said.push(asWords(sentence));
      if (said.length === 1) later(say, GATHER_MS);
    };

    const { unsubscribe } = client
      .subscription(homeChanges, { within, after })
      .subscribe(({ data }) => data && take(data.changes));
    return () => {
      unsubscribe();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [client, within, after]);
  return fresh;
}
