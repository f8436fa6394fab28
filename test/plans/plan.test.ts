import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const CREATE = `mutation ($input: CreatePlanInput!) { createPlan(input: $input) { plan { id version title status yearOneStartsOn isRestricted audience { kind } partnership { id } board { id } } } }`;
const UPDATE = `mutation ($input: UpdatePlanInput!) { updatePlan(input: $input) { plan { id version title startsOn endsOn yearOneStartsOn } } }`;
const ADOPT = `mutation ($input: ItemVersionInput!) { adoptPlan(input: $input) { plan { id version status adoptedOn } } }`;
const CLOSE = `mutation ($input: ItemVersionInput!) { closePlan(input: $input) { plan { id version status } } }`;
const ARCHIVE = `mutation ($input: ItemVersionInput!) { archivePlan(input: $input) { plan { id archivedAt } } }`;
const RESTORE = `mutation ($input: ItemVersionInput!) { restorePlan(input: $input) { plan { id archivedAt } } }`;
const CAN = `query ($id: ID!) { plan(id: $id) { viewerCan { update create adopt archive restrict publish import } } }`;

interface Planned {
  plan: Record<string, unknown> & { id: string; version: number };
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

const period = { startsOn: '2026-04-01', endsOn: '2029-03-31' };
const newPlan = (more: object = {}) => ({
  input: {
    partnershipId: world.partnershipId,
    title: 'Winter plan',
    kind: 'DELIVERY_PLAN',
    ...period,
    ...more,
  },
});

describe('beginning a plan', () => {
  test('is for leads of partners and administrators; others are refused and nothing is made', async () => {
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.app.nobody.refused(CREATE, newPlan())).toBe('UNAUTHENTICATED');
      expect(await world.northEditor.refused(CREATE, newPlan())).toBe('FORBIDDEN');
      expect(await world.stranger.refused(CREATE, newPlan())).toBe('FORBIDDEN');
      expect(await world.northLead.refused(CREATE, newPlan({ partnershipId: randomUUID() }))).toBe(
        'NOT_FOUND',
      );
      expect(await world.northLead.refused(CREATE, newPlan({ endsOn: '2020-01-01' }))).toBe('INVALID_INPUT');
      expect(await world.northLead.refused(CREATE, newPlan({ boardId: randomUUID() }))).toBe('INVALID_INPUT');
      expect(await world.northLead.refused(CREATE, newPlan({ title: '' }))).toBe('INVALID_INPUT');
    });
    expect(unchanged).toBe(true);
  });

  test('makes a draft the whole partnership sees, once however often it is tried', async () => {
    const input = newPlan({ id: randomUUID(), boardId: world.boardId });
    const { createPlan } = await world.northLead.ok<{ createPlan: Planned }>(CREATE, input);
    expect(createPlan.plan).toMatchObject({
      status: 'DRAFT',
      yearOneStartsOn: '2026-04-01',
      isRestricted: false,
      audience: { kind: 'PARTNERSHIP' },
      partnership: { id: world.partnershipId },
      board: { id: world.boardId },
    });
    const again = await world.northLead.ok<{ createPlan: Planned }>(CREATE, input);
    expect(again.createPlan).toEqual(createPlan);
    const { plan } = await world.southEditor.ok<Planned>(`query ($id: ID!) { plan(id: $id) { id } }`, {
      id: createPlan.plan.id,
    });
    expect(plan).toEqual({ id: createPlan.plan.id });
    expect(
      await world.stranger.ok(`query ($id: ID!) { plan(id: $id) { id } }`, { id: createPlan.plan.id }),
    ).toEqual({ plan: null });
  });

  test('is done by an administrator of the partnership too', async () => {
    const { createPlan } = await world.admin.ok<{ createPlan: Planned }>(
      CREATE,
      newPlan({ title: 'By the administrator' }),
    );
    expect(createPlan.plan['title']).toBe('By the administrator');
  });
});

describe('changing a plan', () => {
  test('is for leads of organisations that lead a workstream, officers of the board and administrators', async () => {
    const id = await world.app.build.plan(world.partnershipId, { boardId: world.boardId });
    expect(await world.southLead.ok(CAN, { id })).toMatchObject({
      plan: { viewerCan: { update: true, create: true, adopt: false, archive: true, publish: false } },
    });
    await world.app.build.workstream(id, { leadOrganisationId: world.north });
    expect(await world.southLead.ok(CAN, { id })).toMatchObject({
      plan: { viewerCan: { update: false, create: false, archive: false, import: false } },
    });
    expect(await world.northLead.ok(CAN, { id })).toMatchObject({
      plan: { viewerCan: { update: true, create: true, adopt: false, archive: false } },
    });
    for (const officer of [world.chair, world.admin])
      expect(await officer.ok(CAN, { id })).toMatchObject({
        plan: {
          viewerCan: {
            update: true,
            create: true,
            adopt: true,
            archive: true,
            restrict: true,
            publish: true,
          },
        },
      });

    const input = { id, expectedVersion: 1, title: 'Another title' };
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.stranger.refused(UPDATE, { input })).toBe('NOT_FOUND');
      expect(await world.southLead.refused(UPDATE, { input })).toBe('FORBIDDEN');
      expect(await world.northEditor.refused(UPDATE, { input })).toBe('FORBIDDEN');
      expect(await world.northLead.refused(UPDATE, { input: { ...input, title: null } })).toBe(
        'INVALID_INPUT',
      );
      expect(await world.northLead.refused(UPDATE, { input: { ...input, endsOn: '2000-01-01' } })).toBe(
        'INVALID_INPUT',
      );
      expect(await world.northLead.refused(UPDATE, { input: { ...input, expectedVersion: 9 } })).toBe(
        'INVALID_INPUT',
      );
    });
    expect(unchanged).toBe(true);
    const { updatePlan } = await world.northLead.ok<{ updatePlan: Planned }>(UPDATE, { input });
    expect(updatePlan.plan).toMatchObject({ title: 'Another title', version: 2 });
  });

  test('keeps changes of different fields and refuses the second of the same field', async () => {
    const id = await world.app.build.plan(world.partnershipId, { boardId: world.boardId });
    await world.chair.ok(UPDATE, { input: { id, expectedVersion: 1, title: 'Theirs' } });
    const { updatePlan } = await world.admin.ok<{ updatePlan: Planned }>(UPDATE, {
      input: { id, expectedVersion: 1, endsOn: '2022-03-31' },
    });
    expect(updatePlan.plan).toMatchObject({ title: 'Theirs', endsOn: '2022-03-31', version: 3 });
    const { errors } = await world.admin.query(UPDATE, { input: { id, expectedVersion: 1, title: 'Mine' } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      conflicts: [{ field: 'title', theirs: 'Theirs', yours: 'Mine', changedBy: 'chair' }],
    });
  });

  test('reads deadlines anew that are counted in the plan’s own years, and no others', async () => {
    const { build } = world.app;
    const id = await build.plan(world.partnershipId, {
      boardId: world.boardId,
      startsOn: '2018-04-01',
      endsOn: '2028-03-31',
      yearOneStartsOn: '2018-04-01',
    });
    const workstreamId = await build.workstream(id);
    const yearly = await build.action(workstreamId, {
      timingAsWritten: 'Y2',
      timingStart: '2019-04-01',
      timingEnd: '2020-03-31',
      timingPrecision: 'FINANCIAL_YEAR',
    });
    const exact = await build.action(workstreamId, {
      timingAsWritten: 'Sep-18',
      timingStart: '2018-09-15',
      timingEnd: '2018-09-15',
      timingPrecision: 'DAY',
    });
    await world.chair.ok(UPDATE, { input: { id, expectedVersion: 1, yearOneStartsOn: '2020-04-01' } });
    expect(await build.row('actions', yearly)).toMatchObject({ timing_as_written: 'Y2', version: 2 });
    const [moved] = await build.sql(`select timing_end::text as "end" from actions where id = $1`, [yearly]);
    expect(moved).toEqual({ end: '2022-03-31' });
    expect(await build.row('actions', exact)).toMatchObject({ version: 1 });
  });
});

describe('adopting and closing', () => {
  test('is decided by the board’s officers, once, in that order', async () => {
    const id = await world.app.build.plan(world.partnershipId, { boardId: world.boardId });
    const input = { id, expectedVersion: 1 };
    const unchanged = await changesNothing(world.app, async () => {
      expect(await world.stranger.refused(ADOPT, { input })).toBe('NOT_FOUND');
      expect(await world.northLead.refused(ADOPT, { input })).toBe('FORBIDDEN');
      expect(await brokenRule(world.chair, CLOSE, { input })).toBe('ONLY_ADOPTED_PLANS_ARE_CLOSED');
    });
    expect(unchanged).toBe(true);
    const { adoptPlan } = await world.chair.ok<{ adoptPlan: Planned }>(ADOPT, { input });
    expect(adoptPlan.plan).toMatchObject({ status: 'ADOPTED', version: 2 });
    expect(adoptPlan.plan['adoptedOn']).toMatch(/^\d{4}-\d\d-\d\d$/);
    const again = await changesNothing(world.app, async () => {
      expect(await brokenRule(world.chair, ADOPT, { input: { id, expectedVersion: 2 } })).toBe(
        'ONLY_DRAFTS_ARE_ADOPTED',
      );
      expect(await world.northLead.refused(CLOSE, { input: { id, expectedVersion: 2 } })).toBe('FORBIDDEN');
    });
    expect(again).toBe(true);
    expect(await world.admin.ok(CLOSE, { input: { id, expectedVersion: 2 } })).toMatchObject({
      closePlan: { plan: { status: 'CLOSED' } },
    });
  });

  test('leaves a closed plan’s content as it is, on every level', async () => {
    const { build } = world.app;
    const id = await build.plan(world.partnershipId, { boardId: world.boardId, status: 'CLOSED' });
    const workstreamId = await build.workstream(id, { leadOrganisationId: world.north });
    const actionId = await build.action(workstreamId, { ownerId: world.north });
    const priorityId = await build.inPartnership('priorities', world.partnershipId, {
      planId: id,
      number: '1',
      title: 'One',
    });
    const tries: [string, object][] = [
      ['updatePlan(input: $input) { plan { id } }', { id, expectedVersion: 1, title: 'New' }],
      ['createPriority(input: $input) { priority { id } }', { planId: id, number: '2', title: 'Two' }],
      [
        'updatePriority(input: $input) { priority { id } }',
        { id: priorityId, expectedVersion: 1, title: 'New' },
      ],
      ['createWorkstream(input: $input) { workstream { id } }', { planId: id, title: 'New' }],
      [
        'updateWorkstream(input: $input) { workstream { id } }',
        { id: workstreamId, expectedVersion: 1, title: 'New' },
      ],
      ['createAction(input: $input) { action { id } }', { workstreamId, title: 'New' }],
      ['updateAction(input: $input) { action { id } }', { id: actionId, expectedVersion: 1, title: 'New' }],
      ['rateAction(input: $input) { action { id } }', { id: actionId, expectedVersion: 1, status: 'RED' }],
      ['archiveAction(input: $input) { action { id } }', { id: actionId, expectedVersion: 1 }],
      [
        'reportUpdate(input: $input) { update { id } }',
        { actionId, organisationId: world.north, period: '2020-01-05', narrative: 'Done', status: 'GREEN' },
      ],
    ];
    const inputs: Record<string, string> = { archiveAction: 'ItemVersionInput' };
    const unchanged = await changesNothing(world.app, async () => {
      for (const [field, input] of tries) {
        const verb = field.split('(')[0] ?? '';
        const type = inputs[verb] ?? `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
        expect([
          verb,
          await brokenRule(world.northLead, `mutation ($input: ${type}!) { ${field} }`, { input }),
        ]).toEqual([verb, 'PLAN_CLOSED']);
      }
    });
    expect(unchanged).toBe(true);
  });
});

test('a plan is put away by the board’s officers and can be brought back', async () => {
  const id = await world.app.build.plan(world.partnershipId, { boardId: world.boardId });
  await world.app.build.workstream(id, { leadOrganisationId: world.north });
  const input = { id, expectedVersion: 1 };
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.stranger.refused(ARCHIVE, { input })).toBe('NOT_FOUND');
    expect(await world.northLead.refused(ARCHIVE, { input })).toBe('FORBIDDEN');
  });
  expect(unchanged).toBe(true);
  const away = await world.chair.ok<{ archivePlan: Planned }>(ARCHIVE, { input });
  expect(away.archivePlan.plan['archivedAt']).not.toBeNull();
  const back = await world.chair.ok<{ restorePlan: Planned }>(RESTORE, { input: { id, expectedVersion: 2 } });
  expect(back.restorePlan.plan['archivedAt']).toBeNull();
});
