import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * How processes tell each other that there is something new; nobody hears their own call. Losing a call costs a second
 * at most: everyone also looks by itself.
 */
export interface Wake {
  start(onWake: (channel: WakeChannel, payload: string) => void): Promise<void>;
  call(channel: WakeChannel, payload: string): void;
  isListening(): boolean;
  stop(): Promise<void>;
}

export type WakeChannel = 'changes' | 'presence' | 'reports';
const CHANNELS: readonly WakeChannel[] = ['changes', 'presence', 'reports'];
const RETRY_MS = [100, 200, 500, 1_000, 2_000];

/** Other processes are called so often at most: a busy writer costs them, and the database, little. */
const CALL_EVERY_MS = 5;

/** Wakes through the database itself: one connection a process, to listen on and to call on. */
export class DatabaseWake implements Wake {
  private readonly self = randomUUID();
  private client: pg.Client | null = null;
  private stopped = false;
  private readonly waiting = new Map<WakeChannel, Set<string>>();
  private calling = false;

  constructor(private readonly url: string) {}

  async start(onWake: (channel: WakeChannel, payload: string) => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      application_name: 'accord listener',
      // A call says that something was written; nothing is lost with it, so it need not reach the disk.
      options: '-c synchronous_commit=off',
    });
    client.on('notification', ({ channel, payload = '' }) => {
      const [from, said] = payload.split(/ (.*)/s);
      if (from !== this.self) onWake(channel.replace('accord_', '') as WakeChannel, said ?? '');
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(CHANNELS.map((channel) => `listen accord_${channel}`).join(';'));
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    // A killed backend reports two errors but ends once: reconnect on the end. One that never came to listen has failed
    // instead: whoever asked for it tries again, and nobody else.
    client.once('end', () => {
      this.client = null;
      if (!this.stopped) this.again(onWake, 0);
    });
    this.client = client;
    onWake('changes', '');
  }

  isListening(): boolean {
    return this.client !== null;
  }

  /** Calls are gathered for a moment, and a repeated one is made once. */
  call(channel: WakeChannel, payload: string): void {
    const payloads = this.waiting.get(channel) ?? new Set();
    this.waiting.set(channel, payloads.add(payload));
    if (!this.calling) void this.callOut();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }

  private async callOut(): Promise<void> {
    this.calling = true;
    while (this.waiting.size && !this.stopped) {
      await new Promise((resolve) => setTimeout(resolve, CALL_EVERY_MS));
      const calls = [...this.waiting].flatMap(([channel, payloads]) =>
        [...payloads].map((payload) => [`accord_${channel}`, `${this.self} ${payload}`]),
      );
      this.waiting.clear();
      // Whoever cannot be called looks by itself.
      await this.client
        ?.query({
          name: 'call',
          text: 'select pg_notify(c, p) from unnest($1::text[], $2::text[]) x (c, p)',
          values: [calls.map(([c]) => c), calls.map(([, p]) => p)],
        })
        .catch(() => {});
    }
    this.calling = false;
  }

  private again(onWake: (channel: WakeChannel, payload: string) => void, attempt: number): void {
    setTimeout(
      () => {
        if (!this.stopped) this.start(onWake).catch(() => this.again(onWake, attempt + 1));
      },
      RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)],
    ).unref();
  }
}
