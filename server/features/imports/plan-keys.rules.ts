import { createHash } from 'node:crypto';
import type { WorkstreamName } from './headings.rules.js';
import { foldReference } from './references.rules.js';
import { foldText } from './text.rules.js';

/** Keys that stay the same when a plan is imported again: from numbers, references and words, never from rows. */

export function workstreamKey({ kind, number, title, keyedBy }: WorkstreamName): string {
  return number === null ? `title:${digest(keyedBy ?? title)}` : `${kind}-${number.toLowerCase()}`;
}

/** Known by its number alone, as in a file of tasks, or by the same title. */
export function isSameWork(known: WorkstreamName, named: WorkstreamName): boolean {
  return isBareName(known) || isBareName(named) || foldText(known.title) === foldText(named.title);
}

export function isBareName({ kind, number, title }: WorkstreamName): boolean {
  return number !== null && foldText(title) === foldText(`${kind} ${number}`);
}

export function actionKey(
  workstream: string,
  action: { reference: string | null; title: string; lettered: boolean },
): string {
  if (action.reference === null) return `${workstream}/title/${digest(action.title)}`;
  return `${workstream}/${action.lettered ? 'action' : 'task'}/${foldReference(action.reference)}`;
}

/** The second of equals gets '#2', and so on in the order of the file. */
export function withKeys(bases: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return bases.map((base) => {
    const ordinal = (seen.get(base) ?? 0) + 1;
    seen.set(base, ordinal);
    return numbered(base, ordinal);
  });
}

export function numbered(base: string, ordinal: number): string {
  return ordinal === 1 ? base : `${base}#${ordinal}`;
}

export function digest(text: string): string {
  return createHash('sha256').update(foldText(text)).digest('hex').slice(0, 16);
}
