import type { Accepted, FoundOwner } from './import-content.js';
import {
  type BodyMatch,
  Directory,
  type KnownBody,
  type MatchedOwner,
  personMissing,
} from './matching.rules.js';

/** Who the words of a file mean: as matched, unless a person has settled it. Counts what it was asked. */
export class Names {
  private readonly directory: Directory;
  private readonly settled = new Map<string, BodyMatch | null>();
  private readonly cells = new Map<string, MatchedOwner[]>();
  private readonly found = new Map<string, FoundOwner>();
  private readonly unknown = new Map<string, Set<string>>();

  constructor(bodies: readonly KnownBody[], accepted: readonly Accepted[]) {
    this.directory = new Directory(bodies);
    const byId = new Map(bodies.map((body) => [body.id, body]));
    for (const { asWritten, ...named } of accepted) {
      const id = named.personId ?? named.postId ?? named.abuId ?? named.boardId ?? named.organisationId;
      const body = id ? byId.get(id) : undefined;
      // Somebody who is not known here any more: the words are matched anew.
      if (body || !id)
        this.settled.set(asWritten, body ? { body, confidence: 1, how: 'settled by a person' } : null);
    }
  }

  /** The owners of a cell of the file, each counted once a row. */
  ownersIn(text: string): MatchedOwner[] {
    const owners = this.look(text);
    for (const owner of owners) this.count(owner);
    return owners;
  }

  /** The same for words that are no owner cell. */
  look(text: string): MatchedOwner[] {
    let owners = this.cells.get(text);
    if (!owners) {
      owners = this.directory.ownersIn(text).map((owner) => this.settle(owner));
      this.cells.set(text, owners);
    }
    return owners;
  }

  /** Those named nowhere yet, where the file says for which organisation: one only. */
  missingPeople(): { name: string; organisationId: string }[] {
    return [...this.unknown].flatMap(([name, organisations]) => {
      const [organisationId, ...others] = organisations;
      return organisationId && others.length === 0 ? [{ name, organisationId }] : [];
    });
  }

  owners(): FoundOwner[] {
    return [...this.found.values()];
  }

  private settle(owner: MatchedOwner): MatchedOwner {
    const settled = this.settled.get(owner.asWritten);
    if (settled === undefined) return owner;
    const others = owner.matches.filter(({ body }) => body.id !== settled?.body.id);
    return {
      ...owner,
      matches: settled ? [settled, ...others] : others,
      chosen: settled,
      hint: settled ? owner.hint : null,
    };
  }

  private count(owner: MatchedOwner): void {
    const known = this.found.get(owner.asWritten);
    if (known) known.rows += 1;
    else {
      const matches = owner.matches.map(({ body: { kind, id, name }, confidence, how }) => ({
        kind,
        id,
        name,
        confidence,
        how,
      }));
      const { asWritten, isGap, chosen } = owner;
      this.found.set(asWritten, { asWritten, rows: 1, isGap, matches, chosenId: chosen?.body.id ?? null });
    }
    const missing = this.settled.has(owner.asWritten) ? null : personMissing(owner);
    if (missing)
      this.unknown.set(
        missing.name,
        (this.unknown.get(missing.name) ?? new Set()).add(missing.organisationId),
      );
  }
}
