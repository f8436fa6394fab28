import type { WebSocket } from 'ws';
import { openAll, subscribed } from './fanout.js';
import { type Request, throughput } from './load.js';
import { median, pause, residentBytes } from './processes.js';
import { readsOf } from './reads.js';
import { report } from './report.js';
import type { Stand } from './stand.js';
import { editor } from './writes.js';

const MINUTES = Number(process.env['BENCH_SOAK_MINUTES'] ?? 30);
const CONNECTIONS = 16;
const SUBSCRIBERS = 500;
/** Memory settles while code is compiled and caches fill: slopes are taken after so much of the time. */
const SETTLING = 1 / 3;
const SAMPLE_MS = 10_000;

interface Sample {
  minute: number;
  megabytes: number;
  connections: number;
  locks: number;
  listeners: number;
}

/** Half of the greatest load, for half an hour: nothing may grow, and nothing may fail. */
export async function soak(stand: Stand): Promise<void> {
  const product = await stand.product();
  const { planId } = stand.made;
  const cookieOf = (n: number) => stand.cookies[n % stand.cookies.length] ?? '';
  let told = 0;
  const sockets = await openAll(SUBSCRIBERS, (n) =>
    subscribed(product.url, cookieOf(n), planId, () => void told++),
  );
  const { next, onAnswer } = await mix(stand);
  await throughput(product.url, CONNECTIONS, 10, next, onAnswer);
  const greatest = (await throughput(product.url, CONNECTIONS, 20, next, onAnswer)).perSecond;
  console.log(
    `greatest load: ${greatest.toFixed(0)} requests a second; now half of it for ${MINUTES} minutes`,
  );

  const samples: Sample[] = [];
  const began = Date.now();
  const end = began + MINUTES * 60_000;
  let isOver = false;
  const sampling = (async () => {
    while (!isOver) {
      samples.push(await sample(stand, product.pid, (Date.now() - began) / 60_000));
      await pause(SAMPLE_MS);
    }
  })();
  const coming = comeAndGo(
    sockets,
    (n) => subscribed(product.url, cookieOf(n), planId, () => void told++),
    () => isOver,
  );
  // Fails at the first answer that is an error.
  const { perSecond, waits } = await throughput(
    product.url,
    CONNECTIONS,
    (end - began) / 1000,
    next,
    onAnswer,
    greatest / 2,
  );
  isOver = true;
  await Promise.all([sampling, coming]);
  for (const socket of sockets) socket.terminate();

  const settled = samples.filter(({ minute }) => minute > MINUTES * SETTLING);
  const most = (of: (one: Sample) => number) => Math.max(...settled.map(of));
  const slowest = waits.reduce((most, wait) => Math.max(most, wait), 0);
  const detail = `${MINUTES} minutes at ${perSecond.toFixed(0)}/s of ${greatest.toFixed(0)}/s, no error, slowest ${slowest.toFixed(0)} ms, ${told} frames told`;
  report(
    'soak: memory a minute, MB',
    slope(settled.map(({ minute, megabytes }) => [minute, megabytes])),
    { atMost: 1 },
    detail,
  );
  report(
    'soak: memory at the end, MB',
    settled.at(-1)?.megabytes ?? 0,
    null,
    `median ${median(settled.map((one) => one.megabytes)).toFixed(0)} MB`,
  );
  report(
    'soak: most connections to the database',
    most((one) => one.connections),
    { atMost: 18 },
    'a pool of 16, the listener, the jobs',
  );
  report(
    'soak: most listeners',
    most((one) => one.listeners),
    { atMost: 1 },
    '',
  );
  report(
    'soak: locks a minute',
    slope(settled.map(({ minute, locks }) => [minute, locks])),
    { atMost: 1 },
    `${settled.length} looks, ${median(settled.map((one) => one.locks)).toFixed(0)} at the median`,
  );
  report(
    'soak: most locks held at once',
    most((one) => one.locks),
    null,
    '',
  );
}

/** Seven reads to one change, in turn. */
async function mix(stand: Stand) {
  const writer = await editor(stand, stand.cookies[0] ?? '', stand.made.ownedIds);
  const reads = readsOf(stand).map(({ ours }) => ours);
  // One action is asked for most of all.
  const turns = [...reads, reads[1], null];
  const isChange = (n: number) => n % turns.length === turns.length - 1;
  const change = (n: number) => Math.floor(n / turns.length);
  return {
    next: (n: number): Request => turns[n % turns.length]?.(n) ?? writer.next(change(n)),
    onAnswer: (n: number, text: string) => {
      if (isChange(n)) writer.onAnswer(change(n), text);
    },
  };
}

/** All the time somebody closes their page and somebody opens theirs. */
async function comeAndGo(
  sockets: WebSocket[],
  open: (n: number) => Promise<WebSocket>,
  isOver: () => boolean,
) {
  for (let n = 0; !isOver(); n = (n + 1) % sockets.length) {
    sockets[n]?.terminate();
    sockets[n] = await open(n);
    await pause(500);
  }
}

async function sample({ admin }: Stand, pid: number, minute: number): Promise<Sample> {
  const { rows } = await admin.query<{ connections: number; locks: number; listeners: number }>(
    `select count(*)::int as connections, count(*) filter (where application_name = 'accord listener')::int as listeners,
       (select count(*)::int from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.pid <> pg_backend_pid()) as locks
     from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  const found = rows[0] ?? { connections: 0, locks: 0, listeners: 0 };
  return { minute, megabytes: residentBytes(pid) / 1e6, ...found };
}

/** Of the straight line through the points that lies nearest to all (least squares). */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  return over / points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
}
