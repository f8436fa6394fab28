import { afterAll, beforeAll, expect, it } from 'vitest';
import { asSuperuser, createDatabase } from '../../support/database.js';
import { type RaceWorld, startRaceWorld } from './hands.js';
import { type Command, expectIntactLog, Race } from './race.js';
import { rounds } from './rounds.js';

/** Invariant 10: those whose locks cross are let through one after the other, and nobody is told of it. */
const LEADS = ['lead1', 'lead2', 'lead3', 'lead4'];
const ROUNDS = rounds(25);

let world: RaceWorld;
beforeAll(async () => {
  const given = await createDatabase();
  // Sooner than the second it takes by itself, so that there is time for many.
  const { pathname } = new URL(given.superuserUrl);
  await asSuperuser((client) =>
    client.query(`alter database ${pathname.slice(1)} set deadlock_timeout = '50ms'`),
  );
  world = await startRaceWorld(LEADS, { given });
});
afterAll(() => world.close());

const begin = () => Race.begin(world.app, world.partnershipId, world.hands);

/** A plan of the board with workstreams, and an action in each. */
async function aPlan() {
  const { app, north, partnershipId, boardId } = world;
  const planId = await app.build.plan(partnershipId, { boardId });
  const actions: string[] = [];
  for (const _ of LEADS) {
    const workstreamId = await app.build.workstream(planId, { leadOrganisationId: north });
    actions.push(await app.build.action(workstreamId, { ownerId: north }));
  }
  return { planId, actions };
}

/** The servers’ own connections to the database, where they are idle. */
const IDLE = `
  from pg_stat_activity where datname = current_database() and usename = 'accord_server' and state = 'idle' and query not ilike 'listen%'`;

/** How often the database had to end one of several who waited for each other. */
async function deadlocks(): Promise<number> {
  const { build } = world.app;
  // A connection tells what it counted when it feels like it, and for certain when it ends.
  const ended = await build.sql<{ pid: number }>(`select pid, pg_terminate_backend(pid) ${IDLE}`);
  const pids = ended.map(({ pid }) => pid);
  const isThere = 'select pid from pg_stat_activity where pid = any($1::int[])';
  await expect.poll(() => build.sql(isThere, [pids])).toEqual([]);
  const [row] = await build.sql<{ n: string }>(
    'select deadlocks as n from pg_stat_database where datname = current_database()',
  );
  return Number(row?.n);
}

const narrow = (by: string, verb: string, id: string, organisationIds: string[]): Command => ({
  ...{ by, verb, input: { id, expectedVersion: 1, audience: { kind: 'ORGANISATIONS', organisationIds } } },
});

it('a plan and what is in it narrowed at once wait for each other, and all are narrowed all the same', async () => {
  const { app, north, south, partnershipId } = world;
  const before = await deadlocks();
  for (let round = 0; round < ROUNDS; round++) {
    const { planId, actions } = await aPlan();
    // Circles that nobody has drawn yet: whoever draws one holds the rights until it is done.
    const third = await app.build.organisation(partnershipId);
    const others: string[] = [];
    for (const _ of LEADS) others.push(await app.build.organisation(partnershipId));
    const race = await begin();
    const outcomes = await race.all([
      ...actions.map((id, i) => narrow(LEADS[i] ?? '', 'restrictAction', id, [north, others[i] ?? ''])),
      narrow('chair', 'restrictPlan', planId, [north, south, third]),
    ]);
    expect(outcomes.map(({ refused }) => refused)).toEqual(outcomes.map(() => null));
    await race.checkLog();
    const wide = await app.build.sql(
      `select a.id from actions a join plans p on p.id = a.plan_id
       where p.id = $1 and a.audience_id <> intersect_audiences(p.audience_id, a.own_audience_id)`,
      [planId],
    );
    expect(wide).toEqual([]);
  }
  expect(await deadlocks()).toBeGreaterThan(before);
});

it('references written at both ends at once are all written, and nobody waits for anybody', async () => {
  const before = await deadlocks();
  for (let round = 0; round < ROUNDS; round++) {
    const race = await begin();
    const { actions } = await aPlan();
    const commands = LEADS.flatMap((by, i): Command[] => {
      const [one, other] = [actions[i], actions[(i + 1) % LEADS.length]];
      return ['DEPENDS_ON', 'RELATES_TO'].flatMap((kind) =>
        [
          [one, other],
          [other, one],
        ].map(([fromId, toId]) => ({ by, verb: 'proposeCrossReference', input: { fromId, toId, kind } })),
      );
    });
    const outcomes = await race.all(commands);
    expect(outcomes.map(({ refused }) => refused)).toEqual(commands.map(() => null));
    await race.checkLog();
  }
  expect(await deadlocks()).toBe(before);
});

it('leaves a log that is intact', () => expectIntactLog(world.app));
