/** How references name each other: C4.1.5 stands under C4.1, and that under C4, and that under action C. */

/** 'C4.1.5' as C, 4, 1, 5; of 'A / B1', which names two, the first. */
export function referenceParts(reference: string): string[] {
  const [first = '', second] = splitAlternatives(reference);
  const parts = first.match(/[A-Za-z]+|\d+/g) ?? [];
  const rest = second?.match(/\d+/g) ?? [];
  // 'A / B1' means A1 and B1: the number belongs to both letters.
  const whole = second !== undefined && !/\d/.test(first) ? [...parts, ...rest] : parts;
  return whole.map((part) => (/^\d+$/.test(part) ? String(Number(part)) : part.toUpperCase()));
}

export function namesSeveral(reference: string): boolean {
  return splitAlternatives(reference).length > 1;
}

function splitAlternatives(reference: string): string[] {
  const pieces = reference.split(/\s*(?:\/|&|,|\band\b)\s*/i).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => /[A-Za-z]/.test(piece)) ? pieces : [reference];
}

/** Spacing and case do not make another reference. */
export function foldReference(reference: string): string {
  return reference.replace(/\s+/g, '').toUpperCase();
}

/** The parts of every possible parent, nearest first. */
export function ancestorsOf(parts: readonly string[]): string[] {
  return parts.slice(0, -1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
}
