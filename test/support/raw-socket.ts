import { once } from 'node:events';
import WebSocket from 'ws';

export interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A socket that keeps to no protocol but its own: for saying what no client of ours says. */
export class RawSocket {
  readonly messages: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('error', () => {});
    socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as Message);
      for (const look of this.waiting) look();
    });
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
    );
  }

  static async open(
    url: string,
    headers: Record<string, string> = {},
    protocol = 'graphql-transport-ws',
  ): Promise<RawSocket> {
    const one = new RawSocket(new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, protocol, { headers }));
    await once(one.socket, 'open');
    return one;
  }

  /** Lets itself be let in. */
  static async connect(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
    const one = await RawSocket.open(url, headers);
    one.say({ type: 'connection_init' });
    await one.hears(({ type }) => type === 'connection_ack');
    return one;
  }

  say(message: Message | string | Buffer): void {
    const isPlain = typeof message === 'string' || Buffer.isBuffer(message);
    this.socket.send(isPlain ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The first message that fits, also among those that came already. */
  hears(fits: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.messages.find(fits);
        if (!found) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
      void this.closed.then((how) => reject(new Error(`closed: ${JSON.stringify(how)}`)));
    });
  }
}

/** What a server counts about itself, by the names of its counters and gauges. */
export async function countsOf(url: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = [...text.matchAll(/^(\w+) (\S+)$/gm)];
  return Object.fromEntries(lines.map(([, name = '', value]) => [name, Number(value)]));
}
