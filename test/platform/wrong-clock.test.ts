import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLog } from '../../server/platform/changes/verify.js';
import { type Person, person, signIn } from '../support/app.js';
import { Builders } from '../support/builders.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';

const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { version updatedAt } } }`;
const TWO_HOURS = 7_200_000;

let database: TestDatabase;
let build: Builders;
let partnership: string;
let action: string;
let secret: string;
/** One two hours ahead, one two hours behind. */
let servers: ServerProcess[] = [];

beforeAll(async () => {
  database = await createDatabase();
  build = await Builders.connect(database.superuserUrl);
  ({ partnership, action } = await build.actionOf('editor@example.org'));
  secret = await signIn(build, 'editor@example.org');
  servers = await Promise.all(
    [TWO_HOURS, -TWO_HOURS].map((wrongBy) => startProcess(database, { CLOCK_WRONG_BY_MS: String(wrongBy) })),
  );
});
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL');
  await Promise.all(servers.map(({ ended }) => ended));
  await build.close();
  await database.drop();
});

const at = (server: ServerProcess | undefined): Person =>
  person(server?.url ?? '', { cookie: `accord=${secret}` });
const expireIn = (time: string) => build.sql(`update sessions set expires_at = now() + $1::interval`, [time]);
const isSignedIn = async (server: ServerProcess | undefined) =>
  (await at(server).ok<{ viewer: unknown }>('{ viewer { accountEmail } }')).viewer !== null;

describe('servers whose clocks are two hours wrong, one ahead and one behind', () => {
  it('write one after the other into one order, dated by the database', async () => {
    const dates: number[] = [];
    for (let version = 1; version <= 6; version++) {
      const input = { id: action, expectedVersion: version, status: version % 2 ? 'RED' : 'AMBER' };
      const { rateAction } = await at(servers[version % 2]).ok<{
        rateAction: { action: { version: number; updatedAt: string } };
      }>(RATE, { input });
      expect(rateAction.action.version).toBe(version + 1);
      dates.push(Date.parse(rateAction.action.updatedAt));
    }
    expect(dates).toEqual([...dates].sort((one, other) => one - other));
    for (const date of dates) expect(Math.abs(date - Date.now())).toBeLessThan(60_000);
    const history = 'query ($of: ID!) { history(of: $of, first: 50) { nodes { cursor at } } }';
    const [one, other] = await Promise.all(servers.map((server) => at(server).ok(history, { of: action })));
    expect(one).toEqual(other);
    expect((await verifyLog(database.ownerUrl)).map(({ wrong }) => wrong)).toEqual([null]);
  });

  it('end a session when the database says so, neither earlier nor later', async () => {
    await expireIn('1 hour');
    const lives = servers.map((server) =>
      at(server).subscribe<{ changes: { itemId: string } }>(
        'subscription ($within: ID!) { changes(within: $within) { itemId } }',
        { within: partnership },
      ),
    );
    await Promise.all(lives.map(({ ready }) => ready));
    for (const server of servers) expect(await isSignedIn(server)).toBe(true);
    const version = Number((await build.row('actions', action))['version']);
    await at(servers[0]).ok(RATE, { input: { id: action, expectedVersion: version, status: 'GREEN' } });
    // Both sockets are still there to be told.
    await Promise.all(lives.map((live) => live.until(({ changes }) => changes.itemId === action)));
    await Promise.all(lives.map((live) => live.stop()));
    await expireIn('-1 second');
    // As an end by itself tells nobody, who was let in is looked at again within half a minute.
    await build.sql('update rights set version = version + 1');
    for (const server of servers) expect(await isSignedIn(server)).toBe(false);
  });
});
