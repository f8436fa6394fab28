import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { type Gate, gateBefore } from '../support/gate.js';
import { startWorld, type World } from '../support/world.js';

const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id version status } } }`;
const READ = 'query ($id: ID!) { action(id: $id) { id status version } }';
const FOLLOW = 'subscription ($within: ID!) { changes(within: $within) { kind itemId } }';

let world: World;
let gate: Gate;
let action: string;
let editor: Person;

beforeAll(async () => {
  world = await startWorld(
    { DATABASE_POOL: '2', LOG_LEVEL: 'silent' },
    {
      way: async ({ serverUrl }) => {
        gate = await gateBefore(serverUrl);
        return gate.through(serverUrl);
      },
    },
  );
  const { build } = world.app;
  action = await build.action(await build.workstream(await build.plan(world.partnershipId)), {
    ownerId: world.north,
  });
  editor = world.northEditor;
});
afterAll(async () => {
  await world.app.close();
  await gate.close();
});

const rate = async (status: string) => {
  const expectedVersion = Number((await world.app.build.row('actions', action))['version']);
  return editor.query(RATE, { input: { id: action, expectedVersion, status } });
};
const ready = async () => {
  const response = await fetch(`${world.app.url}/readyz`);
  return { code: response.status, ...((await response.json()) as { checks: Record<string, string> }) };
};

describe('when the database goes away', () => {
  it('says so in a code of its own, is not ready, and is all there again by itself when it comes back', async () => {
    const live = editor.subscribe<{ changes: { itemId: string } }>(FOLLOW, { within: world.partnershipId });
    await live.ready;
    const before = await world.app.build.logLength();
    gate.cut();
    for (const answer of [await editor.query(READ, { id: action }), await rate('RED')]) {
      expect(answer.data?.[Object.keys(answer.data)[0] ?? ''] ?? null).toBeNull();
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
      expect(answer.errors?.[0]?.message).toBe(
        'The server cannot reach its database just now. Try again in a moment.',
      );
    }
    expect(await ready()).toMatchObject({ code: 503, checks: { database: 'failed', listener: 'failed' } });
    expect((await fetch(`${world.app.url}/healthz`)).status).toBe(200);
    // Long enough for a listener that calls again and again to show how it does.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(gate.knocks).toBeLessThan(40);
    gate.open();
    await expect.poll(async () => (await ready()).code).toBe(200);
    expect(await world.app.build.logLength()).toBe(before);
    expect((await rate('AMBER')).errors).toBeUndefined();
    // The very same subscription: nobody was put out for what was not about them.
    await live.until(({ changes }) => changes.itemId === action);
    await live.stop();
    const listeners = await world.app.build.sql(
      `select pid from pg_stat_activity where application_name = 'accord listener' and datname = current_database()`,
    );
    expect(listeners).toHaveLength(1);
  });

  it('tells who connects meanwhile to come later, not that it is about their rights', async () => {
    gate.cut();
    const live = editor.subscribe(FOLLOW, { within: world.partnershipId });
    expect(await live.closed).toMatchObject({ code: 1013 });
    gate.open();
    await expect.poll(async () => (await ready()).code).toBe(200);
  });
});

describe('when all connections are taken', () => {
  it('answers within its patience, in words, and serves again as soon as one is free', async () => {
    const { pool } = world.app.app.database;
    pool.options.connectionTimeoutMillis = 300;
    const taken = [await pool.connect(), await pool.connect()];
    const since = Date.now();
    const answer = await editor.query(READ, { id: action });
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The server has more to do than it can at once. Try again in a moment.',
      extensions: { code: 'UNAVAILABLE' },
    });
    expect(Date.now() - since).toBeLessThan(3_000);
    // Whoever waits gets the first that is given back.
    pool.options.connectionTimeoutMillis = 10_000;
    const waiting = Array.from({ length: 20 }, () => editor.query(READ, { id: action }));
    setTimeout(() => {
      for (const client of taken) client.release();
    }, 200);
    for (const { errors } of await Promise.all(waiting)) expect(errors).toBeUndefined();
    expect([pool.waitingCount, pool.totalCount]).toEqual([0, 2]);
  });
});
