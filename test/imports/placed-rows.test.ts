import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FILE, file, inPlan, ROWS, startWorld } from '../support/import-world.js';
import { preview } from '../support/imports.js';

let world: Awaited<ReturnType<typeof startWorld>>;
let planId: string;
let homeId: string;
let actionId: string;
let plan: ReturnType<typeof inPlan>;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

/** B9 stands in workstream 2 of the plan, from another one. */
const ROW = 'Workstream 2: Workforce,B9,Run one staff bank,Northmoor Council,Dec-18,Red,,Slower than hoped';
const SENTENCE = 'Workstream 2: Workforce,B3,Offer shifts,Northmoor Council,Dec-18,Green,,See action B9';
beforeEach(async () => {
  const { build } = world.app;
  planId = await build.plan(world.partnershipId);
  plan = inPlan(world, planId);
  await plan.bring(FILE);
  homeId = await build.plan(world.partnershipId);
  actionId = await build.action(await build.workstream(homeId), {
    ...{ reference: 'X1', title: 'Run one staff bank', ownerId: world.council, status: 'GREEN' },
  });
  const [workstream] = await build.sql<{ id: string }>(
    `select id from workstreams where plan_id = $1 and number = '2'`,
    [planId],
  );
  await build.inPartnership('placements', world.partnershipId, {
    ...{ planId, toPlanId: homeId, actionId, workstreamId: workstream?.id, reference: 'B9', position: 5 },
  });
});

describe('a row of a file that stands in the plan from another plan', () => {
  test('is that action: it is neither made again nor changed, and the importer is told', async () => {
    const before = await world.app.build.row('actions', actionId);
    const told = await plan.bring(file(ROWS.a, ROWS.b, ROWS.c, ROWS.d, ROW));
    expect(told.kept).toContainEqual({
      ...{ item: 'WS2 B9', field: 'plan', here: 'stands here from another plan' },
      inFile: 'a row of this plan: it changes nothing',
    });
    expect(told.counts['tasks']).toMatchObject({ create: 0 });
    expect((await plan.actions()).map(({ reference }) => reference)).toEqual(['A1', 'A2', 'B1', 'B2']);
    expect(await world.app.build.row('actions', actionId)).toEqual(before);
    expect(await world.app.build.sql('select id from updates where action_id = $1', [actionId])).toEqual([]);
  });

  test('is not told of to those who may not see it', async () => {
    const { build } = world.app;
    const { id } = await preview(world.lead, plan.input(file(ROWS.a, ROW)));
    await build.sql('update actions set audience_id = $2 where id = $1', [
      actionId,
      await build.audience(world.partnershipId, 'ORGANISATIONS', [world.trust]),
    ]);
    const { import: shown } = await world.lead.ok<{ import: { kept: unknown[] } }>(
      `query ($id: ID!) { import(id: $id) { kept { item here } } }`,
      { id },
    );
    expect(JSON.stringify(shown)).not.toContain('another plan');
  });

  test('can be what a sentence of the file names', async () => {
    await plan.bring(file(ROWS.a, ROWS.b, ROWS.c, ROWS.d, SENTENCE));
    const [made] = await world.app.build.sql(
      `select x.to_id, x.to_plan_id from cross_references x join actions a on a.id = x.from_id
       where a.plan_id = $1 and a.reference = 'B3'`,
      [planId],
    );
    expect(made).toEqual({ to_id: actionId, to_plan_id: homeId });
  });

  test('keeps an action that an import made while it stands elsewhere, when that import is undone', async () => {
    const { build } = world.app;
    const { id: imported } = await plan.action('A1');
    const elsewhere = await build.workstream(homeId);
    await build.inPartnership('placements', world.partnershipId, {
      ...{ planId: homeId, toPlanId: planId, actionId: imported, workstreamId: elsewhere, position: 1 },
    });
    const [made] = await build.sql<{ id: string }>(`select id from imports where plan_id = $1`, [planId]);
    await world.lead.ok(
      `mutation ($input: UndoImportInput!) { undoImport(input: $input) { import { left } } }`,
      {
        input: { id: made?.id },
      },
    );
    expect((await plan.action('A1')).archived_at).toBeNull();
    expect((await plan.action('B1')).archived_at).not.toBeNull();
  });
});
