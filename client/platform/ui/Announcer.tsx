import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';

/** One polite voice for what changes by itself. What others change is gathered first; a sentence per change is noise. */

const GATHER_MS = 700;
const MOST_SAID = 2;

let message = '';
const listeners = new Set<() => void>();
/** What forgets the sentences that still wait to be said, wherever they wait. */
const waiting = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Says a sentence to screen readers when they next pause. The same sentence twice is said twice. */
export function announce(sentence: string): void {
  message = message === sentence ? `${sentence}\u00a0` : sentence;
  for (const listener of listeners) listener();
}

/** Takes back what was said, and what waits to be: something it may name is no longer this reader’s to hear of. */
export function hush(): void {
  for (const forget of waiting) forget();
  message = '';
  for (const listener of listeners) listener();
}

/**
 * Answers a voice for what others do. Sentences that come within a moment of each other are said together, and only
 * counted when there are many: “3 changes to this plan”, where `where` is “to this plan”.
 */
export function useGathered(where: string): (sentence: string) => void {
  const gathered = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    gathered.current = [];
  }, []);
  useEffect(() => {
    waiting.add(forget);
    return () => {
      waiting.delete(forget);
      forget();
    };
  }, [forget]);
  return useCallback(
    (sentence) => {
      gathered.current.push(sentence);
      timer.current ??= setTimeout(() => {
        const said = gathered.current;
        forget();
        announce(said.length > MOST_SAID ? `${said.length} changes ${where}` : said.join('. '));
      }, GATHER_MS);
    },
    [forget, where],
  );
}

/** Mounted once, by the shell. */
export function Announcer() {
  const said = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="visually-hidden" aria-live="polite" data-testid="announcer">
      {said}
    </div>
  );
}
