import type pg from 'pg';
import { lineOf } from './line.js';

/** How long a reading transaction that has done its work may stay open for the next one to end it. */
const LINGER_MS = 2;

/**
 * The pool’s connections, each for one transaction at a time. A transaction that only read is ended together with the
 * beginning of the next one on its connection, or a moment later if nobody comes: a crossing between the processes less.
 */
export class Lingering {
  /** Taken last, so that most of them rest. */
  private readonly lingering: { client: pg.PoolClient; timer: NodeJS.Timeout }[] = [];

  constructor(private readonly pool: pg.Pool) {}

  async take(): Promise<pg.PoolClient> {
    const waiting = this.lingering.pop();
    if (!waiting) return this.pool.connect();
    clearTimeout(waiting.timer);
    // On its way before whatever is asked first; should it fail, so does that.
    lineOf(waiting.client)
      .ask('commit')
      .catch(() => {});
    return waiting.client;
  }

  /**
   * Ends a reading transaction behind whatever still runs in it. At once if somebody waits for a connection: it is
   * theirs, and not of whoever comes next.
   */
  endReading(client: pg.PoolClient): void {
    if (this.pool.waitingCount > 0) {
      this.end(client);
      return;
    }
    const timer = setTimeout(() => {
      this.lingering.splice(this.lingering.indexOf(waiting), 1);
      this.end(client);
    }, LINGER_MS);
    const waiting = { client, timer };
    this.lingering.push(waiting);
  }

  /** Ends a transaction that failed. */
  async giveBack(client: pg.PoolClient): Promise<void> {
    try {
      await lineOf(client).ask('rollback');
      client.release();
    } catch (error) {
      client.release(error as Error);
    }
  }

  private end(client: pg.PoolClient): void {
    lineOf(client)
      .ask('commit')
      .then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
  }
}
