import type { GraphQLSchema } from 'graphql';
import { type Database, type LookingFrom, sightOf } from '../db/database.js';
import { AccordError } from '../graphql/errors.js';
import type { Position } from '../policy/viewer.js';
import { groupBy } from '../reading/relations.js';
import { Group, type Subscriber, type Telling, tableNamed } from './group.js';
import { type ChangeRow, changesAfter } from './log.js';
import { Parcel } from './parcel.js';
import { Replay } from './replay.js';

const BATCH = 500;

const WHERE_THINGS_STAND = `
  select (select seq from partnership_counters where partnership_id = $1) as newest, (select version from rights) as rights`;

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

/** What was found in one look. */
interface Batch {
  changes: ChangeRow[];
  upTo: number;
  newest: number;
  rights: number;
}

/**
 * Reads each new change once, and tells it to every group of subscribers that may see it: once a group, the same
 * frame for all in it. The number of the last change of rights is read in the same moment as the changes: where it has
 * moved, everybody’s rights are looked at again before anybody is told anything.
 */
export class Hub {
  private readonly feeds = new Map<string, Feed>();
  /** The rights that all positions here are known to be of. */
  private rights = -1;
  /** Puts out those whose rights are not what they were. */
  onRightsMoved: () => Promise<void> = async () => {};
  private readonly replay: Replay;

  constructor(
    private readonly database: Database,
    private readonly schema: GraphQLSchema,
    private readonly metrics: HubMetrics,
  ) {
    this.replay = new Replay(database, (rights) => this.keepRights(rights));
  }

  /** Joins a subscriber; `after` is where it stands, null for now, undefined for a place that cannot be gone on from. */
  async join(
    telling: Telling,
    key: string,
    after: number | null | undefined,
    subscriber: Subscriber,
  ): Promise<() => void> {
    const feed = this.feedOf(telling.partnershipId);
    const groupKey = `${subscriber.position.key} ${key}`;
    const toReplay = new Group(groupKey, telling, subscriber.position, this.schema);
    // All but the last of it before its turn comes, so that nobody waits for what one of them missed.
    const behind = after === null ? null : await this.replay.untilClose(toReplay, after, subscriber);
    return feed.take(async () => {
      // A subscriber may come from a process that had read further: level with the log before it joins.
      await this.advance(telling.partnershipId, feed);
      if (subscriber.isGone) return () => {};
      const group = feed.groups.get(groupKey) ?? toReplay;
      group.position = subscriber.position;
      if (behind !== null) await this.replay.upTo(feed.seq, group, behind, subscriber);
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
    if (followed.length === 0) await this.keepRights(await this.database.rightsVersion());
    await Promise.all(
      followed.map(([partnershipId, feed]) => feed.take(() => this.advance(partnershipId, feed))),
    );
  }

  private async advance(partnershipId: string, feed: Feed): Promise<void> {
    for (;;) {
      const { parcels, upTo, newest, rights } = await this.database.readFrom(async (from) => {
        const batch = await this.readNew(partnershipId, feed, from);
        const isTold = batch.rights === this.rights;
        return { ...batch, parcels: isTold ? await this.parcelsFor(feed, batch.changes, from) : [] };
      });
      if (await this.keepRights(rights)) continue;
      // Told and counted as told in one go: a reading that fails half way is done again for everybody, and nobody hears twice.
      for (const [group, parcel] of parcels) this.send(group, parcel);
      feed.seq = upTo;
      if (upTo >= newest) return;
    }
  }

  /** Whether rights had moved, so that whatever was read before is to be read again. */
  private async keepRights(rights: number): Promise<boolean> {
    if (rights === this.rights) return false;
    await this.onRightsMoved();
    this.rights = rights;
    return true;
  }

  /** One read for the whole process: as everybody who listens, and no further. */
  private async readNew(partnershipId: string, feed: Feed, from: LookingFrom): Promise<Batch> {
    const audiences = new Set([...feed.groups.values()].flatMap((group) => [...group.position.audiences]));
    const reader = from(sightOf(audiences));
    const [[now], changes] = await Promise.all([
      reader.query<{ newest: number | null; rights: number }>(WHERE_THINGS_STAND, [partnershipId]),
      changesAfter(reader, partnershipId, feed.seq, BATCH, true),
    ]);
    const { newest, rights } = { newest: now?.newest ?? 0, rights: now?.rights ?? 0 };
    if (feed.groups.size === 0) return { changes: [], upTo: newest, newest, rights };
    this.metrics.changesSeen(changes.length);
    const upTo = changes.length < BATCH ? newest : (changes.at(-1)?.seq ?? newest);
    return { changes: changes.filter((change) => tableNamed(change.itemType)), upTo, newest, rights };
  }

  /** What each group is to be told, worked out once a group. */
  private async parcelsFor(feed: Feed, changes: ChangeRow[], from: LookingFrom): Promise<[Group, Parcel][]> {
    if (changes.length === 0) return [];
    const positions = groupBy(feed.groups.values(), (group) => group.position.key);
    const told = [...positions.values()].flatMap((groups) => {
      const reader = groups[0] && from(groups[0].position);
      return groups.map(
        async (group): Promise<[Group, string[]]> => [
          group,
          reader ? await group.frames(reader, changes).catch(refusedIn(group)) : [],
        ],
      );
    });
    return (await Promise.all(told))
      .filter(([, frames]) => frames.length > 0)
      .map(([group, frames]) => [group, new Parcel(frames)]);
  }

  private send(group: Group, parcel: Parcel): void {
    for (const subscriber of group.subscribers) subscriber.send(parcel);
    this.metrics.framesSent(parcel.size * group.subscribers.size);
  }

  private feedOf(partnershipId: string): Feed {
    const feed = this.feeds.get(partnershipId) ?? new Feed();
    this.feeds.set(partnershipId, feed);
    return feed;
  }
}

/** A group that asks for too much is told so and ended: nobody else is kept waiting for it. */
const refusedIn =
  (group: Group) =>
  (error: unknown): string[] => {
    if (!(error instanceof AccordError)) throw error;
    for (const subscriber of [...group.subscribers]) subscriber.refuse(error);
    return [];
  };
