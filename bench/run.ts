import { measureCurves } from './curves.js';
import { measureLive } from './live.js';
import { measureMap } from './map.js';
import { measurePacks } from './packs.js';
import { measureReads } from './reads.js';
import { printReport } from './report.js';
import { soak } from './soak.js';
import { type Cluster, Stand, startCluster } from './stand.js';
import { measureWhole } from './whole.js';
import { measureWrites } from './writes.js';

/** npm run bench [-- part …]: all parts but the soak, which takes half an hour, unless some are named. */
const parts: Record<string, (cluster: Cluster) => Promise<void>> = {
  reads: (cluster) => onStand(cluster, measureReads),
  writes: (cluster) => onStand(cluster, measureWrites),
  live: (cluster) => onStand(cluster, measureLive),
  map: (cluster) => onStand(cluster, measureMap),
  packs: (cluster) => onStand(cluster, measurePacks),
  curves: measureCurves,
  whole: () => measureWhole(),
  soak: (cluster) => onStand(cluster, soak),
};

async function onStand(
  cluster: Cluster,
  measure: (stand: Stand, cluster: Cluster) => Promise<void>,
): Promise<void> {
  const stand = await Stand.open(cluster);
  try {
    await measure(stand, cluster);
  } finally {
    await stand.close();
  }
}

const asked = process.argv.slice(2);
const wanted = asked.length ? asked : Object.keys(parts).filter((name) => name !== 'soak');
const unknown = wanted.filter((name) => !parts[name]);
if (unknown.length) {
  console.error(`there is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}
const cluster = await startCluster();
try {
  for (const name of wanted) {
    console.log(`— ${name}`);
    await parts[name]?.(cluster);
  }
} finally {
  await cluster.stop();
  printReport();
}
