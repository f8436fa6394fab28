import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing } from '../support/world.js';
import {
  ARCHIVE,
  PLACE,
  type PlacementAnswer,
  place,
  plansIn,
  RESTORE,
  startTwoPlans,
  type TwoPlans,
  UPDATE,
  versionOf,
} from './placements.js';

let world: TwoPlans;
beforeAll(async () => {
  world = await startTwoPlans();
});
afterAll(() => world.app.close());
beforeEach(async () => {
  world = { ...world, ...(await plansIn(world)) };
});

const asked = (more: object = {}) => ({
  input: { actionId: world.action, workstreamId: world.otherWorkstreamId, reference: 'B7', ...more },
});

const BOARD = `query ($id: ID!, $asOf: DateTime) { plan(id: $id, asOf: $asOf) {
  summary { total green red } workstreams { summary { total green red }
    actions { id } placements { reference action { id status plan { id } workstream { number } } } } } }`;
interface Board {
  summary: { total: number; green: number; red: number };
  workstreams: {
    summary: { total: number };
    actions: { id: string }[];
    placements: { reference: string; action: { id: string; plan: { id: string } } }[];
  }[];
}
const board = async (id = world.otherPlanId, who: Person = world.southEditor, asOf?: string) =>
  (await who.ok<{ plan: Board }>(BOARD, { id, asOf })).plan;

const ACTION = `query ($id: ID!) { action(id: $id) { placements { id reference plan { id } workstream { id } } } }`;
const placesOf = async (who: Person = world.northViewer) =>
  (
    await who.ok<{ action: { placements: { id: string; reference: string }[] } | null }>(ACTION, {
      id: world.action,
    })
  ).action?.placements;

const restrict = async (type: 'Action' | 'Workstream', id: string, organisationIds: string[] | null) => {
  const who = type === 'Action' ? world.northLead : world.southLead;
  const table = type === 'Action' ? 'actions' : 'workstreams';
  await who.ok(`mutation ($input: RestrictInput!) { restrict${type}(input: $input) { __typename } }`, {
    input: {
      ...{ id, expectedVersion: await versionOf(world, table, id) },
      audience: organisationIds && { kind: 'ORGANISATIONS', organisationIds },
    },
  });
};

const away = async (verb: 'archive' | 'restore', type: string, table: string, id: string, who: Person) =>
  who.ok(`mutation ($input: ItemVersionInput!) { ${verb}${type}(input: $input) { __typename } }`, {
    input: { id, expectedVersion: await versionOf(world, table, id) },
  });

describe('an action that stands in another plan', () => {
  it('is one action under each plan’s own reference, in the order of that plan’s workstream', async () => {
    const { build } = world.app;
    const [first, last] = [
      await build.action(world.otherWorkstreamId, { position: 1_000 }),
      await build.action(world.otherWorkstreamId, { position: 2_000 }),
    ];
    const placed = await place(world, { afterId: first });
    expect(placed.position).toBeGreaterThan(1_000);
    expect(placed.position).toBeLessThan(2_000);
    const [workstream] = (await board()).workstreams;
    expect(workstream?.actions.map(({ id }) => id)).toEqual([first, last]);
    expect(workstream?.placements).toEqual([
      {
        reference: 'B7',
        action: {
          ...{ id: world.action, status: 'GREEN', plan: { id: world.homePlanId } },
          workstream: { number: '1' },
        },
      },
    ]);
    expect(await placesOf()).toEqual([
      {
        ...{ id: placed.id, reference: 'B7' },
        ...{ plan: { id: world.otherPlanId }, workstream: { id: world.otherWorkstreamId } },
      },
    ]);
  });

  it('is counted in both plans, once each, and on a day of the past as it stood then', async () => {
    const before = new Date().toISOString();
    await world.app.build.action(world.otherWorkstreamId, { status: 'RED' });
    expect((await board()).summary).toEqual({ total: 1, green: 0, red: 1 });
    await place(world);
    const second = await world.app.build.workstream(world.otherPlanId, { leadOrganisationId: world.south });
    await place(world, { workstreamId: second });
    const now = await board();
    expect(now.summary).toEqual({ total: 2, green: 1, red: 1 });
    expect(now.workstreams.map(({ summary }) => summary.total)).toEqual([2, 1]);
    expect((await board(world.homePlanId)).summary.total).toBe(1);
    expect((await board(world.otherPlanId, world.southEditor, before)).summary.total).toBe(0);
  });

  it('is placed again by the same asking and not by another', async () => {
    const id = randomUUID();
    const placed = await place(world, { id });
    expect((await place(world, { id })).id).toBe(placed.id);
    expect(await brokenRule(world.southLead, PLACE, asked())).toBe('STANDS_THERE');
    expect(await placesOf()).toHaveLength(1);
  });

  it('is placed by those who may add actions there and see it, and by nobody else', async () => {
    const { stranger, southEditor, northLead, app } = world;
    const nothing = await changesNothing(app, async () => {
      expect(await stranger.refused(PLACE, asked())).toBe('NOT_FOUND');
      expect(await app.nobody.refused(PLACE, asked())).toBe('UNAUTHENTICATED');
      for (const partner of [southEditor, northLead])
        expect(await partner.refused(PLACE, asked())).toBe('FORBIDDEN');
      expect(await world.southLead.refused(PLACE, asked({ actionId: randomUUID() }))).toBe('NOT_FOUND');
      expect(await northLead.refused(PLACE, asked({ workstreamId: world.homeWorkstreamId }))).toBe(
        'INVALID_INPUT',
      );
    });
    expect(nothing).toBe(true);
    await restrict('Action', world.action, [world.north]);
    expect(await world.southLead.refused(PLACE, asked())).toBe('NOT_FOUND');
  });

  it('goes neither into a closed plan nor under what was put away, nor is what was put away', async () => {
    const { build } = world.app;
    await build.sql(`update plans set status = 'CLOSED' where id = $1`, [world.otherPlanId]);
    expect(await brokenRule(world.southLead, PLACE, asked())).toBe('PLAN_CLOSED');
    await build.sql(`update plans set status = 'DRAFT' where id = $1`, [world.otherPlanId]);
    await away('archive', 'Workstream', 'workstreams', world.otherWorkstreamId, world.southLead);
    expect(await brokenRule(world.southLead, PLACE, asked())).toBe('PUT_AWAY');
    await away('restore', 'Workstream', 'workstreams', world.otherWorkstreamId, world.southLead);
    await away('archive', 'Action', 'actions', world.action, world.northLead);
    expect(await brokenRule(world.southLead, PLACE, asked())).toBe('PUT_AWAY');
  });

  it('gets another reference and place there, by whoever leads the workstream', async () => {
    const neighbour = await world.app.build.action(world.otherWorkstreamId, { position: 10 });
    const { id, version } = await place(world);
    const input = { id, expectedVersion: version, reference: 'B8', afterId: null };
    expect(await world.northLead.refused(UPDATE, { input })).toBe('FORBIDDEN');
    expect(await world.stranger.refused(UPDATE, { input })).toBe('NOT_FOUND');
    const { updatePlacement } = await world.southLead.ok<{ updatePlacement: { placement: PlacementAnswer } }>(
      UPDATE,
      { input },
    );
    expect(updatePlacement.placement).toMatchObject({ reference: 'B8', version: version + 1 });
    expect(updatePlacement.placement.position).toBeLessThan(10);
    expect(
      await world.southLead.refused(UPDATE, { input: { ...input, reference: 'B9', afterId: neighbour } }),
    ).toBe('CONFLICT');
  });

  it('leaves room between its neighbours also where there was none, and the home action stays where it is', async () => {
    const { build } = world.app;
    const [first, second] = [
      await build.action(world.otherWorkstreamId, { position: 1 }),
      await build.action(world.otherWorkstreamId, { position: 1 + Number.EPSILON }),
    ];
    const home = await build.row('actions', world.action);
    const { id } = await place(world, { afterId: first });
    const at = async (table: string, one: string) => (await build.row(table, one))['position'] as number;
    expect(await at('placements', id)).toBeGreaterThan(await at('actions', first));
    expect(await at('placements', id)).toBeLessThan(await at('actions', second));
    expect(await build.row('actions', world.action)).toEqual(home);
    const move = `mutation ($input: MoveActionInput!) { moveAction(input: $input) { action { position } } }`;
    const input = { id: first, expectedVersion: await versionOf(world, 'actions', first), afterId: id };
    await build.owner('Action', first, { organisationId: world.south });
    await world.southLead.ok(move, { input });
    expect(await at('actions', first)).toBeGreaterThan(await at('placements', id));
  });

  it('is taken out and put back by those who plan there and by its owners, and then stands there once', async () => {
    const { id } = await place(world);
    const input = async () => ({ input: { id, expectedVersion: await versionOf(world, 'placements', id) } });
    expect(await world.southEditor.refused(ARCHIVE, await input())).toBe('FORBIDDEN');
    expect(await world.stranger.refused(ARCHIVE, await input())).toBe('NOT_FOUND');
    await world.northLead.ok(ARCHIVE, await input());
    expect(await placesOf()).toEqual([]);
    expect((await board()).summary.total).toBe(0);
    await world.southLead.ok(RESTORE, await input());
    expect(await placesOf()).toHaveLength(1);
    await world.southLead.ok(ARCHIVE, await input());
    await place(world);
    expect(await brokenRule(world.southLead, RESTORE, await input())).toBe('STANDS_THERE');
    expect(await world.southLead.refused(RESTORE, { input: { id, expectedVersion: 99 } })).toBe(
      'RULE_BROKEN',
    );
  });
});

describe('what is put away', () => {
  it.each([
    ['Action', 'actions', 'action', 'northLead'],
    ['Workstream', 'workstreams', 'homeWorkstreamId', 'northLead'],
    ['Plan', 'plans', 'homePlanId', 'admin'],
    ['Workstream', 'workstreams', 'otherWorkstreamId', 'southLead'],
    ['Plan', 'plans', 'otherPlanId', 'admin'],
  ] as const)('takes the place along and brings it back: %s, as %s', async (type, table, of, who) => {
    const { id } = await place(world);
    const stands = async () => (await world.app.build.row('placements', id))['archived_at'] === null;
    await away('archive', type, table, world[of], world[who]);
    expect(await stands()).toBe(false);
    await away('restore', type, table, world[of], world[who]);
    expect(await stands()).toBe(true);
  });

  it('keeps the place away until both the action and where it stood are back, in whatever order', async () => {
    const { id } = await place(world);
    const stands = async () => (await world.app.build.row('placements', id))['archived_at'] === null;
    const action = (verb: 'archive' | 'restore') =>
      away(verb, 'Action', 'actions', world.action, world.northLead);
    const workstream = (verb: 'archive' | 'restore') =>
      away(verb, 'Workstream', 'workstreams', world.otherWorkstreamId, world.southLead);
    for (const [first, second] of [
      [action, workstream],
      [workstream, action],
    ] as const) {
      await action('archive');
      await workstream('archive');
      await first('restore');
      expect(await stands()).toBe(false);
      await second('restore');
      expect(await stands()).toBe(true);
    }
  });
});

describe('who sees that an action stands in another plan', () => {
  it('are those who see the action and the workstream; for others there is nothing to see or to count', async () => {
    const { id } = await place(world);
    const LOOK = `query ($id: ID!) { placement(id: $id) { id } }`;
    const look = async (who: Person) => (await who.ok<{ placement: unknown }>(LOOK, { id })).placement;
    expect((await board()).summary.total).toBe(1);
    await restrict('Action', world.action, [world.north]);
    expect(await look(world.southLead)).toBeNull();
    expect(await look(world.northViewer)).toEqual({ id });
    const theirs = await board();
    expect(theirs.summary.total).toBe(0);
    expect(theirs.workstreams[0]).toMatchObject({ summary: { total: 0 }, placements: [] });
    expect((await board(world.otherPlanId, world.northViewer)).summary.total).toBe(1);
    const history = `query ($of: ID!) { history(of: $of, first: 50) { nodes { itemId aboutId } } }`;
    const told = await world.southLead.query(history, { of: world.otherPlanId });
    expect(JSON.stringify(told)).not.toContain(id);
    expect(JSON.stringify(told)).not.toContain(world.action);

    await restrict('Action', world.action, null);
    await restrict('Workstream', world.otherWorkstreamId, [world.south]);
    expect(await look(world.northViewer)).toBeNull();
    expect(await placesOf()).toEqual([]);
    expect(await look(world.southEditor)).toEqual({ id });
  });

  it('never learn by it of an action they do not see: what another places there is out of their sight', async () => {
    await restrict('Action', world.action, [world.north]);
    const workstreamId = await world.app.build.workstream(world.otherPlanId, {
      leadOrganisationId: world.north,
    });
    const before = JSON.stringify(await board());
    await place(world, { workstreamId }, world.northLead);
    expect(JSON.stringify(await board())).toBe(before);
  });
});

describe('a reference that is typed', () => {
  const SUGGEST = `query ($at: ID!, $text: String!) { suggestCrossReferences(at: $at, text: $text) {
    unresolvedBecause item { ... on Action { id } } candidates { ... on Action { id } } } }`;
  const suggested = async (text: string, who: Person = world.southEditor) => {
    const at = await world.app.build.action(world.otherWorkstreamId, { reference: 'B1' });
    return (await who.ok<{ suggestCrossReferences: unknown[] }>(SUGGEST, { at, text }))
      .suggestCrossReferences;
  };

  it('leads to what stands there from another plan, by the reference it has there', async () => {
    await place(world);
    expect(await suggested('See WS2 B7')).toMatchObject([{ item: { id: world.action } }]);
    expect(await suggested('See WS2 A1')).toMatchObject([{ item: null }]);
  });

  it('shows both where two are called so', async () => {
    await place(world);
    const own = await world.app.build.action(world.otherWorkstreamId, { reference: 'B7' });
    const [one] = (await suggested('See WS2 B7')) as { item: null; candidates: { id: string }[] }[];
    expect(one?.item).toBeNull();
    expect(one?.candidates.map(({ id }) => id).sort()).toEqual([own, world.action].sort());
  });

  it('leads nowhere for those who may not see it', async () => {
    await place(world);
    await restrict('Action', world.action, [world.north]);
    expect(await suggested('See WS2 B7')).toMatchObject([{ item: null, candidates: [] }]);
  });
});
