import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/app.js';
import { reference, type TwoPartners, twoPartners } from './two-partners.js';

/** Everything through which a cross-reference can be learnt of. */
const everything = `query($a1: ID!, $b1: ID!, $plan: ID!, $partnership: ID!) {
  a1: action(id: $a1) { version updatedAt risks { id event } crossReferences { id status strain { level reasons } } crossReferenceCounts { outgoing incoming strained unanswered } }
  b1: action(id: $b1) { version updatedAt crossReferences { id from { __typename } to { __typename } } crossReferenceCounts { outgoing incoming strained unanswered }
    workstream { crossReferences { id } } plan { crossReferences { id kind } } }
  interdependencies(within: $plan) { nodes { id isOutside summary { total red overall } item { __typename } }
    edges { fromId toId kind total strained broken unanswered disputed crossReferences { id strain { level reasons } } } }
  all: crossReferences(within: $partnership, first: 50) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
  strained: crossReferences(within: $plan, first: 50, filter: {strained: true}) { totalCount nodes { id } }
  calm: crossReferences(within: $plan, first: 50, filter: {strained: false}) { totalCount }
  external: crossReferences(within: $plan, first: 50, filter: {external: true}) { totalCount }
  unresolved: crossReferences(within: $plan, first: 50, filter: {unresolved: true}) { totalCount }
  risks(within: $plan, first: 50) { totalCount }
}`;

interface Everything {
  a1: { crossReferenceCounts: object; crossReferences: { strain: object }[]; risks: object[] };
  interdependencies: { nodes: { id: string }[]; edges: { fromId: string; toId: string }[] };
  all: { totalCount: number };
  strained: { totalCount: number; nodes: { id: string }[] };
  calm: { totalCount: number };
  external: { totalCount: number };
}

describe('what has an end the viewer may not see', () => {
  let world: TwoPartners;
  beforeAll(async () => {
    world = await twoPartners();
    await reference(world.app, { fromId: world.a1, toId: world.b1 });
  });
  afterAll(() => world.app.close());

  const seenBy = async (who: Person) =>
    who.ok<Everything>(everything, {
      a1: world.a1,
      b1: world.b1,
      plan: world.planId,
      partnership: world.partnershipId,
    });

  it('is in no list, count, strain or map of theirs: nothing differs before and after it is made, strained and withdrawn', async () => {
    const { app, north, partnershipId, planId, workstream2, a1, b1, editorNorth, leadNorth, editorSouth } =
      world;
    const before = await seenBy(editorSouth);
    expect(before.all.totalCount).toBe(1);

    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
    const narrowed = { audienceId, ownAudienceId: audienceId };
    const hiddenStrand = await app.build.workstream(planId, {
      ...narrowed,
      number: '9',
      leadOrganisationId: north,
    });
    const hidden = await app.build.action(hiddenStrand, { ...narrowed, status: 'RED', ownerId: north });
    const alsoIn2 = await app.build.action(workstream2, { ...narrowed, status: 'RED', ownerId: north });
    const external = await app.build.inPartnership('external_dependencies', partnershipId, {
      ...{ ...narrowed, planId, title: 'A regulator’s letter', controlledBy: 'A regulator' },
    });
    const propose = (fromId: string, toId: string) =>
      editorNorth.ok(
        `mutation($from: ID!, $to: ID!) { proposeCrossReference(input: {fromId: $from, toId: $to, kind: DEPENDS_ON}) { crossReference { id } } }`,
        { from: fromId, to: toId },
      );
    for (const to of [hidden, alsoIn2, external]) await propose(a1, to);
    await propose(hidden, b1);
    await propose(alsoIn2, b1);
    const made = await leadNorth.ok<{ createRisk: { risk: { id: string } } }>(
      `mutation($plan: ID!, $ws: ID!) { createRisk(input: {planId: $plan, workstreamId: $ws, event: "WS1 A1 and WS2 B1 may not be delivered; see WS2 B77"}) { risk { id } } }`,
      { plan: planId, ws: hiddenStrand },
    );
    const found = await app.build.sql<{ n: number }>(
      `select count(*)::int as n from cross_references where from_id = $1`,
      [made.createRisk.risk.id],
    );
    expect(found[0]?.n).toBe(3);

    expect(await seenBy(editorSouth)).toEqual(before);
    const withIt = await seenBy(editorNorth);
    expect(withIt.all.totalCount).toBe(9);
    expect(withIt.strained.totalCount).toBe(2);
    expect(withIt.external.totalCount).toBe(1);
    expect(withIt.a1.risks).toHaveLength(1);
    expect(withIt.a1.crossReferenceCounts).toEqual({ outgoing: 4, incoming: 1, strained: 2, unanswered: 1 });
    expect(withIt.interdependencies.nodes.map(({ id }) => id)).toContain(hiddenStrand);

    await app.build.sql(`update actions set archived_at = now() where id = $1`, [alsoIn2]);
    expect(await seenBy(editorSouth)).toEqual(before);
    expect((await seenBy(world.stranger)).all.totalCount).toBe(0);
  });

  it('goes from their lists when an end is narrowed, and comes back with it', async () => {
    const { app, partnershipId, north, workstream1, workstream2, leadNorth, editorSouth } = world;
    const from = await app.build.action(workstream1, { ownerId: north });
    const to = await app.build.action(workstream2, { ownerId: world.south });
    const id = await reference(app, { fromId: from, toId: to });
    const one = `query($id: ID!) { crossReference(id: $id) { id } }`;
    expect(await editorSouth.ok(one, { id })).toEqual({ crossReference: { id } });
    const audienceId = await app.build.audience(partnershipId, 'ORGANISATIONS', [north]);
    await app.build.sql(`update actions set audience_id = $1, own_audience_id = $1 where id = $2`, [
      audienceId,
      from,
    ]);
    await app.build.sql(`update cross_references set audience_id = $1 where id = $2`, [audienceId, id]);
    expect(await editorSouth.ok(one, { id })).toEqual({ crossReference: null });
    expect(await leadNorth.ok(one, { id })).toEqual({ crossReference: { id } });
  });
});

describe('the map of interdependencies', () => {
  let world: TwoPartners;
  beforeAll(async () => {
    world = await twoPartners();
  });
  afterAll(() => world.app.close());

  it('adds up references of actions and risks by workstream, also to other plans and to what is external', async () => {
    const { app, partnershipId, planId, workstream1, workstream2, a1, b1, south, editorNorth } = world;
    const other = await app.build.workstream(await app.build.plan(partnershipId), {
      leadOrganisationId: south,
    });
    const c1 = await app.build.action(other, { status: 'RED', ownerId: south });
    const external = await app.build.inPartnership('external_dependencies', partnershipId, {
      ...{
        planId,
        title: 'National framework',
        controlledBy: 'NHS England',
        archivedAt: '2026-01-01T00:00:00Z',
      },
    });
    const plan = await app.build.row('plans', planId);
    const risk = await app.build.insert('risks', {
      ...{
        partnershipId,
        audienceId: plan['audience_id'],
        planId,
        workstreamId: workstream1,
        event: 'It may be late',
      },
    });
    const a2 = await app.build.action(workstream1, {});
    await reference(app, { fromId: a1, toId: b1, status: 'CONFIRMED' });
    await reference(app, { fromId: a2, toId: b1, status: 'DISPUTED' });
    await reference(app, { fromId: risk, fromType: 'Risk', toId: b1, kind: 'RELATES_TO' });
    await reference(app, { fromId: a1, toId: c1 });
    await reference(app, { fromId: a1, toId: external, toType: 'ExternalDependency' });
    await reference(app, { fromId: a1, toId: workstream2, toType: 'Workstream', kind: 'CONTRIBUTES_TO' });

    const { interdependencies: map } = await editorNorth.ok<{
      interdependencies: {
        nodes: { id: string; isOutside: boolean; item: { __typename: string } }[];
        edges: object[];
      };
    }>(
      `query($plan: ID!) { interdependencies(within: $plan) { nodes { id isOutside item { __typename ... on Workstream { title } ... on ExternalDependency { title } } summary { total red } }
        edges { fromId toId kind total strained broken unanswered disputed crossReferences { strain { level } } } } }`,
      { plan: planId },
    );
    expect(map.nodes).toMatchObject([
      {
        id: workstream1,
        isOutside: false,
        item: { __typename: 'Workstream' },
        summary: { total: 2, red: 0 },
      },
      { id: workstream2, isOutside: false, summary: { total: 1 } },
      { id: external, isOutside: false, item: { __typename: 'ExternalDependency' }, summary: null },
      { id: other, isOutside: true, summary: { total: 1, red: 1 } },
    ]);
    const edge = (toId: string, kind: string, values: object) => ({
      ...{ fromId: workstream1, toId, kind, total: 1, strained: 0, broken: 0, unanswered: 1, disputed: 0 },
      ...values,
    });
    const none = { strain: { level: 'NONE' } };
    const expected = [
      edge(workstream2, 'DEPENDS_ON', {
        total: 2,
        unanswered: 0,
        disputed: 1,
        crossReferences: [none, none],
      }),
      edge(workstream2, 'RELATES_TO', { crossReferences: [none] }),
      edge(workstream2, 'CONTRIBUTES_TO', { crossReferences: [none] }),
      edge(other, 'DEPENDS_ON', { strained: 1, crossReferences: [{ strain: { level: 'STRAINED' } }] }),
      edge(external, 'DEPENDS_ON', { broken: 1, crossReferences: [{ strain: { level: 'BROKEN' } }] }),
    ];
    expect(map.edges).toHaveLength(expected.length);
    expect(map.edges).toEqual(expect.arrayContaining(expected));
  });

  it('stands as it stood at an earlier moment', async () => {
    const { app, partnershipId, editorNorth } = world;
    const planId = await app.build.plan(partnershipId);
    const [first, second] = [await app.build.workstream(planId), await app.build.workstream(planId)];
    const from = await app.build.action(first);
    const to = await app.build.action(second, { status: 'RED' });
    await reference(app, { fromId: from, toId: to });
    const [then] = await app.build.sql<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    );
    await app.build.sql(`update actions set status = 'GREEN' where id = $1`, [to]);
    await reference(app, { fromId: from, toId: to, kind: 'RELATES_TO' });
    const ask = async (asOf: string | null) =>
      editorNorth.ok(
        `query($plan: ID!, $asOf: DateTime) { interdependencies(within: $plan, asOf: $asOf) { edges { kind strained } } }`,
        { plan: planId, asOf },
      );
    expect(await ask(then?.at ?? null)).toEqual({
      interdependencies: { edges: [{ kind: 'DEPENDS_ON', strained: 1 }] },
    });
    expect(await ask(null)).toEqual({
      interdependencies: {
        edges: [
          { kind: 'DEPENDS_ON', strained: 0 },
          { kind: 'RELATES_TO', strained: 0 },
        ],
      },
    });
  });
});

describe('the list of cross-references', () => {
  let world: TwoPartners;
  beforeAll(async () => {
    world = await twoPartners();
  });
  afterAll(() => world.app.close());

  it('shows an organisation what awaits its answer, and filters by owner, kind and status', async () => {
    const { app, a1, b1, planId, north, south, editorNorth } = world;
    const asked = await reference(app, { fromId: a1, toId: b1 });
    const answered = await reference(app, { fromId: b1, toId: a1, kind: 'RELATES_TO', status: 'CONFIRMED' });
    const ids = async (filter: object) => {
      const { crossReferences } = await editorNorth.ok<{ crossReferences: { nodes: { id: string }[] } }>(
        `query($plan: ID!, $filter: CrossReferenceFilter) { crossReferences(within: $plan, first: 10, filter: $filter) { nodes { id } } }`,
        { plan: planId, filter },
      );
      return crossReferences.nodes.map(({ id }) => id);
    };
    expect(await ids({ awaitingAnswerFrom: [south] })).toEqual([asked]);
    expect(await ids({ awaitingAnswerFrom: [north] })).toEqual([]);
    expect(await ids({ organisationIds: [north] })).toEqual([asked, answered]);
    expect(await ids({ kinds: ['RELATES_TO'] })).toEqual([answered]);
    expect(await ids({ statuses: ['PROPOSED'] })).toEqual([asked]);
    expect(await ids({ external: false, unresolved: false })).toEqual([asked, answered]);
  });
});
