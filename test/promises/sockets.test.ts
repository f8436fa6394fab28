import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsOf, RawSocket } from '../support/raw-socket.js';
import { RoughLine } from '../support/rough-line.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

const CHANGES = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) {
  cursor item { __typename ... on Action { id title } } } }`;
const RETITLE = `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { version } } }`;
const CURSOR = 'query ($id: ID!) { plan(id: $id) { changesCursor } }';
const MOST_SOCKETS = 25;
const ORIGIN = 'http://localhost:4000';

let world: World;
let server: ServerProcess;
let planId: string;
let actionId: string;
let version = 1;
let halfOpen: Promise<{ dropped: boolean; leftAfterMs: number }>;

beforeAll(async () => {
  world = await startWorld();
  const { app } = world;
  planId = await app.build.plan(world.partnershipId);
  actionId = await app.build.action(await app.build.workstream(planId), { ownerId: world.north });
  server = await startProcess(app.database, { SOCKETS_PER_VISITOR: String(MOST_SOCKETS) });
  halfOpen = goSilent();
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
  await world.app.close();
});

const headers = () => world.northEditor.headers;
const counts = () => countsOf(server.url);
const open = async () => (await counts())['accord_sockets_open'];
const running = async () => (await counts())['accord_subscriptions_open'];
const isAlive = async () => (await fetch(`${server.url}/healthz`)).status === 200;

async function retitle(title: string): Promise<void> {
  const input = { id: actionId, expectedVersion: version, title };
  await world.northEditor.ok(RETITLE, { input });
  version++;
}

/** Somebody whose line goes dead without a word: nothing is refused, nothing arrives. Nobody is told. */
async function goSilent() {
  const { url } = world.app;
  const line = await RoughLine.to(url);
  const good = await RawSocket.connect(url, headers());
  const silent = await RawSocket.connect(line.url, headers());
  silent.subscribe('1', CHANGES, { within: planId });
  line.stall(60_000);
  const began = Date.now();
  const isThere = async () => (await countsOf(url))['accord_sockets_open'] === 2;
  while ((await isThere()) && Date.now() - began < 40_000)
    await new Promise((resolve) => setTimeout(resolve, 200));
  const leftAfterMs = Date.now() - began;
  const dropped = (await countsOf(url))['accord_sockets_open'] === 1;
  good.say({ type: 'ping' });
  await good.hears(({ type }) => type === 'pong');
  good.socket.close();
  await line.close();
  return { dropped, leftAfterMs };
}

describe('a socket that keeps to no protocol', () => {
  it.each([
    ['a message larger than any of ours', 1009, () => 'x'.repeat(300_000)],
    ['bytes that are no words', 4400, () => Buffer.from([0, 255, 7, 200])],
    ['words that are no message', 4400, () => 'hello'],
    ['a message of no kind', 4400, () => '{"type":"shout"}'],
    ['endless brackets', 4400, () => '['.repeat(150_000)],
    ['connection_init twice', 4429, () => '{"type":"connection_init"}'],
  ])('is closed: %s', async (_, code, message) => {
    const one = await RawSocket.connect(server.url, headers());
    one.say(message());
    expect((await one.closed).code).toBe(code);
    expect(await isAlive()).toBe(true);
  });

  it('is closed when it asks before it has said who it is, or speaks another protocol', async () => {
    const early = await RawSocket.open(server.url, headers());
    early.subscribe('1', CHANGES, { within: planId });
    expect((await early.closed).code).toBe(4401);
    const other = await RawSocket.open(server.url, headers(), 'graphql-ws').catch((error: Error) => error);
    expect(other).toBeInstanceOf(Error);
  });

  it('is closed when it says nothing at all', async () => {
    const began = Date.now();
    const mute = await RawSocket.open(server.url, headers());
    expect((await mute.closed).code).toBe(4408);
    expect(Date.now() - began).toBeLessThan(8_000);
  });
});

describe('what asks for a socket from elsewhere', () => {
  const ask = (path: string, origin: string, then: 'wait' | 'go') =>
    new Promise<string>((resolve) => {
      const { port } = new URL(server.url);
      const line = connect(Number(port), '127.0.0.1');
      let answer = '';
      line.on('error', () => {});
      line.on('data', (chunk) => {
        answer += String(chunk);
      });
      line.once('close', () => resolve(answer));
      line.write(
        `GET ${path} HTTP/1.1\r\nHost: here\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
          'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
        () => then === 'go' && line.resetAndDestroy(),
      );
    });

  it.each([
    ['a page of another site', '/graphql', 'https://evil.example', /^HTTP\/1.1 403 /],
    ['a page without a site', '/graphql', 'null', /^HTTP\/1.1 403 /],
    ['another address', '/elsewhere', ORIGIN, /^HTTP\/1.1 404 /],
    ['an address that is none', '//', ORIGIN, /^HTTP\/1.1 404 /],
    ['an address that is none at all', 'http://[', ORIGIN, /^HTTP\/1.1 404 /],
  ])('gets none, and does no harm by leaving before it is told: %s', async (_, path, origin, refused) => {
    expect(await ask(path, origin, 'wait')).toMatch(refused);
    await Promise.all(Array.from({ length: 20 }, () => ask(path, origin, 'go')));
    expect(await isAlive()).toBe(true);
    expect(server.process.exitCode).toBeNull();
  });

  it('gets one from a page of our own', async () => {
    const ours = await RawSocket.connect(server.url, { ...headers(), origin: ORIGIN });
    ours.socket.close();
    expect((await ours.closed).code).toBe(1005);
  });
});

describe('sockets without end', () => {
  it('of one account are so many, whatever other accounts have, and make room by going', async () => {
    await expect.poll(open).toBe(0);
    const mine = [];
    for (let n = 0; n < MOST_SOCKETS; n++) mine.push(await RawSocket.connect(server.url, headers()));
    const more = await RawSocket.open(server.url, headers());
    more.say({ type: 'connection_init' });
    expect((await more.closed).code).toBe(1013);
    const others = await RawSocket.connect(server.url, world.southEditor.headers);
    mine[0]?.socket.terminate();
    await expect.poll(open).toBe(MOST_SOCKETS);
    mine.push(await RawSocket.connect(server.url, headers()), others);
    for (const { socket } of mine) socket.terminate();
    await expect.poll(open).toBe(0);
  });

  it('of one address that nobody signed in from are so many', async () => {
    const all = [];
    for (let n = 0; n < MOST_SOCKETS; n++) all.push(await RawSocket.connect(server.url));
    const more = await RawSocket.open(server.url);
    more.say({ type: 'connection_init' });
    expect((await more.closed).code).toBe(1013);
    for (const { socket } of all) socket.terminate();
    await expect.poll(open).toBe(0);
  });

  it('that go while they are being let in are not kept', async () => {
    for (let n = 0; n < 100; n++) {
      const one = await RawSocket.open(server.url, headers());
      one.socket.send('{"type":"connection_init"}', () => one.socket.terminate());
      await one.closed;
    }
    await expect.poll(open).toBe(0);
  });
});

describe('subscriptions without end', () => {
  it('are fifty on one socket, also when all are asked for at once', async () => {
    const one = await RawSocket.connect(server.url, headers());
    for (let n = 0; n < 500; n++) one.subscribe(String(n), CHANGES, { within: planId });
    await expect.poll(() => one.messages.filter(({ type }) => type === 'error').length).toBe(450);
    expect(JSON.stringify(one.messages.at(-1))).toContain('INVALID_INPUT');
    expect(await running()).toBe(50);
    one.socket.terminate();
    await expect.poll(running).toBe(0);
  });

  it('begun and ended over and over leave nothing behind, under one name or many', async () => {
    const one = await RawSocket.connect(server.url, headers());
    for (let n = 0; n < 1_000; n++) {
      const id = n % 2 ? 'always the same' : String(n);
      one.subscribe(id, CHANGES, { within: planId });
      one.say({ type: 'complete', id });
      if (n % 40 === 39) await expect.poll(running).toBeLessThan(10);
    }
    one.socket.close();
    await one.closed;
    await expect.poll(running).toBe(0);
    const { plan } = await world.southEditor.ok<{ plan: { changesCursor: string } }>(CURSOR, { id: planId });
    const still = await RawSocket.connect(server.url, world.southEditor.headers);
    const hears = async (title: string) => {
      await retitle(title);
      await still.hears((message) => JSON.stringify(message).includes(title));
    };
    // From a place that is known: who is accepted may not have joined yet. Once they have heard something, they have.
    still.subscribe('1', CHANGES, { within: planId, after: plan.changesCursor });
    await hears('After all of that');
    // Somebody who is still told things would show in what is told.
    const before = (await counts())['accord_hub_frames_total'] ?? 0;
    await hears('And once more');
    expect(((await counts())['accord_hub_frames_total'] ?? 0) - before).toBe(1);
    still.socket.terminate();
  });
});

it('a line that has gone dead is let go within half a minute, and no other', {
  timeout: 60_000,
}, async () => {
  const { dropped, leftAfterMs } = await halfOpen;
  expect(dropped).toBe(true);
  expect(leftAfterMs).toBeLessThan(30_000);
});
