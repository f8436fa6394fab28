import { randomUUID } from 'node:crypto';
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

it('the same at a hidden item of an agenda, and nobody outside can tell a hidden meeting from none', async () => {
  const { app, keeper, southLead, visible } = world;
  const item = narrow['agenda item'] ?? '';
  const [open, partner] = [await watch(app.nobody, visible.meeting), await watch(southLead, visible.meeting)];
  const keepers = await watch(keeper, visible.meeting, item);
  const seen = await partner.until(({ presence }) => presence.length === 2);
  expect(seen.presence.map(({ itemId }) => itemId)).toEqual([null, null]);
  expect(keepers.events.at(-1)?.presence.map(({ itemId }) => itemId)).toContain(item);
  // That they turn from it to another place is told to whoever sees both, and to nobody else.
  const before = partner.events.length;
  const elsewhere = await watch(keeper, visible.meeting);
  await keepers.stop();
  await elsewhere.stop();
  await partner.until(({ presence }) => presence.length === 1 && partner.events.length > before);
  expect(partner.events.flatMap(({ presence }) => presence.flatMap(({ itemId }) => itemId ?? []))).toEqual(
    [],
  );
  expect(open.events).toEqual([{ presence: [] }]);

  const refusal = async (within: string) => {
    const live = southLead.subscribe<Present>(PRESENCE, { within });
    await live.ready;
    return String(await live.until(() => true).catch((error: unknown) => String(error))).replaceAll(
      within,
      '',
    );
  };
  const closed = narrow['closed meeting'] ?? '';
  const inside = await watch(keeper, closed);
  const missing = await refusal(randomUUID());
  expect(missing).not.toContain('presence');
  expect(await refusal(closed)).toBe(missing);
  await Promise.all([open, partner, inside].map((live) => live.stop()));
});
