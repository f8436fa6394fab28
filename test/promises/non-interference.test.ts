import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accordSchema } from '../../server/schema.js';
import type { Live } from '../support/app.js';
import { askAll, type Told } from './asking.js';
import { type HiddenWorld, startHiddenWorld } from './hidden-world.js';
import { Keeper } from './keeper.js';
import { idsOfEveryKind, poolOf } from './pool.js';
import { type Walk, walkOf } from './schema-walk.js';

const CHANGES = `subscription ($within: ID!) { changes(within: $within) { cursor at kind itemType itemId aboutId
  actor { id } organisation { id } fields { field before after } item { __typename } } }`;

/** Thousands of questions, by everybody, twice: it grows with the schema. */
const A_LONG_WALK = 600_000;

/** In the circle of one person: hidden from everybody who looks, whoever they are. */
describe('what somebody does out of sight', () => {
  let world: HiddenWorld;
  let walk: Walk;
  let lives: Listening[];
  let keepers: Live<Event>;
  let before: Map<string, Told[]>;

  const askEverybody = async () => {
    const all = new Map<string, Told[]>();
    for (const [name, { person }] of Object.entries(world.viewers))
      all.set(name, await askAll(world.app, person, walk.questions));
    return all;
  };

  beforeAll(async () => {
    world = await startHiddenWorld();
    const keeper = new Keeper(world);
    const [kept, cleared] = [await keeper.narrow('person'), await keeper.narrow('person')];
    // Ids of what will be made are asked for too, before there is any such thing and after.
    const ids = [...(await idsOfEveryKind(world.app, 2)), ...world.minted.slice(0, 24)];
    walk = walkOf(
      await accordSchema(),
      poolOf(world, ids, [kept['plan'] ?? ''], keeper.moments.slice(0, 1)),
      1,
    );
    lives = Object.entries(world.viewers).map(([name, { person }]) => ({
      ...{ name, live: person.subscribe<Event>(CHANGES, { within: world.visible.planId }) },
    }));
    // The keeper listens too, so that what is hidden is read in the same process for somebody.
    keepers = world.keeper.subscribe<Event>(CHANGES, { within: world.visible.planId });
    await Promise.all([keepers, ...lives.map(({ live }) => live)].map(({ ready }) => ready));
    before = await askEverybody();

    const items = await keeper.fill(kept);
    await keeper.import(kept['plan'] ?? '');
    await keeper.rework(kept, items);
    const others = await keeper.fill(cleared);
    const { id } = await keeper.import(cleared['plan'] ?? '');
    await keeper.rework(cleared, others);
    await keeper.undo(id);
    await keeper.clear(cleared, others);
  }, A_LONG_WALK);
  afterAll(async () => {
    await Promise.all([keepers, ...lives.map(({ live }) => live)].map((live) => live.stop()));
    await world.app.close();
  });

  it(
    'changes no byte of anybody’s answers: versions, times, orders, counts, cursors, headers',
    async () => {
      const after = await askEverybody();
      for (const [name, told] of before)
        expect.soft({ [name]: differences(told, after.get(name) ?? []) }).toEqual({ [name]: [] });
    },
    A_LONG_WALK,
  );

  it('tells nobody anything, not even that something happened', async () => {
    // Then something that everybody is told: whatever was told before has arrived by the time this does.
    await world.app.build.sql(`update plans set title = 'Open again' where id = $1`, [world.visible.planId]);
    await Promise.all(lives.map(({ live }) => live.until(() => true)));
    const told = lives.map(({ name, live }) => [name, live.events.map(({ changes }) => changes.itemId)]);
    expect(told).toEqual(lives.map(({ name }) => [name, [world.visible.planId]]));
    expect(keepers.events.length).toBeGreaterThan(50);
  });
});

interface Event {
  changes: { itemId: string };
}

interface Listening {
  name: string;
  live: Live<Event>;
}

/** Where two rounds of the same questions were answered differently. */
function differences(before: readonly Told[], after: readonly Told[]): string[] {
  return before.flatMap(({ text, question }, i) => {
    const now = after[i]?.text ?? '';
    if (now === text) return [];
    let at = 0;
    while (text[at] === now[at]) at++;
    const around = (all: string) => all.slice(Math.max(0, at - 60), at + 60);
    return [
      `${question.query.slice(0, 80)} ${JSON.stringify(question.variables).slice(0, 200)}: ${around(text)} → ${around(now)}`,
    ];
  });
}
