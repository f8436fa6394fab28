import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, person, signIn } from '../support/app.js';
import { Builders } from '../support/builders.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';

const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { status } } }`;

let database: TestDatabase;
let build: Builders;
let partnership: string;
let action: string;
const running: ServerProcess[] = [];

beforeAll(async () => {
  database = await createDatabase();
  build = await Builders.connect(database.superuserUrl);
  ({ partnership, action } = await build.actionOf('editor@example.org'));
});
afterAll(async () => {
  for (const server of running) server.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  await build.close();
  await database.drop();
});

async function start(settings: Record<string, string>): Promise<{ server: ServerProcess; editor: Person }> {
  const server = await startProcess(database, settings);
  running.push(server);
  return {
    server,
    editor: person(server.url, { cookie: `accord=${await signIn(build, 'editor@example.org')}` }),
  };
}

/** Somebody who keeps the action to themselves, so that whoever else wants it waits. */
async function holdAction(): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select from actions where id = $1 for update', [action]);
  return {
    release: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
}

const someoneWaits = () =>
  build.sql(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'accord' and wait_event_type = 'Lock'`,
  );
const version = async () => Number((await build.row('actions', action))['version']);
const statusOf = (url: string) =>
  fetch(`${url}/readyz`).then(
    async (response) => [response.status, ((await response.json()) as { status: string }).status],
    () => 'no answer',
  );

describe('SIGTERM', () => {
  it('lets balancers know, finishes what is under way, sends sockets elsewhere and ends well', async () => {
    const { server, editor } = await start({ DRAIN_SECONDS: '10' });
    const live = editor.subscribe('subscription ($within: ID!) { changes(within: $within) { kind } }', {
      within: partnership,
    });
    await live.ready;
    expect(await statusOf(server.url)).toEqual([200, 'ready']);
    const held = await holdAction();
    const answer = editor.query(RATE, {
      input: { id: action, expectedVersion: await version(), status: 'RED' },
    });
    await expect.poll(someoneWaits).toHaveLength(1);

    server.kill('SIGTERM');
    await expect.poll(() => statusOf(server.url), { interval: 50 }).toEqual([503, 'draining']);
    // It serves while balancers look elsewhere.
    expect(
      (await editor.ok<{ partnerships: unknown[] }>('{ partnerships { id } }')).partnerships,
    ).toHaveLength(1);
    expect(await live.closed).toMatchObject({ code: 1012 });
    await expect.poll(() => statusOf(server.url), { interval: 50 }).toBe('no answer');
    await held.release();
    expect(await answer).toMatchObject({ data: { rateAction: { action: { status: 'RED' } } } });
    expect(await server.ended).toBe(0);
    expect((await build.row('actions', action))['status']).toBe('RED');
  });

  it('waits no longer than DRAIN_SECONDS, and what was not done then is not done at all', async () => {
    const { server, editor } = await start({ DRAIN_SECONDS: '1' });
    const held = await holdAction();
    const before = await version();
    const answer = editor
      .query(RATE, { input: { id: action, expectedVersion: before, status: 'AMBER' } })
      .catch(() => 'cut off');
    await expect.poll(someoneWaits).toHaveLength(1);
    const since = Date.now();
    server.kill('SIGTERM');
    expect(await answer).toBe('cut off');
    expect(await server.ended).toBe(0);
    expect(Date.now() - since).toBeLessThan(8_000);
    await held.release();
    await expect.poll(someoneWaits).toHaveLength(0);
    expect(await version()).toBe(before);
  });
});
