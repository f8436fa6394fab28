import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import {
  type FrozenMap,
  freeze,
  frozenMap,
  leavesOut,
  listed,
  tryToFreeze,
  tryToWithdraw,
} from './frozen.js';
import { type MapWorld, mapWorld } from './map-world.js';
import { reference, refusedWith } from './two-partners.js';

let world: MapWorld;
let secretary: Person;
let administrator: Person;
let member: Person;
let people: Record<string, string>;

beforeAll(async () => {
  world = await mapWorld();
  const { app, partnershipId, boardId, north, south } = world;
  const { build } = app;
  const add = async (name: string, role: string, organisationId: string | null) => {
    const email = `${name}@example.org`;
    const id = await build.person(partnershipId, { email, role, organisationId });
    people = { ...people, [name]: id };
    return app.as(email);
  };
  secretary = await add('secretary', 'VIEWER', north);
  member = await add('member', 'VIEWER', south);
  administrator = await add('administrator', 'ADMIN', null);
  await build.seat(partnershipId, boardId, people['secretary'] ?? '', { capacity: 'SECRETARIAT' });
  await build.seat(partnershipId, boardId, people['member'] ?? '');
  const postId = await build.inPartnership('posts', partnershipId, { title: 'Board secretary' });
  await build.inPartnership('post_holders', partnershipId, {
    ...{ postId, personId: people['secretary'], fromOn: '2019-01-01' },
  });
});
afterAll(() => world.app.close());

const names = ({ content }: FrozenMap) => content?.nodes.map(({ id }) => world.names[id]) ?? [];
const restrict = async (id: string, audience: object | null, type = 'Action', who = world.leadSouth) => {
  const { version } = await world.app.build.row(`${type.toLowerCase()}s`, id);
  const verb = `restrict${type}`;
  await who.ok(`mutation ($input: RestrictInput!) { ${verb}(input: $input) { __typename } }`, {
    input: { id, expectedVersion: version, audience },
  });
};

describe('a frozen copy', () => {
  it('holds the map as all who are to open it see it, when, for whom and by which post it was frozen', async () => {
    const { planId } = world;
    const copy = await freeze(secretary, { within: planId, title: ' July’s map ', note: 'As discussed' });
    const map = await world.map(secretary);
    expect(copy.content).toMatchObject({
      unplaced: map.unplaced,
      nodes: map.nodes.map(({ id, within, isOutside, summary }) => ({ id, within, isOutside, summary })),
      edges: map.edges.map(({ fromId, toId, kind, total, crossReferences }) => ({
        ...{ fromId, toId, kind, total },
        crossReferenceIds: crossReferences.map(({ id }) => id),
      })),
    });
    expect(copy).toMatchObject({
      ...{ title: 'July’s map', note: 'As discussed', level: 'WORKSTREAM', plan: { id: planId } },
      organisation: { name: 'Northmoor Council' },
      ...{ post: { title: 'Board secretary' }, frozenBy: { name: 'secretary' } },
      ...{ audience: { kind: 'PARTNERSHIP' }, withdrawnAt: null, viewerCan: { withdraw: true } },
    });
    expect(Math.abs(Date.parse(copy.stoodAt) - Date.parse(copy.createdAt))).toBeLessThan(60_000);
    for (const who of [world.viewerNorth, world.editorSouth, administrator])
      expect(await frozenMap(who, copy.id)).toEqual({
        ...copy,
        viewerCan: { withdraw: who === administrator },
      });
    expect(await listed(world.editorSouth, planId)).toContain(copy.id);
    expect(await listed(world.editorSouth, world.partnershipId)).toContain(copy.id);
  });

  it('has the hash of what it holds, which anybody can take again', async () => {
    const copy = await freeze(world.leadNorth, { within: world.planId, level: 'ACTION' });
    const document = copy.document ?? '';
    expect(createHash('sha256').update(document).digest('hex')).toBe(copy.contentHash);
    expect(JSON.parse(document)).toMatchObject({ unplaced: copy.content?.unplaced });
    const [logged] = await world.app.build.sql<{ hash: string }>(
      `select after ->> 'content_hash' as hash from changes where item_id = $1 and kind = 'CREATED'`,
      [copy.id],
    );
    expect(logged?.hash).toBe(copy.contentHash);
  });

  it('says what it is part of: opened places, one place and what is near, some of the connections', async () => {
    const { planId } = world;
    const opened = await freeze(world.leadNorth, { within: planId, opened: [world.id('WS1')] });
    expect(opened.content?.opened).toEqual([{ id: world.id('WS1') }]);
    const near = await freeze(world.leadNorth, {
      ...{ within: planId, level: 'ACTION', around: world.id('A2'), down: 0 },
    });
    expect(names(near)).toEqual(['A2', 'C1']);
    expect(near.content?.narrowing).toEqual([
      expect.stringMatching(/^Only A2 .*, what it needs in 1 step and what needs it in 0 steps\.$/),
    ]);
    const outside = await freeze(world.leadNorth, { within: planId, connections: { external: true } });
    expect(outside.content?.edges).toMatchObject([{ fromId: world.id('WS1'), toId: world.id('External') }]);
    const filter = { organisationIds: [world.south], kinds: ['DEPENDS_ON'] };
    const narrowed = await freeze(world.leadNorth, { within: planId, filter });
    expect(names(narrowed)).toEqual(names(narrowed).filter((name) => name !== 'WS3'));
    expect(narrowed.content?.narrowing).toEqual([
      'Only what begins or ends at South Vale NHS Trust.',
      'Only what needs something.',
    ]);
  });

  it('is made once, however often it is sent', async () => {
    const asked = { id: randomUUID(), within: world.planId, title: 'Sent twice' };
    const [first, second] = [await freeze(world.leadNorth, asked), await freeze(world.leadNorth, asked)];
    expect(second).toEqual(first);
    await refusedWith(world.app, 'INVALID_INPUT', () =>
      tryToFreeze(world.leadNorth, { ...asked, title: 'Another' }),
    );
  });

  it('is told to whoever follows the plan, and to nobody else', async () => {
    const { planId, north, onlySouth } = world;
    expect(onlySouth).toBeTruthy();
    const follow = (who: Person) =>
      who.subscribe<{ changes: { itemId: string; kind: string; item: { title: string } | null } }>(
        `subscription ($within: ID!) { changes(within: $within) { itemId kind item { ... on FrozenMap { title } } } }`,
        { within: planId },
      );
    const lives = [follow(world.editorNorth), follow(world.editorSouth)] as const;
    await Promise.all(lives.map(({ ready }) => ready));
    const audience = { kind: 'ORGANISATIONS', organisationIds: [north] };
    const ours = await freeze(world.leadNorth, { within: planId, title: 'Ours', audience });
    const all = await freeze(world.leadNorth, { within: planId, title: 'All’s' });
    await Promise.all(
      lives.map((live) => live.until(() => live.events.some(({ changes }) => changes.itemId === all.id))),
    );
    const told = lives.map(({ events }) => events.map(({ changes }) => changes.item?.title));
    await Promise.all(lives.map((live) => live.stop()));
    expect(told).toEqual([['Ours', 'All’s'], ['All’s']]);
    expect(await frozenMap(world.editorSouth, ours.id)).toBeNull();
  });
});

describe('what integrators are told of it', () => {
  it('is asked and answered as documented', async () => {
    const written = readFileSync('docs/integrators.md', 'utf8');
    const example = (name: string): string =>
      [...written.matchAll(/```graphql\n([\s\S]*?)```/g)].find(([, text]) =>
        text?.includes(` ${name}(`),
      )?.[1] ?? '';
    const variables = { plan: world.planId, board: world.boardId };
    const { freezeInterdependencies: frozen } = await secretary.ok<{
      freezeInterdependencies: { frozenMap: FrozenMap };
    }>(example('FreezeForTheBoard'), variables);
    const { frozenMaps } = await member.ok<{ frozenMaps: { nodes: FrozenMap[] } }>(example('FrozenCopies'), {
      plan: world.planId,
    });
    expect(frozenMaps.nodes[0]).toMatchObject({
      ...{ id: frozen.frozenMap.id, title: 'Map for the board', withdrawnAt: null },
      content: { nodes: expect.arrayContaining([expect.objectContaining({ isOutside: false })]) },
    });
    expect(await listed(world.editorSouth, world.planId)).not.toContain(frozen.frozenMap.id);
  });
});

describe('who may open it', () => {
  it.each(['EVERYONE', 'PARTNERSHIP', 'ORGANISATIONS', 'BOARD', 'PEOPLE'] as const)(
    '%s: all of them, and nobody else, who are answered as if it were not there',
    async (kind) => {
      const { south, boardId, partnershipId } = world;
      const who: Record<string, Person> = {
        ...{ secretary, member, administrator, north: world.editorNorth, south: world.editorSouth },
        ...{ stranger: world.stranger, public: world.app.nobody },
      };
      const members = {
        ORGANISATIONS: { organisationIds: [south] },
        BOARD: { boardId },
        PEOPLE: { personIds: [people['administrator'], people['member']] },
      };
      const entitled: Record<string, string[]> = {
        EVERYONE: Object.keys(who),
        PARTNERSHIP: ['secretary', 'member', 'administrator', 'north', 'south'],
        ORGANISATIONS: ['member', 'south'],
        BOARD: ['secretary', 'member'],
        PEOPLE: ['administrator', 'member'],
      };
      const writer = { ORGANISATIONS: world.leadSouth, BOARD: secretary }[kind as string] ?? administrator;
      const audience = { kind, ...members[kind as keyof typeof members] };
      const open = await openPlan(kind === 'EVERYONE');
      const { id } = await freeze(writer, { within: open, audience });
      for (const [name, person] of Object.entries(who)) {
        const isIn = entitled[kind]?.includes(name) ?? false;
        const found = await frozenMap(person, id);
        expect({ [name]: found?.id }).toEqual({ [name]: isIn ? id : undefined });
        expect((await listed(person, open)).includes(id)).toBe(isIn);
        expect((await listed(person, partnershipId)).includes(id)).toBe(isIn);
        if (!isIn) {
          const gone = await tryToWithdraw(person, { id, version: 1 });
          const absent = await tryToWithdraw(person, { id: randomUUID(), version: 1 });
          expect(gone).toEqual(absent);
        }
      }
      if (kind === 'EVERYONE')
        expect(await frozenMap(world.app.nobody, id)).toMatchObject({
          ...{ frozenBy: null, post: null, plan: { id: open } },
        });
    },
  );

  /** A plan of the same board with two workstreams tied to each other, open to the public or not. */
  async function openPlan(isPublic: boolean): Promise<string> {
    const { app, partnershipId, boardId } = world;
    const everyone = await app.build.audience(partnershipId, 'EVERYONE');
    const circle = isPublic ? { audienceId: everyone, ownAudienceId: everyone } : {};
    const planId = await app.build.plan(partnershipId, { boardId, ...circle });
    const [one, other] = [await app.build.workstream(planId), await app.build.workstream(planId)];
    await reference(app, {
      ...{ fromId: await app.build.action(one), toId: await app.build.action(other) },
    });
    return planId;
  }

  it('leaves out what one of them does not see, though whoever freezes it does, and says how much before', async () => {
    const { planId, south } = world;
    const asked = { within: planId, level: 'ACTION' };
    const ofSouth = { kind: 'ORGANISATIONS', organisationIds: [south] };
    const all = await freeze(world.leadSouth, asked);
    expect(names(all)).not.toContain('B9');
    expect(JSON.stringify(all)).not.toContain(world.id('B9'));
    const ours = await freeze(world.leadSouth, { ...asked, audience: ofSouth });
    expect(names(ours)).toContain('B9');
    expect(await leavesOut(world.leadSouth, asked)).toEqual({
      places: all.content?.nodes.length,
      crossReferences: 9,
      ...{ placesLeftOut: 1, connectionsLeftOut: 2, crossReferencesLeftOut: 2 },
    });
    expect(await leavesOut(world.leadSouth, { ...asked, organisationIds: [south] })).toMatchObject({
      ...{ placesLeftOut: 0, connectionsLeftOut: 0, crossReferencesLeftOut: 0 },
    });
    // Whoever does not see it is told of nothing.
    expect(await leavesOut(world.leadNorth, asked)).toMatchObject({
      ...{ placesLeftOut: 0, connectionsLeftOut: 0, crossReferencesLeftOut: 0 },
    });
  });

  it('shows nothing of what leads through something that not all see', async () => {
    const asked = { within: world.planId, level: 'ACTION', around: world.id('A1'), up: 2, down: 0 };
    // A1 needs B9, which needs C1: to South alone.
    const all = await freeze(world.leadSouth, asked);
    expect(names(all)).not.toContain('C1');
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.south] };
    expect(names(await freeze(world.leadSouth, { ...asked, audience }))).toContain('C1');
  });

  it('holds no more of the past than all of them may read of it today', async () => {
    const { app, planId, leadSouth, south, partnershipId } = world;
    const workstream = await app.build.workstream(planId, { number: '7', leadOrganisationId: south });
    const shown = await app.build.action(workstream, { reference: 'G1', ownerId: south });
    await reference(app, { fromId: world.id('C1'), toId: shown });
    const [{ at = '' } = {}] = await app.build.sql<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    );
    const asked = { within: planId, level: 'ACTION', asOf: at };
    expect(JSON.stringify(await freeze(leadSouth, asked))).toContain(shown);
    await restrict(shown, { kind: 'ORGANISATIONS', organisationIds: [south] });
    expect(JSON.stringify(await freeze(leadSouth, asked))).not.toContain(shown);
    expect(await app.build.audience(partnershipId, 'PARTNERSHIP')).toBeTruthy();
  });
});

describe('what it refuses', () => {
  const asked = (more: object) => ({ within: world.planId, ...more });

  it.each([
    ['somebody who writes no papers', () => tryToFreeze(world.editorNorth, asked({})), 'FORBIDDEN'],
    ['the public', () => tryToFreeze(world.app.nobody, asked({})), 'UNAUTHENTICATED'],
    ['somebody of another partnership', () => tryToFreeze(world.stranger, asked({})), 'NOT_FOUND'],
    ['what is not there', () => tryToFreeze(world.leadNorth, { within: randomUUID() }), 'NOT_FOUND'],
    [
      'a circle without whoever freezes it',
      () =>
        tryToFreeze(
          world.leadNorth,
          asked({ audience: { kind: 'ORGANISATIONS', organisationIds: [world.south] } }),
        ),
      'RULE_BROKEN',
    ],
    [
      'the public as a circle, of those who may not publish',
      () => tryToFreeze(world.leadNorth, asked({ audience: { kind: 'EVERYONE' } })),
      'FORBIDDEN',
    ],
    [
      'the public as a circle for the whole partnership’s map, but of an administrator',
      () => tryToFreeze(secretary, { within: world.partnershipId, audience: { kind: 'EVERYONE' } }),
      'FORBIDDEN',
    ],
    [
      'a map of which nobody in the circle sees anything',
      () => tryToFreeze(secretary, asked({ audience: { kind: 'EVERYONE' } })),
      'RULE_BROKEN',
    ],
    ['a title of blanks', () => tryToFreeze(world.leadNorth, asked({ title: '  ' })), 'INVALID_INPUT'],
    [
      'a title without end',
      () => tryToFreeze(world.leadNorth, asked({ title: 'x'.repeat(201) })),
      'INVALID_INPUT',
    ],
    [
      'a moment to come',
      () => tryToFreeze(world.leadNorth, asked({ asOf: '2999-01-01T00:00:00Z' })),
      'INVALID_INPUT',
    ],
    [
      'members that belong to no such kind',
      () =>
        tryToFreeze(world.leadNorth, asked({ audience: { kind: 'BOARD', organisationIds: [world.north] } })),
      'INVALID_INPUT',
    ],
    [
      'steps without end',
      () => tryToFreeze(world.leadNorth, asked({ around: world.id('WS1'), up: 51 })),
      'INVALID_INPUT',
    ],
  ] as const)('%s', async (_what, ask, code) => {
    const answer = await refusedWith(world.app, code, ask);
    if (code === 'INVALID_INPUT')
      expect(answer.errors?.[0]?.extensions['fields']).toContainEqual({
        ...{ field: expect.any(String), message: expect.any(String) },
      });
  });
});

describe('what becomes of it', () => {
  let copy: FrozenMap;
  let workstream: string;
  let action: string;

  beforeEach(async () => {
    const { app, planId, south } = world;
    workstream = await app.build.workstream(planId, { leadOrganisationId: south });
    action = await app.build.action(workstream, { ownerId: south, title: 'Shown for now' });
    await reference(app, { fromId: world.id('A1'), toId: action });
    copy = await freeze(world.leadNorth, { within: planId, level: 'ACTION' });
  });

  it('shows what it showed, whatever is written, put away or brought later', async () => {
    const { app, leadSouth } = world;
    const before = await frozenMap(leadSouth, copy.id);
    expect(before?.content?.nodes.find(({ id }) => id === action)?.item['title']).toBe('Shown for now');
    for (const [verb, more] of [
      ['updateAction', { title: 'Called otherwise' }],
      ['rateAction', { status: 'RED' }],
      ['archiveAction', {}],
    ] as const) {
      const { version } = await app.build.row('actions', action);
      const type =
        verb === 'archiveAction' ? 'ItemVersionInput' : `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
      await leadSouth.ok(`mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`, {
        input: { id: action, expectedVersion: version, ...more },
      });
    }
    expect(await frozenMap(leadSouth, copy.id)).toEqual(before);
  });

  it('cannot be changed, not even by the server itself or in the database', async () => {
    const { build } = world.app;
    await expect(
      build.sql(`update frozen_maps set title = 'Another' where id = $1`, [copy.id]),
    ).rejects.toThrow('a frozen copy does not change');
    const [rights] = await build.sql<{ may: boolean[] }>(
      `select array[has_column_privilege('accord_server', 'frozen_map_contents', 'document', 'update'),
        has_column_privilege('accord_server', 'frozen_map_contents', 'rests_on', 'update'),
        has_table_privilege('accord_server', 'frozen_map_contents', 'delete')] as may`,
    );
    expect(rights?.may).toEqual([false, false, false]);
    await build.sql(
      `update frozen_map_contents set document = replace(document, 'Shown', 'Forged') where id = $1`,
      [copy.id],
    );
    const { errors } = await world.leadNorth.query(`query ($id: ID!) { frozenMap(id: $id) { document } }`, {
      id: copy.id,
    });
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
  });

  it('is withheld whole from those who lose sight of something it shows, told so once, and given back with it', async () => {
    const { editorNorth, leadSouth, planId, south } = world;
    const live = editorNorth.subscribe<{ changes: { itemId: string; kind: string; item: unknown } }>(
      `subscription ($within: ID!) { changes(within: $within) { itemId kind item { __typename } } }`,
      { within: planId },
    );
    await live.ready;
    await restrict(action, { kind: 'ORGANISATIONS', organisationIds: [south] });
    expect(await frozenMap(editorNorth, copy.id)).toBeNull();
    expect(await listed(editorNorth, planId)).not.toContain(copy.id);
    await live.until(() => live.events.some(({ changes }) => changes.itemId === copy.id));
    const told = live.events.filter(({ changes }) => changes.itemId === copy.id);
    expect(told).toEqual([{ changes: { itemId: copy.id, kind: 'REMOVED', item: null } }]);
    await live.stop();
    // Whoever sees all of it sees it as it was, and for whom it was meant.
    const seen = await frozenMap(leadSouth, copy.id);
    expect(seen).toMatchObject({
      ...{ content: copy.content, contentHash: copy.contentHash },
      audience: { kind: 'ORGANISATIONS' },
      ownAudience: { kind: 'PARTNERSHIP' },
    });
    await restrict(action, null);
    expect(await frozenMap(editorNorth, copy.id)).toMatchObject({
      content: copy.content,
      audience: { kind: 'PARTNERSHIP' },
    });
  });

  it('is withheld too for what it only counts', async () => {
    const counted = await world.app.build.action(workstream, { ownerId: world.south });
    const bars = await freeze(world.leadNorth, { within: world.planId });
    expect(bars.content?.nodes.find(({ id }) => id === workstream)?.summary?.total).toBe(2);
    await restrict(counted, { kind: 'ORGANISATIONS', organisationIds: [world.south] });
    expect(await frozenMap(world.editorNorth, bars.id)).toBeNull();
    expect(await frozenMap(world.editorNorth, copy.id)).not.toBeNull();
  });

  it('keeps out whoever must be kept out when two of its items are narrowed at once', async () => {
    const other = await world.app.build.action(workstream, { ownerId: world.south });
    await reference(world.app, { fromId: action, toId: other });
    const both = await freeze(world.leadNorth, { within: world.planId, level: 'ACTION' });
    const [lead] = await world.app.build.sql<{ id: string }>(
      `select id from people where name = 'leadSouth'`,
    );
    await Promise.all([
      restrict(action, { kind: 'ORGANISATIONS', organisationIds: [world.south] }),
      restrict(other, { kind: 'PEOPLE', personIds: [people['member'], lead?.id] }),
    ]);
    expect(await frozenMap(world.leadNorth, both.id)).toBeNull();
    expect(await frozenMap(world.editorSouth, both.id)).toBeNull();
    expect(await frozenMap(member, both.id)).not.toBeNull();
  });

  it('is not opened again by what is gone altogether', async () => {
    await restrict(action, { kind: 'ORGANISATIONS', organisationIds: [world.south] });
    const { build } = world.app;
    await build.sql(`delete from cross_references where to_id = $1`, [action]);
    await build.sql(`delete from ownerships where item_id = $1`, [action]);
    await build.sql(`delete from actions where id = $1`, [action]);
    await restrict(
      workstream,
      { kind: 'ORGANISATIONS', organisationIds: [world.south] },
      'Workstream',
      administrator,
    ).catch(() => {});
    await restrict(
      world.id('A2'),
      { kind: 'ORGANISATIONS', organisationIds: [world.north, world.south] },
      'Action',
      world.leadNorth,
    );
    await restrict(world.id('A2'), null, 'Action', world.leadNorth);
    expect(await frozenMap(world.editorNorth, copy.id)).toBeNull();
    expect(await frozenMap(world.editorSouth, copy.id)).not.toBeNull();
  });

  it('is withdrawn by whoever may, and its address says by whom, when and why, and shows nothing more', async () => {
    const { app, leadNorth, leadSouth, planId } = world;
    await refusedWith(app, 'FORBIDDEN', () => tryToWithdraw(leadSouth, copy));
    const { errors } = await tryToWithdraw(leadNorth, copy, 'Superseded');
    expect(errors).toBeUndefined();
    const gone = await frozenMap(leadSouth, copy.id);
    expect(gone).toMatchObject({
      ...{ title: copy.title, content: null, document: null, contentHash: copy.contentHash },
      ...{ withdrawnBy: { name: 'leadNorth' }, withdrawnFor: { name: 'Northmoor Council' } },
      ...{ withdrawnBecause: 'Superseded', viewerCan: { withdraw: false } },
    });
    expect(Date.parse(gone?.withdrawnAt ?? '')).toBeGreaterThanOrEqual(Date.parse(copy.createdAt));
    expect(await listed(leadSouth, planId)).toContain(copy.id);
    const again = await refusedWith(app, 'RULE_BROKEN', () =>
      tryToWithdraw(leadNorth, { ...copy, version: copy.version + 1 }),
    );
    expect(again.errors?.[0]?.extensions['rule']).toBe('WITHDRAWN');
    expect(await frozenMap(world.stranger, copy.id)).toBeNull();
  });

  it('is withdrawn too by an officer of the plan’s board and an administrator', async () => {
    for (const who of [secretary, administrator]) {
      const one = await freeze(world.leadNorth, { within: world.planId });
      expect((await tryToWithdraw(who, one)).errors).toBeUndefined();
    }
  });
});
