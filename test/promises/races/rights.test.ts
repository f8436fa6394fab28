import { afterAll, beforeAll, expect, it } from 'vitest';
import { asSuperuser } from '../../support/database.js';
import { type RaceWorld, startRaceWorld } from './hands.js';
import { type Command, expectIntactLog, Race } from './race.js';
import { rounds } from './rounds.js';

/** Promise 5, for those who write: what was sent after a right ended is refused, and so is what was sent before and waited. */
const ROUNDS = rounds(10);
const TRIES = 30;
let tries = 0;

let world: RaceWorld;
beforeAll(async () => {
  world = await startRaceWorld(['writer', 'sponsor']);
});
afterAll(() => world.close());

const begin = () => Race.begin(world.app, world.partnershipId, world.hands);
const yesterday = () => new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

async function aPlan() {
  const { app, partnershipId, boardId, north } = world;
  const planId = await app.build.plan(partnershipId, { boardId });
  const workstreamId = await app.build.workstream(planId, { leadOrganisationId: north });
  await app.build.owner('Workstream', workstreamId, {
    personId: world.personIds['sponsor'],
    role: 'SPONSOR',
  });
  return { planId, workstreamId, actionId: await app.build.action(workstreamId, { ownerId: north }) };
}

const membershipOf = async (name: string) => {
  const [row] = await world.app.build.sql<{ id: string; version: number }>(
    'select id, version from memberships where person_id = $1 and archived_at is null',
    [world.personIds[name]],
  );
  return { id: row?.id ?? '', expectedVersion: row?.version ?? 0 };
};

/** What is tried, and what meanwhile ends the right to it. */
const ENDINGS: Record<
  string,
  (plan: Awaited<ReturnType<typeof aPlan>>) => Promise<{ table: string; tried: Command; end: Command }>
> = {
  'a membership ends': async ({ actionId }) => ({
    table: 'actions',
    tried: {
      by: 'writer',
      verb: 'updateAction',
      input: { id: actionId, expectedVersion: 1, title: 'Too late' },
    },
    end: { by: 'northadmin', verb: 'archiveMembership', input: await membershipOf('writer') },
  }),
  'a role is lowered': async ({ actionId }) => ({
    table: 'actions',
    tried: {
      by: 'northeditor',
      verb: 'rateAction',
      input: { id: actionId, expectedVersion: 1, status: 'RED' },
    },
    end: {
      by: 'northadmin',
      verb: 'updateMembership',
      input: { ...(await membershipOf('northeditor')), role: 'VIEWER' },
    },
  }),
  'a seat ends': async ({ planId }) => {
    const [seat] = await world.app.build.sql<{ id: string; version: number }>(
      'select id, version from seats where board_id = $1',
      [world.boardId],
    );
    return {
      table: 'plans',
      tried: { by: 'chair', verb: 'adoptPlan', input: { id: planId, expectedVersion: 1 } },
      end: {
        by: 'admin',
        verb: 'endSeat',
        input: { id: seat?.id, expectedVersion: seat?.version, untilOn: yesterday() },
      },
    };
  },
  'a sponsor is replaced': async ({ workstreamId, actionId }) => ({
    table: 'actions',
    tried: { by: 'sponsor', verb: 'signOffAction', input: { id: actionId, expectedVersion: 1 } },
    end: {
      by: 'northlead',
      verb: 'assignWorkstream',
      input: { id: workstreamId, expectedVersion: 1, sponsors: [] },
    },
  }),
};

it.each(Object.entries(ENDINGS))('what waits while %s is refused when its turn comes', async (_, ending) => {
  const plan = await aPlan();
  const { table, tried, end } = await ending(plan);
  const race = await begin();
  let waiting: ReturnType<Race['send']> | undefined;
  await asSuperuser(async (client) => {
    await client.query('begin');
    await client.query(`select id from ${table} where id = $1 for update`, [tried.input['id']]);
    waiting = race.send(tried);
    const isWaiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await world.app.build.sql(isWaiting))[0]).toEqual({ n: 1 });
    const began = Date.now();
    expect(await race.send(end)).toMatchObject({ refused: null });
    // It must have waited long for anybody to notice: an edit and the end of a right may well cross each other.
    await expect.poll(() => Date.now() - began).toBeGreaterThan(500);
    await client.query('commit');
  }, world.app.database.superuserUrl);
  expect(await waiting).toMatchObject({
    written: null,
    refused: expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/),
  });
  await race.checkLog();
});

it('whose role comes and goes while they write is let in and refused by what it is when they send', async () => {
  const { actionId: id } = await aPlan();
  const race = await begin();
  const membership = await membershipOf('southeditor');
  await world.app.build.owner('Action', id, { organisationId: world.south, role: 'JOINT' });
  /** Whether it was held when something was sent, and still when it was answered; undefined while it changed. */
  let held: boolean | undefined = true;
  let turns = 0;
  const outcomes = new Set<string>();
  const write = async () => {
    while (turns < ROUNDS) {
      const [before, turn] = [held, turns];
      const { refused } = await race.send({
        by: 'southeditor',
        verb: 'updateAction',
        input: { id, expectedVersion: race.newest(id), title: `Try ${tries++}` },
      });
      if (before === undefined || held !== before || turns !== turn) continue;
      outcomes.add(`${before} ${refused}`);
      if (refused !== 'CONFLICT') expect(refused).toBe(before ? null : 'FORBIDDEN');
    }
  };
  const turn = async () => {
    for (; turns < ROUNDS; turns++) {
      const seen = race.outcomes.length;
      await expect.poll(() => race.outcomes.length).toBeGreaterThan(seen + TRIES);
      const role: string = held ? 'VIEWER' : 'EDITOR';
      held = undefined;
      const input = { ...membership, expectedVersion: membership.expectedVersion + turns, role };
      expect(await race.send({ by: 'southadmin', verb: 'updateMembership', input })).toMatchObject({
        refused: null,
      });
      held = role === 'EDITOR';
    }
  };
  await Promise.all([turn(), write(), write(), write()]);
  expect(outcomes).toEqual(new Set(['true null', 'true CONFLICT', 'false FORBIDDEN']));
  await race.checkLog();
});

it('an organisation that owns an action by turns changes it in its turns only', async () => {
  const { north, south } = world;
  const { actionId: id } = await aPlan();
  await world.app.build.sql('delete from ownerships where item_id = $1', [id]);
  await world.app.build.owner('Action', id, { organisationId: south });
  const race = await begin();
  const [own, joint] = [
    { role: 'ACCOUNTABLE', organisationId: south },
    { role: 'JOINT', organisationId: north },
  ];
  const over = { is: false };
  const write = async () => {
    while (!over.is)
      await race.send({
        by: 'northlead',
        verb: 'updateAction',
        input: { id, expectedVersion: race.newest(id), title: `Try ${tries++}` },
      });
  };
  const turn = async () => {
    for (let n = 0; n < 2 * ROUNDS; n++) {
      const seen = race.outcomes.length;
      await expect.poll(() => race.outcomes.length).toBeGreaterThan(seen + TRIES);
      const leads = n % 2 ? [own] : [own, joint];
      expect(
        await race.send({
          by: 'southlead',
          verb: 'assignAction',
          input: { id, expectedVersion: race.newest(id), leads },
        }),
      ).toMatchObject({ refused: null });
    }
    over.is = true;
  };
  await Promise.all([turn(), write(), write(), write()]);
  const entries = await race.checkLog();
  let isOwner = false;
  const edits = { in: 0, out: 0 };
  for (const { before, after, kind, actor } of entries) {
    if (after?.['organisation_id'] === north && kind === 'CREATED') isOwner = true;
    if (before?.['organisation_id'] === north && kind === 'REMOVED') isOwner = false;
    if (actor === world.personIds['northlead']) edits[isOwner ? 'in' : 'out']++;
  }
  expect(edits.out).toBe(0);
  expect(edits.in).toBeGreaterThan(ROUNDS);
});

it('leaves a log that is intact', () => expectIntactLog(world.app));
