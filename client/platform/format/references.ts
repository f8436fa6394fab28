/**
 * References are people's language: 'A1', 'B2.3', 'A/B 3'. They may repeat within a plan and are unique to a
 * reader only together with their workstream, so the two are shown together.
 */

/** 'WS2' and 'B12' → 'WS2 B12'; 'Workstream 2' and '2' are shortened; a missing half is left out. */
export function formatReference(
  workstream: string | null | undefined,
  reference: string | null | undefined,
): string {
  const strand = workstream?.trim().replace(/^workstream\s+/i, '') ?? '';
  const prefix = /^\d+$/.test(strand) ? `WS${strand}` : strand;
  return [prefix, reference?.trim() ?? ''].filter((part) => part !== '').join(' ');
}

const pieces = (reference: string): string[] => reference.toUpperCase().match(/\d+|[A-Z]+|[^\dA-Z]+/g) ?? [];

/** Order of a plan's own numbering: 'B2' before 'B10', 'C4' before 'C4.1'. */
export function compareReferences(a: string, b: string): number {
  const left = pieces(a);
  const right = pieces(b);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const x = left[at] ?? '';
    const y = right[at] ?? '';
    if (x === y) continue;
    const byNumber = Number(x) - Number(y);
    if (!Number.isNaN(byNumber) && byNumber !== 0) return byNumber;
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}
