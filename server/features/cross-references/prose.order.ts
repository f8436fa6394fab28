import { plainNumber } from './prose.grammar.js';

/**
 * One form for the ways of writing a reference: 'A / B1', 'A/ B 1' and 'a/b01' are 'A/B1'; 'Action C2:' is 'C2'; 'Priority
 * two' is 'PRIORITY2'. What is no usual reference is kept, without blanks and in capitals, so that it equals itself.
 */
export function normaliseReference(text: string): string {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:actions?|tasks?|refs?|references?)[\s.:]+(?=\S)/i, '')
    .replace(/[.:,;)\]\s]+$/, '')
    .replace(/^[([\s]+/, '');
  const numbered = bare.replace(
    /^(priority)\s+([a-z]+)$/i,
    (_, word: string, count: string) => word + plainNumber(count),
  );
  return numbered
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''));
}

/** 'C4.1.5' → ['C', 4, 1, 5] as text and numbers in turn. */
const steps = (normal: string): string[] => normal.match(/\d+|[^\d.]+/g) ?? [];

function compareSteps(a: string, b: string): number {
  const [aIsNumber, bIsNumber] = [/^\d/.test(a), /^\d/.test(b)];
  if (aIsNumber && bIsNumber) return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order in which people list references: A, A1, A2, A10, A/B1, B2, B2.3, B10. Equal when they are one reference. */
export function compareReferences(a: string, b: string): number {
  const [left, right] = [normaliseReference(a), normaliseReference(b)];
  const [leftSteps, rightSteps] = [steps(left), steps(right)];
  for (let at = 0; at < Math.min(leftSteps.length, rightSteps.length); at += 1) {
    const order = compareSteps(leftSteps[at] ?? '', rightSteps[at] ?? '');
    if (order !== 0) return order;
  }
  return leftSteps.length - rightSteps.length || (left < right ? -1 : left > right ? 1 : 0);
}
