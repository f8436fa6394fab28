import { useEffect, useState, useSyncExternalStore } from 'react';
import { londonDay } from './dates';

const MINUTE_MS = 60_000;

/** The moment, a minute's worth at a time: for 'five minutes ago'. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function eachMinute(look: () => void): () => void {
  const timer = setInterval(look, MINUTE_MS);
  return () => clearInterval(timer);
}
const today = (): string => londonDay(new Date());

/** The calendar day it is in London, also for a page that stays open overnight; it is drawn anew only when the day turns. */
export const useToday = (): string => useSyncExternalStore(eachMinute, today);
