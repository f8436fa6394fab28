import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../server/platform/db/embedded.js';
import { migrate } from '../server/platform/db/migrate.js';
import { ensureDatabase, withDatabase } from '../server/platform/db/roles.js';
import { measureFanOut } from './fanout.js';
import { generate } from './generate.js';
import { type Request, throughput } from './load.js';
import * as queries from './queries.js';
import { measureWhole } from './whole.js';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6);
const here = path.dirname(fileURLToPath(import.meta.url));
const only = process.argv.slice(2);
const isWanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part));

interface Row {
  what: string;
  ratio: number;
  budget: string;
  isMet: boolean;
  detail: string;
}
const rows: Row[] = [];

const BASELINE_TABLES = `
create table baseline_actions as select * from actions;
alter table baseline_actions add primary key (id);
create table baseline_log (id bigserial primary key, partnership_id uuid not null, item_id uuid not null, after jsonb not null, at timestamptz not null default now());
grant select, insert, update on baseline_actions, baseline_log to accord_server;
grant usage on sequence baseline_log_id_seq to accord_server;`;

const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-bench-'));
const cluster = await startEmbedded({ dataDir });
const children: ChildProcess[] = [];
try {
  const urls = await ensureDatabase(cluster.superuserUrl, 'bench');
  const superuserUrl = withDatabase(cluster.superuserUrl, 'bench');
  await migrate(urls.ownerUrl);
  const made = await generate(superuserUrl, 20);
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  // Put out when the cluster stops after a failure: the failure itself is what should be read.
  admin.on('error', () => {});
  const cookies = await sessions(admin, made.accounts);
  await admin.query(BASELINE_TABLES);
  const { rows: audienceRows } = await admin.query<{ ids: string }>(
    `select string_agg(id::text, ',') as ids from audiences`,
  );

  const product = await child('../server/main.js', [], /ready at (http\S+)/, {
    PORT: '0',
    DATA_DIR: path.join(dataDir, 'server'),
    DATABASE_URL: urls.ownerUrl,
    DATABASE_SERVER_URL: urls.serverUrl,
    SECRET: 'bench '.repeat(10),
    LOG_LEVEL: 'error',
    DEMONSTRATION: 'off',
    INTROSPECTION: 'on',
    DATABASE_POOL: '16',
  });
  const baseline = `http://127.0.0.1:${await child('baseline.js', [urls.serverUrl, audienceRows[0]?.ids ?? ''], /ready (\d+)/, {})}`;

  const headers = { cookie: cookies[0] ?? '' };
  const ask = (query: string, variables: object): Request => ({
    path: '/graphql',
    body: JSON.stringify({ query, variables }),
    headers,
  });
  const plain = (route: string, ...values: string[]): Request => ({
    path: route,
    body: JSON.stringify(values),
  });
  const action = (n: number) => made.actionIds[(n * 37) % made.actionIds.length] ?? '';

  const reads: [string, number, number, () => (n: number) => Request, () => (n: number) => Request][] = [
    [
      'plan board, 1 connection',
      1,
      0.4,
      () => () => ask(queries.BOARD, { id: made.planId }),
      () => () => plain('/board', made.planId),
    ],
    [
      'plan board, 32 connections',
      32,
      0.4,
      () => () => ask(queries.BOARD, { id: made.planId }),
      () => () => plain('/board', made.planId),
    ],
    [
      'filtered list page',
      16,
      0.45,
      () => () => ask(queries.LIST, { within: made.planId }),
      () => () => plain('/list', made.planId),
    ],
    [
      'my overdue actions',
      16,
      0.45,
      () => () => ask(queries.OVERDUE, { within: made.partnershipId, mine: [made.organisationIds[0]] }),
      () => () => plain('/overdue', made.partnershipId, made.organisationIds[0] ?? ''),
    ],
    [
      'one action with all its ends',
      16,
      0.3,
      () => (n) => ask(queries.ACTION, { id: action(n) }),
      () => (n) => plain('/action', action(n)),
    ],
  ];
  for (const [what, connections, budget, ours, theirs] of reads) {
    if (!isWanted(what)) continue;
    await compare(
      what,
      budget,
      () => throughput(product, connections, SECONDS / 2, ours()),
      () => throughput(baseline, connections, SECONDS / 2, theirs()),
    );
  }
  if (isWanted('updateAction')) {
    // Each writer edits what its organisation owns: action n has owners by its number (see generate.ts).
    const { rows: owned } = await admin.query<{ id: string }>(
      `select item_id as id from ownerships where organisation_id = $1 order by item_id limit 200`,
      [made.organisationIds[0]],
    );
    const mine = (n: number) => owned[n % owned.length]?.id ?? '';
    const version = new Map(
      (await admin.query<{ id: string; version: number }>('select id, version from actions')).rows.map(
        (row) => [row.id, row.version],
      ),
    );
    await compare(
      'updateAction, 16 writers',
      0.3,
      () =>
        throughput(
          product,
          16,
          SECONDS / 2,
          (n) =>
            ask(queries.UPDATE, {
              input: { id: mine(n), expectedVersion: version.get(mine(n)), title: `Title ${randomUUID()}` },
            }),
          (n, text) =>
            version.set(
              mine(n),
              (JSON.parse(text) as { data: { updateAction: { action: { version: number } } } }).data
                .updateAction.action.version,
            ),
        ),
      () =>
        throughput(baseline, 16, SECONDS / 2, (n) =>
          plain('/update', mine(n), `Title ${randomUUID()}`, made.partnershipId),
        ),
    );
  }
  if (isWanted('subscribers')) {
    const pidOfProduct = children[0]?.pid ?? 0;
    const port = await child('broadcast.js', [urls.serverUrl, audienceRows[0]?.ids ?? ''], /ready (\d+)/, {});
    const broadcast = { url: `http://127.0.0.1:${port}`, pid: children.at(-1)?.pid ?? 0 };
    for (const [subscribers, classes, latency, cpu] of [
      [500, 8, 1.5, 2],
      [2_000, 20, 2, 2],
    ] as const) {
      const result = await measureFanOut({
        product,
        pidOfProduct,
        baseline: broadcast.url,
        pidOfBaseline: broadcast.pid,
        cookies: cookies.slice(0, classes),
        subscribers,
        planId: made.planId,
      });
      add(
        `${subscribers} subscribers of ${classes} classes: last one told`,
        result.latencyRatio,
        `≤ ${latency} × bare ws`,
        result.latencyRatio <= latency,
        result.latencyDetail,
      );
      add(
        `${subscribers} subscribers of ${classes} classes: server CPU`,
        result.cpuRatio,
        `≤ ${cpu} × bare ws`,
        result.cpuRatio <= cpu,
        result.cpuDetail,
      );
    }
  }
  await admin.end();
  if (isWanted('whole')) {
    for (const { what, value, limit, unit } of await measureWhole()) {
      if (value === null) console.log(`${what}: cannot be measured here`);
      else
        add(
          what,
          value,
          `≤ ${limit} ${unit}`,
          value <= limit,
          `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
        );
    }
  }
} finally {
  for (const one of children) one.kill('SIGTERM');
  await Promise.all(
    children.map(
      (one) => new Promise((resolve) => (one.exitCode === null ? one.once('exit', resolve) : resolve(null))),
    ),
  );
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
console.table(
  rows.map(({ what, ratio, budget, isMet, detail }) => ({
    what,
    ratio: Number(ratio.toFixed(2)),
    budget,
    met: isMet ? 'yes' : 'NO',
    detail,
  })),
);

/** In turn, twice each, so that a machine that slows down slows both. */
async function compare(
  what: string,
  budget: number,
  ours: () => ReturnType<typeof throughput>,
  theirs: () => ReturnType<typeof throughput>,
): Promise<void> {
  await ours();
  await theirs();
  if (process.env['BENCH_CPU']) await explain(what, ours, theirs);
  const measured = [await ours(), await theirs(), await ours(), await theirs()];
  const our = ((measured[0]?.perSecond ?? 0) + (measured[2]?.perSecond ?? 0)) / 2;
  const their = ((measured[1]?.perSecond ?? 0) + (measured[3]?.perSecond ?? 0)) / 2;
  add(
    what,
    our / their,
    `≥ ${budget}`,
    our / their >= budget,
    `${our.toFixed(0)}/s of ${their.toFixed(0)}/s, ${measured[0]?.bytes} and ${measured[1]?.bytes} bytes`,
  );
}

/** Processor time a request, of the server and of the database: what a ratio is made of. */
async function explain(
  what: string,
  ours: () => ReturnType<typeof throughput>,
  theirs: () => ReturnType<typeof throughput>,
): Promise<void> {
  for (const [name, run, pid] of [
    ['product', ours, children[0]?.pid],
    ['baseline', theirs, children[1]?.pid],
  ] as const) {
    const before = [cpuMs([pid ?? 0]), cpuMs(postgresPids())];
    const { perSecond } = await run();
    const requests = perSecond * (SECONDS / 2);
    const after = [cpuMs([pid ?? 0]), cpuMs(postgresPids())];
    console.log(
      `  ${what}, ${name}: ${((after[0] ?? 0) - (before[0] ?? 0)) / requests} ms server, ${((after[1] ?? 0) - (before[1] ?? 0)) / requests} ms database`,
    );
  }
}

function cpuMs(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

/** The cluster’s backends (Linux). */
function postgresPids(): number[] {
  const isBackend = (pid: number) => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(cluster.pid);
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(isBackend);
}

function add(what: string, ratio: number, budget: string, isMet: boolean, detail: string): void {
  rows.push({ what, ratio, budget, isMet, detail });
  console.log(`${what}: ${ratio.toFixed(2)} (${budget}) ${detail}`);
}

async function sessions(admin: pg.Client, accounts: string[]): Promise<string[]> {
  const cookies: string[] = [];
  for (const email of accounts) {
    const secret = randomUUID();
    await admin.query(
      `insert into sessions (id, account_id, token_hash, expires_at) select $1, id, $2, now() + interval '1 day' from accounts where email = $3`,
      [randomUUID(), createHash('sha256').update(secret).digest(), email],
    );
    cookies.push(`accord=${secret}`);
  }
  return cookies;
}

function child(file: string, args: string[], ready: RegExp, env: Record<string, string>): Promise<string> {
  const one = spawn(
    process.execPath,
    [
      ...(process.env['BENCH_PROF'] && file.includes('main')
        ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof']
        : []),
      path.join(here, file),
      ...args,
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(one);
  return new Promise((resolve, reject) => {
    let said = '';
    one.stdout?.on('data', (chunk: Buffer) => {
      if (process.env['BENCH_LOG']) process.stderr.write(chunk);
      said += chunk.toString();
      const found = ready.exec(said)?.[1];
      if (found) resolve(found);
    });
    one.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)));
  });
}
