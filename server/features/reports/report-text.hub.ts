import { execute, type FragmentDefinitionNode, type GraphQLSchema, Kind } from 'graphql';
import * as Y from 'yjs';
import { LARGEST_TEXT } from '../../../schema/report-text.js';
import { ReportTextEvent } from '../../../schema/report-words.js';
import type { Subscriber } from '../../platform/changes/group.js';
import { type JoinAsk, operationKey, readArguments, rootField } from '../../platform/changes/operation.js';
import { Parcel } from '../../platform/changes/parcel.js';
import type { Wake } from '../../platform/changes/wake.js';
import type { Row } from '../../platform/db/base.js';
import { type Database, sightOf } from '../../platform/db/database.js';
import { notFound } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import { groupBy } from '../../platform/reading/relations.js';
import { Selection } from '../../platform/reading/selection.js';
import { shape } from '../../platform/reading/shape.js';
import { bytesOf } from './report-text.rules.js';
import { textOf } from './report-text.service.js';
import { type Pointed, Writers } from './report-writers.js';

/** Somebody who has a report open. */
interface Watcher {
  reportId: string;
  ask: JoinAsk;
  variables: Record<string, unknown>;
  /** What they ask and under what name, alike for all who are told the same. */
  operation: string;
  subscriber: Subscriber;
  /** How far they were told. */
  seq: number;
  toldWriters: string;
}

/** What is told of a report at one moment to those who are alike. */
interface News {
  event: ReportTextEvent;
  update: string | null;
  stateVector: string | null;
  writers: Row[] | null;
}

/** Whoever was not called looks by itself. */
const LOOK_EVERY_MS = 500;

/**
 * Tells those who have a report open what is written in it. Each telling reads the text anew with the sight of those
 * who are told, in the same moment as the number of the last change of rights: where that moved, everybody’s rights
 * are looked at first. So a report that is narrowed is gone from their pages with the next piece or half a second later.
 */
export class ReportTextHub {
  private readonly open = new Map<string, Set<Watcher>>();
  private readonly turns = new Map<string, Promise<void>>();
  private readonly timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  private readonly writers: Writers;
  private rights = -1;
  /** Puts out those whose rights are not what they were. */
  onRightsMoved: () => Promise<void> = async () => {};

  constructor(
    private readonly database: Database,
    private readonly schema: GraphQLSchema,
    wake: Wake,
  ) {
    this.timer.unref();
    this.writers = new Writers(wake);
  }

  async join(ask: JoinAsk): Promise<() => void> {
    const { args, variables } = readArguments(ask);
    const reportId = args['id'] as string;
    const vector = args['stateVector'] as string | null | undefined;
    const have = vector ? bytesOf(vector, LARGEST_TEXT) : undefined;
    const person = await this.database.read(ask.credential, async (reader) => {
      const [report] = await reader.query<{ id: string; partnershipId: string }>(
        `select id, partnership_id as "partnershipId" from reports where id = $1`,
        [reportId],
      );
      if (!report) throw notFound();
      return reader.viewer.people.get(report.partnershipId);
    });
    const watcher: Watcher = {
      ...{ reportId, ask, variables, subscriber: ask.subscriber, seq: -1, toldWriters: '' },
      operation: operationKey(ask, variables, args, ['stateVector', 'key']),
    };
    // In its turn, so that between what it is told first and what it is told next nothing is left out.
    await this.inTurn(reportId, () => this.begin(watcher, have));
    const leave = person ? this.writers.come(reportId, person, String(args['key'] ?? '')) : () => {};
    this.tell(reportId);
    return () => {
      const all = this.open.get(reportId);
      all?.delete(watcher);
      if (all?.size === 0) this.open.delete(reportId);
      leave();
      this.tell(reportId);
    };
  }

  /** Something was written, narrowed or pointed at, here or in another process. */
  hear(payload: string): void {
    const said = JSON.parse(payload) as { id: string; pointed?: Pointed };
    this.writers.hear(said.id, said);
    this.tell(said.id);
  }

  stop(): void {
    clearInterval(this.timer);
    this.writers.stop();
  }

  private look(): void {
    for (const reportId of this.open.keys()) this.tell(reportId);
  }

  /** One telling of a report at a time; asks made meanwhile make one more. */
  private readonly asked = new Set<string>();
  private tell(reportId: string): void {
    if (!this.open.has(reportId) || this.asked.has(reportId)) return;
    this.asked.add(reportId);
    // The database is away for a moment: the next look is a moment off and misses nothing.
    void this.inTurn(reportId, () => {
      this.asked.delete(reportId);
      return this.tellAll(reportId);
    }).catch(() => {});
  }

  private inTurn(reportId: string, step: () => Promise<void>): Promise<void> {
    const done = (this.turns.get(reportId) ?? Promise.resolve()).then(step);
    const quiet = done.catch(() => {});
    this.turns.set(reportId, quiet);
    void quiet.then(() => {
      if (this.turns.get(reportId) === quiet) this.turns.delete(reportId);
    });
    return done;
  }

  /** All that a newcomer does not have, and how far the text has come. */
  private async begin(watcher: Watcher, have: Uint8Array | undefined): Promise<void> {
    const { reportId, subscriber } = watcher;
    // As who they are by now: what their socket knows of them may be a moment old.
    const frame = await this.database.read(watcher.ask.credential, async (reader) => {
      const text = await textOf(reader, reportId);
      if (!text) throw notFound();
      watcher.seq = text.seq;
      let missing: Uint8Array;
      try {
        missing = Y.encodeStateAsUpdate(text.doc, have);
      } catch {
        missing = Y.encodeStateAsUpdate(text.doc);
      }
      const vector = base64(Y.encodeStateVector(text.doc));
      const news = { event: ReportTextEvent.BEGUN, update: base64(missing), stateVector: vector };
      return this.frame(reader, watcher, { ...news, writers: null });
    });
    subscriber.send(new Parcel([frame]));
    this.open.set(reportId, (this.open.get(reportId) ?? new Set()).add(watcher));
  }

  private async tellAll(reportId: string): Promise<void> {
    const all = [...(this.open.get(reportId) ?? [])].filter(({ subscriber }) => !subscriber.isGone);
    if (all.length === 0) return;
    const alike = groupBy(
      all,
      ({ operation, seq, subscriber }) => `${subscriber.position.key} ${operation} ${seq}`,
    );
    const told = await this.database.readFrom(async (from) => {
      const [now] = await from(sightOf(new Set())).query<{ version: number }>('select version from rights');
      const rights = now?.version ?? 0;
      if (rights !== this.rights) return { rights, frames: [] };
      const frames: [Watcher[], Telling][] = [];
      for (const watchers of alike.values()) {
        const [first] = watchers;
        if (first) frames.push([watchers, await this.newsFor(from(first.subscriber.position), first)]);
      }
      return { rights, frames };
    });
    if (told.rights !== this.rights) {
      await this.onRightsMoved();
      this.rights = told.rights;
      return this.tellAll(reportId);
    }
    for (const [watchers, telling] of told.frames) for (const one of watchers) this.send(one, telling);
  }

  private async newsFor(reader: Reader, watcher: Watcher): Promise<Telling> {
    const { reportId } = watcher;
    const [now] = await reader.query<{ seq: number }>(`select seq from report_texts where id = $1`, [
      reportId,
    ]);
    const none = { update: null, stateVector: null, writers: null };
    if (!now)
      return { gone: await this.frame(reader, watcher, { ...none, event: ReportTextEvent.REMOVED }), seq: 0 };
    const writers = await this.writers.seenBy(reader, reportId);
    const present = await this.frame(reader, watcher, { ...none, event: ReportTextEvent.WRITERS, writers });
    if (now.seq === watcher.seq) return { seq: now.seq, present };
    const update = base64(await this.since(reader, watcher, now.seq));
    const news = { ...none, event: ReportTextEvent.WRITTEN, update };
    return { seq: now.seq, present, written: await this.frame(reader, watcher, news) };
  }

  /** What was written since; all of it where pieces that old were gathered already. */
  private async since(reader: Reader, { reportId, seq }: Watcher, now: number): Promise<Uint8Array> {
    const pieces = await reader.query<{ piece: Buffer }>(
      `select piece from report_updates where id = $1 and seq > $2 order by seq`,
      [reportId, seq],
    );
    if (pieces.length === now - seq) return Y.mergeUpdates(pieces.map(({ piece }) => piece));
    const text = await textOf(reader, reportId);
    return text ? Y.encodeStateAsUpdate(text.doc) : new Uint8Array();
  }

  private send(watcher: Watcher, { gone, written, present, seq }: Telling): void {
    const { subscriber } = watcher;
    if (gone) {
      this.open.get(watcher.reportId)?.delete(watcher);
      subscriber.send(new Parcel([gone]));
      subscriber.refuse(notFound());
      return;
    }
    watcher.seq = seq;
    const isNew = present !== undefined && present !== watcher.toldWriters;
    if (isNew) watcher.toldWriters = present;
    const frames = [...(written ? [written] : []), ...(isNew ? [present] : [])];
    if (frames.length) subscriber.send(new Parcel(frames));
  }

  private async frame(reader: Reader, { ask, variables }: Watcher, news: News): Promise<string> {
    const fragments: Record<string, FragmentDefinitionNode> = {};
    for (const node of ask.args.document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
    const selection = new Selection({ schema: this.schema, fragments, variableValues: variables }, [
      rootField(ask.operation),
    ]);
    const row = { id: 'news', ...news } as Row;
    await shape(reader, 'ReportTextChange', [row], selection);
    return JSON.stringify(
      await execute({
        schema: this.schema,
        document: ask.args.document,
        rootValue: { reportText: row },
        variableValues: variables,
        operationName: ask.operation.name?.value ?? null,
      }),
    );
  }
}

/** What one who is told gets: a farewell, or what was written and who is there. */
interface Telling {
  seq: number;
  gone?: string;
  written?: string;
  present?: string;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
