import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hashPassword } from '../../server/platform/auth/passwords.js';
import { type Person, person } from '../support/app.js';
import { atThisPace } from '../support/pace.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { Onlooker, type Place, PRESENCE } from './onlooker.js';
import { documentOf } from './verbs.js';
import { Writer } from './writer.js';

/** Promise 5 and invariants 15, 23 and 26: a right that ended shows nothing more, whatever it was and wherever it was ended. */
const AT_ONCE_MS = 1_000;
const PASSWORD = 'a long enough password';

let world: World;
let elsewhere: ServerProcess;
let northAdmin: Person;
let southAdmin: Person;
let thirdViewer: Person;
let plans = 0;

beforeAll(async () => {
  world = await startWorld();
  const { app, partnershipId, north, south, personIds, boardId } = world;
  await app.build.person(partnershipId, {
    email: 'northadmin@example.org',
    role: 'ADMIN',
    organisationId: north,
  });
  await app.build.person(partnershipId, {
    email: 'southadmin@example.org',
    role: 'ADMIN',
    organisationId: south,
  });
  await app.build.seat(partnershipId, boardId, personIds['northlead'] ?? '');
  [northAdmin, southAdmin] = [await app.as('northadmin@example.org'), await app.as('southadmin@example.org')];
  const third = await app.build.organisation(partnershipId);
  await app.build.person(partnershipId, {
    email: 'third@example.org',
    role: 'VIEWER',
    organisationId: third,
  });
  thirdViewer = await app.as('third@example.org');
  elsewhere = await startProcess(app.database);
});
afterAll(async () => {
  elsewhere.kill('SIGTERM');
  await elsewhere.ended;
  await world.app.close();
});

interface Standing extends Place {
  workstreamId: string;
  isRisk?: boolean;
}

/** A plan with an action that is written all the while, a child of it, and an action of a partner’s that leans on it. */
async function aPlan({ isForBoard = false } = {}): Promise<Standing> {
  const { app, partnershipId, north, south, boardId } = world;
  const { build } = app;
  const word = `Numbat${++plans}x`;
  const planId = await build.plan(partnershipId, { boardId });
  const workstreamId = await build.workstream(planId, { leadOrganisationId: north });
  const audienceId = await build.audience(partnershipId, 'BOARD', [boardId]);
  const narrow = isForBoard ? { audienceId, ownAudienceId: audienceId } : {};
  const itemId = await build.action(workstreamId, {
    ownerId: north,
    reference: 'Z99',
    title: word,
    ...narrow,
  });
  await build.action(workstreamId, { ownerId: north, parentId: itemId, title: word, ...narrow });
  const besideId = await build.action(await build.workstream(planId, { leadOrganisationId: south }), {
    ownerId: south,
  });
  await world.northLead.ok(documentOf('proposeCrossReference'), {
    input: { fromId: itemId, toId: besideId, kind: 'DEPENDS_ON' },
  });
  return { partnershipId, planId, itemId, besideId, workstreamId, word };
}

let newcomers = 0;
async function newcomer(role = 'EDITOR'): Promise<{ personId: string; email: string }> {
  const email = `newcomer${++newcomers}@example.org`;
  const personId = await world.app.build.person(world.partnershipId, {
    email,
    role,
    organisationId: world.south,
  });
  return { personId, email };
}

const rowOf = async (table: string, where: string, id: string) => {
  const [row] = await world.app.build.sql<{ id: string; version: number }>(
    `select id, version from ${table} where ${where} = $1`,
    [id],
  );
  return { id: row?.id ?? '', expectedVersion: row?.version ?? 0 };
};
/** The same person at another door. */
const at = (url: string, { headers }: Person) => person(url, headers);
const yesterday = () => new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

/** Somebody whose right ends, and how it is ended at the server with this address. */
interface Ending {
  subject: Person;
  end(url: string): Promise<unknown>;
}
type Way = { closesWith: number; isForBoard?: boolean; begin(): Promise<Ending> };

const verb = (by: Person, name: string, input: object) => (url: string) =>
  at(url, by).ok(documentOf(name), { input });

const WAYS: Record<string, Way> = {
  'a membership ends': {
    closesWith: 4403,
    begin: async () => {
      const { email, personId } = await newcomer();
      return {
        subject: await world.app.as(email),
        end: verb(southAdmin, 'archiveMembership', await rowOf('memberships', 'person_id', personId)),
      };
    },
  },
  'a person is put away': {
    closesWith: 4403,
    begin: async () => {
      const { email, personId } = await newcomer();
      return {
        subject: await world.app.as(email),
        end: verb(southAdmin, 'archivePerson', await rowOf('people', 'id', personId)),
      };
    },
  },
  'a seat on the board ends': {
    closesWith: 4403,
    isForBoard: true,
    begin: async () => {
      const { email, personId } = await newcomer('VIEWER');
      const seatId = await world.app.build.seat(world.partnershipId, world.boardId, personId);
      const seat = { ...(await rowOf('seats', 'id', seatId)), untilOn: yesterday() };
      return { subject: await world.app.as(email), end: verb(world.admin, 'endSeat', seat) };
    },
  },
  'a token is revoked': {
    closesWith: 4401,
    begin: async () => {
      const owner = await world.app.as((await newcomer()).email);
      const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
      const { createToken } = await owner.ok<{ createToken: { secret: string; token: { id: string } } }>(
        `mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id } } }`,
        { input: { name: 'A script', scope: 'READ', expiresOn } },
      );
      const input = { id: createToken.token.id };
      const revoke = `mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { __typename } }`;
      return {
        subject: world.app.withToken(createToken.secret),
        end: (url) => at(url, owner).ok(revoke, { input }),
      };
    },
  },
  'a session ends': {
    closesWith: 4401,
    begin: async () => {
      const subject = await world.app.as((await newcomer()).email);
      return { subject, end: (url) => at(url, subject).ok('mutation { signOut { endedSessionCount } }') };
    },
  },
  'somebody signs out everywhere': {
    closesWith: 4401,
    begin: async () => {
      const { email } = await newcomer();
      const other = await world.app.as(email);
      return {
        subject: await world.app.as(email),
        end: (url) => at(url, other).ok('mutation { signOutEverywhere { endedSessionCount } }'),
      };
    },
  },
  'a password is changed': {
    closesWith: 4401,
    begin: async () => {
      const { email } = await newcomer();
      await world.app.build.sql('update accounts set password_hash = $1 where email = $2', [
        await hashPassword(PASSWORD),
        email,
      ]);
      const other = await world.app.as(email);
      const input = { currentPassword: PASSWORD, newPassword: `${PASSWORD} and another` };
      const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`;
      return { subject: await world.app.as(email), end: (url) => at(url, other).ok(change, { input }) };
    },
  },
};

const PLACES = ['the same process', 'another process'] as const;
const rounds = <T>(ways: Record<string, T>) =>
  Object.entries(ways).flatMap(([name, way]) => PLACES.map((place) => [name, place, way] as const));
const urlOf = (place: (typeof PLACES)[number]) =>
  place === 'another process' ? elsewhere.url : world.app.url;
/** As long as it takes until a moment has come. */
const reached = (moment: number) =>
  expect.poll(() => Date.now(), { interval: 20 }).toBeGreaterThanOrEqual(moment);

/** Somebody looks at what another writes; then it is ended. Answers with the moment from which it was. */
async function ended(place: Standing, { subject, end }: Ending, url: string) {
  const onlooker = await Onlooker.begin(subject, place);
  const { expectedVersion } = await rowOf(place.isRisk ? 'risks' : 'actions', 'id', place.itemId);
  const how = place.isRisk ? (['updateRisk', 'event'] as const) : undefined;
  const writer = new Writer(world.northLead, place.itemId, expectedVersion, place.word, how);
  onTestFinished(async () => {
    await Promise.all([writer.stop(), onlooker.stop()]);
  });
  // What is to end was there: in answers and on both subscriptions.
  await expect.poll(() => onlooker.toldOf(place.itemId).every((told) => told.length > 2)).toBe(true);
  await expect.poll(() => onlooker.answers.some(({ text }) => text.includes(place.word))).toBe(true);
  await end(url);
  return { onlooker, writer, since: Date.now() };
}

describe('a right that ended', () => {
  it.each(rounds(WAYS))(
    'shows nothing more when %s (in %s)',
    async (_, where, { closesWith, isForBoard = false, begin }) => {
      const place = await aPlan({ isForBoard });
      const { onlooker, writer, since } = await ended(place, await begin(), urlOf(where));
      const { closings } = onlooker;
      await expect.poll(() => closings.map(({ code }) => code)).toEqual([closesWith, closesWith, closesWith]);
      expect(Math.max(...closings.map(({ at: moment }) => moment - since))).toBeLessThan(
        atThisPace(AT_ONCE_MS),
      );
      const told = onlooker.events.length;
      await reached(since + AT_ONCE_MS);
      const anew = await onlooker.tryAnew();
      // Where only one of several rights ended a socket may be opened, for the others.
      if (!isForBoard) expect(anew).toMatch(/NOT_FOUND|UNAUTHENTICATED|closed with 44/);
      expect(anew).not.toContain(place.word);
      await onlooker.ask();
      await writer.stop();
      await onlooker.stop();
      expect(onlooker.events).toHaveLength(told);
      const shown = onlooker.answers.filter(
        ({ sentAt, text }) => sentAt >= since && text.includes(place.word),
      );
      expect(shown).toEqual([]);
      expect(onlooker.answers.some(({ sentAt }) => sentAt >= since)).toBe(true);
      const { heard } = onlooker;
      const later = writer.wordsSince(since);
      expect(later.length).toBeGreaterThan(5);
      expect(later.filter((word) => heard.includes(word))).toEqual([]);
    },
  );

  it.each(PLACES)('lets nobody do more than a lowered role may (in %s)', async (where) => {
    const place = await aPlan();
    const { email, personId } = await newcomer('LEAD');
    const subject = await world.app.as(email);
    await world.app.build.owner('Action', place.itemId, { organisationId: world.south, role: 'JOINT' });
    const lower = { ...(await rowOf('memberships', 'person_id', personId)), role: 'VIEWER' };
    const { onlooker, writer, since } = await ended(
      place,
      { subject, end: verb(southAdmin, 'updateMembership', lower) },
      urlOf(where),
    );
    await expect.poll(() => onlooker.closings.map(({ code }) => code)).toEqual([4403, 4403, 4403]);
    await reached(since + AT_ONCE_MS);
    expect(await onlooker.tryAnew()).toMatch(/^let in/);
    await writer.stop();
    const { expectedVersion } = await rowOf('actions', 'id', place.itemId);
    const input = { id: place.itemId, expectedVersion, title: 'Not by me' };
    expect(await subject.refused(documentOf('updateAction'), { input })).toBe('FORBIDDEN');
    await onlooker.stop();
    const may = (text: string) => text.includes('"viewerCan":{"update":true}');
    expect(onlooker.answers.filter(({ sentAt, text }) => sentAt >= since && may(text))).toEqual([]);
    expect(onlooker.answers.some(({ text }) => may(text))).toBe(true);
  });
});

/** What is narrowed; it takes along what is looked at. */
const NARROWED: Record<string, (place: Standing) => [verb: string, table: string, id: string]> = {
  'an action': ({ itemId }) => ['restrictAction', 'actions', itemId],
  'a workstream': ({ workstreamId }) => ['restrictWorkstream', 'workstreams', workstreamId],
  'a plan': ({ planId }) => ['restrictPlan', 'plans', planId],
  'a risk': ({ itemId }) => ['restrictRisk', 'risks', itemId],
};

/** The same place, where a risk is looked at instead. */
async function atARisk(place: Standing): Promise<Standing> {
  const word = `${place.word}r`;
  const input = { planId: place.planId, workstreamId: place.workstreamId, event: word };
  const { createRisk } = await world.northLead.ok<{ createRisk: { item: { id: string } } }>(
    documentOf('createRisk'),
    { input },
  );
  return { ...place, itemId: createRisk.item.id, word, isRisk: true };
}

describe('what was narrowed', () => {
  it.each(rounds(NARROWED))(
    '%s is gone at once, and comes back without what was said meanwhile (in %s)',
    async (what, where, narrowed) => {
      const place = what === 'a risk' ? await atARisk(await aPlan()) : await aPlan();
      const [name, table, id] = narrowed(place);
      const by = name === 'restrictPlan' ? world.chair : northAdmin;
      const restrict = async (audience: object | null, url: string) =>
        verb(by, name, { ...(await rowOf(table, 'id', id)), audience })(url);
      const circle = {
        kind: 'ORGANISATIONS',
        organisationIds: [world.north, ...(by === world.chair ? [world.south] : [])],
      };
      const { onlooker, writer, since } = await ended(
        place,
        { subject: thirdViewer, end: (url) => restrict(circle, url) },
        urlOf(where),
      );
      const remark = {
        itemType: place.isRisk ? 'Risk' : 'Action',
        itemId: place.itemId,
        text: `${place.word}remark`,
      };
      await world.northLead.ok(documentOf('createComment'), { input: remark });
      await reached(since + AT_ONCE_MS);
      const last = await writer.stop();
      const meanwhile = writer.wordsSince(since);
      expect(meanwhile.length).toBeGreaterThan(5);
      const hidden = await onlooker.ask();
      expect(hidden).not.toContain(place.word);
      expect(hidden).not.toContain(place.itemId);
      expect(
        onlooker.answers.filter(({ sentAt, text }) => sentAt >= since && text.includes(place.word)),
      ).toEqual([]);
      expect(meanwhile.filter((word) => onlooker.heard.includes(word))).toEqual([]);
      for (const told of onlooker.toldOf(place.itemId))
        expect(told.findIndex(({ kind }) => kind === 'REMOVED')).toBe(told.length - 1);
      for (const told of onlooker.toldOf(place.itemId))
        expect(told.at(-1)).toMatchObject({ kind: 'REMOVED', item: null, actor: null, fields: [] });

      // Somebody comes to it: that they are here is told, not where.
      const known = onlooker.presences.length;
      const { planId: within, itemId: at } = place;
      const keeper = world.northLead.subscribe(PRESENCE, { within, at });
      if (what !== 'a plan') await expect.poll(() => onlooker.presences.length).toBeGreaterThan(known);
      await keeper.stop();
      expect(JSON.stringify(onlooker.presences.slice(known))).not.toContain(at);

      await restrict(null, urlOf(where));
      await expect
        .poll(() => onlooker.toldOf(place.itemId).every((told) => told.at(-1)?.kind === 'CREATED'))
        .toBe(true);
      expect(await onlooker.ask()).toContain(last);
      await onlooker.stop();
      const said = [...meanwhile, remark.text].filter((word) => word !== last);
      expect(said.filter((word) => onlooker.heard.includes(word))).toEqual([]);
    },
  );
});
