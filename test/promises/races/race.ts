import { expect } from 'vitest';
import { verifyLog } from '../../../server/platform/changes/verify.js';
import { groupBy } from '../../../server/platform/reading/relations.js';
import type { Person, TestApp } from '../../support/app.js';
import { documentOf } from '../verbs.js';

/** One thing somebody sends. */
export interface Command {
  by: string;
  verb: string;
  input: Record<string, unknown>;
}

export interface Outcome extends Command {
  /** What was written and its version, when it was acknowledged. */
  written: { id: string; version: number } | null;
  /** Why it was refused: the broken rule, or the code. */
  refused: string | null;
  conflicts: FieldConflict[];
}

export interface FieldConflict {
  field: string;
  theirs: unknown;
  yours: unknown;
  theirVersion: number;
  changedBy: string | null;
}

/** An entry of the log about an item’s own row. */
export interface Entry {
  seq: number;
  set: string;
  kind: string;
  id: string;
  version: number;
  actor: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}

/** What a refusal may be: whoever sent it is told why. Anything else is a fault of ours. */
const REFUSALS = new Set(['NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT', 'CONFLICT', 'RULE_BROKEN']);

/** Many hands at once on one partnership, at whichever processes they stand. Every answer is kept. */
export class Race {
  readonly outcomes: Outcome[] = [];
  private readonly known = new Map<string, number>();
  private began = 0;
  private turn = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly partnershipId: string,
    /** By name; those of one name stand at several processes and take turns. */
    private readonly hands: Readonly<Record<string, readonly Person[]>>,
  ) {}

  static async begin(
    app: TestApp,
    partnershipId: string,
    hands: Readonly<Record<string, readonly Person[]>>,
  ): Promise<Race> {
    const race = new Race(app, partnershipId, hands);
    race.began = (await race.entries()).at(-1)?.seq ?? 0;
    return race;
  }

  async send(command: Command): Promise<Outcome> {
    const places = this.hands[command.by] ?? [];
    const hand = places[this.turn++ % places.length];
    if (!hand) throw new Error(`Nobody is called ${command.by}.`);
    const { data, errors } = await hand.query<{ [verb: string]: { item: { id: string; version: number } } }>(
      documentOf(command.verb),
      { input: command.input },
    );
    const { code, rule, conflicts }: Record<string, unknown> = errors?.[0]?.extensions ?? {};
    if (errors && !REFUSALS.has(String(code)))
      throw new Error(`${command.verb} was answered with ${JSON.stringify(errors)}`);
    const written = errors ? null : (data?.[command.verb]?.item ?? null);
    if (!errors && !written) throw new Error(`${command.verb} was not answered: ${JSON.stringify(data)}`);
    const outcome: Outcome = {
      ...command,
      written,
      refused: errors ? String(rule ?? code) : null,
      conflicts: (conflicts as FieldConflict[] | undefined) ?? [],
    };
    this.outcomes.push(outcome);
    if (written) this.known.set(written.id, Math.max(this.newest(written.id), written.version));
    return outcome;
  }

  /** The newest version of an item that anybody was told of in this race. */
  newest(id: string): number {
    return this.known.get(id) ?? 1;
  }

  /** All of them at once. */
  all(commands: readonly Command[]): Promise<Outcome[]> {
    return Promise.all(commands.map((command) => this.send(command)));
  }

  get acknowledged(): (Outcome & { written: NonNullable<Outcome['written']> })[] {
    return this.outcomes.flatMap((one) => (one.written ? [{ ...one, written: one.written }] : []));
  }

  /** What the log has of this race, in its order. What follows from something else is left out, and what a test made itself. */
  entries(): Promise<Entry[]> {
    return this.app.build.sql<Entry>(
      `select seq::int, change_set_id as set, kind, item_id as id, (after ->> 'version')::int as version, actor_id as actor, before, after
       from changes where partnership_id = $1 and seq > $2 and kind <> 'DERIVED' and via <> 'DATABASE' order by seq`,
      [this.partnershipId, this.began],
    );
  }

  /**
   * What holds after any history: one set of changes for each write that was acknowledged and none besides, so a refusal
   * left no trace; and the versions of each item one after the other in the order of the log.
   */
  async checkLog(): Promise<Entry[]> {
    const entries = await this.entries();
    const newest = new Map<string, number>();
    for (const { id, version, kind } of entries.filter((one) => one.kind !== 'REMOVED')) {
      const before = newest.get(id) ?? (kind === 'CREATED' ? 0 : version - 1);
      expect(version, `the version that followed ${before} of ${id}`).toBe(before + 1);
      newest.set(id, version);
    }
    const written = new Set(entries.map(({ id, version }) => `${id} at ${version}`));
    const answers = this.acknowledged.map((one) => ({
      ...{ verb: one.verb, name: `${one.written.id} at ${one.written.version}` },
    }));
    // Whoever asks for what another has just done is answered that it is done.
    const did = answers.filter(({ verb, name }) => !IS_DONE_ONCE.test(verb) || written.has(name));
    expect(did.filter(({ name }) => !written.has(name)).map(({ name }) => name)).toEqual([]);
    const winners = did.filter(({ verb }) => !IS_DONE_ONCE.test(verb)).map(({ name }) => name);
    expect(new Set(winners).size, 'two were told that they had written the same version').toBe(
      winners.length,
    );
    const answered = new Set(did.map(({ name }) => name));
    const sets = groupBy(entries, ({ set }) => set);
    const unanswered = [...sets.values()]
      .map((all) => all.map(({ id, version, kind }) => `${kind} ${id} at ${version}`))
      .filter((all) => !all.some((one) => answered.has(one.slice(one.indexOf(' ') + 1))));
    expect(unanswered, 'changes of which nobody was told that they were made').toEqual([]);
    return entries;
  }
}

/** Verbs that answer with what there is when nothing is left to do. */
const IS_DONE_ONCE = /^(archive|restore|restrict|rate|confirm|signOff|apply|undo)/;

/** Every hash of it, recomputed. */
export async function expectIntactLog(app: TestApp): Promise<void> {
  expect((await verifyLog(app.database.ownerUrl)).filter(({ wrong }) => wrong !== null)).toEqual([]);
}
