const grouped = new Intl.NumberFormat('en-GB');

/** 1234 → '1,234'. */
export function formatNumber(n: number): string {
  return grouped.format(n);
}

/** '1 action', '1,234 actions', 'no priorities'; give the plural when it is not the word with an s. */
export function formatCount(n: number, singular: string, plural = `${singular}s`): string {
  if (n === 0) return `no ${plural}`;
  return `${grouped.format(n)} ${n === 1 ? singular : plural}`;
}

/**
 * A share as a whole per cent that never overstates: only all is '100%' and only none is '0%', so that one
 * action left in a thousand still reads '99%'.
 */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0%';
  if (part >= whole) return '100%';
  return `${Math.min(99, Math.max(1, Math.round((part / whole) * 100)))}%`;
}

/** 'A', 'A and B', 'A, B and C'; with a limit 'A, B and 3 others'. */
export function formatList(items: readonly string[], limit = items.length): string {
  const shown = items.slice(0, limit);
  const rest = items.length - shown.length;
  if (rest > 0) shown.push(rest === 1 ? '1 other' : `${rest} others`);
  const last = shown.pop();
  if (last === undefined) return '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
