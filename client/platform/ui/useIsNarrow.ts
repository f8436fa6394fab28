import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether an element has less room than `below` pixels; follows the element, not the window. */
export function useIsNarrow(element: RefObject<HTMLElement | null>, below: number): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const look = (): void => setNarrow(watched.clientWidth < below);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, below]);
  return isNarrow;
}
