import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { type HiddenWorld, startHiddenWorld } from './hidden-world.js';
import { type Hidden, Keeper } from './keeper.js';

const PRESENCE = `subscription ($within: ID!, $at: ID) {
  presence(within: $within, at: $at) { person { name } organisation { name } itemId since } }`;

interface Present {
  presence: { person: { name: string } | null; itemId: string | null }[];
}

let world: HiddenWorld;
let narrow: Hidden;
beforeAll(async () => {
  world = await startHiddenWorld();
  narrow = await new Keeper(world).narrow('person');
});
afterAll(() => world.app.close());

const watch = async (person: Person, within: string, at?: string) => {
  const live = person.subscribe<Present>(PRESENCE, { within, at });
  await live.ready;
  await live.until(() => true);
  return live;
};

it('who looks at what is hidden is shown to others at no place, and to the public not even as having come', async () => {
  const { app, keeper, southLead, southEditor, visible } = world;
  const [open, partner] = [await watch(app.nobody, visible.planId), await watch(southLead, visible.planId)];
  const keepers = await watch(keeper, visible.planId, narrow['action']);
  const seen = await partner.until(({ presence }) => presence.length === 2);
  expect(seen.presence.map(({ itemId }) => itemId)).toEqual([null, null]);
  expect(keepers.events.at(-1)?.presence.map(({ itemId }) => itemId)).toContain(narrow['action']);
  await keepers.stop();
  await partner.until(({ presence }) => presence.length === 1 && partner.events.length > 2);
  expect(open.events).toEqual([{ presence: [] }]);

  // Within what is hidden others are not shown that anybody is there at all.
  const before = partner.events.length;
  await (await watch(keeper, narrow['plan'] ?? '')).stop();
  const another = await watch(southEditor, visible.planId);
  await partner.until(({ presence }) => presence.length === 2 && partner.events.length > before);
  expect(partner.events).toHaveLength(before + 1);
  await Promise.all([open, partner, another].map((live) => live.stop()));
});
