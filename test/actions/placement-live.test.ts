import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Live, Person } from '../support/app.js';
import { ARCHIVE, place, plansIn, startTwoPlans, type TwoPlans, versionOf } from './placements.js';

const CHANGES = `subscription ($within: ID!) { changes(within: $within) {
  at kind itemType itemId aboutId fields { field after }
  item { __typename ... on Placement { reference action { id status title } } ... on Action { id } } } }`;

interface Told {
  changes: {
    at: string;
    kind: string;
    itemType: string;
    itemId: string;
    aboutId: string | null;
    fields: { field: string; after: string }[];
    item: { reference?: string; action?: { id: string; status: string } } | null;
  };
}

let world: TwoPlans;
beforeAll(async () => {
  world = await startTwoPlans();
});
afterAll(() => world.app.close());
beforeEach(async () => {
  world = { ...world, ...(await plansIn(world)) };
});

const follow = async (who: Person = world.southEditor, within = world.otherPlanId): Promise<Live<Told>> => {
  const live = who.subscribe<Told>(CHANGES, { within });
  await live.ready;
  return live;
};
const kinds = (live: Live<Told>, id: string) =>
  live.events.flatMap(({ changes }) => (changes.itemId === id ? changes.kind : []));
const rate = async (status: string) =>
  world.northLead.ok(`mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id } } }`, {
    input: { id: world.action, expectedVersion: await versionOf(world, 'actions', world.action), status },
  });
const restrict = async (organisationIds: string[] | null) =>
  world.northLead.ok(
    `mutation ($input: RestrictInput!) { restrictAction(input: $input) { action { id } } }`,
    {
      input: {
        ...{ id: world.action, expectedVersion: await versionOf(world, 'actions', world.action) },
        audience: organisationIds && { kind: 'ORGANISATIONS', organisationIds },
      },
    },
  );
/** Something told after all that was done before. */
const marked = async (live: Live<Told>) => {
  const id = await world.app.build.action(world.otherWorkstreamId);
  await live.until(({ changes }) => changes.itemId === id);
};

describe('those who read the plan an action stands in', () => {
  it('are told at once that it came to stand there, and that it was taken out', async () => {
    const [there, home] = [await follow(), await follow(world.northViewer, world.homePlanId)];
    const { id, version } = await place(world);
    for (const live of [there, home])
      expect((await live.until(({ changes }) => changes.itemId === id)).changes).toMatchObject({
        ...{ kind: 'CREATED', itemType: 'Placement', aboutId: world.action },
        item: { reference: 'B7', action: { id: world.action, status: 'GREEN' } },
      });
    await world.southLead.ok(ARCHIVE, { input: { id, expectedVersion: version } });
    for (const live of [there, home])
      await live.until(({ changes }) => changes.itemId === id && changes.kind === 'ARCHIVED');
    await there.stop();
    await home.stop();
  });

  it('are told in the same commit how it stands now, with the action, and its history holds nothing of that', async () => {
    const { id } = await place(world);
    const [there, home] = [await follow(), await follow(world.northViewer, world.homePlanId)];
    await rate('RED');
    const { changes } = await there.until(({ changes: { itemId } }) => itemId === id);
    expect(changes).toMatchObject({
      ...{ kind: 'UPDATED', itemType: 'Placement', fields: [{ field: 'told', after: 'Action' }] },
      item: { action: { id: world.action, status: 'RED' } },
    });
    const own = await home.until(({ changes: { itemId } }) => itemId === world.action);
    expect(changes.at).toBe(own.changes.at);
    const history = `query ($of: ID!) { history(of: $of, first: 20) { nodes { kind } } }`;
    expect(await world.southEditor.ok(history, { of: id })).toEqual({
      history: { nodes: [{ kind: 'CREATED' }] },
    });
    await there.stop();
    await home.stop();
  });

  it('are told that there is another report, remark or cross-reference', async () => {
    const { build } = world.app;
    const { id } = await place(world);
    const there = await follow();
    const told = (what: string) =>
      there.until(
        ({ changes }) => changes.itemId === id && changes.fields.some(({ after }) => after === what),
      );
    const at = { planId: world.homePlanId, itemType: 'Action', itemId: world.action };
    await build.inPartnership('updates', world.partnershipId, {
      ...{ planId: world.homePlanId, actionId: world.action, organisationId: world.north },
      ...{ period: '2026-01-01', narrative: 'Begun', status: 'GREEN' },
    });
    await told('Update');
    await build.inPartnership('comments', world.partnershipId, {
      ...at,
      authorId: world.personIds['northlead'],
      text: 'Mind this',
    });
    await told('Comment');
    const beside = await build.action(world.homeWorkstreamId);
    await world.northLead.ok(
      `mutation ($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { id } } }`,
      { input: { fromId: world.action, toId: beside, kind: 'DEPENDS_ON' } },
    );
    await told('CrossReference');
    await there.stop();
  });

  it('are not told of what happens out of their sight', async () => {
    const { id } = await place(world);
    const there = await follow();
    const secret = await world.app.build.action(world.homeWorkstreamId, {
      audienceId: await world.app.build.audience(world.partnershipId, 'ORGANISATIONS', [world.north]),
      ownerId: world.north,
    });
    await world.northLead.ok(
      `mutation ($input: ProposeCrossReferenceInput!) { proposeCrossReference(input: $input) { crossReference { id } } }`,
      { input: { fromId: world.action, toId: secret, kind: 'DEPENDS_ON' } },
    );
    await marked(there);
    expect(kinds(there, id)).toEqual([]);
    await there.stop();
  });

  it('lose it with the action when that is restricted, hear nothing more of it, and have it back when that is lifted', async () => {
    const { id } = await place(world);
    const [outside, inside] = [await follow(), await follow(world.northViewer)];
    await restrict([world.north]);
    const gone = await outside.until(({ changes }) => changes.itemId === id && changes.kind === 'REMOVED');
    expect(gone.changes.item).toBeNull();
    await rate('AMBER');
    await inside.until(({ changes }) => changes.item?.action?.status === 'AMBER');
    await marked(outside);
    expect(kinds(outside, id)).toEqual(['REMOVED']);
    await restrict(null);
    const back = await outside.until(({ changes }) => changes.itemId === id && changes.kind === 'CREATED');
    expect(back.changes.item).toMatchObject({ action: { status: 'AMBER' } });
    expect(kinds(inside, id)).not.toContain('REMOVED');
    await outside.stop();
    await inside.stop();
  });
});
