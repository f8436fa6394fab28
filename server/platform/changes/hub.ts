import type { GraphQLSchema } from 'graphql';
import type { Database } from '../db/database.js';
import type { Position } from '../policy/viewer.js';
import { Group, type Subscriber, type Telling, tableNamed } from './group.js';
import { type ChangeRow, changesAfter } from './log.js';

/** The most that is replayed; who missed more is quicker to ask anew. */
const REPLAY_LIMIT = 2_000;
const BATCH = 500;

/** One partnership’s log as this process follows it. */
class Feed {
  seq = 0;
  readonly groups = new Map<string, Group>();
  /** One thing at a time: a subscriber joins between two batches, so it neither misses nor repeats. */
  turn: Promise<void> = Promise.resolve();

  take<T>(step: () => Promise<T>): Promise<T> {
    const done = this.turn.then(step);
    this.turn = done.then(
      () => {},
      () => {},
    );
    return done;
  }
}

export interface HubMetrics {
  changesSeen(count: number): void;
  framesSent(count: number): void;
}

/**
 * Reads each new change once, and tells it to every group of subscribers that may see it: once a group, the same
 * frame for all in it. Rights are looked at again before each batch (see sockets.ts), so nobody is told on old ones.
 */
export class Hub {
  private readonly feeds = new Map<string, Feed>();

  constructor(
    private readonly database: Database,
    private readonly schema: GraphQLSchema,
    private readonly metrics: HubMetrics,
  ) {}

  /** Joins a subscriber; `after` is where it stands, null for now, undefined for a place that cannot be gone on from. */
  async join(
    telling: Telling,
    key: string,
    position: Position,
    after: number | null | undefined,
    subscriber: Subscriber,
  ): Promise<() => void> {
    const feed = this.feedOf(telling.partnershipId);
    const groupKey = `${position.key} ${key}`;
    return feed.take(async () => {
      // A subscriber may come from a process that had read further: level with the log before it joins.
      await this.advance(telling.partnershipId, feed);
      const group = feed.groups.get(groupKey) ?? new Group(groupKey, telling, position, this.schema);
      if (after !== null) await this.catchUp(feed, group, after, subscriber);
      feed.groups.set(groupKey, group);
      group.subscribers.add(subscriber);
      return () => {
        group.subscribers.delete(subscriber);
        if (group.subscribers.size === 0 && feed.groups.get(groupKey) === group) feed.groups.delete(groupKey);
      };
    });
  }

  /** Positions of current subscribers may have gained audiences since; sight is by what they have now. */
  refreshPosition(position: Position): void {
    for (const feed of this.feeds.values())
      for (const group of feed.groups.values())
        if (group.position.key === position.key) group.position = position;
  }

  /** Tells everything that was committed since the last look. */
  async tellNew(): Promise<void> {
    const followed = [...this.feeds].filter(([, feed]) => feed.groups.size > 0);
    await Promise.all(
      followed.map(([partnershipId, feed]) => feed.take(() => this.advance(partnershipId, feed))),
    );
  }

  private async advance(partnershipId: string, feed: Feed): Promise<void> {
    for (;;) {
      const batch = await this.readNew(partnershipId, feed);
      if (batch.changes.length) await this.tell(feed, batch.changes);
      feed.seq = batch.upTo;
      if (batch.upTo >= batch.newest) return;
    }
  }

  /** One read for the whole process: as everybody who listens, and no further. */
  private readNew(
    partnershipId: string,
    feed: Feed,
  ): Promise<{ changes: ChangeRow[]; upTo: number; newest: number }> {
    const audiences = new Set([...feed.groups.values()].flatMap((group) => [...group.position.audiences]));
    return this.database.readWith(audiences, async (reader) => {
      const [counter] = await reader.query<{ seq: number }>(
        'select seq from partnership_counters where partnership_id = $1',
        [partnershipId],
      );
      const newest = counter?.seq ?? 0;
      if (newest <= feed.seq || feed.groups.size === 0) return { changes: [], upTo: newest, newest };
      const changes = await changesAfter(reader, partnershipId, feed.seq, BATCH, true);
      this.metrics.changesSeen(changes.length);
      const upTo = changes.length < BATCH ? newest : (changes.at(-1)?.seq ?? newest);
      return { changes: changes.filter((change) => tableNamed(change.itemType)), upTo, newest };
    });
  }

  private async tell(feed: Feed, changes: ChangeRow[]): Promise<void> {
    const byPosition = new Map<string, Group[]>();
    for (const group of feed.groups.values())
      byPosition.set(group.position.key, [...(byPosition.get(group.position.key) ?? []), group]);
    for (const groups of byPosition.values()) {
      const position = groups[0]?.position;
      if (!position) continue;
      await this.database.readAs(position, async (reader) => {
        for (const group of groups) this.send(group, await group.frames(reader, changes));
      });
    }
  }

  private send(group: Group, frames: string[]): void {
    for (const frame of frames) for (const subscriber of group.subscribers) subscriber.send(frame);
    this.metrics.framesSent(frames.length * group.subscribers.size);
  }

  private async catchUp(
    feed: Feed,
    group: Group,
    after: number | undefined,
    subscriber: Subscriber,
  ): Promise<void> {
    const { partnershipId } = group.telling;
    await this.database.readAs(group.position, async (reader) => {
      const missed =
        after === undefined || after > feed.seq
          ? null
          : await changesAfter(reader, partnershipId, after, REPLAY_LIMIT + 1, true);
      if (!missed || missed.length > REPLAY_LIMIT)
        return subscriber.send(await group.resync(feed.seq, new Date().toISOString()));
      // What is newer than this process has read will be told to everybody in its turn.
      const told = missed.filter((change) => change.seq <= feed.seq && tableNamed(change.itemType));
      for (const frame of await group.frames(reader, told)) subscriber.send(frame);
    });
  }

  private feedOf(partnershipId: string): Feed {
    const feed = this.feeds.get(partnershipId) ?? new Feed();
    this.feeds.set(partnershipId, feed);
    return feed;
  }
}
