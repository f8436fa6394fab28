import {
  type CrossReference,
  endAddress,
  endWords,
  KIND_WORDS,
  type ReferenceEnd,
} from '../actions/crossReferences.js';
import type { MapReferences } from './map.queries.js';
import { bundleId } from './mapGraph.js';

/** Where a reader can go and look at an end; a risk has a panel of its own. */
export const addressOf = (end: ReferenceEnd): string | null =>
  end.__typename === 'Risk' ? `/risks/${end.id}` : endAddress(end);

/** What an end is called for short: 'WS2 B12', or its words where it has no reference. */
export function endName(end: ReferenceEnd): string {
  const { name, words } = endWords(end);
  if (end.__typename === 'Action') return end.reference ? name : `${name} “${words}”`;
  return end.__typename === 'ExternalDependency' || end.__typename === 'Mitigation' ? words : name;
}

export const verb = ({ promise }: CrossReference): string => KIND_WORDS[promise].out;

/** How it stands, said after the sentence: 'strained', and why; null while it holds. */
export function strainWords({
  strain,
}: Pick<CrossReference, 'strain'>): { readonly word: string; readonly reasons: string } | null {
  if (strain.level === 'NONE') return null;
  return { word: strain.level === 'BROKEN' ? 'broken' : 'strained', reasons: strain.reasons.join(' ') };
}

const CONCERN = { BROKEN: 0, STRAINED: 1, NONE: 2 } as const;

/** The cross-references of a bundle, or all that touch one of these places, what is in trouble first. */
export function referencesOf(
  answer: MapReferences,
  selected: string,
  places: ReadonlySet<string>,
): readonly CrossReference[] {
  const found = new Map<string, CrossReference>();
  for (const { fromId, toId, crossReferences } of answer.edges)
    if (bundleId(fromId, toId) === selected || places.has(fromId) || places.has(toId))
      for (const one of crossReferences) found.set(one.id, one);
  return [...found.values()].sort((a, b) => CONCERN[a.strain.level] - CONCERN[b.strain.level]);
}
