import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { withDatabase } from '../../server/platform/db/roles.js';
import { builtServer } from './server-process.js';

/** The built server as a process of its own, on an embedded database of its own: to be killed. */
export class KillableServer {
  private child: ChildProcess | undefined;
  readonly url: string;
  private superuser: string | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly demonstration: 'on' | 'off',
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(demonstration: 'on' | 'off' = 'off'): Promise<KillableServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'accord-killed-'));
    const one = new KillableServer(folder, await freePort(), demonstration);
    await one.start();
    return one;
  }

  /** As a supervisor would; answers once the server says it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [builtServer()], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        DATA_DIR: this.folder,
        DEMONSTRATION: this.demonstration,
        LOG_LEVEL: 'fatal',
        SECRET: 'a secret that only this test knows, long enough',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('ready at')) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', (code, signal) => reject(new Error(`ended (${code ?? signal}): ${said}`)));
    });
  }

  /** The server’s process, as when the machine takes it away: no farewell. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.child?.once('exit', resolve));
    this.child?.kill('SIGKILL');
    await gone;
  }

  /** The database’s first process; what it leaves behind is the server’s to clear up. */
  async killDatabase(): Promise<void> {
    const [row] = await this.sql<{ setting: string }>('select setting from pg_settings where name = $1', [
      'data_directory',
    ]);
    const pid = Number(readFileSync(path.join(row?.setting ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  /** As the database’s superuser, on a connection that is there for this alone. */
  async sql<T>(text: string, params: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.superuserUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text, params)).rows as T[];
    } finally {
      await client.end();
    }
  }

  get superuserUrl(): string {
    this.superuser ??= this.readSuperuser();
    return this.superuser;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child?.once('exit', resolve));
    this.child?.kill('SIGTERM');
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readSuperuser(): string {
    const read = (name: string) => readFileSync(path.join(this.folder, 'postgres', name), 'utf8').trim();
    const url = `postgres://postgres:${read('superuser-password')}@127.0.0.1:${read('port')}/postgres`;
    return withDatabase(url, 'accord');
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
