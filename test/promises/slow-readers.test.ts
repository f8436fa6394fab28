import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Person, person } from '../support/app.js';
import { countsOf, type Message, RawSocket } from '../support/raw-socket.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

/** Invariant 16: who does not read costs others nothing, and loses nothing either. */
const EVENTS = 2_000;
const SLOW = 14;
const WRITERS = 8;
const MOST_GROWTH = 64 * 1024 * 1024;

const CHANGES = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) {
  cursor item { ... on Action { id version expectedOutcome } } } }`;
const CURSOR = 'query ($id: ID!) { plan(id: $id) { changesCursor } }';
const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { version } } }`;

interface Told {
  cursor: string;
  item: { id: string; version: number };
}

let world: World;
let server: ServerProcess;
let planId: string;
let actionIds: string[];
const versions = new Map<string, number>();

beforeAll(async () => {
  world = await startWorld();
  const { build } = world.app;
  planId = await build.plan(world.partnershipId);
  const workstreamId = await build.workstream(planId);
  actionIds = [];
  // Ten thousand letters each, so that two thousand of them are more than any line holds by itself.
  for (let n = 0; n < WRITERS; n++)
    actionIds.push(
      await build.action(workstreamId, { ownerId: world.north, expectedOutcome: 'so '.repeat(3_300) }),
    );
  server = await startProcess(world.app.database);
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
  await world.app.close();
});

const toldOf = ({ payload }: Message) => (payload as { data: { changes: Told } }).data.changes;
const heardBy = (one: RawSocket) => one.messages.filter(({ type }) => type === 'next').map(toldOf);

/** From a place that is known: one that is accepted may not have joined yet. */
async function subscribed(id: string, after: string | undefined): Promise<RawSocket> {
  const one = await RawSocket.connect(server.url, world.northEditor.headers);
  one.subscribe(id, CHANGES, { within: planId, after });
  return one;
}

/** Writes them all, and answers how long each took to be told to a reader who reads. */
async function writeAll(reader: RawSocket, events: number): Promise<number[]> {
  const sent = new Map<string, number>();
  const delays: number[] = [];
  reader.socket.on('message', (data) => {
    const { item } = toldOf(JSON.parse(String(data)) as Message);
    delays.push(performance.now() - (sent.get(`${item.id} ${item.version}`) ?? Number.NaN));
  });
  const editor: Person = person(server.url, world.northEditor.headers);
  const write = async (id: string) => {
    for (let n = 0; n < events / WRITERS; n++) {
      const expectedVersion = versions.get(id) ?? 1;
      sent.set(`${id} ${expectedVersion + 1}`, performance.now());
      const status = expectedVersion % 2 ? 'AMBER' : 'GREEN';
      await editor.ok(RATE, { input: { id, expectedVersion, status } });
      versions.set(id, expectedVersion + 1);
    }
  };
  await Promise.all(actionIds.map(write));
  await expect.poll(() => delays.length, { timeout: 20_000 }).toBe(events);
  return delays.sort((a, b) => a - b);
}

const p99 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;

/** The most memory the server has held, looked at while something goes on. */
async function mostMemoryWhile<T>(work: () => Promise<T>): Promise<{ growth: number; result: T }> {
  const held = async () => (await countsOf(server.url))['process_resident_memory_bytes'] ?? Number.NaN;
  const before = await held();
  let [most, isOver] = [before, false];
  const looking = (async () => {
    while (!isOver) {
      most = Math.max(most, await held());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const result = await work();
  isOver = true;
  await looking;
  return { growth: most - before, result };
}

it('readers who have stopped reading cost others nothing, and go on exactly where they stopped', async () => {
  const { plan } = await world.northEditor.ok<{ plan: { changesCursor: string } }>(CURSOR, { id: planId });
  const reader = await subscribed('reader', plan.changesCursor);
  // Once without them, for comparison, and so that the server is warm.
  const without = p99(await writeAll(reader, EVENTS / 5));
  const start = heardBy(reader).at(-1)?.cursor;
  reader.socket.terminate();

  const good = await subscribed('reader', start);
  const slow: RawSocket[] = [];
  for (let n = 0; n < SLOW; n++) slow.push(await subscribed(`slow ${n}`, start));
  await expect.poll(async () => (await countsOf(server.url))['accord_subscriptions_open']).toBe(SLOW + 1);
  for (const { socket } of slow) socket.pause();
  const { growth, result } = await mostMemoryWhile(() => writeAll(good, EVENTS));
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(p99(result)).toBeLessThan(2 * without + 250);
  expect((await countsOf(server.url))['accord_slow_consumers_closed_total']).toBe(SLOW);

  const all = heardBy(good).map(({ cursor }) => cursor);
  expect(new Set(all).size).toBe(EVENTS);
  for (const one of slow) {
    one.socket.resume();
    await one.closed;
    const heard = heardBy(one).map(({ cursor }) => cursor);
    const again = await subscribed('again', heard.at(-1) ?? start);
    await again.hears((message) => message.type === 'next' && toldOf(message).cursor === all.at(-1));
    heard.push(...heardBy(again).map(({ cursor }) => cursor));
    expect(heard).toEqual(all);
    again.socket.terminate();
  }
  good.socket.terminate();
});
