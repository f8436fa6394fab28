import { useCallback, useEffect, useRef, useState } from 'react';

const FRESH_MS = 2_400;

/** What has just been changed by somebody else, washed for a moment: which, and how to say that one is. */
export function useFresh(): readonly [ReadonlySet<string>, (id: string) => void] {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const one of running) clearTimeout(one);
      running.clear();
    };
  }, []);
  const wash = useCallback((id: string): void => {
    setFresh((before) => new Set(before).add(id));
    const fading = setTimeout(() => {
      timers.current.delete(fading);
      setFresh((before) => new Set([...before].filter((one) => one !== id)));
    }, FRESH_MS);
    timers.current.add(fading);
  }, []);
  return [fresh, wash];
}
