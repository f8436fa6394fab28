import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const restrict = (type: string) => {
  const field = type.toLowerCase();
  return `mutation ($input: RestrictInput!) { restrict${type}(input: $input) { ${field} { id version isRestricted audience { kind memberIds label } ownAudience { kind memberIds } } } }`;
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

/** A plan of Northmoor’s in which everything that can hang under an action hangs under one; Southmere’s action refers to it. */
interface Tree {
  planId: string;
  workstreamId: string;
  otherWorkstreamId: string;
  actionId: string;
  childId: string;
  southActionId: string;
  riskId: string;
  /** Everything under the workstream: table and id. */
  under: [string, string][];
}

let tree: Tree;
beforeEach(async () => {
  const { build } = world.app;
  const { partnershipId, north, south } = world;
  const planId = await build.plan(partnershipId, { boardId: world.boardId });
  const workstreamId = await build.workstream(planId, { leadOrganisationId: north });
  const otherWorkstreamId = await build.workstream(planId, { leadOrganisationId: south });
  const actionId = await build.action(workstreamId, { ownerId: north, status: 'RED' });
  const childId = await build.action(workstreamId, { parentId: actionId, ownerId: north, status: 'RED' });
  const grandchildId = await build.action(workstreamId, { parentId: childId, status: 'GREEN' });
  const southActionId = await build.action(otherWorkstreamId, { ownerId: south, status: 'GREEN' });
  const personId = world.personIds['northlead'];
  const at = { planId, itemType: 'Action', itemId: childId };
  const ownershipId = await build.inPartnership('ownerships', partnershipId, {
    ...at,
    role: 'JOINT',
    personId,
  });
  const commentId = await build.inPartnership('comments', partnershipId, {
    ...at,
    authorId: personId,
    text: 'Mind this',
  });
  const updateId = await build.inPartnership('updates', partnershipId, {
    planId,
    actionId: childId,
    organisationId: north,
    period: '2026-01-01',
    narrative: 'Slow',
    status: 'AMBER',
  });
  const riskId = await build.inPartnership('risks', partnershipId, {
    planId,
    workstreamId,
    event: 'It slips',
  });
  const mitigationId = await build.inPartnership('mitigations', partnershipId, {
    planId,
    riskId,
    description: 'Hurry',
  });
  const riskCommentId = await build.inPartnership('comments', partnershipId, {
    planId,
    itemType: 'Risk',
    itemId: riskId,
    authorId: personId,
    text: 'Quite',
  });
  const referenceId = await build.inPartnership('cross_references', partnershipId, {
    planId,
    toPlanId: planId,
    fromType: 'Action',
    fromId: southActionId,
    toType: 'Action',
    toId: childId,
    kind: 'DEPENDS_ON',
  });
  tree = {
    planId,
    workstreamId,
    otherWorkstreamId,
    actionId,
    childId,
    southActionId,
    riskId,
    under: [
      ['actions', actionId],
      ['actions', childId],
      ['actions', grandchildId],
      ['ownerships', ownershipId],
      ['comments', commentId],
      ['updates', updateId],
      ['risks', riskId],
      ['mitigations', mitigationId],
      ['comments', riskCommentId],
      ['cross_references', referenceId],
    ],
  };
});

const audienceOf = async (table: string, id: string) => (await world.app.build.row(table, id))['audience_id'];
const audiencesUnder = async () =>
  new Set(await Promise.all(tree.under.map(([table, id]) => audienceOf(table, id))));
const only = (...organisationIds: string[]) => ({ kind: 'ORGANISATIONS', organisationIds });
const version = async (table: string, id: string) => (await world.app.build.row(table, id))['version'];

const SEEN = `query ($plan: ID!, $workstream: ID!, $action: ID!, $child: ID!, $south: ID!, $risk: ID!) {
  plan(id: $plan) { workstreams { id } risks { id } crossReferences { id } summary { total red overall } }
  workstream(id: $workstream) { id summary { total } actions { id } }
  action(id: $action) { id }
  child: action(id: $child) { id }
  south: action(id: $south) { crossReferences { id } crossReferenceCounts { outgoing incoming strained unanswered } }
  actions(within: $plan, first: 50) { totalCount nodes { id } }
}`.replace(', $risk: ID!', '');

interface Seen {
  plan: {
    workstreams: unknown[];
    risks: unknown[];
    crossReferences: unknown[];
    summary: { total: number; red: number; overall: string };
  };
  workstream: { summary: { total: number }; actions: unknown[] } | null;
  action: unknown;
  child: unknown;
  south: { crossReferences: unknown[]; crossReferenceCounts: { outgoing: number } };
  actions: { totalCount: number; nodes: unknown[] };
}

const see = (who: Person) =>
  who.ok<Seen>(SEEN, {
    plan: tree.planId,
    workstream: tree.workstreamId,
    action: tree.actionId,
    child: tree.childId,
    south: tree.southActionId,
  });

describe('narrowing a workstream', () => {
  test('hides it and all that hangs under it by id, list, count, roll-up and from the other end', async () => {
    const before = await see(world.southEditor);
    expect(before.actions.totalCount).toBe(4);
    expect(before.plan.summary).toEqual({ total: 2, red: 0, overall: 'GREEN' });
    expect(before.south.crossReferenceCounts.outgoing).toBe(1);

    const input = { id: tree.workstreamId, expectedVersion: 1, audience: only(world.north) };
    const { restrictWorkstream } = await world.northLead.ok<{
      restrictWorkstream: { workstream: Record<string, unknown> };
    }>(restrict('Workstream'), { input });
    expect(restrictWorkstream.workstream).toMatchObject({
      isRestricted: true,
      version: 2,
      audience: { kind: 'ORGANISATIONS', memberIds: [world.north], label: 'Only Northmoor Council' },
    });

    const after = await see(world.southEditor);
    expect(after).toEqual({
      plan: {
        workstreams: [{ id: tree.otherWorkstreamId }],
        risks: [],
        crossReferences: [],
        summary: { total: 1, red: 0, overall: 'GREEN' },
      },
      workstream: null,
      action: null,
      child: null,
      south: {
        crossReferences: [],
        crossReferenceCounts: { outgoing: 0, incoming: 0, strained: 0, unanswered: 0 },
      },
      actions: { totalCount: 1, nodes: [{ id: tree.southActionId }] },
    });
    expect(await audiencesUnder()).toEqual(new Set([await audienceOf('workstreams', tree.workstreamId)]));
    const own = await see(world.northEditor);
    expect(own.actions.totalCount).toBe(4);
    expect(own.south.crossReferences).toHaveLength(1);
  });

  test('tells each row that moved by one change, and touches no other', async () => {
    const { build } = world.app;
    const before = await build.logLength();
    await world.northLead.ok(restrict('Workstream'), {
      input: { id: tree.workstreamId, expectedVersion: 1, audience: only(world.north) },
    });
    // Two organisations own actions under it as well as what is listed.
    const owners = await build.sql(`select id from ownerships where item_id = any($1)`, [
      tree.under.map(([, id]) => id),
    ]);
    expect(owners).toHaveLength(3);
    expect((await build.logLength()) - before).toBe(1 + tree.under.length + 2);
    expect(await version('workstreams', tree.otherWorkstreamId)).toBe(1);
    expect(await version('actions', tree.southActionId)).toBe(1);
  });

  test('brings everything back when it is lifted, and what is narrower still stays narrower', async () => {
    await world.northLead.ok(restrict('Action'), {
      input: { id: tree.childId, expectedVersion: 1, audience: only(world.north) },
    });
    await world.northLead.ok(restrict('Workstream'), {
      input: { id: tree.workstreamId, expectedVersion: 1, audience: only(world.north) },
    });
    await world.northLead.ok(restrict('Workstream'), {
      input: { id: tree.workstreamId, expectedVersion: 2, audience: null },
    });
    const south = await see(world.southEditor);
    expect(south.workstream?.actions).toEqual([{ id: tree.actionId }]);
    expect(south.child).toBeNull();
    expect(south.plan.summary).toEqual({ total: 2, red: 1, overall: 'RED' });
    await world.northLead.ok(restrict('Action'), {
      input: { id: tree.childId, expectedVersion: 2, audience: null },
    });
    expect((await see(world.southEditor)).actions.totalCount).toBe(4);
    expect(await audiencesUnder()).toEqual(new Set([await audienceOf('plans', tree.planId)]));
  });
});

describe('narrowing within what is narrowed', () => {
  test('lets in only those who are in both circles', async () => {
    await world.northLead.ok(restrict('Workstream'), {
      input: { id: tree.workstreamId, expectedVersion: 1, audience: only(world.north, world.south) },
    });
    const people = { kind: 'PEOPLE', personIds: [world.personIds['northlead'], world.personIds['admin']] };
    const { restrictAction } = await world.northLead.ok<{
      restrictAction: { action: Record<string, unknown> };
    }>(restrict('Action'), {
      input: { id: tree.actionId, expectedVersion: 2, audience: people },
    });
    // What is in force is both; what it was given by itself stays to be read, and to be changed.
    expect(restrictAction.action).toMatchObject({
      audience: { kind: 'ALL_OF' },
      ownAudience: { kind: 'PEOPLE', memberIds: [...people.personIds].sort() },
    });
    expect((await see(world.northLead)).child).not.toBeNull();
    // Named, but outside the circle above.
    expect((await see(world.admin)).child).toBeNull();
    expect((await see(world.northEditor)).child).toBeNull();
  });

  test('moves children that the one who narrows cannot see', async () => {
    await world.app.build.sql(`update actions set own_audience_id = $2, audience_id = $2 where id = $1`, [
      tree.childId,
      await world.app.build.audience(world.partnershipId, 'ORGANISATIONS', [world.south]),
    ]);
    expect((await see(world.northLead)).child).toBeNull();
    await world.northLead.ok(restrict('Action'), {
      input: { id: tree.actionId, expectedVersion: 1, audience: only(world.north) },
    });
    expect((await see(world.southLead)).child).toBeNull();
    const [audience] = await world.app.build.sql(
      `select kind, cardinality(members) as n from audiences where id = $1`,
      [await audienceOf('actions', tree.childId)],
    );
    expect(audience).toEqual({ kind: 'ALL_OF', n: 2 });
    await world.northLead.ok(restrict('Action'), {
      input: { id: tree.actionId, expectedVersion: 2, audience: null },
    });
    expect((await see(world.southLead)).child).not.toBeNull();
    expect((await see(world.northLead)).child).toBeNull();
  });

  test('follows an action that is moved under a narrowed one', async () => {
    await world.northLead.ok(restrict('Action'), {
      input: { id: tree.actionId, expectedVersion: 1, audience: only(world.north) },
    });
    const looseId = await world.app.build.action(tree.workstreamId, { ownerId: world.north });
    const move = `mutation ($input: MoveActionInput!) { moveAction(input: $input) { action { id version parentId audience { kind } } } }`;
    const { moveAction } = await world.northLead.ok<{ moveAction: unknown }>(move, {
      input: { id: looseId, expectedVersion: 1, parentId: tree.actionId },
    });
    expect(moveAction).toMatchObject({
      action: { parentId: tree.actionId, version: 3, audience: { kind: 'ORGANISATIONS' } },
    });
    expect(
      await world.southEditor.ok(`query ($id: ID!) { action(id: $id) { id } }`, { id: looseId }),
    ).toEqual({ action: null });
  });
});

describe('narrowing a plan, a risk', () => {
  test('moves all that is in the plan', async () => {
    const { build } = world.app;
    const plan = await build.row('plans', tree.planId);
    const priorityId = await build.inPartnership('priorities', world.partnershipId, {
      planId: tree.planId,
      number: '1',
      title: 'One',
    });
    const waitedForId = await build.inPartnership('external_dependencies', world.partnershipId, {
      planId: tree.planId,
      title: 'Guidance',
      controlledBy: 'NHS England',
    });
    const importId = await build.inPartnership('imports', world.partnershipId, {
      planId: tree.planId,
      fileName: 'a.xlsx',
      status: 'APPLIED',
      summary: '{}',
    });
    await build.sql(`insert into import_contents (import_id, audience_id, content) values ($1, $2, '{}')`, [
      importId,
      plan['audience_id'],
    ]);
    const board = { kind: 'ORGANISATIONS', organisationIds: [world.north, world.south] };
    await world.chair.ok(restrict('Plan'), {
      input: { id: tree.planId, expectedVersion: 1, audience: board },
    });
    const audience = await audienceOf('plans', tree.planId);
    const all: [string, string][] = [
      ...tree.under,
      ['workstreams', tree.otherWorkstreamId],
      ['priorities', priorityId],
      ['external_dependencies', waitedForId],
      ['imports', importId],
    ];
    for (const [table, id] of all) expect([table, await audienceOf(table, id)]).toEqual([table, audience]);
    expect(
      await build.sql(`select audience_id from import_contents where import_id = $1`, [importId]),
    ).toEqual([{ audience_id: audience }]);
    expect(await world.admin.ok(`query ($id: ID!) { plan(id: $id) { id } }`, { id: tree.planId })).toEqual({
      plan: null,
    });
  });

  test('opens a plan to the public, without who is who and what was remarked', async () => {
    const everyone = { kind: 'EVERYONE' };
    const input = { id: tree.planId, expectedVersion: 1, audience: everyone };
    expect(await world.northLead.refused(restrict('Plan'), { input })).toBe('FORBIDDEN');
    const { restrictPlan } = await world.admin.ok<{ restrictPlan: unknown }>(restrict('Plan'), { input });
    expect(restrictPlan).toMatchObject({ plan: { isRestricted: false, audience: { kind: 'EVERYONE' } } });
    const document = `query ($id: ID!) { action(id: $id) { title leads { person { id } role } comments { text } updates { narrative } } }`;
    expect(await world.app.nobody.ok(document, { id: tree.childId })).toMatchObject({
      action: { leads: [{ role: 'ACCOUNTABLE' }], comments: [], updates: [{ narrative: 'Slow' }] },
    });
    await world.admin.ok(restrict('Plan'), {
      input: { id: tree.planId, expectedVersion: 2, audience: { kind: 'PARTNERSHIP' } },
    });
    expect(await world.app.nobody.ok(document, { id: tree.childId })).toEqual({ action: null });
    expect((await see(world.southEditor)).actions.totalCount).toBe(4);
  });

  test('takes a risk’s mitigations and remarks along', async () => {
    await world.northLead.ok(restrict('Risk'), {
      input: { id: tree.riskId, expectedVersion: 1, audience: only(world.north) },
    });
    const audience = await audienceOf('risks', tree.riskId);
    for (const [table, id] of tree.under.slice(7, 9)) expect(await audienceOf(table, id)).toBe(audience);
    expect((await see(world.southEditor)).plan.risks).toEqual([]);
    expect((await see(world.southEditor)).actions.totalCount).toBe(4);
  });
});

test('what may not be restricted so is refused, and nothing moves', async () => {
  const id = tree.actionId;
  const ask = (audience: object | null, expectedVersion = 1) => ({
    input: { id, expectedVersion, audience },
  });
  const action = restrict('Action');
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.app.nobody.refused(action, ask(only(world.north)))).toBe('UNAUTHENTICATED');
    expect(await world.stranger.refused(action, ask(only(world.north)))).toBe('NOT_FOUND');
    expect(await world.southLead.refused(action, ask(only(world.south)))).toBe('FORBIDDEN');
    expect(await world.northEditor.refused(action, ask(only(world.north)))).toBe('FORBIDDEN');
    expect(await brokenRule(world.northLead, action, ask(only(world.south)))).toBe('ACCOUNTABLE_MUST_SEE');
    expect(
      await brokenRule(
        world.northLead,
        action,
        ask({ kind: 'PEOPLE', personIds: [world.personIds['northeditor']] }),
      ),
    ).toBe('WOULD_LOCK_YOU_OUT');
    expect(await brokenRule(world.northLead, action, ask({ kind: 'EVERYONE' }))).toBe(
      'ONLY_PLANS_ARE_OPENED',
    );
    expect(await brokenRule(world.northLead, action, ask({ kind: 'PARTNERSHIP' }))).toBe(
      'ONLY_PLANS_ARE_OPENED',
    );
    for (const wrong of [
      only(),
      { kind: 'ALL_OF' },
      only(randomUUID()),
      { ...only(world.north), boardId: world.boardId },
      { kind: 'BOARD', boardId: world.north },
    ])
      expect(await world.northLead.refused(action, ask(wrong))).toBe('INVALID_INPUT');
    expect(await world.northLead.refused(action, ask(only(world.north), 7))).toBe('INVALID_INPUT');
  });
  expect(unchanged).toBe(true);
});

test('two who narrow one item at once: the second is told', async () => {
  const input = { id: tree.workstreamId, expectedVersion: 1, audience: only(world.north) };
  await world.northLead.ok(restrict('Workstream'), { input });
  const both = { ...input, audience: only(world.north, world.south) };
  expect(await world.northLead.refused(restrict('Workstream'), { input: both })).toBe('CONFLICT');
  expect((await see(world.southEditor)).workstream).toBeNull();
});
