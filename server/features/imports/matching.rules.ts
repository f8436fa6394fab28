import { foldName, looksLikePerson, type OwnerPart, splitOwners } from './owners.rules.js';

/** Matches names as written to the bodies a partnership knows. Says how sure it is; never merges by itself. Pure. */

export type BodyKind = 'PERSON' | 'POST' | 'ORGANISATION' | 'ABU' | 'BOARD';

export interface KnownBody {
  kind: BodyKind;
  id: string;
  name: string;
  /** Short form and aliases. */
  otherNames: readonly string[];
  /** Where a person works, a post sits, an ABU is hosted; an organisation itself. */
  organisationId: string | null;
}

export interface BodyMatch {
  body: KnownBody;
  /** 1 the very name, 0.95 an alias; less for what only resembles it. */
  confidence: number;
  /** Why, in a few words. */
  how: string;
}

export interface MatchedOwner extends OwnerPart {
  /** Best first. */
  matches: readonly BodyMatch[];
  /** The one that can be taken without asking: sure, and the only one that is. */
  chosen: BodyMatch | null;
  /** The organisation the words name beside the person or post: “(CPFT)”. */
  hint: BodyMatch | null;
}

/** From here on a match is taken without asking; below, it is only shown. */
export const SURE = 0.95;
const SHOWN = 5;
const LONGEST = 120;

interface Named {
  body: KnownBody;
  confidence: number;
  how: string;
}

/** Words that say what sort of body it is, and not which. */
const GENERIC = new Set(
  'the county district borough city town unitary council councils authority nhs trust foundation hospital hospitals community health care integrated board partnership police fire service rescue alliance association ccg icb'.split(
    ' ',
  ),
);

/** Every way each known body is written, looked up by its folded name. */
export class Directory {
  private readonly byName = new Map<string, Named[]>();
  private readonly known = new Map<string, MatchedOwner[]>();
  private readonly names: { folded: string; words: readonly string[]; body: KnownBody }[] = [];

  constructor(bodies: readonly KnownBody[]) {
    for (const body of bodies) {
      this.add(body, body.name, 1, 'the same name');
      for (const name of body.otherNames) this.add(body, name, SURE, 'another name it is known by');
    }
  }

  /** The owners of a cell, each with those it may mean. */
  ownersIn(text: string): MatchedOwner[] {
    let found = this.known.get(text);
    if (!found) {
      const isKnown = (piece: string) => this.byName.has(foldName(piece));
      found = splitOwners(text, isKnown).map((part) => this.match(part));
      this.known.set(text, found);
    }
    return found;
  }

  private add(body: KnownBody, name: string, confidence: number, how: string): void {
    const folded = foldName(name);
    if (folded === '') return;
    const same = this.byName.get(folded) ?? [];
    if (!same.some((other) => other.body.id === body.id)) same.push({ body, confidence, how });
    this.byName.set(folded, same);
    this.names.push({ folded, words: folded.split(' '), body });
  }

  private match(part: OwnerPart): MatchedOwner {
    if (part.isGap) return { ...part, matches: [], chosen: null, hint: null };
    const hints = this.hintsOf(part);
    const hint = onlySure(hints);
    const whole = this.byName.get(foldName(part.asWritten)) ?? [];
    const named = whole.length ? whole : this.exactly(part);
    const found = named.length ? named : this.resembling(part.name);
    // Of two with one name, the one who works where the words say.
    const there = found.filter(
      ({ body }) => hint !== null && body.organisationId === hint.body.organisationId,
    );
    const matches = ranked(
      [there, found, hints, this.bodiesResembling(part.details)].find((some) => some.length) ?? [],
    );
    return { ...part, matches, chosen: onlySure(matches), hint };
  }

  /** By the name that comes first: whole, or with the rest of the words after it. */
  private exactly(part: OwnerPart): Named[] {
    const folded = foldName(part.name);
    const own = this.byName.get(folded);
    if (own) return own;
    const words = folded.split(' ');
    for (let length = Math.min(words.length - 1, 4); length >= 2; length -= 1) {
      const first = this.byName.get(words.slice(0, length).join(' ')) ?? [];
      const people = first.filter(({ body }) => body.kind === 'PERSON');
      if (people.length)
        return people.map((one) => ({ ...one, confidence: SURE, how: 'the name at the beginning' }));
    }
    return [];
  }

  /** Organisations named after the name: as a detail of their own, or at the end of one. */
  private hintsOf({ name, details }: OwnerPart): Named[] {
    const texts = [...details].reverse();
    if (details.length === 0) texts.push(name);
    for (const text of texts) {
      const words = foldName(text).split(' ');
      for (let from = Math.max(0, words.length - 10); from < words.length; from += 1) {
        const found = (this.byName.get(words.slice(from).join(' ')) ?? []).filter(
          ({ body }) => body.kind !== 'PERSON' && body.kind !== 'POST',
        );
        if (found.length === 0 || (from === 0 && text === name)) continue;
        // “Cumbria County Council” ends in what another county calls its own: shown, never taken.
        const isAnyones = from > 0 && words.slice(from).every((word) => GENERIC.has(word));
        return found.map((one) => ({
          ...one,
          confidence: isAnyones ? 0.5 : Math.min(one.confidence, SURE),
          how: isAnyones ? 'the end of the name' : 'the body it names',
        }));
      }
    }
    return [];
  }

  /** Nobody is known by the name: the bodies that the words beside it may mean. */
  private bodiesResembling(details: readonly string[]): Named[] {
    return details
      .flatMap((detail) => this.resembling(detail))
      .filter(({ body }) => body.kind !== 'PERSON' && body.kind !== 'POST');
  }

  /** Initials, a first part of a long name, a letter or two that differ: shown, never taken. */
  private resembling(written: string): Named[] {
    if (written.length > LONGEST) return [];
    const folded = foldName(written);
    const words = folded.split(' ');
    const best = new Map<string, Named>();
    for (const name of this.names) {
      const alike = likeness(folded, words, name);
      const known = best.get(name.body.id);
      if (alike && (known?.confidence ?? 0) < alike.confidence)
        best.set(name.body.id, { body: name.body, ...alike });
    }
    return [...best.values()];
  }
}

function likeness(
  folded: string,
  words: readonly string[],
  name: { folded: string; words: readonly string[]; body: KnownBody },
) {
  if (name.body.kind === 'PERSON' && isInitialled(words, name.words))
    return { confidence: 0.7, how: 'the initial and the surname' };
  const allowed = folded.length >= 10 ? 2 : folded.length >= 6 ? 1 : 0;
  const lengths = Math.abs(folded.length - name.folded.length);
  if (allowed > 0 && lengths <= allowed && words.length === name.words.length) {
    const distance = editDistance(folded, name.folded, allowed);
    if (distance <= allowed)
      return { confidence: distance === 1 ? 0.85 : 0.75, how: 'spelt almost the same' };
  }
  const initials =
    name.words.length > 2 &&
    name.words
      .filter((word) => !/^(?:and|of|for|the)$/.test(word))
      .map((word) => word[0])
      .join('');
  if (initials && folded === initials) return { confidence: 0.6, how: 'the initials' };
  if (name.body.kind !== 'PERSON' && words.length >= 2 && name.folded.startsWith(`${folded} `))
    return { confidence: 0.5, how: 'the beginning of the name' };
  return null;
}

/** “J Atkinson” for “Jo Atkinson”. */
function isInitialled(written: readonly string[], name: readonly string[]): boolean {
  const [first = '', last] = [written[0], written.at(-1)];
  return (
    written.length === 2 &&
    name.length >= 2 &&
    first.length === 1 &&
    last === name.at(-1) &&
    name[0]?.[0] === first
  );
}

const ranked = (found: readonly Named[]): BodyMatch[] =>
  [...found]
    .sort((a, b) => b.confidence - a.confidence || a.body.name.localeCompare(b.body.name))
    .slice(0, SHOWN);

/** Two bodies that are equally likely are nobody’s to choose between but a person’s. */
function onlySure(found: readonly BodyMatch[]): BodyMatch | null {
  const best = Math.max(0, ...found.map((one) => one.confidence));
  const [first, ...others] = found.filter((one) => one.confidence === best);
  return first && best >= SURE && others.length === 0 ? first : null;
}

/** A person who could be made from these words: a name nobody resembles, and an organisation that is known. */
export function personMissing(owner: MatchedOwner): { name: string; organisationId: string } | null {
  const isUnknown = owner.matches.every(({ body }) => body.kind !== 'PERSON' && body.kind !== 'POST');
  if (owner.isGap || !isUnknown || owner.hint?.body.kind !== 'ORGANISATION' || !looksLikePerson(owner.name))
    return null;
  return { name: owner.name, organisationId: owner.hint.body.id };
}

/** Letters to change, add, leave out or swap; stops counting beyond `most`. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
