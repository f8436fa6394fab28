import { useSyncExternalStore } from 'react';

/** One polite voice for what changes by itself. Callers gather changes first; a sentence per change is noise. */

let message = '';
const listeners = new Set<() => void>();

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

/** Takes back what was said: something it may have named is no longer this reader’s to hear of. */
export function hush(): void {
  message = '';
  for (const listener of listeners) listener();
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
