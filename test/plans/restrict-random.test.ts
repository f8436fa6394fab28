import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../support/app.js';
import { dice } from '../support/dice.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.close());

const restrict = (type: string) =>
  `mutation ($input: RestrictInput!) { restrict${type}(input: $input) { ${type.toLowerCase()} { id } } }`;

interface Node {
  type: 'Plan' | 'Workstream' | 'Action';
  id: string;
  parent: Node | null;
  /** What it was narrowed to itself: the names of those let in, or all. */
  own: Set<string> | null;
}

const NAMES = ['northlead', 'northeditor', 'southlead', 'southeditor', 'chair', 'admin'] as const;

/** A tree in which the administrator owns nothing and everybody may try to narrow what is theirs. */
async function plant(): Promise<Node[]> {
  const { build } = world.app;
  const plan: Node = {
    type: 'Plan',
    id: await build.plan(world.partnershipId, { boardId: world.boardId }),
    parent: null,
    own: null,
  };
  const nodes = [plan];
  for (const organisationId of [world.north, world.south]) {
    const id = await build.workstream(plan.id, { leadOrganisationId: organisationId });
    const workstream: Node = { type: 'Workstream', id, parent: plan, own: null };
    nodes.push(workstream);
    let above = workstream;
    for (let depth = 0; depth < 3; depth++) {
      const parentId = above.type === 'Action' ? above.id : null;
      const child: Node = {
        type: 'Action',
        id: await build.action(id, { parentId, ownerId: organisationId }),
        parent: above,
        own: null,
      };
      nodes.push(child);
      above = child;
    }
  }
  return nodes;
}

const isIn = (node: Node | null, name: string): boolean =>
  node === null || ((node.own?.has(name) ?? true) && isIn(node.parent, name));

test('after any run of narrowing and lifting, each sees just what all the circles above let them see', async () => {
  const people: Record<string, Person> = {};
  for (const name of NAMES) people[name] = await world.app.as(`${name}@example.org`);
  const roll = dice(20_260_401);
  const nodes = await plant();
  const { build } = world.app;
  const members: Record<string, string[]> = {
    [world.north]: ['northlead', 'northeditor'],
    [world.south]: ['southlead', 'southeditor', 'chair'],
  };
  let narrowed = 0;
  for (let turn = 0; turn < 60; turn++) {
    const node = nodes[roll(nodes.length)];
    const name = NAMES[roll(NAMES.length)] ?? 'admin';
    if (!node) continue;
    const circles: [object | null, Set<string> | null][] = [
      [null, null],
      [null, null],
      [{ kind: 'ORGANISATIONS', organisationIds: [world.north] }, new Set(members[world.north])],
      [
        { kind: 'ORGANISATIONS', organisationIds: [world.north, world.south] },
        new Set([...(members[world.north] ?? []), ...(members[world.south] ?? [])]),
      ],
      [{ kind: 'BOARD', boardId: world.boardId }, new Set(['chair'])],
      [
        {
          kind: 'PEOPLE',
          personIds: [world.personIds['northlead'], world.personIds['southlead'], world.personIds['admin']],
        },
        new Set(['northlead', 'southlead', 'admin']),
      ],
    ];
    const [audience, own] = circles[roll(circles.length)] ?? [null, null];
    const table = `${node.type.toLowerCase()}s`;
    const expectedVersion = (await build.row(table, node.id))['version'];
    const { errors } = await (people[name] as Person).query(restrict(node.type), {
      input: { id: node.id, expectedVersion, audience },
    });
    expect(errors?.[0]?.extensions.code).not.toBe('INTERNAL');
    if (errors) continue;
    narrowed++;
    node.own = own;
    for (const viewer of NAMES) {
      const seen = await visible(people[viewer] as Person, nodes);
      const expected = nodes.filter((one) => isIn(one, viewer)).map((one) => one.id);
      expect([turn, viewer, seen.sort()]).toEqual([turn, viewer, expected.sort()]);
    }
  }
  expect(narrowed).toBeGreaterThan(10);
});

async function visible(viewer: Person, nodes: Node[]) {
  const fields = nodes
    .map((node, i) => `n${i}: ${node.type.toLowerCase()}(id: "${node.id}") { id }`)
    .join('\n');
  const found = await viewer.ok<Record<string, { id: string } | null>>(`{ ${fields} }`);
  return Object.values(found).flatMap((one) => one?.id ?? []);
}

test('what is made under an item while it is narrowed is narrowed with it', async () => {
  const { build } = world.app;
  const planId = await build.plan(world.partnershipId);
  for (let round = 0; round < 6; round++) {
    const workstreamId = await build.workstream(planId, { leadOrganisationId: world.north });
    const actionId = await build.action(workstreamId, { ownerId: world.north });
    const audience = { kind: 'ORGANISATIONS', organisationIds: [world.north] };
    const create = `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } } }`;
    const report = `mutation ($input: ReportUpdateInput!) { reportUpdate(input: $input) { update { id } } }`;
    const words = { organisationId: world.north, period: '2026-01-01', narrative: 'Slow', status: 'RED' };
    await Promise.all([
      world.northLead.ok(create, { input: { workstreamId, title: 'At the top' } }),
      world.northLead.ok(create, { input: { workstreamId, parentId: actionId, title: 'Below' } }),
      world.northLead.ok(restrict('Workstream'), {
        input: { id: workstreamId, expectedVersion: 1, audience },
      }),
      world.northLead.ok(create, {
        input: {
          workstreamId,
          title: 'At the top too',
          leads: [{ role: 'JOINT', organisationId: world.south }],
        },
      }),
      world.northEditor.ok(report, { input: { actionId, ...words } }),
    ]);
    const found = await build.sql<{ audience_id: string }>(
      `with a as (select id, audience_id from actions where workstream_id = $1)
       select audience_id from a union select audience_id from updates where action_id in (select id from a)
       union select audience_id from ownerships where item_id in (select id from a) union select audience_id from workstreams where id = $1`,
      [workstreamId],
    );
    expect(found).toHaveLength(1);
  }
});
