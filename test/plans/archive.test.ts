import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ReferenceValues,
  reference,
  type TwoPartners,
  twoPartners,
} from '../cross-references/two-partners.js';
import type { Person } from '../support/app.js';

const verb = (name: string, field: string) =>
  `mutation ($id: ID!, $version: Int!) { ${name}(input: {id: $id, expectedVersion: $version}) { ${field} { archivedAt } } }`;
const TABLES = {
  plan: 'plans',
  workstream: 'workstreams',
  action: 'actions',
  risk: 'risks',
  mitigation: 'mitigations',
  priority: 'priorities',
  externalDependency: 'external_dependencies',
} as const;
type Kind = keyof typeof TABLES;
const CHANGES = `subscription ($within: ID!) { changes(within: $within) { kind itemId itemType item { __typename ... on CrossReference { strain { level reasons } } } } }`;
interface Told {
  changes: {
    kind: string;
    itemId: string;
    itemType: string;
    item: { strain?: { level: string; reasons: string[] } } | null;
  };
}

describe('putting away a branch', () => {
  let world: TwoPartners;
  const worlds: TwoPartners[] = [];
  let chair: Person;
  let a11: string;
  let a111: string;
  /** Below A1 and South’s alone. */
  let hidden: string;
  let alone: string;

  beforeEach(async () => {
    world = await twoPartners();
    worlds.push(world);
    const { app, partnershipId, boardId, south, workstream1, a1 } = world;
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [south]);
    a11 = await app.build.action(workstream1, { reference: 'A1.1', parentId: a1 });
    a111 = await app.build.action(workstream1, { reference: 'A1.1.1', parentId: a11 });
    hidden = await app.build.action(workstream1, {
      reference: 'A1.2',
      parentId: a1,
      audienceId,
      ownAudienceId: audienceId,
    });
    alone = await app.build.action(workstream1, { reference: 'A1.3', parentId: a1 });
    const personId = await app.build.person(partnershipId, {
      email: 'chair@example.org',
      organisationId: world.north,
      role: 'VIEWER',
    });
    await app.build.seat(partnershipId, boardId, personId, { capacity: 'CHAIR' });
    chair = await app.as('chair@example.org');
    world.leadNorth = await app.as('leadNorth@example.org');
    world.leadSouth = await app.as('leadSouth@example.org');
  });
  afterAll(async () => {
    for (const { app } of worlds) await app.close();
  });

  const row = (kind: Kind, id: string) => world.app.build.row(TABLES[kind], id);
  const ask = async (who: Person, does: 'archive' | 'restore', kind: Kind, id: string) =>
    who.query(verb(`${does}${kind[0]?.toUpperCase()}${kind.slice(1)}`, kind), {
      id,
      version: Number((await row(kind, id))['version']),
    });
  const done = async (...asked: Parameters<typeof ask>) =>
    expect((await ask(...asked)).errors).toBeUndefined();
  const isAway = async (kind: Kind, ...ids: string[]) => {
    const away: boolean[] = [];
    for (const id of ids) away.push((await row(kind, id))['archived_at'] !== null);
    return away;
  };
  const shownInTree = async (who: Person) =>
    (
      await who.ok<{ workstream: { actions: { id: string }[] } }>(
        `query ($id: ID!) { workstream(id: $id) { actions { id } } }`,
        { id: world.workstream1 },
      )
    ).workstream.actions.map(({ id }) => id);
  const rely = (values: Partial<ReferenceValues>) =>
    reference(world.app, { fromId: world.b1, toId: a111, ...values });

  it('takes along every action below, each with a change of its own, also where the actor does not see it', async () => {
    const { app, a1, leadNorth, leadSouth, planId } = world;
    const south = leadSouth.subscribe<Told>(CHANGES, { within: planId });
    const north = leadNorth.subscribe<Told>(CHANGES, { within: planId });
    await Promise.all([south.ready, north.ready]);
    await done(leadNorth, 'archive', 'action', a1);
    for (const id of [a1, a11, a111, alone, hidden])
      expect((await south.until(({ changes }) => changes.itemId === id)).changes.kind).toBe('ARCHIVED');
    await north.until(({ changes }) => changes.itemId === alone);
    expect(north.events.map(({ changes }) => changes.itemId)).not.toContain(hidden);
    expect(await shownInTree(leadSouth)).toEqual([]);
    const [commits] = await app.build.sql<{ n: number; items: number }>(
      `select count(distinct at) as n, count(*) as items from changes where kind = 'ARCHIVED'`,
    );
    expect(commits).toEqual({ n: 1, items: 5 });
    await Promise.all([south.stop(), north.stop()]);
  });

  it('brings back what went with it and only that', async () => {
    const { a1, leadNorth, workstream1 } = world;
    await done(leadNorth, 'archive', 'action', alone);
    await done(leadNorth, 'archive', 'action', a1);
    await done(leadNorth, 'restore', 'action', a1);
    expect(await isAway('action', a1, a11, a111, hidden, alone)).toEqual([false, false, false, false, true]);
    expect(await shownInTree(leadNorth)).toEqual([a1, a11, a111]);
    // Once more, with another level: what went with an action comes back with that action, not with the workstream.
    await done(leadNorth, 'archive', 'action', a11);
    await done(leadNorth, 'archive', 'workstream', workstream1);
    await done(leadNorth, 'restore', 'workstream', workstream1);
    expect(await isAway('action', a1, a11, a111, hidden, alone)).toEqual([false, true, true, false, true]);
    await done(leadNorth, 'restore', 'action', a11);
    expect(await isAway('action', a11, a111)).toEqual([false, false]);
  });

  it('breaks what depends on anything of the branch, mends it on return, and is silent between two that went together', async () => {
    const { app, a1, leadNorth, leadSouth, planId } = world;
    const broken = await rely({});
    const within = await rely({ fromId: a11, toId: a111 });
    const live = leadSouth.subscribe<Told>(CHANGES, { within: planId });
    await live.ready;
    await done(leadNorth, 'archive', 'action', a1);
    expect((await live.until(({ changes }) => changes.itemId === broken)).changes.item?.strain).toEqual({
      level: 'BROKEN',
      reasons: ['WS1 A1.1.1 was withdrawn.'],
    });
    await done(leadNorth, 'restore', 'action', a1);
    const strain = () =>
      app.build.sql<{ level: string }>(
        `select after -> 'strain' ->> 'level' as level from changes where item_id = $1 and kind = 'DERIVED' order by seq`,
        [broken],
      );
    expect(await strain()).toEqual([{ level: 'BROKEN' }, { level: 'NONE' }]);
    expect(
      await app.build.sql(`select 1 from changes where item_id = $1 and kind = 'DERIVED'`, [within]),
    ).toEqual([]);
    await live.stop();
  });

  it('refuses to bring a part back, or to add to it, while what it stands below is away', async () => {
    const { a1, app, leadNorth, workstream1, planId } = world;
    await done(leadNorth, 'archive', 'action', a1);
    const before = await app.build.logLength();
    const { errors } = await ask(leadNorth, 'restore', 'action', a11);
    expect(errors?.[0]).toMatchObject({
      message: 'WS1 A1 was put away: bring that back first.',
      extensions: { code: 'RULE_BROKEN', rule: 'PUT_AWAY' },
    });
    const create = `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } } }`;
    expect(
      await leadNorth.refused(create, { input: { workstreamId: workstream1, parentId: a1, title: 'More' } }),
    ).toBe('RULE_BROKEN');
    const other = await app.build.action(workstream1, { ownerId: world.north });
    const move = `mutation ($input: MoveActionInput!) { moveAction(input: $input) { action { id } } }`;
    expect(await leadNorth.refused(move, { input: { id: other, expectedVersion: 1, parentId: a1 } })).toBe(
      'RULE_BROKEN',
    );
    await done(leadNorth, 'archive', 'workstream', workstream1);
    expect(await leadNorth.refused(create, { input: { workstreamId: workstream1, title: 'More' } })).toBe(
      'RULE_BROKEN',
    );
    const risk = `mutation ($input: CreateRiskInput!) { createRisk(input: $input) { risk { id } } }`;
    expect(await leadNorth.refused(risk, { input: { planId, workstreamId: workstream1, event: 'It' } })).toBe(
      'RULE_BROKEN',
    );
    expect(
      await app.build.sql(`select kind from changes where seq > $1 and kind = 'RESTORED'`, [before]),
    ).toEqual([]);
  });

  it('puts a whole plan away with all that stands in it, and brings all of it back', async () => {
    const { app, planId, workstream1, workstream2, a1, b1, partnershipId, leadSouth } = world;
    const risk = await app.build.inPartnership('risks', partnershipId, {
      planId,
      workstreamId: workstream2,
      event: 'It may',
    });
    const mitigation = await app.build.inPartnership('mitigations', partnershipId, {
      planId,
      riskId: risk,
      description: 'It',
    });
    const priority = await app.build.inPartnership('priorities', partnershipId, {
      planId,
      number: '1',
      title: 'First',
    });
    const elsewhere = await app.build.action(
      await app.build.workstream(await app.build.plan(partnershipId)),
      {},
    );
    const broken = await rely({ fromId: elsewhere, toId: b1 });
    const all = async () => [
      ...(await isAway('plan', planId)),
      ...(await isAway('workstream', workstream1, workstream2)),
      ...(await isAway('action', a1, b1, hidden)),
      ...(await isAway('risk', risk)),
      ...(await isAway('mitigation', mitigation)),
      ...(await isAway('priority', priority)),
    ];
    await done(chair, 'archive', 'plan', planId);
    expect(new Set(await all())).toEqual(new Set([true]));
    expect(await isAway('action', elsewhere)).toEqual([false]);
    const list = `query ($within: ID!) { actions(within: $within, first: 50) { nodes { id } } crossReferences(within: $within, first: 50, filter: {strained: true}) { nodes { id strain { level } } } }`;
    expect(await leadSouth.ok(list, { within: partnershipId })).toEqual({
      actions: { nodes: [{ id: elsewhere }] },
      crossReferences: { nodes: [{ id: broken, strain: { level: 'BROKEN' } }] },
    });
    expect((await ask(chair, 'restore', 'workstream', workstream1)).errors?.[0]?.extensions['rule']).toBe(
      'PUT_AWAY',
    );
    await done(chair, 'restore', 'plan', planId);
    expect(new Set(await all())).toEqual(new Set([false]));
  });

  it('asks for the right to the item itself, and changes nothing where it is refused', async () => {
    const { app, a1, leadSouth, editorNorth, stranger } = world;
    const before = await app.build.logLength();
    for (const [who, code] of [
      [leadSouth, 'FORBIDDEN'],
      [editorNorth, 'FORBIDDEN'],
      [stranger, 'NOT_FOUND'],
      [app.nobody, 'UNAUTHENTICATED'],
    ] as const)
      expect((await ask(who, 'archive', 'action', a1)).errors?.[0]?.extensions.code).toBe(code);
    expect(await app.build.logLength()).toBe(before);
  });
});
