import type { Database } from '../db/database.js';
import { type Group, type Subscriber, tableNamed } from './group.js';
import { type ChangeRow, changesAfter } from './log.js';
import { Parcel } from './parcel.js';

/** The most that is replayed; who missed more is quicker to ask anew. */
const REPLAY_LIMIT = 2_000;
/** So many changes at once: what one has missed must not keep others waiting. */
const PIECE = 100;
/** So many pieces are read at one moment, whoever they are for. */
const ABREAST = 2;

/** Tells those who come back what they missed, by and by; undefined stands for a place that cannot be gone on from. */
export class Replay {
  private readonly waiting: (() => void)[] = [];
  private reading = 0;

  constructor(
    private readonly database: Database,
    /** Whether rights had moved since they were last looked at, so that whatever was read is to be read again. */
    private readonly rightsMoved: (rights: number) => Promise<boolean>,
  ) {}

  /** As far as the log goes now, piece by piece; answers where the subscriber stands after it. */
  async untilClose(
    group: Group,
    after: number | undefined,
    subscriber: Subscriber,
  ): Promise<number | undefined> {
    if (after === undefined || (await this.inTurn(() => this.isTooFar(group, after)))) return undefined;
    let at = after;
    for (;;) {
      const { last, isAll } = await this.inTurn(() => this.piece(group, at, subscriber));
      at = last;
      await subscriber.hasRoom();
      if (isAll || subscriber.isGone) return at;
    }
  }

  /** What is left up to a number. What is newer will be told to everybody in its turn. */
  async upTo(seq: number, group: Group, behind: number | undefined, subscriber: Subscriber): Promise<void> {
    if (behind === undefined || behind > seq)
      return subscriber.send(new Parcel([await group.resync(seq, new Date().toISOString())]));
    await this.database.readAs(group.position, async (reader) => {
      const missed = await changesAfter(reader, group.telling.partnershipId, behind, REPLAY_LIMIT, true);
      const told = missed.filter((change) => change.seq <= seq && isTold(change));
      const frames = await group.frames(reader, told);
      if (frames.length > 0) subscriber.send(new Parcel(frames));
    });
  }

  private async piece(group: Group, after: number, subscriber: Subscriber) {
    for (;;) {
      group.position = subscriber.position;
      const { missed, frames, rights } = await this.database.readFrom(async (from) => {
        const reader = from(group.position);
        const [[now], missed] = await Promise.all([
          reader.query<{ rights: number }>('select version as rights from rights'),
          changesAfter(reader, group.telling.partnershipId, after, PIECE, true),
        ]);
        const frames = await group.frames(reader, missed.filter(isTold));
        return { missed, frames, rights: now?.rights ?? 0 };
      });
      // Rights come first here too: who lost them is put out before anything is told.
      if (await this.rightsMoved(rights)) continue;
      if (frames.length > 0) subscriber.send(new Parcel(frames));
      return { last: missed.at(-1)?.seq ?? after, isAll: missed.length < PIECE };
    }
  }

  private async isTooFar({ position, telling }: Group, after: number): Promise<boolean> {
    const [row] = await this.database.readAs(position, (reader) =>
      reader.query<{ seq: number }>(
        'select seq from changes where partnership_id = $1 and seq > $2 order by seq offset $3 limit 1',
        [telling.partnershipId, after, REPLAY_LIMIT],
      ),
    );
    return row !== undefined;
  }

  private async inTurn<T>(read: () => Promise<T>): Promise<T> {
    if (this.reading >= ABREAST) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.reading++;
    try {
      return await read();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.reading--;
    }
  }
}

const isTold = (change: ChangeRow): boolean => tableNamed(change.itemType) !== undefined;
