import { plainNumber } from './prose.grammar.js';
import { compareReferences, normaliseReference } from './prose.order.js';
import type { ProseReference } from './prose.rules.js';

/** What a reference can lead to: an action, or (with no reference) a workstream; a priority has no workstream. */
export interface ReferenceTarget {
  id: string;
  workstream: string | null;
  reference: string | null;
  /** What a workstream is called, for those who name it so. */
  title?: string | null;
}

/**
 * Where a reference leads. References repeat in real plans (two B4s in one workstream): then all are candidates and none is
 * picked. `missing` says in plain words why nothing was found.
 */
export type Resolution = { found: ReferenceTarget } | { candidates: ReferenceTarget[] } | { missing: string };

const SHOWN = 3;

const workstreamKey = (written: string): string => plainNumber(written.trim()).toUpperCase();

function outcome(matches: readonly ReferenceTarget[], reason: () => string): Resolution {
  const [first, ...others] = matches;
  if (first === undefined) return { missing: reason() };
  return others.length === 0 ? { found: first } : { candidates: [...matches] };
}

/** References that the writer may have had in mind: A2.1 for A2, A/B2 for A2. Told, never taken. */
function resembling(wanted: string, targets: readonly ReferenceTarget[]): string[] {
  const written = new Set<string>();
  for (const { reference } of targets) {
    if (reference === null) continue;
    const normal = normaliseReference(reference);
    const spread = /^([A-Z])\/([A-Z])(.*)$/.exec(normal);
    const isOneOfPair =
      spread !== null && [`${spread[1]}${spread[3]}`, `${spread[2]}${spread[3]}`].includes(wanted);
    if (normal.startsWith(`${wanted}.`) || isOneOfPair) written.add(reference);
  }
  return [...written].sort(compareReferences).slice(0, SHOWN);
}

function noSuchAction(wanted: string, where: string, targets: readonly ReferenceTarget[]): string {
  const similar = resembling(wanted, targets);
  const hint = similar.length === 0 ? '' : `; it has ${similar.join(', ')}`;
  return `${where} has no ${wanted}${hint}`;
}

const folded = (text: string): string =>
  text.toLowerCase().replaceAll('&', 'and').replace(/\s+/g, ' ').trim();

/** Only a title in full: what merely resembles it may be another. */
function byTitle(name: string, targets: readonly ReferenceTarget[]): Resolution {
  const called = targets.filter(
    ({ reference, title }) => reference === null && title && folded(title) === folded(name),
  );
  return outcome(called, () => `There is no workstream called ${name} here`);
}

/** Looks a reference up among the targets, in the workstream it names or else in the one where the text stands. */
export function resolveReference(
  ref: Pick<ProseReference, 'workstream' | 'reference'>,
  within: string | null,
  targets: readonly ReferenceTarget[],
): Resolution {
  const named = ref.reference === null ? null : normaliseReference(ref.reference);
  const matches = (target: ReferenceTarget): boolean =>
    named === null
      ? target.reference === null
      : target.reference !== null && normaliseReference(target.reference) === named;
  if (named?.startsWith('PRIORITY')) {
    return outcome(targets.filter(matches), () => `There is no ${ref.reference} here`);
  }
  if (ref.workstream === null && named === null) return { missing: 'The words do not say which one' };
  if (ref.workstream !== null && !/^\d/.test(ref.workstream)) return byTitle(ref.workstream, targets);
  const workstream = ref.workstream ?? within;
  if (workstream === null)
    return outcome(targets.filter(matches), () => noSuchAction(named ?? '', 'The plan', targets));
  const key = workstreamKey(workstream);
  const inside = targets.filter(
    (target) => target.workstream !== null && workstreamKey(target.workstream) === key,
  );
  if (inside.length === 0) return { missing: `There is no workstream ${workstream} here` };
  return outcome(inside.filter(matches), () =>
    named === null
      ? `There is no workstream ${workstream} here`
      : noSuchAction(named, `Workstream ${workstream}`, inside),
  );
}
