import { type BragStatus, HealthFindingKind as Kind } from '../../../schema/vocabulary.js';
import { inWords } from '../cross-references/strain.rules.js';

/** In what two ends said to be the same work differ. */
export type Difference = 'DEADLINE' | 'STATUS' | 'ORGANISATIONS';

/** What a sentence needs to know of an item. */
export interface Named {
  /** As a person would name it: “WS2 B12”. */
  name: string;
  status: BragStatus | null;
  end: string | null;
  archivedAt: string | null;
}

export interface Found {
  kind: Kind;
  /** First the one the sentence begins with, then those it is told in relation to. */
  items: readonly Named[];
  crossReferences: number;
  /** What was written, where it was not recognised. */
  words: string | null;
  /** When what is needed is due, and by when it is needed. */
  due: string | null;
  needed: string | null;
  differences: readonly Difference[] | null;
}

/** A finding as one person would tell it to another. */
export function sentenceOf({ kind, items, crossReferences, words, due, needed, differences }: Found): string {
  const [one, ...others] = items;
  if (!one) return '';
  const them = listed(others.map(nameOf));
  switch (kind) {
    case Kind.UNANSWERED:
      return `${one.name} names ${them}, and this is not agreed yet.`;
    case Kind.ONE_SIDED:
      return crossReferences === 1
        ? `${one.name} names ${them}, whose owner disputes it.`
        : `${them} name ${one.name}, which names nothing there, and none of it is agreed yet.`;
    case Kind.CIRCULAR:
      return crossReferences === items.length && items.length <= MOST_NAMED
        ? `${one.name} needs ${[...others, one].map(nameOf).join(', which needs ')}.`
        : `${listed(items.map(nameOf))} need one another in a circle.`;
    case Kind.ORPHANED:
      return orphanSentence(one, others[0], words);
    case Kind.GIVER_WITHOUT_OWNER:
      return `Nobody answers for ${one.name}, and ${them} ${others.length === 1 ? 'counts' : 'count'} on it.`;
    case Kind.NEEDED_BEFORE_DUE:
      return `${one.name} is due by ${inWords(due ?? '')}, but ${them} needs it by ${inWords(needed ?? '')}.`;
    case Kind.CONTRADICTORY:
      return `${one.name} and ${them} are said to be the same work, but have ${listed((differences ?? []).map((what) => differenceWords(what, items)))}.`;
  }
}

const MOST_NAMED = 6;
const nameOf = ({ name }: Named) => name;

function orphanSentence(from: Named, to: Named | undefined, words: string | null): string {
  if (!to) return `${from.name} names “${words ?? ''}”, which was not recognised.`;
  if (from.archivedAt === null) return `${from.name} names ${to.name}, which was archived.`;
  if (to.archivedAt === null) return `${from.name} was archived, and still names ${to.name}.`;
  return `${from.name} names ${to.name}, and both were archived.`;
}

const statusWords: Record<BragStatus, string> = {
  BLUE: 'Blue',
  GREEN: 'Green',
  AMBER: 'Amber',
  RED: 'Red',
  NOT_YET_RATED: 'not yet rated',
};

function differenceWords(what: Difference, items: readonly Named[]): string {
  const both = (value: (item: Named) => string) => items.map(value).join(' and ');
  if (what === 'DEADLINE') return `different deadlines (${both(({ end }) => inWords(end ?? ''))})`;
  if (what === 'STATUS')
    return `different statuses (${both(({ status }) => statusWords[status ?? 'NOT_YET_RATED'])})`;
  return 'different organisations answering for them';
}

/** “A, B and C”, the first few by name. */
function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const shown = more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
