import { useState } from 'react';

/**
 * Where the log stood when something was first read; null until it was. Later answers, those to other questions about
 * the same thing too, bring a later one: to follow from there would leave out what the page was not told yet.
 */
export function useFirstCursor(
  within: string | null | undefined,
  cursor: string | null | undefined,
): string | null {
  const [first, setFirst] = useState({ within, cursor });
  if (first.within !== within || (!first.cursor && cursor)) setFirst({ within, cursor });
  return first.cursor ?? null;
}
