import type { Database } from '../db/database.js';
import type { Hub } from './hub.js';
import type { Sockets } from './sockets.js';
import type { DatabaseWake, WakeChannel } from './wake.js';

const LOOK_EVERY_MS = 250;

/**
 * Keeps a process level with the log: looks when called, after each commit of its own, and four times a second in any
 * case, so a lost call costs a quarter of a second. Rights come first: nobody is told anything on rights already withdrawn.
 */
export class Pulse {
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private again = false;

  constructor(
    private readonly database: Database,
    private readonly wake: DatabaseWake,
    private readonly hub: Hub,
    private readonly sockets: Sockets,
    /** Who listens to what is told beside the log. */
    private readonly beside: Readonly<Partial<Record<WakeChannel, { hear(payload: string): void }>>>,
  ) {}

  async start(): Promise<void> {
    this.database.onCommit = (changed) => {
      this.look();
      for (const { partnershipId } of changed) this.wake.call('changes', partnershipId);
    };
    this.database.onPoke = (channel, payload) => {
      this.beside[channel]?.hear(payload);
      this.wake.call(channel, payload);
    };
    this.hub.onRightsMoved = () => this.sockets.recheck();
    await this.wake.start((channel, payload) => {
      const listener = this.beside[channel];
      if (listener) listener.hear(payload);
      else this.look();
    });
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Asks for a look; several asks while one is under way make one more. */
  private look(): void {
    if (this.looking) {
      this.again = true;
      return;
    }
    if (this.sockets.count === 0) return;
    this.looking = true;
    void this.lookNow().finally(() => {
      this.looking = false;
      if (this.again) {
        this.again = false;
        this.look();
      }
    });
  }

  private async lookNow(): Promise<void> {
    try {
      await this.sockets.recheckExpired(Date.now());
      await this.hub.tellNew();
    } catch {
      // The database is away for a moment: the next look is a moment off and misses nothing.
    }
  }
}
