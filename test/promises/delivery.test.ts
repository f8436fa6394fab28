import { setTimeout as pause } from 'node:timers/promises';
import { isUnionType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CursorSeal } from '../../server/platform/changes/cursor.js';
import { accordSchema } from '../../server/schema.js';
import { type Answer, type Person, person, signIn } from '../support/app.js';
import { dice } from '../support/dice.js';
import { RoughLine } from '../support/rough-line.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { FOLLOW, Follower } from './follower.js';
import { type Standing, sightOf } from './out-of-sight.js';

/**
 * Invariant 11: whatever the network does, a subscriber hears of every change it is entitled to exactly once, in the
 * order in which they were committed. Two servers, one of them killed and started again.
 */
const CHANGES = 2_000;
/** Lines are cut, stalled and sliced for so long. */
const TROUBLE_MS = 60_000;
const FOLLOWERS = 20;
const WRITERS = ['northlead', 'northeditor', 'southlead', 'southeditor'] as const;
const ACTIONS_A_WRITER = 3;
const MOVE_EVERY_MS = 700;

const UPDATE = `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { version } } }`;
const RESTRICT = `mutation ($input: RestrictInput!) { restrictAction(input: $input) { action { version } } }`;
const VERSION = `query ($id: ID!) { action(id: $id) { version } }`;
const CURSOR = `query ($id: ID!) { plan(id: $id) { changesCursor } }`;

let world: World;
let planId: string;
let servers: ServerProcess[];
let lines: RoughLine[];
let movingIds: string[];
let lastId: string;
let ownIds: Map<string, string[]>;
let viewers: Record<string, Standing>;
let toldTypes: Set<string>;
let seal: CursorSeal;
const secrets = new Map<string, string>();

const roll = dice(20_261_130);
const oneOf = <T>(values: readonly T[]): T => values[roll(values.length)] as T;
const anyServer = () => oneOf(servers).url;
const headersOf = (name: string): Record<string, string> =>
  name === 'public' ? {} : { cookie: `accord=${secrets.get(name)}` };
const at = (url: string, name: string): Person => person(url, headersOf(name));

beforeAll(async () => {
  world = await startWorld();
  const { app, partnershipId, north, south, boardId, personIds } = world;
  const { build } = app;
  servers = await Promise.all([startProcess(app.database), startProcess(app.database)]);
  lines = await Promise.all(Array.from({ length: FOLLOWERS }, () => RoughLine.to(anyServer())));
  const here = (organisations: string[], boards: string[], name: string): Standing => ({
    ...{ partnerships: [partnershipId], organisations, boards, people: [personIds[name] ?? ''] },
  });
  viewers = {
    public: { partnerships: [], organisations: [], boards: [], people: [] },
    stranger: { partnerships: [], organisations: [], boards: [], people: [] },
    northviewer: here([north], [], 'northviewer'),
    northeditor: here([north], [], 'northeditor'),
    northlead: here([north], [], 'northlead'),
    southeditor: here([south], [], 'southeditor'),
    southlead: here([south], [], 'southlead'),
    chair: here([south], [boardId], 'chair'),
    admin: here([], [], 'admin'),
  };
  for (const name of Object.keys(viewers))
    if (name !== 'public') secrets.set(name, await signIn(build, `${name}@example.org`));
  const everyone = await build.audience(partnershipId, 'EVERYONE');
  const open = { audienceId: everyone, ownAudienceId: everyone };
  planId = await build.plan(partnershipId, open);
  const workstreamId = await build.workstream(planId, open);
  // Named from the beginning: to be named for the first time is a change of rights, and begins anew.
  const people = ['northlead', 'southlead', 'chair'].map((name) => personIds[name] ?? '');
  const circles = [
    everyone,
    await build.audience(partnershipId, 'PARTNERSHIP'),
    await build.audience(partnershipId, 'ORGANISATIONS', [north]),
    await build.audience(partnershipId, 'ORGANISATIONS', [south]),
    await build.audience(partnershipId, 'PEOPLE', people),
  ];
  // Each writer has some actions of its own, in circles it is in itself.
  ownIds = new Map();
  for (const name of WRITERS) {
    const sees = await sightOf(app, viewers[name] as Standing);
    const mine = circles.filter(sees);
    const ownerId = name.startsWith('north') ? north : south;
    const ids: string[] = [];
    for (let n = 0; n < ACTIONS_A_WRITER; n++) {
      const audienceId = mine[n % mine.length];
      ids.push(await build.action(workstreamId, { ownerId, audienceId, ownAudienceId: audienceId }));
    }
    ownIds.set(name, ids);
  }
  movingIds = [
    await build.action(workstreamId, { ownerId: north }),
    await build.action(workstreamId, { ownerId: north }),
  ];
  lastId = await build.action(workstreamId, { ownerId: north });
  const told = (await accordSchema()).getType('ChangedItem');
  toldTypes = new Set(isUnionType(told) ? told.getTypes().map(({ name }) => name) : []);
  seal = new CursorSeal(app.config.secret);
});
afterAll(async () => {
  for (const line of lines) await line.close();
  for (const server of servers) server.kill('SIGTERM');
  await Promise.all(servers.map(({ ended }) => ended));
  await world.app.close();
});

/** Titles whose writing was acknowledged; what was not answered may have been written or not. */
const acknowledged: string[] = [];
let isOver = false;
let began = 0;
let written = 0;
let firstSeq = 0;

/** Sends a change to either server; one that is not answered may have been made or not. */
async function send(name: string, document: string, input: object): Promise<boolean> {
  const answer = await at(anyServer(), name)
    .query(document, { input })
    .catch((): Answer => ({ data: null }));
  const code = answer.errors?.[0]?.extensions.code;
  if (code && code !== 'CONFLICT' && code !== 'UNAVAILABLE') throw new Error(JSON.stringify(answer.errors));
  return answer.data !== null;
}

/** As far as it can be read just now: a change of an older version is refused. */
async function versionOf(name: string, id: string): Promise<number> {
  const { data } = await at(anyServer(), name)
    .query<{ action: { version: number } | null }>(VERSION, { id })
    .catch(() => ({ data: null }));
  return data?.action?.version ?? 1;
}

async function retitle(name: string, id: string, title: string): Promise<void> {
  const version = await versionOf(name, id);
  if (await send(name, UPDATE, { id, expectedVersion: version, title })) acknowledged.push(title);
}

/** Level with the clock: all changes are spread over the time of trouble. */
async function write(name: string, loop: number): Promise<void> {
  for (let n = 0; !isOver; n++) {
    await retitle(name, oneOf(ownIds.get(name) ?? []), `${name} ${loop}.${n}`);
    await aheadOfTime();
  }
}

/** Narrows an action to one circle after another, each with the one who narrows it in it, and opens it again. */
async function move(): Promise<void> {
  const { north, personIds } = world;
  const people = ['northlead', 'southlead', 'chair'].map((name) => personIds[name]);
  const circles = [
    { kind: 'ORGANISATIONS', organisationIds: [north] },
    null,
    { kind: 'PEOPLE', personIds: people },
    null,
  ];
  for (let n = 0; !isOver; n++) {
    const id = movingIds[n % movingIds.length] ?? '';
    const version = await versionOf('northlead', id);
    const audience = circles[Math.floor(n / movingIds.length) % circles.length];
    await send('northlead', RESTRICT, { id, expectedVersion: version, audience });
    await retitle('northlead', id, `Moved ${n}`);
    await pause(MOVE_EVERY_MS);
  }
}

/** Cuts, halts, crumbles and delays, now this line and now that. */
async function trouble(): Promise<void> {
  const troubles: ((line: RoughLine) => void)[] = [
    (line) => line.cut('FIN'),
    (line) => line.cut('RST'),
    (line) => line.stall(200 + roll(2_500)),
    (line) => {
      line.manner = { slice: oneOf([1, 3, 7, 61]) };
    },
    (line) => {
      line.manner = { delayMs: 20 + roll(200) };
    },
    (line) => {
      line.manner = {};
    },
    (line) => {
      line.stall(300);
      line.cut('FIN');
    },
  ];
  while (!isOver) {
    oneOf(troubles)(oneOf(lines));
    await pause(50 + roll(100));
  }
}

/** Kills one server, as when the machine takes it away, and starts another in its place. */
async function replaceServer(): Promise<void> {
  const [victim, other] = servers;
  if (!victim || !other) throw new Error('there are two servers');
  victim.kill('SIGKILL');
  await victim.ended;
  await pause(1_000);
  servers = [await startProcess(world.app.database), other];
}

async function aheadOfTime(): Promise<void> {
  while (!isOver && written > (CHANGES * (Date.now() - began)) / TROUBLE_MS) await pause(10);
}

/** How much was written since the beginning, as the log has it. */
async function logged(): Promise<Entry[]> {
  return world.app.build.sql<Entry>(
    `select seq::int, item_type as "itemType", item_id as "itemId", kind, audience_id as "seenAfter",
       audience_before_id as "seenBefore", plan_id as "planId", after ->> 'title' as title
     from changes where partnership_id = $1 and seq > $2 order by seq`,
    [world.partnershipId, firstSeq],
  );
}

interface Entry {
  seq: number;
  itemType: string;
  itemId: string;
  kind: string;
  seenAfter: string;
  seenBefore: string | null;
  planId: string | null;
  title: string | null;
}

/** What is wrong with what somebody was told: what it was entitled to and never told, what it was not, what came twice or late. */
async function faultsIn(heard: Follower['heard'], name: string, within: string, log: Entry[]) {
  const isIn = await sightOf(world.app, viewers[name] as Standing);
  const sees = (audienceId: string | null) => audienceId !== null && isIn(audienceId);
  const entitled = log.filter(
    (entry) =>
      toldTypes.has(entry.itemType) &&
      (within === world.partnershipId || entry.planId === within) &&
      (sees(entry.seenAfter) || sees(entry.seenBefore)),
  );
  // Who comes back when an item has left its sight is told of that alone.
  const leftLater = ({ seq, itemId }: Entry) =>
    entitled.some(
      (later) =>
        later.itemId === itemId && later.seq > seq && sees(later.seenBefore) && !sees(later.seenAfter),
    );
  const seqs = heard.map(({ cursor }) => seal.open(cursor)?.seq ?? -1);
  const told = new Set(seqs);
  const allowed = new Set(entitled.map(({ seq }) => seq));
  return {
    lost: entitled.filter((entry) => !told.has(entry.seq) && !leftLater(entry)).map(({ seq }) => seq),
    notTheirs: seqs.filter((seq) => !allowed.has(seq)),
    doubled: seqs.filter((seq, i) => seqs.indexOf(seq) !== i),
    outOfOrder: seqs.filter((seq, i) => seq < (seqs[i - 1] ?? 0)),
    toldToStartAnew: heard.filter(({ kind }) => kind === 'RESYNC').length,
  };
}

const NONE = { lost: [], notTheirs: [], doubled: [], outOfOrder: [], toldToStartAnew: 0 };
const lastOf = (heard: Follower['heard']) => seal.open(heard.at(-1)?.cursor ?? '')?.seq;

it('tells everybody everything they are entitled to, once and in order, whatever the network does', {
  timeout: 180_000,
}, async () => {
  const first = new Map<string, string>();
  for (const name of Object.keys(viewers)) {
    const { plan } = await at(anyServer(), name).ok<{ plan: { changesCursor: string } }>(CURSOR, {
      id: planId,
    });
    first.set(name, plan.changesCursor);
  }
  [{ seq: firstSeq }] = (await world.app.build.sql<{ seq: number }>(
    'select max(seq)::int as seq from changes where partnership_id = $1',
    [world.partnershipId],
  )) as [{ seq: number }];
  const names = Object.keys(viewers);
  const followers = lines.map((line, i) => {
    const name = names[i % names.length] ?? '';
    const within = i % 3 ? planId : world.partnershipId;
    return new Follower(name, line, headersOf(name), within, first.get(name) ?? '', anyServer);
  });
  const loggedBefore = await world.app.build.logLength();
  began = Date.now();
  const following = followers.map((one) => one.run());
  const writing = [...WRITERS, ...WRITERS].map((name, loop) => write(name, loop));
  const others = [move(), trouble(), pause(TROUBLE_MS / 3).then(replaceServer)];
  do {
    await pause(100);
    written = (await world.app.build.logLength()) - loggedBefore;
  } while (written < CHANGES - 60);
  isOver = true;
  await Promise.all([...writing, ...others]);
  for (let n = 0; (await logged()).length < CHANGES - 1; n++)
    await retitle('northlead', lastId, `Still ${n}`);
  await retitle('northlead', lastId, 'The last');
  for (const line of lines) line.manner = {};

  const log = await logged();
  expect(log).toHaveLength(CHANGES);
  const last = log.at(-1)?.seq;
  await expect
    .poll(() => followers.map((one) => lastOf(one.all())), { timeout: 30_000 })
    .toEqual(followers.map(() => last));
  await Promise.all(followers.map((one) => one.stop()));
  await Promise.all(following);
  for (const { name, within, heard } of followers)
    expect.soft({ name, ...(await faultsIn(heard, name, within, log)) }).toEqual({ name, ...NONE });

  // The same from the first cursor, on a line without trouble.
  const anew = async (name: string) => {
    const live = at(anyServer(), name).subscribe<{ changes: Follower['heard'][number] }>(FOLLOW, {
      within: planId,
      after: first.get(name),
    });
    await expect
      .poll(() => lastOf(live.events.map(({ changes }) => changes)), { timeout: 20_000 })
      .toBe(last);
    await live.stop();
    return live.events.map(({ changes }) => changes);
  };
  const heardAnew = await Promise.all(names.map(anew));
  for (const [i, name] of names.entries())
    expect
      .soft({ name, ...(await faultsIn(heardAnew[i] ?? [], name, planId, log)) })
      .toEqual({ name, ...NONE });

  const counts = new Map<string, number>();
  for (const { title } of log) if (title) counts.set(title, (counts.get(title) ?? 0) + 1);
  expect(acknowledged.filter((title) => !counts.has(title))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  // There was trouble: lines were cut over and over, and not one had it easy.
  const connections = followers.map((one) => one.connections);
  expect(Math.min(...connections)).toBeGreaterThan(1);
  expect(connections.reduce((sum, some) => sum + some)).toBeGreaterThan(4 * FOLLOWERS);
});
