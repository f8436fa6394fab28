import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { announce, hush } from './Announcer';
import { useLatest } from './useLatest';

const FRESH_MS = 2_400;
const GATHER_MS = 700;

export interface News {
  /** What has just been changed by somebody else: it is washed for a moment. */
  readonly fresh: ReadonlySet<string>;
  readonly wash: (id: string) => void;
  /** Sentences that come close together are said together. */
  readonly say: (sentence: string) => void;
  /** Takes back what was said and what is about to be: it may name what is no longer this reader’s to hear of. */
  readonly unsay: () => void;
}

/** How what others do is shown and said: washed for a moment, and gathered into one polite announcement. */
export function useNews(many: (count: number) => string): News {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const sayMany = useLatest(many);
  const said = useRef<string[]>([]);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const one of running) clearTimeout(one);
      running.clear();
      said.current = [];
    };
  }, []);

  const later = useCallback((ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      run();
    }, ms);
    timers.current.add(timer);
  }, []);
  const wash = useCallback(
    (id: string): void => {
      setFresh((before) => new Set(before).add(id));
      later(FRESH_MS, () => setFresh((before) => new Set([...before].filter((one) => one !== id))));
    },
    [later],
  );
  const say = useCallback(
    (sentence: string): void => {
      said.current.push(sentence);
      if (said.current.length > 1) return;
      later(GATHER_MS, () => {
        const all = said.current;
        said.current = [];
        if (all.length > 0) announce(all.length > 2 ? sayMany(all.length) : all.join('. '));
      });
    },
    [later, sayMany],
  );
  const unsay = useCallback((): void => {
    said.current = [];
    hush();
  }, []);
  return useMemo(() => ({ fresh, wash, say, unsay }), [fresh, wash, say, unsay]);
}
