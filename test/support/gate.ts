import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a server and its database, so that the way can be cut and opened again. */
export interface Gate {
  /** The same address, by way of the gate. */
  through(url: string): string;
  /** How often somebody knocked since it was cut last. */
  readonly knocks: number;
  cut(): void;
  open(): void;
  close(): Promise<void>;
}

export async function gateBefore(databaseUrl: string): Promise<Gate> {
  const { hostname, port: databasePort } = new URL(databaseUrl);
  const lines = new Set<Socket>();
  let [isOpen, knocks] = [true, 0];
  const server: Server = createServer((caller) => {
    if (!isOpen) {
      knocks++;
      caller.destroy();
      return;
    }
    const line = connect(Number(databasePort), hostname);
    for (const [one, other] of [
      [caller, line],
      [line, caller],
    ] as const) {
      lines.add(one);
      one.on('error', () => other.destroy());
      one.once('close', () => {
        lines.delete(one);
        other.destroy();
      });
    }
    caller.pipe(line).pipe(caller);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const cut = () => {
    [isOpen, knocks] = [false, 0];
    for (const line of lines) line.destroy();
  };
  return {
    through: (url) => {
      const changed = new URL(url);
      changed.host = `127.0.0.1:${port}`;
      return changed.href;
    },
    get knocks() {
      return knocks;
    },
    cut,
    open: () => {
      isOpen = true;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
