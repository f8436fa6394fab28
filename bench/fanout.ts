import WebSocket from 'ws';
import { cpuMs, median, pause, type Served } from './processes.js';
import { CHANGES } from './queries.js';

const CHANGES_MEASURED = 60;
/** Long enough that both are measured as they run all day, not as they begin. */
const WARM_UP = 100;
const EVERY_MS = 50;

export interface Audience {
  /** Where they are subscribed: one server, or several over the same database. The first takes the changes. */
  at: readonly Served[];
  cookies: readonly string[];
  subscribers: number;
  planId: string;
}

/** What one change costs until the last one has been told: milliseconds from asking for it, and of all servers’ processors. */
export interface Cost {
  latency: number;
  cpu: number;
}

interface Ratable {
  id: string;
  version: number;
  status: string;
}

/** Counts what arrives; resolves when as many arrived as are expected. */
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

/** Ratings of one action, told to all that are subscribed to its plan; and the frames by which one of them is told. */
export async function costOfChange({ at, cookies, subscribers, planId }: Audience) {
  const [first] = at;
  if (!first) throw new Error('nobody to subscribe at');
  const arrivals = new Arrivals();
  const told: string[] = [];
  const made = await ratable(first.url, cookies[0] ?? '', planId);
  const sockets = await openAll(subscribers, (n) =>
    subscribed(at[n % at.length]?.url ?? '', cookies[n % cookies.length] ?? '', planId, (text) => {
      if (n === 0) told.push(text);
      arrivals.one();
    }),
  );
  let { version, status } = made;
  const rate = async () => {
    // To rate what it is rated already changes nothing, and nobody would be told.
    status = status === 'AMBER' ? 'GREEN' : 'AMBER';
    const answer = await post(first.url, cookies[0] ?? '', {
      query: `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { version } } }`,
      variables: { input: { id: made.id, expectedVersion: version, status } },
    });
    version = (answer as { data: { rateAction: { action: { version: number } } } }).data.rateAction.action
      .version;
  };
  // A rating also tells of the cross-references whose strain it moves. How many frames that is shows at the first ones.
  await rate();
  await pause(1_000);
  told.length = 0;
  await rate();
  await pause(1_000);
  const frames = [...told];
  const cost = await series(arrivals, subscribers * frames.length, at, rate);
  await closeAll(sockets);
  return { frames, cost };
}

/** The same frames to as many bare sockets. */
export async function costOfBroadcast(
  baseline: Served,
  subscribers: number,
  frames: readonly string[],
): Promise<Cost> {
  const arrivals = new Arrivals();
  const sockets = await openAll(subscribers, () => plainSocket(baseline.url, arrivals));
  const body = JSON.stringify(frames);
  const cost = await series(
    arrivals,
    subscribers * frames.length,
    [baseline],
    async () => void (await fetch(baseline.url, { method: 'POST', body })),
  );
  await closeAll(sockets);
  return cost;
}

async function series(
  arrivals: Arrivals,
  expected: number,
  servers: readonly Served[],
  change: () => Promise<void>,
): Promise<Cost> {
  const used = () => servers.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
  const once = async () => {
    const all = arrivals.expect(expected);
    const began = performance.now();
    await change();
    await all;
    return performance.now() - began;
  };
  for (let n = 0; n < WARM_UP; n++) await once();
  const latencies: number[] = [];
  const before = used();
  for (let n = 0; n < CHANGES_MEASURED; n++) {
    latencies.push(await once());
    await pause(EVERY_MS);
  }
  return { latency: median(latencies), cpu: (used() - before) / CHANGES_MEASURED };
}

export async function openAll<T>(count: number, open: (n: number) => Promise<T>): Promise<T[]> {
  const opened: T[] = [];
  for (let n = 0; n < count; n += 50)
    opened.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - n) }, (_, i) => open(n + i)))),
    );
  await pause(1_500);
  return opened;
}

export async function closeAll(sockets: readonly WebSocket[]): Promise<void> {
  for (const socket of sockets) socket.terminate();
  await pause(500);
}

/** A subscriber of a plan’s changes; `onFrame` is given each one told. */
export function subscribed(
  url: string,
  cookie: string,
  planId: string,
  onFrame: (text: string) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
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
      } else if (start.includes('"next"')) onFrame(data.toString());
      else if (start.includes('"ping"')) socket.send('{"type":"pong"}');
    });
  });
}

function plainSocket(url: string, arrivals: Arrivals): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  // Read as a subscriber reads it, so that both ends of the comparison cost the same.
  socket.on('message', (data: Buffer) => {
    if (data.toString().length > 0) arrivals.one();
  });
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

export async function post(product: string, cookie: string, body: object): Promise<unknown> {
  const response = await fetch(`${product}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer;
}
