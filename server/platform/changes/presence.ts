import { randomUUID } from 'node:crypto';
import { execute, type GraphQLSchema } from 'graphql';
import type { Row } from '../db/base.js';
import type { Database } from '../db/database.js';
import type { Position } from '../policy/viewer.js';
import type { Reader } from '../reading/reader.js';
import { shape } from '../reading/shape.js';
import type { Subscriber } from './group.js';
import { partnershipOf } from './join.js';
import { type JoinAsk, operationKey, readArguments, selectionOf } from './operation.js';
import { Parcel } from './parcel.js';
import type { Wake } from './wake.js';

/** Somebody looking at a plan, and perhaps at one item of it. */
interface Present {
  personId: string;
  organisationId: string | null;
  itemId: string | null;
  since: string;
}

interface Watcher {
  ask: JoinAsk;
  variables: Record<string, unknown>;
  position: Position;
  present: Present | null;
  subscriber: Subscriber;
  /** What it was told last. */
  told?: string;
}

/** Others’ words are good for this long: a process that dies takes its people with it. */
const FORGET_MS = 12_000;
const REPEAT_MS = 4_000;
/** What is told to other processes has to fit into 8,000 bytes, and says a person in some 190. */
const MOST_TOLD = 40;

/**
 * Who is looking at what, now. To subscribe is to be present; to leave is to be gone. Never stored: processes tell
 * each other over the wake-up channel, and each tells its own subscribers.
 */
export class PresenceHub {
  private readonly self = randomUUID();
  private readonly scopes = new Map<string, Map<string, Set<Watcher>>>();
  private readonly others = new Map<string, Map<string, { present: Present[]; until: number }>>();
  private readonly timer = setInterval(() => this.repeat(), REPEAT_MS);

  constructor(
    private readonly database: Database,
    private readonly schema: GraphQLSchema,
    private readonly wake: Wake,
  ) {
    this.timer.unref();
  }

  async join(ask: JoinAsk): Promise<() => void> {
    const { args, variables } = readArguments(ask);
    const scope = args['within'] as string;
    const partnershipId = await this.database.read(ask.credential, (reader) => partnershipOf(reader, scope));
    const person = ask.viewer.people.get(partnershipId);
    const watcher: Watcher = {
      ask,
      variables,
      position: ask.viewer.position,
      present: person
        ? {
            personId: person.id,
            organisationId: person.organisationId,
            itemId: (args['at'] as string | null | undefined) ?? null,
            since: new Date().toISOString(),
          }
        : null,
      subscriber: ask.subscriber,
    };
    const groups = this.scopes.get(scope) ?? new Map<string, Set<Watcher>>();
    const key = `${watcher.position.key} ${operationKey(ask, variables, args, ['at'])}`;
    const group = groups.get(key) ?? new Set();
    this.scopes.set(scope, groups.set(key, group.add(watcher)));
    this.announce(scope);
    return () => {
      group.delete(watcher);
      if (group.size === 0) groups.delete(key);
      this.announce(scope);
    };
  }

  /** Another process has spoken. */
  hear(payload: string): void {
    const said = JSON.parse(payload) as { from: string; scope: string; present: Present[] };
    const scope = this.others.get(said.scope) ?? new Map<string, { present: Present[]; until: number }>();
    const before = JSON.stringify(scope.get(said.from)?.present ?? []);
    this.others.set(
      said.scope,
      scope.set(said.from, { present: said.present, until: Date.now() + FORGET_MS }),
    );
    if (before !== JSON.stringify(said.present)) void this.tell(said.scope);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Each person once, at the place they came to last, however many pages they have open. */
  private mine(scope: string): Present[] {
    const all = [...(this.scopes.get(scope)?.values() ?? [])].flatMap((group) =>
      [...group].flatMap((watcher) => watcher.present ?? []),
    );
    return latestOfEach(all);
  }

  private announce(scope: string): void {
    this.callOthers(scope);
    void this.tell(scope);
  }

  private callOthers(scope: string): void {
    const present = this.mine(scope).slice(-MOST_TOLD);
    this.wake.call('presence', JSON.stringify({ from: this.self, scope, present }));
  }

  private repeat(): void {
    const now = Date.now();
    for (const [scope, processes] of this.others) {
      const gone = [...processes].filter(([, said]) => said.until < now);
      for (const [from] of gone) processes.delete(from);
      if (gone.some(([, said]) => said.present.length)) void this.tell(scope);
    }
    for (const [scope, groups] of this.scopes) {
      if (groups.size === 0) this.scopes.delete(scope);
      if (this.mine(scope).length) this.callOthers(scope);
    }
  }

  private async tell(scope: string): Promise<void> {
    const everyone = [
      ...this.mine(scope),
      ...[...(this.others.get(scope)?.values() ?? [])].flatMap((said) => said.present),
    ];
    for (const group of this.scopes.get(scope)?.values() ?? []) {
      const [first] = group;
      if (!first) continue;
      const frame = await this.database
        .readAs(first.position, (reader) => this.frame(reader, first, everyone))
        .catch(() => null);
      if (!frame) continue;
      const parcel = new Parcel([frame]);
      for (const watcher of group) {
        // That something moved which it may not see is not for it to know either.
        if (watcher.told === frame) continue;
        watcher.told = frame;
        watcher.subscriber.send(parcel);
      }
    }
  }

  /** Each person once, at the place they came to last; the place only where this position may see it. */
  private async frame(reader: Reader, { ask, variables }: Watcher, everyone: Present[]): Promise<string> {
    const latest = new Map(latestOfEach(everyone).map((one) => [one.personId, one]));
    const places = await reader.query<{ id: string }>(PLACES, [
      [...latest.values()].flatMap((one) => one.itemId ?? []),
    ]);
    const known = await reader.query<{ id: string }>(
      'select id from people where id = any($1::uuid[]) order by name, id',
      [[...latest.keys()]],
    );
    const rows: Row[] = known.flatMap(({ id }) => {
      const one = latest.get(id);
      return one
        ? [{ id, ...one, itemId: places.some((place) => place.id === one.itemId) ? one.itemId : null }]
        : [];
    });
    const selection = selectionOf(this.schema, ask.args.document, ask.operation, variables);
    await shape(reader, 'PresentPerson', rows, selection);
    return JSON.stringify(
      await execute({
        schema: this.schema,
        document: ask.args.document,
        rootValue: { presence: rows },
        variableValues: variables,
        operationName: ask.operation.name?.value ?? null,
      }),
    );
  }
}

const PLACES = `
  select id from actions where id = any($1::uuid[]) union all select id from agenda_items where id = any($1::uuid[])`;

function latestOfEach(present: readonly Present[]): Present[] {
  const inOrder = [...present].sort((a, b) => (a.since < b.since ? -1 : 1));
  return [...new Map(inOrder.map((one) => [one.personId, one])).values()];
}
