import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reference, type TwoPartners, twoPartners } from '../cross-references/two-partners.js';
import type { Live, Person } from '../support/app.js';

const CHANGES = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) {
  cursor kind itemType itemId actor { name } organisation { name } fields { field before after }
  item { __typename ... on Action { isOverdue } ... on CrossReference { strain { level reasons } } } } }`;
const CURSOR = `query ($id: ID!) { plan(id: $id) { changesCursor } }`;

interface Told {
  changes: {
    cursor: string;
    kind: string;
    itemId: string;
    actor: object | null;
    organisation: object | null;
    fields: { field: string; before: string; after: string }[];
    item: { isOverdue?: boolean; strain?: { level: string; reasons: string[] } } | null;
  };
}

/** Long enough for every process to have looked at the clock. */
const A_LOOK_MS = 45_000;

describe('when a day begins', () => {
  let world: TwoPartners;
  let time = new Date('2026-06-15T22:30:00Z');
  /** A1 needs B1, and C1 is South’s secret, which nobody in North may learn of. */
  let needed: string;
  let secret: string;
  /** What no partner controls. */
  let guidance: string;
  let referenceOf: { toB1: string; toSecret: string };
  let north: Live<Told>;
  let south: Live<Told>;
  let onlooker: Live<Told>;

  const cursor = async (who: Person) =>
    (await who.ok<{ plan: { changesCursor: string } }>(CURSOR, { id: world.planId })).plan.changesCursor;
  const follow = async (who: Person, after: string) => {
    const live = who.subscribe<Told>(CHANGES, { within: world.planId, after });
    await live.ready;
    return live;
  };
  const toldOf = (live: Live<Told>, id: string) =>
    live.events.map(({ changes }) => changes).filter(({ itemId }) => itemId === id);
  const hears = async (live: Live<Told>, id: string) =>
    (await live.until(({ changes }) => changes.itemId === id, A_LOOK_MS)).changes;
  const byClock = () =>
    world.app.build.sql<{ id: string; via: string; before: unknown; after: unknown }>(
      `select item_id as id, via, before, after from changes where via = 'CLOCK' order by seq`,
    );
  const dayBegun = async () =>
    (
      await world.app.build.sql<{ day: string }>(
        `select day::text from days_begun where partnership_id = $1`,
        [world.partnershipId],
      )
    )[0]?.day;

  beforeAll(async () => {
    world = await twoPartners(() => time);
    const { app, partnershipId, a1, b1, workstream2, south: trust } = world;
    needed = b1;
    // Due on the 15th, in words that mean so; signed off, put away and due later: none of them turns overnight.
    await app.build.sql(
      `update actions set timing_as_written = '15 June 2026', timing_end = '2026-06-15' where id = $1`,
      [b1],
    );
    await app.build.action(workstream2, { timingEnd: '2026-06-15', status: 'BLUE' });
    await app.build.action(workstream2, { timingEnd: '2026-06-15', archivedAt: '2026-06-01T00:00:00Z' });
    await app.build.action(workstream2, { timingEnd: '2026-06-16' });
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [trust]);
    secret = await app.build.action(workstream2, {
      audienceId,
      ownAudienceId: audienceId,
      timingEnd: '2026-06-15',
    });
    guidance = await app.build.inPartnership('external_dependencies', partnershipId, {
      ...{ planId: world.planId, title: 'Guidance', controlledBy: 'A regulator', timingEnd: '2026-06-15' },
    });
    // A new circle: whoever is in it comes in anew.
    [world.editorNorth, world.editorSouth] = [
      await app.as('editorNorth@example.org'),
      await app.as('editorSouth@example.org'),
    ];
    referenceOf = {
      toB1: await reference(app, { fromId: a1, toId: b1 }),
      toSecret: await reference(app, { fromId: a1, toId: secret }),
    };
  });
  // Its server is stopped in the last of these.
  afterAll(async () => {
    await world.app.build.close();
    await world.app.database.drop();
  });

  it('tells what came to be overdue and under strain, once, to those who see it, whichever process is first', async () => {
    const { app, editorNorth, editorSouth, viewerNorth } = world;
    await expect.poll(dayBegun, { timeout: A_LOOK_MS }).toBe('2026-06-15');
    const other = await app.another();
    north = await follow(editorNorth, await cursor(editorNorth));
    south = await follow(await other.as('editorSouth@example.org'), await cursor(editorSouth));
    onlooker = await follow(viewerNorth, await cursor(viewerNorth));
    expect(await byClock()).toEqual([]);
    const rights = await app.app.database.rightsVersion();

    // Half past eleven at night in England is still the 15th; half an hour on it is not, though in UTC it is.
    time = new Date('2026-06-15T23:00:30Z');
    for (const live of [north, south, onlooker]) {
      expect(await hears(live, needed)).toMatchObject({
        kind: 'UPDATED',
        actor: null,
        organisation: null,
        fields: [{ field: 'isOverdue', before: 'false', after: 'true' }],
        item: { isOverdue: true },
      });
      expect(await hears(live, guidance)).toMatchObject({
        fields: [{ field: 'isOverdue', before: 'false', after: 'true' }],
      });
      expect((await hears(live, referenceOf.toB1)).item?.strain).toEqual({
        level: 'STRAINED',
        reasons: ['WS2 B1 is overdue: it was due by 15 June 2026.'],
      });
    }
    expect((await hears(south, secret)).item).toEqual({ __typename: 'Action', isOverdue: true });
    expect((await hears(south, referenceOf.toSecret)).item?.strain?.level).toBe('STRAINED');
    // Three that came to be overdue, two that came under strain, and a notice to whoever counts on what it sees.
    expect(await byClock()).toHaveLength(6);
    // Who holds a seat may have changed with the day: everybody’s rights are looked at again.
    expect(await app.app.database.rightsVersion()).toBeGreaterThan(rights);
    await other.close();
    await south.stop();
  });

  it('tells nobody of what they may not see', async () => {
    expect(toldOf(north, secret)).toEqual([]);
    expect(toldOf(north, referenceOf.toSecret)).toEqual([]);
    expect(north.events).toHaveLength(4);
    expect(onlooker.events).toHaveLength(4);
    await north.stop();
    await onlooker.stop();
  });

  it('catches up in one turn after three days of standing still, and replays it to who was away', async () => {
    const { app, workstream2, editorNorth } = world;
    const [late, later] = [
      await app.build.action(workstream2, { timingEnd: '2026-06-16' }),
      await app.build.action(workstream2, { timingEnd: '2026-06-18' }),
    ];
    const after = await cursor(editorNorth);
    const before = (await byClock()).length;
    await app.app.close();
    time = new Date('2026-06-19T08:00:00Z');
    const again = await app.another();
    await expect.poll(dayBegun, { timeout: A_LOOK_MS }).toBe('2026-06-19');
    const live = await follow(await again.as('editorNorth@example.org'), after);
    for (const id of [late, later]) expect((await hears(live, id)).item?.isOverdue).toBe(true);
    // One of the first evening’s was due on the 16th as well.
    expect((await byClock()).length).toBe(before + 3);
    await live.stop();
    await again.close();
  });
});
