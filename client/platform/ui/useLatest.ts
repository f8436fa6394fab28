import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for the life of a component that always calls the newest: for rows that must not be drawn anew. */
export function useLatest<Args extends readonly unknown[], Result>(
  call: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
