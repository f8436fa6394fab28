import { type Request, throughput } from './load.js';
import { cpuMs, databaseCpuMs, type Served } from './processes.js';
import type { Cluster } from './stand.js';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);

/** Who is asked, and what. */
export interface Contestant {
  served: Served;
  next: (n: number) => Request;
  onAnswer?: (n: number, text: string) => void;
}

/** In turn, twice each after a first round to warm up, so that a machine that slows down slows all. */
export async function inTurns(contestants: readonly Contestant[], connections: number) {
  const run = ({ served, next, onAnswer }: Contestant) =>
    throughput(served.url, connections, SECONDS, next, onAnswer);
  for (const one of contestants) await run(one);
  const rounds: Awaited<ReturnType<typeof run>>[][] = [];
  for (let round = 0; round < 2; round++) {
    const results = [];
    for (const one of contestants) results.push(await run(one));
    rounds.push(results);
  }
  return contestants.map((_, i) => {
    const results = rounds.flatMap((round) => round[i] ?? []);
    return {
      perSecond: results.reduce((sum, { perSecond }) => sum + perSecond, 0) / results.length,
      bytes: results[0]?.bytes ?? 0,
    };
  });
}

/** Processor time a request, of the server and of the database: what a ratio is made of. */
export async function explain(
  what: string,
  contestants: readonly Contestant[],
  connections: number,
  cluster: Cluster,
): Promise<void> {
  for (const [i, { served, next, onAnswer }] of contestants.entries()) {
    await throughput(served.url, connections, SECONDS, next, onAnswer);
    const before = [cpuMs(served.pid), databaseCpuMs(cluster.pid)] as const;
    const { perSecond } = await throughput(served.url, connections, SECONDS, next, onAnswer);
    const requests = perSecond * SECONDS;
    const server = (cpuMs(served.pid) - before[0]) / requests;
    const database = (databaseCpuMs(cluster.pid) - before[1]) / requests;
    const name = ['product', 'hand-written', 'PostGraphile'][i];
    console.log(
      `  ${what}, ${connections}, ${name}: ${server.toFixed(2)} ms server, ${database.toFixed(2)} ms database`,
    );
  }
}
