import { useEffect, useState } from 'react';
import { londonDay } from './dates';

const MINUTE_MS = 60_000;

/** The moment, a minute's worth at a time: for 'five minutes ago', and for the day that begins while a page is open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The calendar day it is in London. */
export const useToday = (): string => londonDay(useNow());
