import { readFileSync } from 'node:fs';
import WebSocket from 'ws';
import { CHANGES } from './queries.js';

const CHANGES_MEASURED = 60;
const WARM_UP = 100;
const EVERY_MS = 50;

interface FanOut {
  product: string;
  pidOfProduct: number;
  baseline: string;
  pidOfBaseline: number;
  cookies: string[];
  subscribers: number;
  planId: string;
}

interface Ratable {
  id: string;
  version: number;
  status: string;
}

/** Counts what arrives; resolves when as many arrived as there are subscribers. */
class Arrivals {
  private left = 0;
  private resolve: () => void = () => {};

  expect(count: number): Promise<void> {
    this.left = count;
    return new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  readonly one = () => {
    if (--this.left === 0) this.resolve();
  };
}

/** One change told to many: when the last of them has it, and what it costs the server, beside a bare broadcast. */
export async function measureFanOut({
  product,
  pidOfProduct,
  baseline,
  pidOfBaseline,
  cookies,
  subscribers,
  planId,
}: FanOut) {
  const arrivals = new Arrivals();
  const size = { text: '' };
  const made = await ratable(product, cookies[0] ?? '', planId);
  const ours = await openAll(subscribers, (n) =>
    subscribed(product, cookies[n % cookies.length] ?? '', planId, made.id, arrivals, size),
  );
  let { version, status } = made;
  const rate = async () => {
    // To rate what it is rated already changes nothing, and nobody would be told.
    status = status === 'AMBER' ? 'GREEN' : 'AMBER';
    const input = { id: made.id, expectedVersion: version, status };
    const answer = await post(product, cookies[0] ?? '', {
      query: `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { version } } }`,
      variables: { input },
    });
    version = (answer as { data: { rateAction: { action: { version: number } } } }).data.rateAction.action
      .version;
  };
  const product_ = await series(arrivals, subscribers, pidOfProduct, rate);
  for (const socket of ours) socket.terminate();

  const theirs = await openAll(subscribers, () => plainSocket(baseline, arrivals));
  const bare = await series(
    arrivals,
    subscribers,
    pidOfBaseline,
    async () => void (await fetch(baseline, { method: 'POST', body: size.text })),
  );
  for (const socket of theirs) socket.terminate();
  await pause(500);

  return {
    latencyRatio: product_.latency / bare.latency,
    latencyDetail: `${product_.latency.toFixed(1)} ms of ${bare.latency.toFixed(1)} ms (median of ${CHANGES_MEASURED})`,
    cpuRatio: product_.cpu / bare.cpu,
    cpuDetail: `${product_.cpu.toFixed(1)} ms of ${bare.cpu.toFixed(1)} ms a change`,
  };
}

async function series(arrivals: Arrivals, subscribers: number, pid: number, change: () => Promise<void>) {
  const latencies: number[] = [];
  // Long enough that both are measured as they run all day, not as they begin.
  for (let n = 0; n < WARM_UP; n++) await once(arrivals, subscribers, change);
  const cpuBefore = cpuMs(pid);
  for (let n = 0; n < CHANGES_MEASURED; n++) {
    latencies.push(await once(arrivals, subscribers, change));
    await pause(EVERY_MS);
  }
  latencies.sort((a, b) => a - b);
  return { latency: latencies[CHANGES_MEASURED / 2] ?? 0, cpu: (cpuMs(pid) - cpuBefore) / CHANGES_MEASURED };
}

async function once(arrivals: Arrivals, subscribers: number, change: () => Promise<void>): Promise<number> {
  const all = arrivals.expect(subscribers);
  const began = performance.now();
  await change();
  await all;
  return performance.now() - began;
}

async function openAll(count: number, open: (n: number) => Promise<WebSocket>): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  for (let n = 0; n < count; n += 50)
    sockets.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - n) }, (_, i) => open(n + i)))),
    );
  await pause(1_500);
  return sockets;
}

function subscribed(
  product: string,
  cookie: string,
  planId: string,
  actionId: string,
  arrivals: Arrivals,
  size: { text: string },
): Promise<WebSocket> {
  const socket = new WebSocket(`${product.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie },
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => {
      const start = data.subarray(0, 60).toString();
      if (start.includes('connection_ack')) {
        socket.send(
          JSON.stringify({
            id: '1',
            type: 'subscribe',
            payload: { query: CHANGES, variables: { within: planId } },
          }),
        );
        resolve(socket);
      } else if (start.includes('"next"')) {
        // A rating may also move the strain of what depends on it: that is told by frames of its own.
        const text = data.toString();
        if (!text.includes(`"itemId":"${actionId}"`)) return;
        size.text ||= text;
        arrivals.one();
      }
    });
  });
}

function plainSocket(url: string, arrivals: Arrivals): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  socket.on('message', arrivals.one);
  return new Promise((resolve, reject) => socket.on('open', () => resolve(socket)).on('error', reject));
}

/** An action that the first account may rate. */
async function ratable(product: string, cookie: string, planId: string): Promise<Ratable> {
  const answer = await post(product, cookie, {
    query: `query ($plan: ID!) { plan(id: $plan) { workstreams { actions { id version status viewerCan { rate } } } } }`,
    variables: { plan: planId },
  });
  const { plan } = (
    answer as {
      data: {
        plan: { workstreams: { actions: (Ratable & { viewerCan: { rate: boolean } })[] }[] };
      };
    }
  ).data;
  const mine = plan.workstreams
    .flatMap((workstream) => workstream.actions)
    .find((action) => action.viewerCan.rate);
  if (!mine) throw new Error('nothing to rate');
  return mine;
}

async function post(product: string, cookie: string, body: object): Promise<unknown> {
  const response = await fetch(`${product}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer;
}

/** Processor time of a process so far (Linux). */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
