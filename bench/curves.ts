import { costOfBroadcast, costOfChange } from './fanout.js';
import { SIZE, type Size } from './generate.js';
import { throughput } from './load.js';
import type { Served } from './processes.js';
import { readsOf } from './reads.js';
import { type Cluster, Stand } from './stand.js';
import { editor } from './writes.js';

const SECONDS = 2;

/** A plan stays at 1,000 actions: what grows is the partnership round it. */
const sized = (actions: number, crossReferences: number): Partial<Size> => ({
  plans: actions / 1_000,
  workstreams: actions / 100,
  actions,
  crossReferences,
  updates: 5 * actions,
});

/** How cost grows. There is nothing to pass here: the tables are there to be read. */
export async function measureCurves(cluster: Cluster): Promise<void> {
  const bySize: Record<string, Record<string, string>> = {};
  for (const size of [
    sized(2_000, 4_000),
    sized(10_000, 20_000),
    sized(40_000, 80_000),
    sized(10_000, 80_000),
  ]) {
    const column = `${size.actions} actions, ${size.crossReferences} references`;
    await onStand(cluster, size, async (stand) => {
      for (const [what, ms] of await costs(stand, await stand.product()))
        bySize[what] = { ...bySize[what], [column]: `${ms.toFixed(2)} ms` };
    });
  }
  console.log('One connection; the time of one request:');
  console.table(bySize);

  await onStand(cluster, { classes: 80 }, async (stand) => {
    const rows: Record<string, Record<string, string>> = {};
    for (const [subscribers, classes, processes] of [
      [250, 8, 1],
      [1_000, 8, 1],
      [4_000, 8, 1],
      [500, 1, 1],
      [500, 5, 1],
      [500, 20, 1],
      [500, 80, 1],
      [500, 8, 2],
      [500, 8, 4],
    ] as const) {
      const at: Served[] = [];
      for (let n = 0; n < processes; n++) at.push(await stand.product());
      const cookies = stand.cookies.slice(0, classes);
      const { cost, frames } = await costOfChange({ at, cookies, subscribers, planId: stand.made.planId });
      for (const one of at) await one.stop();
      const broadcast = await stand.broadcast();
      const bare = await costOfBroadcast(broadcast, subscribers, frames);
      await broadcast.stop();
      rows[
        `${subscribers} subscribers of ${classes} classes at ${processes} process${processes > 1 ? 'es' : ''}`
      ] = {
        'last one told': `${cost.latency.toFixed(1)} ms`,
        'bare broadcast': `${bare.latency.toFixed(1)} ms`,
        'processor of all servers': `${cost.cpu.toFixed(1)} ms`,
        'bare processor': `${bare.cpu.toFixed(1)} ms`,
      };
    }
    console.log('One rating, until the last one has been told:');
    console.table(rows);
  });
}

async function onStand(cluster: Cluster, size: Partial<Size>, measure: (stand: Stand) => Promise<void>) {
  const stand = await Stand.open(cluster, { ...SIZE, ...size });
  try {
    await measure(stand);
  } finally {
    await stand.close();
  }
}

/** Milliseconds a request, of each read and of a change, one after the other. */
async function costs(stand: Stand, product: Served): Promise<[string, number][]> {
  const writer = await editor(stand, stand.cookies[0] ?? '', stand.made.ownedIds);
  const asked = [
    ...readsOf(stand).map(({ what, ours }) => ({ what, next: ours, onAnswer: () => {} })),
    { what: 'updateAction', next: writer.next, onAnswer: writer.onAnswer },
  ];
  const found: [string, number][] = [];
  for (const { what, next, onAnswer } of asked) {
    await throughput(product.url, 1, SECONDS, next, onAnswer);
    const { perSecond } = await throughput(product.url, 1, SECONDS, next, onAnswer);
    found.push([what, 1_000 / perSecond]);
  }
  return found;
}
