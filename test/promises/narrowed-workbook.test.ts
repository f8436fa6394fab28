import { afterAll, beforeAll, expect, it } from 'vitest';
import { accordSchema } from '../../server/schema.js';
import { askAll } from './asking.js';
import { type HiddenWorld, startHiddenWorld } from './hidden-world.js';
import { Keeper } from './keeper.js';
import { poolOf } from './pool.js';
import { walkOf } from './schema-walk.js';

let world: HiddenWorld;
beforeAll(async () => {
  world = await startHiddenWorld();
});
afterAll(() => world.app.close());

it('what a workbook brought in and was narrowed since is in no account of that workbook to others', async () => {
  const keeper = new Keeper(world);
  const { planId } = world.visible;
  const { id, words } = await keeper.import(planId);
  const [brought] = await world.app.build.sql<{ id: string }>(
    `select id from workstreams where plan_id = $1 and lead_organisation_id = $2 and title like 'Quokka%'`,
    [planId, world.north],
  );
  await keeper.narrowDown('restrictWorkstream', brought?.id ?? '', 'person');
  const walk = walkOf(await accordSchema(), poolOf(world, [id, planId], [], []), 1);
  const told = await askAll(world.app, world.southLead, walk.questions);
  const text = told.map(({ body }) => body).join('\n');
  expect(text).toContain(id);
  expect(words.filter((word) => text.includes(word))).toEqual([]);
});
