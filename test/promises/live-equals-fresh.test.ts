import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { dice } from '../support/dice.js';
import { startWorld, type World } from '../support/world.js';
import { Mirror } from './mirror.js';

/** Invariant 12: after any history, what a client holds that applied its events is what a fresh query gives, for every role. */
const HISTORIES = 500;
const STEPS = 5;
const MOST_ACTIONS = 40;

const ROLES = ['northviewer', 'northeditor', 'southeditor', 'chair', 'admin'] as const;

let world: World;
let other: Awaited<ReturnType<World['app']['another']>>;
let planId: string;
let markerId: string;
let workstreamIds: string[];
const mirrors = new Map<string, Mirror>();

beforeAll(async () => {
  world = await startWorld();
  other = await world.app.another();
  const { build } = world.app;
  planId = await build.plan(world.partnershipId);
  workstreamIds = [
    await build.workstream(planId, { leadOrganisationId: world.north }),
    await build.workstream(planId, { leadOrganisationId: world.south }),
  ];
  markerId = await build.action(workstreamIds[0] ?? '', { ownerId: world.north });
  for (const ownerId of [world.north, world.south])
    for (const workstreamId of workstreamIds) await build.action(workstreamId, { ownerId });
  for (const role of ROLES) {
    const mirror = new Mirror(await world.app.as(`${role}@example.org`), planId);
    await mirror.connect();
    mirrors.set(role, mirror);
  }
});
afterAll(async () => {
  for (const mirror of mirrors.values()) await mirror.cut();
  await other.close();
  await world.app.close();
});

const roll = dice(20_261_129);
const oneOf = <T>(values: readonly T[]): T => values[roll(values.length)] as T;

const INPUTS: Record<string, string> = {
  archiveAction: 'ItemVersionInput',
  restoreAction: 'ItemVersionInput',
  archiveCrossReference: 'ItemVersionInput',
  restrictAction: 'RestrictInput',
  restrictWorkstream: 'RestrictInput',
};

/** Tries a verb; that it is refused is a history too. */
async function attempt(who: Person, verb: string, input: object): Promise<boolean> {
  const type = INPUTS[verb] ?? `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
  const { errors } = await who.query(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`,
    {
      input,
    },
  );
  const code = errors?.[0]?.extensions.code;
  if (code === 'INTERNAL' || code === 'GRAPHQL_VALIDATION_FAILED') throw new Error(JSON.stringify(errors));
  return !code;
}

interface Known {
  id: string;
  version: number;
}
const known = (table: string, where: string) =>
  world.app.build.sql<Known>(`select id, version from ${table} where plan_id = $1 and ${where} order by id`, [
    planId,
  ]);

/** A circle for an item: one organisation, both, a board, a few people, or everybody again. */
function circle(): object | null {
  const people = ['northlead', 'southlead', 'southeditor'].map((name) => world.personIds[name]);
  return oneOf([
    { kind: 'ORGANISATIONS', organisationIds: [world.north] },
    { kind: 'ORGANISATIONS', organisationIds: [world.south] },
    { kind: 'ORGANISATIONS', organisationIds: [world.north, world.south] },
    { kind: 'BOARD', boardId: world.boardId },
    { kind: 'PEOPLE', personIds: people },
    null,
    null,
  ]);
}

/** Goes on at one of the two processes, perhaps the same. */
async function hop(role: string): Promise<void> {
  await mirrors.get(role)?.cut();
  await mirrors.get(role)?.connect(await oneOf([world.app, other]).as(`${role}@example.org`));
}

let written = 0;
const steps: ((who: Person) => Promise<unknown>)[] = [
  async (who) => {
    const { id, version } = oneOf(await known('actions', `archived_at is null and id <> '${markerId}'`));
    return attempt(who, 'updateAction', { id, expectedVersion: version, title: `Title ${written++}` });
  },
  async (who) => {
    const { id, version } = oneOf(await known('actions', 'archived_at is null'));
    return attempt(who, 'rateAction', {
      id,
      expectedVersion: version,
      status: oneOf(['RED', 'AMBER', 'GREEN']),
    });
  },
  async (who) => {
    if ((await known('actions', 'archived_at is null')).length >= MOST_ACTIONS) return;
    const parents = await known('actions', `archived_at is null and workstream_id = '${workstreamIds[0]}'`);
    const parentId = roll(2) ? oneOf(parents).id : null;
    const leads = [{ role: 'ACCOUNTABLE', organisationId: oneOf([world.north, world.south]) }];
    const title = `Made ${written++}`;
    return attempt(who, 'createAction', { workstreamId: workstreamIds[0], parentId, title, leads });
  },
  async (who) => {
    const all = await known('actions', `archived_at is null and id <> '${markerId}'`);
    if (all.length < 6) return;
    const { id, version } = oneOf(all);
    return attempt(who, 'archiveAction', { id, expectedVersion: version });
  },
  async (who) => {
    const away = await known('actions', 'archived_at is not null');
    if (away.length === 0) return;
    const { id, version } = oneOf(away);
    return attempt(who, 'restoreAction', { id, expectedVersion: version });
  },
  async (who) => {
    const { id, version } = oneOf(await known('actions', `archived_at is null and id <> '${markerId}'`));
    return attempt(who, 'restrictAction', { id, expectedVersion: version, audience: circle() });
  },
  async (who) => {
    const workstream = await world.app.build.row('workstreams', workstreamIds[1] ?? '');
    const input = { id: workstream['id'], expectedVersion: workstream['version'], audience: circle() };
    return attempt(who, 'restrictWorkstream', input);
  },
  async (who) => {
    const all = await known('actions', 'archived_at is null');
    const input = { fromId: oneOf(all).id, toId: oneOf(all).id, kind: oneOf(['DEPENDS_ON', 'RELATES_TO']) };
    return attempt(who, 'proposeCrossReference', input);
  },
  async (who) => {
    const all = await known('cross_references', 'archived_at is null');
    if (all.length < 3) return;
    const { id, version } = oneOf(all);
    return attempt(who, 'archiveCrossReference', { id, expectedVersion: version });
  },
  async () => mirrors.get(oneOf(ROLES))?.cut(),
  async () => hop(oneOf(ROLES)),
  async () => {
    if (roll(8)) return;
    // A process goes, as in a rolling restart; whoever was there comes back to the other or to the one that follows.
    await other.close();
    other = await world.app.another();
    for (const role of ROLES) await hop(role);
  },
];

it('holds live what a fresh query gives', { timeout: 400_000 }, async () => {
  const leads = [world.northLead, world.southLead];
  for (let history = 0; history < HISTORIES; history++) {
    for (let step = 0; step < STEPS; step++) await oneOf(steps)(oneOf(leads));
    const [marker] = await known('actions', `id = '${markerId}'`);
    const title = `History ${history}`;
    expect(
      await attempt(world.northLead, 'updateAction', {
        id: markerId,
        expectedVersion: marker?.version,
        title,
      }),
    ).toBe(true);
    for (const [role, mirror] of mirrors) {
      if (!mirror.isConnected) await mirror.connect();
      await mirror.caughtUp(markerId, title);
      expect(mirror.held(), `${role} after history ${history}`).toBe(await mirror.fresh());
    }
  }
  // The histories were about something: there was something to see, not for all the same, and not always by starting anew.
  const held = new Set([...mirrors.values()].map((mirror) => mirror.held()));
  expect(held.size).toBeGreaterThan(1);
});
