import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QuickenSealing1795000000600 } from '../../migrations/1795000000600-quicken-sealing.js';
import { verifyLog } from '../../server/platform/changes/verify.js';
import type { Answer } from '../support/app.js';
import { asSuperuser } from '../support/database.js';
import { asked } from '../support/kept.js';
import { startWorld, type World } from '../support/world.js';

const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id version status leads { organisation { name } } } } }`;
const READ =
  'query ($id: ID!) { action(id: $id) { id title status version leads { organisation { name } } updates { period } } }';

let world: World;
let action: string;

beforeAll(async () => {
  world = await startWorld({ DATABASE_POOL: '6' });
  const { build } = world.app;
  action = await build.action(await build.workstream(await build.plan(world.partnershipId)), {
    ownerId: world.north,
  });
});
afterAll(() => world.app.close());

/** What people are answered while something is done to the database: a socket, pages known and never seen, and ratings. */
async function whileServing(work: () => Promise<void>): Promise<{ told: number; writes: number }> {
  const answers: Answer[] = [];
  const live = world.southLead.subscribe(
    'subscription ($within: ID!) { changes(within: $within) { itemId item { ... on Action { id status title } } } }',
    {
      within: world.partnershipId,
    },
  );
  await live.ready;
  let [isOver, writes, n] = [false, 0, 0];
  const keep = async (ask: () => Promise<Answer>) => {
    while (!isOver) answers.push(await ask());
  };
  let version = Number((await world.app.build.row('actions', action))['version']);
  const write = async () => {
    writes++;
    const input = { id: action, expectedVersion: version, status: version % 2 ? 'AMBER' : 'GREEN' };
    const answer = await world.northEditor.query<{ rateAction: { action: { version: number } } }>(RATE, {
      input,
    });
    version = answer.data?.rateAction?.action.version ?? version;
    return answer;
  };
  const going = Promise.all([
    keep(write),
    keep(() => world.southLead.query(READ, { id: action })),
    keep(() => world.chair.query(READ, { id: action })),
    // Never compiled: no two are alike.
    keep(() => world.northLead.query(READ.replace('action(', `n${n++}: action(`), { id: action })),
  ]);
  await sleep(400);
  try {
    await work();
    await sleep(400);
  } finally {
    isOver = true;
    await going;
  }
  expect(refusals(answers)).toEqual([]);
  await live.until(() => live.events.length >= writes);
  await live.stop();
  return { told: live.events.length, writes };
}

const refusals = (answers: Answer[]) =>
  answers.flatMap(({ errors }) => errors ?? []).map(({ message }) => message);

describe('a server of the version before, while the newer one migrates', () => {
  it('answers, writes and tells as if nothing were: columns come, functions are replaced', async () => {
    // The log’s own table is the exception: what seals it names its columns, and is replaced in the same transaction.
    const tables = await asked<{ name: string }>(
      world.app.database.superuserUrl,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migrations', 'changes')`,
    );
    const { told, writes } = await whileServing(() =>
      asSuperuser(async (client) => {
        for (const { name } of tables) {
          await client.query('begin');
          await client.query('set local role accord_owner');
          await client.query(`alter table ${name} add column of_later text not null default 'later'`);
          await client.query('commit');
        }
        const queries: string[] = [];
        await new QuickenSealing1795000000600().up({
          query: async (sql: string) => void queries.push(sql),
        } as never);
        const functions = (queries[0] ?? '').slice((queries[0] ?? '').indexOf('create or replace'));
        await client.query(functions);
      }, world.app.database.superuserUrl),
    );
    expect(writes).toBeGreaterThan(5);
    expect(told).toBe(writes);
    expect((await verifyLog(world.app.database.ownerUrl)).map(({ wrong }) => wrong)).toEqual([null, null]);
  });

  it('does once more what a change of a type refused, read or written, so that nobody meets it', async () => {
    const { writes } = await whileServing(async () => {
      for (const type of ['varchar', 'text', 'varchar', 'text']) {
        await world.app.build.sql(`alter table actions alter column title type ${type}`);
        await world.app.build.sql(`alter table organisations alter column name type ${type}`);
        await sleep(150);
      }
    });
    expect(writes).toBeGreaterThan(5);
  });
});
