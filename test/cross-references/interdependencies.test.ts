import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MapAnswer, type MapWorld, mapWorld } from './map-world.js';
import { reference } from './two-partners.js';

const LEVELS = ['ACTION', 'WORKSTREAM', 'PRIORITY', 'ABU', 'ORGANISATION', 'BOARD', 'PLAN'] as const;

let world: MapWorld;
beforeAll(async () => {
  world = await mapWorld();
});
afterAll(() => world.app.close());

const drawn = ({ edges }: MapAnswer) => edges.reduce((sum, { total }) => sum + total, 0);
const shown = ({ nodes }: MapAnswer) => nodes.map(({ id }) => world.names[id]);

describe('the map at each level', () => {
  it.each([
    [
      'ACTION',
      ['A1 > B1 1', 'A1 > D1 1', 'A1 > External 1', 'A2 > C1 1', 'B1 > A1 1', 'B1 > Other plan 1'].concat([
        'P1 > P2 1',
        'WS1 > B1 1',
        'WS1 > WS2 1',
      ]),
      1,
    ],
    [
      'WORKSTREAM',
      ['P1 > P2 1', 'WS1 > External 1', 'WS1 > WS2 3', 'WS1 > WS3 1', 'WS1 > WS9 1'].concat([
        'WS2 > Other plan 1',
        'WS2 > WS1 1',
      ]),
      1,
    ],
    ['PRIORITY', ['P1 > External 1', 'P1 > P2 4', 'P2 > Other plan 1', 'P2 > P1 1'], 3],
    ['ABU', ['ABU > External 1'], 9],
    ['ORGANISATION', ['North > External 1', 'North > South 4', 'South > North 1'], 4],
    ['BOARD', ['Board > Overseers 2', 'Overseers > Board 5', 'Overseers > External 1'], 2],
    ['PLAN', ['Plan > External 1', 'Plan > Other plan 2', 'Plan > Plan 7'], 0],
  ] as const)(
    '%s: each end stands at one place, what has none is counted',
    async (level, lines, unplaced) => {
      const map = await world.map(world.editorNorth, { level });
      expect({ lines: world.lines(map), unplaced: map.unplaced }).toEqual({ lines, unplaced });
    },
  );

  it('makes the same number at every level, for each of what they may see', async () => {
    const { editorNorth, editorSouth, stranger } = world;
    const sums = new Map<string, Set<number>>();
    for (const [name, who] of Object.entries({ editorNorth, editorSouth, stranger }))
      for (const level of LEVELS) {
        const map = await world.map(who, { level });
        expect(map.edges.flatMap(({ crossReferences }) => crossReferences)).toHaveLength(drawn(map));
        sums.set(name, (sums.get(name) ?? new Set()).add(drawn(map) + map.unplaced));
      }
    expect(Object.fromEntries([...sums].map(([name, sum]) => [name, [...sum]]))).toEqual({
      editorNorth: [10],
      editorSouth: [12],
      stranger: [0],
    });
  });

  it('shows where workstreams of the plan stand though nothing runs there, and how their actions are', async () => {
    const map = await world.map(world.editorNorth, { level: 'PRIORITY' });
    expect(map.nodes).toMatchObject([
      { item: { __typename: 'Priority' }, isOutside: false, summary: { total: 2, red: 0 } },
      { item: { __typename: 'Priority' }, isOutside: false, summary: { total: 1, red: 1 } },
      { item: { __typename: 'ExternalDependency' }, isOutside: false, summary: null },
      { item: { __typename: 'Plan' }, isOutside: true },
    ]);
    const workstreams = await world.map(world.editorNorth);
    expect(shown(workstreams)).toContain('WS3');
    expect(workstreams.nodes.find(({ id }) => id === world.id('WS9'))).toMatchObject({ isOutside: true });
  });

  it('is drawn of a whole partnership too, in which nothing is outside', async () => {
    const map = await world.map(world.editorNorth, { within: world.partnershipId, level: 'PLAN' });
    expect(world.lines(map)).toEqual(['Plan > External 1', 'Plan > Other plan 2', 'Plan > Plan 7']);
    expect(map.nodes.some(({ isOutside }) => isOutside)).toBe(false);
    const empty = await world.map(world.stranger, { within: world.partnershipId });
    expect(empty).toEqual({ nodes: [], opened: [], edges: [], unplaced: 0 });
  });

  it('holds nothing of what has an end that is not to be seen', async () => {
    const map = await world.map(world.editorNorth, { level: 'ACTION' });
    expect(JSON.stringify(map)).not.toContain(world.id('B9'));
    const bySouth = await world.map(world.editorSouth, { level: 'ACTION' });
    expect(world.lines(bySouth)).toEqual(expect.arrayContaining(['A1 > B9 1', 'B9 > C1 1']));
    const named = { opened: [world.id('B9'), world.id('WS2')] };
    expect(JSON.stringify(await world.map(world.editorNorth, named))).not.toContain(world.id('B9'));
  });
});

describe('a place that was opened', () => {
  it('gives way to its actions, and stays for what ends at itself and its risks', async () => {
    const opened = [world.id('WS1'), world.id('WS2')];
    const map = await world.map(world.editorNorth, { opened });
    expect(world.lines(map)).toEqual(
      ['A1 > B1 1', 'A1 > External 1', 'A1 > WS9 1', 'A2 > WS3 1', 'B1 > A1 1', 'B1 > Other plan 1'].concat([
        'P1 > P2 1',
        'WS1 > B1 1',
        'WS1 > WS2 1',
      ]),
    );
    expect(map.opened).toEqual(opened.map((id) => ({ id, within: null })));
    expect(Object.fromEntries(map.nodes.map(({ id, within }) => [world.names[id], within]))).toMatchObject({
      ...{ A1: opened[0], A2: opened[0], B1: opened[1], WS1: null, WS2: null, WS3: null },
    });
  });

  it('is not drawn itself where all that runs there ends at its parts', async () => {
    const map = await world.map(world.editorNorth, { opened: [world.id('WS3')] });
    expect(shown(map)).not.toContain('WS3');
    expect(world.lines(map)).toContain('WS1 > C1 1');
    expect(map.opened).toEqual([{ id: world.id('WS3'), within: null }]);
  });

  it('opens a priority into its workstreams, and one of these into its actions', async () => {
    const [priority, workstream] = [world.id('P1'), world.id('WS1')];
    const one = await world.map(world.editorNorth, { level: 'PRIORITY', opened: [priority] });
    expect(world.lines(one)).toEqual([
      'P1 > P2 1',
      'P2 > Other plan 1',
      'P2 > WS1 1',
      'WS1 > External 1',
      'WS1 > P2 3',
    ]);
    const two = await world.map(world.editorNorth, { level: 'PRIORITY', opened: [priority, workstream] });
    expect(world.lines(two)).toContain('A1 > P2 1');
    expect(two.opened).toEqual([
      { id: priority, within: null },
      { id: workstream, within: priority },
    ]);
    expect(two.nodes.find(({ id }) => id === world.id('A1'))?.within).toBe(workstream);
    const closed = await world.map(world.editorNorth, { level: 'PRIORITY', opened: [workstream] });
    expect(closed.opened).toEqual([]);
    expect(world.lines(closed)).toContain('P2 > P1 1');
  });

  it('opens an organisation into its actions, since two may share a workstream', async () => {
    const map = await world.map(world.editorNorth, { level: 'ORGANISATION', opened: [world.id('North')] });
    expect(world.lines(map)).toEqual(['A1 > External 1', 'A1 > South 2', 'North > South 2', 'South > A1 1']);
  });

  it.each(LEVELS)('loses nothing when everything is opened: %s', async (level) => {
    const opened = Object.keys(world.names);
    const map = await world.map(world.editorSouth, { level, opened });
    const closed = await world.map(world.editorSouth, { level });
    expect(drawn(map)).toBe(drawn(closed));
    expect(map.unplaced).toBe(closed.unplaced);
    const ids = new Set(map.nodes.map(({ id }) => id));
    expect(ids.size).toBe(map.nodes.length);
    expect(map.edges.filter(({ fromId, toId }) => !ids.has(fromId) || !ids.has(toId))).toEqual([]);
  });
});

describe('a map of some of them', () => {
  it.each([
    [{ kinds: ['RELATES_TO'] }, 5],
    [{ statuses: ['CONFIRMED'] }, 1],
    [{ strained: true }, 1],
    [{ strained: false }, 9],
    [{ unanswered: true }, 9],
    [{ unanswered: false, strained: true }, 1],
    [{ external: true }, 1],
    [{ external: false }, 9],
    [{ organisationIds: ['North'] }, 8],
    [{ organisationIds: ['South'] }, 6],
    [{ organisationIds: [] }, 0],
    [{ boardIds: ['Overseers'] }, 9],
    [{ abuIds: ['ABU'] }, 9],
    [{ abuIds: ['ABU'], kinds: ['DEPENDS_ON'], organisationIds: ['South'] }, 3],
  ])('by %j', async (asked, count) => {
    const filter = Object.fromEntries(
      Object.entries(asked).map(([key, value]) => [
        key,
        /Ids$/.test(key) ? (value as string[]).map((name) => world.id(name)) : value,
      ]),
    );
    for (const level of ['WORKSTREAM', 'BOARD']) {
      const map = await world.map(world.editorNorth, { filter, level });
      expect([level, drawn(map) + map.unplaced]).toEqual([level, count]);
    }
  });
});

describe('the map at an earlier moment', () => {
  it.each(LEVELS)('is what it was then: %s', async (level) => {
    const opened = [world.id('WS1'), world.id('North')];
    const before = await world.map(world.editorNorth, { level, opened });
    const asOf = new Date().toISOString();
    const id = await reference(world.app, { fromId: world.b1, toId: world.id('C1') });
    const was = await world.map(world.editorNorth, { level, opened, asOf });
    expect(was).toEqual(before);
    const now = await world.map(world.editorNorth, { level, opened });
    expect(drawn(now) + now.unplaced).toBe(drawn(before) + before.unplaced + 1);
    await world.app.build.sql('update cross_references set archived_at = now() where id = $1', [id]);
  });
});
