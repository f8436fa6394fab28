import { useSyncExternalStore } from 'react';

/** What the pointer or the keyboard is at, apart from React's own state: it moves often, and the map must not be drawn anew for it. */
export interface Pointed {
  readonly id: string;
  /** Whether the words about it belong below, since it is itself at the top. */
  readonly isAbove: boolean;
}

export function pointedStore() {
  let pointed: Pointed | null = null;
  const listeners = new Set<() => void>();
  return {
    point: (next: Pointed | null): void => {
      if (next?.id === pointed?.id && next?.isAbove === pointed?.isAbove) return;
      pointed = next;
      for (const listener of listeners) listener();
    },
    now: (): Pointed | null => pointed,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export type PointedStore = ReturnType<typeof pointedStore>;

export const usePointed = (store: PointedStore): Pointed | null =>
  useSyncExternalStore(store.subscribe, store.now);

/** What of the map an element belongs to: a place, a line, or the label on one. */
export function mapIdOf(target: EventTarget | null): { readonly id: string; readonly at: Element } | null {
  if (!(target instanceof Element)) return null;
  const at = target.closest('.react-flow__node, .react-flow__edge, .map-spot, [data-bundle]');
  const id = at?.getAttribute('data-bundle') ?? at?.getAttribute('data-id');
  return at && id ? { id, at } : null;
}
