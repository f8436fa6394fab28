import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reference } from '../cross-references/two-partners.js';
import { brokenRule, changesNothing } from '../support/world.js';
import { COMBINE, plansIn, startTwoPlans, type TwoPlans, versionOf } from './placements.js';

let world: TwoPlans;
/** The same work in the other plan, as B7. */
let twin: string;
beforeAll(async () => {
  world = await startTwoPlans();
});
afterAll(() => world.app.close());
beforeEach(async () => {
  world = { ...world, ...(await plansIn(world)) };
  const { build } = world.app;
  twin = await build.action(world.otherWorkstreamId, {
    ...{ reference: 'B7', title: 'Opening of the diagnostic centre', position: 700, ownerId: world.south },
  });
  // Southmere answers for both.
  await build.owner('Action', world.action, { organisationId: world.south, role: 'JOINT' });
});

const asked = async (more: object = {}) => ({
  input: {
    ...{ keptId: world.action, givenUpId: twin },
    expectedVersion: await versionOf(world, 'actions', twin),
    ...more,
  },
});
const combine = async (more: object = {}) =>
  (
    await world.southLead.ok<{
      combineActions: { placement: { id: string }; givenUp: { archivedAt: string | null } };
    }>(COMBINE, await asked(more))
  ).combineActions;
const row = (id: string) => world.app.build.row('cross_references', id);

describe('two actions that were entered twice', () => {
  it('become one that stands in both plans, in the place and under the reference of the one given up', async () => {
    const { placement, givenUp } = await combine();
    expect(placement).toMatchObject({
      ...{ reference: 'B7', position: 700, action: { id: world.action } },
      workstream: { id: world.otherWorkstreamId },
    });
    expect(givenUp).toMatchObject({ id: twin, archivedAt: expect.any(String) });
    const sets = await world.app.build.sql(
      `select distinct change_set_id from changes where (item_id = $1 and kind = 'ARCHIVED') or (item_id = $2 and kind = 'CREATED')`,
      [twin, placement.id],
    );
    expect(sets).toHaveLength(1);
  });

  it('may be combined twice by the same asking, and an undone one is brought back as it was', async () => {
    const again = await asked({ id: randomUUID() });
    const [first, second] = [
      await world.southLead.ok<{ combineActions: unknown }>(COMBINE, again),
      await world.southLead.ok<{ combineActions: unknown }>(COMBINE, again),
    ];
    expect(second).toEqual(first);
    await world.southLead.ok(
      `mutation ($input: ItemVersionInput!) { restoreAction(input: $input) { action { archivedAt } } }`,
      { input: { id: twin, expectedVersion: await versionOf(world, 'actions', twin) } },
    );
  });

  it('of which one stood below another action: the kept one stands behind that one', async () => {
    const { build } = world.app;
    const above = await build.action(world.otherWorkstreamId, { position: 100 });
    const next = await build.action(world.otherWorkstreamId, { position: 300 });
    await build.sql('update actions set parent_id = $2 where id = $1', [twin, above]);
    const { placement } = await combine();
    const position = (await build.row('placements', placement.id))['position'] as number;
    expect(position).toBeGreaterThan(100);
    expect(position).toBeLessThan((await build.row('actions', next))['position'] as number);
  });

  it('keep what was promised to either: what is written at the one given up is the kept one’s', async () => {
    const { app, homeWorkstreamId, otherWorkstreamId, north } = world;
    const needs = await app.build.action(otherWorkstreamId, { reference: 'B1' });
    const gives = await app.build.action(homeWorkstreamId, { reference: 'A9', ownerId: north });
    const [inward, outward, between, twice, own] = [
      await reference(app, { fromId: needs, toId: twin, status: 'CONFIRMED' }),
      await reference(app, { fromId: twin, toId: gives, status: 'CONFIRMED' }),
      await reference(app, { fromId: twin, toId: world.action, kind: 'SAME_WORK_AS' }),
      await reference(app, { fromId: twin, toId: gives, kind: 'RELATES_TO' }),
      await reference(app, { fromId: gives, toId: world.action, kind: 'RELATES_TO' }),
    ];
    await combine();
    expect(await row(inward)).toMatchObject({
      ...{ to_id: world.action, to_plan_id: world.homePlanId, status: 'CONFIRMED', archived_at: null },
    });
    expect(await row(outward)).toMatchObject({
      ...{ from_id: world.action, plan_id: world.homePlanId, status: 'CONFIRMED', archived_at: null },
    });
    for (const withdrawn of [between, twice]) expect((await row(withdrawn))['archived_at']).not.toBeNull();
    expect((await row(own))['archived_at']).toBeNull();
  });

  it('ask anew for an answer that somebody gave who does not answer for the kept one', async () => {
    const { app, otherWorkstreamId } = world;
    const third = await app.build.organisation(world.partnershipId);
    await app.build.owner('Action', twin, { organisationId: third, role: 'JOINT' });
    const needs = await app.build.action(otherWorkstreamId, { ownerId: third });
    const inward = await reference(app, { fromId: needs, toId: twin, status: 'CONFIRMED' });
    await combine();
    expect(await row(inward)).toMatchObject({ to_id: world.action, status: 'PROPOSED', decided_at: null });
  });

  it('keep also what the one who combines them may not see, and tell nothing of it', async () => {
    const { app, partnershipId, north, homeWorkstreamId } = world;
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
    const secret = await app.build.action(homeWorkstreamId, { audienceId, ownAudienceId: audienceId });
    const hidden = await reference(app, { fromId: secret, toId: twin });
    const answer = JSON.stringify(await combine());
    expect(answer).not.toContain(secret);
    expect(answer).not.toContain(hidden);
    expect(await row(hidden)).toMatchObject({
      to_id: world.action,
      archived_at: null,
      audience_id: audienceId,
    });
  });

  it('tell those who count on it that it is late now, as of any promise that slips', async () => {
    const { app, otherWorkstreamId } = world;
    const third = await app.build.organisation(world.partnershipId);
    const needs = await app.build.action(otherWorkstreamId, { ownerId: third });
    await app.build.sql(`update actions set status = 'GREEN' where id = $1`, [twin]);
    await app.build.sql(`update actions set status = 'RED' where id = $1`, [world.action]);
    const inward = await reference(app, { fromId: needs, toId: twin, status: 'CONFIRMED' });
    await combine();
    const notices = await app.build.sql(
      `select status, plan_id from impact_notices where cross_reference_id = $1 and organisation_id = $2`,
      [inward, third],
    );
    expect(notices).toEqual([{ status: 'OPEN', plan_id: world.otherPlanId }]);
  });

  it('stand together wherever the one given up stood, but once in each plan', async () => {
    const { app, partnershipId, south } = world;
    const planId = await app.build.plan(partnershipId);
    const workstreamId = await app.build.workstream(planId, { leadOrganisationId: south });
    const place = (workstream: string, plan: string) =>
      app.build.inPartnership('placements', partnershipId, {
        ...{ planId: plan, toPlanId: world.otherPlanId, actionId: twin, workstreamId: workstream },
        ...{ reference: 'C3', position: 1 },
      });
    const [third, home] = [
      await place(workstreamId, planId),
      await place(world.homeWorkstreamId, world.homePlanId),
    ];
    await combine();
    expect(await app.build.row('placements', third)).toMatchObject({
      ...{ action_id: world.action, to_plan_id: world.homePlanId, archived_at: null },
    });
    expect((await app.build.row('placements', home))['archived_at']).not.toBeNull();
  });
});

describe('making two into one', () => {
  it('is for whoever may put the one away and writes at the other', async () => {
    const { app, stranger, southEditor, northLead, northViewer } = world;
    const input = await asked();
    const nothing = await changesNothing(app, async () => {
      expect(await stranger.refused(COMBINE, input)).toBe('NOT_FOUND');
      for (const partner of [southEditor, northLead, northViewer])
        expect(await partner.refused(COMBINE, input)).toBe('FORBIDDEN');
      await app.build.sql('delete from ownerships where item_id = $1 and organisation_id = $2', [
        world.action,
        world.south,
      ]);
    });
    expect(nothing).toBe(false);
    expect(await world.southLead.refused(COMBINE, input)).toBe('FORBIDDEN');
  });

  it('is refused where the one given up was changed since it was shown', async () => {
    const input = await asked();
    await world.app.build.sql(`update actions set title = 'Another thing' where id = $1`, [twin]);
    expect(await world.southLead.refused(COMBINE, input)).toBe('CONFLICT');
    expect((await world.app.build.row('actions', twin))['archived_at']).toBeNull();
  });

  it('is refused while actions stand below it, within one plan, of one with itself, and of what was put away', async () => {
    const { app } = world;
    const below = await app.build.action(world.otherWorkstreamId, { parentId: twin });
    expect(await brokenRule(world.southLead, COMBINE, await asked())).toBe('ACTIONS_BELOW');
    await app.build.sql('update actions set archived_at = now() where id = $1', [below]);
    const beside = await app.build.action(world.otherWorkstreamId, { ownerId: world.south });
    expect(await brokenRule(world.southLead, COMBINE, await asked({ keptId: beside }))).toBe('ONE_PLAN');
    expect(await world.southLead.refused(COMBINE, await asked({ keptId: twin }))).toBe('INVALID_INPUT');
    await app.build.sql('update actions set archived_at = now() where id = $1', [world.action]);
    expect(await brokenRule(world.southLead, COMBINE, await asked())).toBe('PUT_AWAY');
    await app.build.sql('update actions set archived_at = null where id = $1', [world.action]);
    await app.build.sql('update actions set archived_at = now() where id = $1', [twin]);
    expect(await brokenRule(world.southLead, COMBINE, await asked())).toBe('PUT_AWAY');
  });

  it('is refused where the two are seen by different people, for what was said of one was not said to the others', async () => {
    const { app, partnershipId, south, north } = world;
    const few = await app.build.audience(partnershipId, 'ORGANISATIONS', [north, south]);
    const narrow = (id: string, audienceId: string | null) =>
      app.build.sql(
        'update actions set audience_id = coalesce($2, audience_id), own_audience_id = $2 where id = $1',
        [id, audienceId],
      );
    await narrow(twin, few);
    expect(await brokenRule(world.southLead, COMBINE, await asked())).toBe('SEEN_BY_OTHERS');
    await narrow(world.action, few);
    await combine();
  });
});
