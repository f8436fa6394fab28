import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How a line carries what is sent over it, in either direction. */
export interface Manner {
  /** Bytes at a time; what is over 400 goes on in pieces ten times as large, or nothing would ever arrive. */
  slice?: number;
  delayMs?: number;
}

/** A line to a server that breaks, halts, crumbles and lags when it is told to. */
export class RoughLine {
  private readonly calls = new Set<Call>();
  private stalledUntil = 0;
  manner: Manner = {};

  private constructor(
    private readonly server: Server,
    private target: URL,
  ) {
    server.on('connection', (caller) => this.carry(caller));
  }

  static async to(url: string): Promise<RoughLine> {
    const server = createServer({ allowHalfOpen: true });
    const line = new RoughLine(server, new URL(url));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Where those who call from now on come to. */
  towards(url: string): void {
    this.target = new URL(url);
  }

  /** With a farewell (FIN) or without (RST), to both ends. */
  cut(how: 'FIN' | 'RST'): void {
    for (const { ends } of this.calls)
      for (const end of ends) how === 'FIN' ? end.destroy() : end.resetAndDestroy();
  }

  /** Reads nothing and carries nothing for so long; what was sent arrives afterwards. */
  stall(ms: number): void {
    this.stalledUntil = Math.max(this.stalledUntil, Date.now() + ms);
  }

  async close(): Promise<void> {
    this.cut('RST');
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(caller: Socket): void {
    const called = connect(Number(this.target.port), this.target.hostname);
    const call: Call = { ends: [caller, called] };
    this.calls.add(call);
    for (const [from, to] of [
      [caller, called],
      [called, caller],
    ] as const) {
      from.setNoDelay(true);
      from.on('error', () => {});
      from.once('close', () => {
        to.destroy();
        this.calls.delete(call);
      });
      void this.pump(from, to).catch(() => to.destroy());
    }
  }

  /** Piece by piece; nothing more is read while one is on its way. */
  private async pump(from: Socket, to: Socket): Promise<void> {
    for await (const chunk of from) {
      const { slice = Number.POSITIVE_INFINITY, delayMs = 0 } = this.manner;
      if (delayMs > 0) await pause(delayMs);
      for (let at = 0; at < chunk.length && to.writable; ) {
        while (Date.now() < this.stalledUntil) await pause(this.stalledUntil - Date.now());
        const size = at < 400 ? slice : slice * 10;
        if (!to.write(chunk.subarray(at, at + size))) await once(to, 'drain');
        at += size;
        if (at < chunk.length) await new Promise(setImmediate);
      }
    }
    to.end();
  }
}

interface Call {
  ends: readonly [Socket, Socket];
}
