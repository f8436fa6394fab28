import type { OwnershipRole } from '../../../schema/vocabulary.js';
import type { Bodies } from './actionPanel.queries.js';
import { type Owner, ownerName } from './owners.js';

/** One line of the form: who, and how they answer. `who` is a kind and an id, or words. */
export interface Line {
  readonly key: string;
  readonly who: string | null;
  readonly role: keyof typeof OwnershipRole;
  /** What the line began from: sent back as it was where nobody else is chosen. */
  readonly was: Owner | null;
}

const KEYS = {
  organisation: 'organisationId',
  abu: 'abuId',
  board: 'boardId',
  post: 'postId',
  person: 'personId',
} as const;
type Kind = keyof typeof KEYS;

/** What an owner is in the list of choices; null for words and for bodies outside. */
export function choiceOf(owner: Owner): string | null {
  const kind = (['person', 'post', 'organisation', 'abu', 'board'] as const).find(
    (one) => owner[one] !== null,
  );
  return kind ? `${kind} ${owner[kind]?.id ?? ''}` : null;
}

export function lineOf(owner: Owner): Line {
  return { key: owner.id, who: choiceOf(owner) ?? `as it is ${owner.id}`, role: owner.role, was: owner };
}

interface NamedBody {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
}

const bodies = (kind: Kind, of: readonly NamedBody[]) =>
  of.map(({ id, name, shortName }) => ({
    id: `${kind} ${id}`,
    label: name,
    ...(shortName ? { note: shortName } : {}),
  }));

/** Choices under a heading. */
export interface Section {
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly note?: string }[];
}

/** Everybody in the partnership who can answer for something. */
export function choices(all: Bodies, was: Owner | null): readonly Section[] {
  const asItIs =
    was && choiceOf(was) === null
      ? [{ id: `as it is ${was.id}`, label: ownerName(was), note: 'As written' }]
      : [];
  return [
    { title: 'As written', options: asItIs },
    { title: 'Organisations', options: bodies('organisation', all.organisations) },
    { title: 'ABUs', options: bodies('abu', all.abus) },
    { title: 'Boards', options: bodies('board', all.boards) },
    {
      title: 'Posts',
      options: all.posts.map((post) => ({
        id: `post ${post.id}`,
        label: post.title,
        ...(post.organisation ? { note: post.organisation.name } : {}),
      })),
    },
    {
      title: 'People',
      options: all.people.map((person) => ({
        id: `person ${person.id}`,
        label: person.name,
        ...(person.organisation ? { note: person.organisation.name } : {}),
      })),
    },
  ].filter((section) => section.options.length > 0);
}

/** The lines as the API takes them. What stayed as it was is sent with all that was known of it. */
export function ownersOf(lines: readonly Line[]) {
  return lines.flatMap(({ who, role, was }) => {
    if (who === null) return [];
    const words = was?.asWritten ? { asWritten: was.asWritten } : {};
    if (was && (choiceOf(was) ?? `as it is ${was.id}`) === who) {
      const known = Object.entries(KEYS).flatMap(([kind, key]) => {
        const id = was[kind as Kind]?.id;
        return id ? [[key, id] as const] : [];
      });
      const outside = was.outsideBody ? { outsideBody: was.outsideBody } : {};
      return [{ role, ...Object.fromEntries(known), ...outside, ...words }];
    }
    const [kind = '', id = ''] = who.split(' ');
    return [{ role, [KEYS[kind as Kind]]: id }];
  });
}
