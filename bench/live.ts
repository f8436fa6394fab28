import { closeAll, costOfBroadcast, costOfChange, openAll, subscribed } from './fanout.js';
import { pause, residentBytes } from './processes.js';
import { report } from './report.js';
import type { Stand } from './stand.js';

const CONNECTED = 5_000;

/** Live updates: one change told to many, and what it takes to keep many connected. */
export async function measureLive(stand: Stand): Promise<void> {
  const { planId } = stand.made;
  const broadcast = await stand.broadcast();
  for (const [subscribers, classes, latency, cpu] of [
    [500, 8, 1.5, 2],
    [2_000, 20, 1.5, 1.5],
  ] as const) {
    const product = await stand.product();
    const cookies = stand.cookies.slice(0, classes);
    const ours = await costOfChange({ at: [product], cookies, subscribers, planId });
    const bare = await costOfBroadcast(broadcast, subscribers, ours.frames);
    const what = `${subscribers} subscribers of ${classes} classes`;
    const detail = (kind: 'latency' | 'cpu') =>
      `${ours.cost[kind].toFixed(1)} ms of ${bare[kind].toFixed(1)} ms a change, ${ours.frames.length} frames each`;
    report(
      `${what}: last one told, of a bare broadcast`,
      ours.cost.latency / bare.latency,
      { atMost: latency },
      detail('latency'),
    );
    report(
      `${what}: server’s processor, of a bare broadcast`,
      ours.cost.cpu / bare.cpu,
      { atMost: cpu },
      detail('cpu'),
    );
    await product.stop();
  }
  await measureConnected(stand);
}

/** Memory of the server for each socket that is connected, subscribed, and told of nothing for the moment. */
async function measureConnected(stand: Stand): Promise<void> {
  const product = await stand.product();
  const open = (count: number) =>
    openAll(count, (n) =>
      subscribed(product.url, stand.cookies[n % stand.cookies.length] ?? '', stand.made.planId, () => {}),
    );
  // What the first ones bring into memory, code above all, is there once.
  await closeAll(await open(500));
  await pause(5_000);
  const before = residentBytes(product.pid);
  const sockets = await open(CONNECTED);
  await pause(5_000);
  const each = (residentBytes(product.pid) - before) / CONNECTED / 1000;
  report(
    `${CONNECTED} connected: memory each, kB`,
    each,
    { atMost: 25 },
    `${(residentBytes(product.pid) / 1e6).toFixed(0)} MB in all`,
  );
  await closeAll(sockets);
  await product.stop();
}
