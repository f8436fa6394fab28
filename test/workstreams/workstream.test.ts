import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changesNothing, startWorld, type World } from '../support/world.js';

const FIELDS =
  'workstream { id version number title governanceArrangements archivedAt leadOrganisation { id } sponsors { role person { id } } priorities { id } viewerCan { update create assign move archive restrict signOff } }';
const verb = (name: string, type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`;
const CREATE = verb('createWorkstream');
const UPDATE = verb('updateWorkstream');
const ASSIGN = verb('assignWorkstream');
const MOVE = verb('moveWorkstream');
const ARCHIVE = verb('archiveWorkstream', 'ItemVersionInput');
const RESTORE = verb('restoreWorkstream', 'ItemVersionInput');

let world: World;
let planId: string;
let id: string;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  planId = await world.app.build.plan(world.partnershipId, { boardId: world.boardId });
  id = await world.app.build.workstream(planId, { leadOrganisationId: world.north });
});
afterAll(() => world.app.close());

const sponsor = (name: string) => ({ role: 'SPONSOR', personId: world.personIds[name] });

test('a workstream is added by those who plan, once however often it is tried', async () => {
  const input = {
    planId,
    title: 'Falls',
    number: '7',
    leadOrganisationId: world.south,
    sponsors: [sponsor('southeditor')],
  };
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.app.nobody.refused(CREATE, { input })).toBe('UNAUTHENTICATED');
    expect(await world.stranger.refused(CREATE, { input })).toBe('NOT_FOUND');
    expect(await world.southLead.refused(CREATE, { input })).toBe('FORBIDDEN');
    expect(await world.northEditor.refused(CREATE, { input })).toBe('FORBIDDEN');
    expect(
      await world.northLead.refused(CREATE, { input: { ...input, leadOrganisationId: randomUUID() } }),
    ).toBe('INVALID_INPUT');
    expect(await world.northLead.refused(CREATE, { input: { ...input, priorityIds: [randomUUID()] } })).toBe(
      'INVALID_INPUT',
    );
    expect(
      await world.northLead.refused(CREATE, {
        input: { ...input, sponsors: [{ ...sponsor('southlead'), role: 'JOINT' }] },
      }),
    ).toBe('INVALID_INPUT');
    expect(
      await world.northLead.refused(CREATE, {
        input: { ...input, sponsors: [{ role: 'SPONSOR', personId: world.north }] },
      }),
    ).toBe('INVALID_INPUT');
  });
  expect(unchanged).toBe(true);
  const once = { ...input, id: randomUUID() };
  const made = await world.northLead.ok(CREATE, { input: once });
  expect(made).toMatchObject({
    createWorkstream: {
      workstream: {
        number: '7',
        leadOrganisation: { id: world.south },
        sponsors: [{ person: { id: world.personIds['southeditor'] } }],
      },
    },
  });
  expect(await world.northLead.ok(CREATE, { input: once })).toEqual(made);
  const { plan } = await world.northLead.ok<{ plan: { workstreams: { id: string }[] } }>(
    `query ($id: ID!) { plan(id: $id) { workstreams { id } } }`,
    { id: planId },
  );
  expect(plan.workstreams).toEqual([{ id }, { id: once.id }]);
});

test('a workstream is changed by its sponsors and its lead organisation', async () => {
  await world.app.build.owner('Workstream', id, sponsor('southeditor'));
  const input = { id, expectedVersion: 1, governanceArrangements: 'Monthly' };
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.stranger.refused(UPDATE, { input })).toBe('NOT_FOUND');
    expect(await world.southLead.refused(UPDATE, { input })).toBe('FORBIDDEN');
    expect(await world.northViewer.refused(UPDATE, { input })).toBe('FORBIDDEN');
    expect(await world.northEditor.refused(UPDATE, { input: { ...input, title: null } })).toBe(
      'INVALID_INPUT',
    );
  });
  expect(unchanged).toBe(true);
  expect(await world.southEditor.ok(UPDATE, { input })).toMatchObject({
    updateWorkstream: {
      workstream: {
        governanceArrangements: 'Monthly',
        version: 2,
        viewerCan: { update: true, signOff: true, create: false },
      },
    },
  });
  expect(
    await world.northEditor.ok(UPDATE, { input: { id, expectedVersion: 1, title: 'Falls' } }),
  ).toMatchObject({
    updateWorkstream: {
      workstream: {
        governanceArrangements: 'Monthly',
        title: 'Falls',
        version: 3,
        viewerCan: { update: true, assign: false, signOff: false },
      },
    },
  });
  expect(
    await world.northEditor.refused(UPDATE, { input: { ...input, governanceArrangements: 'Weekly' } }),
  ).toBe('CONFLICT');
});

test('an editor may not say who sponsors, since whoever sponsors signs off; a new sponsor may at once', async () => {
  const actionId = await world.app.build.action(id, { ownerId: world.north });
  const signOff = `mutation ($input: ItemVersionInput!) { signOffAction(input: $input) { action { status } } }`;
  const signing = { input: { id: actionId, expectedVersion: 1 } };
  expect(
    await world.northEditor.refused(ASSIGN, {
      input: { id, expectedVersion: 1, sponsors: [sponsor('northeditor')] },
    }),
  ).toBe('FORBIDDEN');
  expect(await world.southEditor.refused(signOff, signing)).toBe('FORBIDDEN');
  expect(
    await world.northLead.ok(ASSIGN, {
      input: { id, expectedVersion: 1, sponsors: [sponsor('southeditor')] },
    }),
  ).toMatchObject({
    assignWorkstream: {
      workstream: { version: 2, leadOrganisation: { id: world.north }, sponsors: [{ role: 'SPONSOR' }] },
    },
  });
  expect(await world.southEditor.ok(signOff, signing)).toEqual({
    signOffAction: { action: { status: 'BLUE' } },
  });
  expect(await world.chair.refused(ASSIGN, { input: { id, expectedVersion: 1, sponsors: [] } })).toBe(
    'CONFLICT',
  );
  expect(
    await world.chair.ok(ASSIGN, { input: { id, expectedVersion: 2, leadOrganisationId: world.south } }),
  ).toMatchObject({
    assignWorkstream: {
      workstream: { version: 3, leadOrganisation: { id: world.south }, sponsors: [{ role: 'SPONSOR' }] },
    },
  });
});

test('a workstream nobody leads can be given a lead by those who plan', async () => {
  const loose = await world.app.build.workstream(planId);
  expect(
    await world.southLead.refused(ASSIGN, {
      input: { id: loose, expectedVersion: 1, leadOrganisationId: world.south },
    }),
  ).toBe('FORBIDDEN');
  expect(
    await world.northLead.ok(ASSIGN, {
      input: { id: loose, expectedVersion: 1, leadOrganisationId: world.south },
    }),
  ).toMatchObject({
    assignWorkstream: {
      workstream: { leadOrganisation: { id: world.south }, viewerCan: { update: false, assign: false } },
    },
  });
});

test('the workstreams of a plan are put in another order', async () => {
  const second = await world.app.build.workstream(planId);
  const third = await world.app.build.workstream(planId);
  const order = async () => {
    const { plan } = await world.northLead.ok<{ plan: { workstreams: { id: string; position: number }[] } }>(
      `query ($id: ID!) { plan(id: $id) { workstreams { id position } } }`,
      { id: planId },
    );
    const places = plan.workstreams.map((one) => one.position);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    return plan.workstreams.map((one) => one.id);
  };
  expect(await order()).toEqual([id, second, third]);
  expect(await world.southLead.refused(MOVE, { input: { id: third, expectedVersion: 1 } })).toBe('FORBIDDEN');
  expect(
    await world.northLead.refused(MOVE, { input: { id: third, expectedVersion: 1, afterId: randomUUID() } }),
  ).toBe('INVALID_INPUT');
  await world.northLead.ok(MOVE, { input: { id: third, expectedVersion: 1, afterId: id } });
  expect(await order()).toEqual([id, third, second]);
  await world.northLead.ok(MOVE, { input: { id: second, expectedVersion: 1 } });
  expect(await order()).toEqual([second, id, third]);
});

test('a workstream is put away by a lead of its lead organisation, and brought back', async () => {
  const input = { id, expectedVersion: 1 };
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.stranger.refused(ARCHIVE, { input })).toBe('NOT_FOUND');
    expect(await world.northEditor.refused(ARCHIVE, { input })).toBe('FORBIDDEN');
    expect(await world.southLead.refused(ARCHIVE, { input })).toBe('FORBIDDEN');
  });
  expect(unchanged).toBe(true);
  await world.northLead.ok(ARCHIVE, { input });
  expect(
    await world.northLead.ok(
      `query ($id: ID!) { plan(id: $id) { workstreams { id } } workstream(id: "${id}") { archivedAt } }`,
      { id: planId },
    ),
  ).toMatchObject({
    plan: { workstreams: [] },
    workstream: { archivedAt: expect.any(String) },
  });
  expect(await world.northLead.ok(RESTORE, { input: { id, expectedVersion: 2 } })).toMatchObject({
    restoreWorkstream: { workstream: { archivedAt: null } },
  });
});

test('the actions of every workstream come in the order of the tree', async () => {
  const { build } = world.app;
  const other = await build.workstream(planId);
  const a = await build.action(id);
  const b = await build.action(id);
  const a1 = await build.action(id, { parentId: a });
  const a11 = await build.action(id, { parentId: a1 });
  await build.action(id, { archivedAt: '2026-01-01T00:00:00Z' });
  const c = await build.action(other);
  const document = `query ($id: ID!) { plan(id: $id) { workstreams { actions { id title parentId } } } }`;
  const { plan } = await world.northViewer.ok<{ plan: { workstreams: { actions: { id: string }[] }[] } }>(
    document,
    { id: planId },
  );
  expect(plan.workstreams.map((one) => one.actions.map((action) => action.id))).toEqual([
    [a, a1, a11, b],
    [c],
  ]);
});
