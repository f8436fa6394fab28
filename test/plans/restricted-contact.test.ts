import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../support/app.js';
import { brokenRule, changesNothing, startWorld, type World } from '../support/world.js';

const CREATE = `mutation ($input: CreateRestrictedContactInput!) {
  createRestrictedContact(input: $input) { restrictedContact { id version organisation { id } post { id } } } }`;
const ARCHIVE = `mutation ($input: ItemVersionInput!) {
  archiveRestrictedContact(input: $input) { restrictedContact { id archivedAt } } }`;
const RESTRICT = `mutation ($input: RestrictInput!) { restrictAction(input: $input) { action { id } } }`;
const CONTACTS = `query ($within: ID!) {
  restrictedContacts(within: $within) { organisation { name } post { title } } }`;

let world: World;
let posts: { director: string; south: string };
/** Northmoor’s, in a plan that all partners see. */
let actions: [string, string];

beforeAll(async () => {
  world = await startWorld();
  const { build } = world.app;
  const { partnershipId, north, south } = world;
  const post = (title: string, organisationId: string) =>
    build.inPartnership('posts', partnershipId, { title, organisationId });
  posts = {
    director: await post('Director of Public Health', north),
    south: await post('Chief Nurse', south),
  };
});
afterAll(() => world.app.close());

beforeEach(async () => {
  const { build } = world.app;
  await build.sql(
    `update restricted_contacts set archived_at = now() where partnership_id = $1 and archived_at is null`,
    [world.partnershipId],
  );
  const planId = await build.plan(world.partnershipId);
  const workstreamId = await build.workstream(planId, { leadOrganisationId: world.north });
  const one = () => build.action(workstreamId, { ownerId: world.north, title: 'Close the ward' });
  actions = [await one(), await one()];
  for (const id of actions) await narrow(id, [world.north]);
});

const version = async (table: string, id: string) => (await world.app.build.row(table, id))['version'];
const narrow = async (id: string, organisationIds: string[] | null) =>
  world.northLead.ok(RESTRICT, {
    input: {
      ...{ id, expectedVersion: await version('actions', id) },
      audience: organisationIds && { kind: 'ORGANISATIONS', organisationIds },
    },
  });
const of = (actionId = actions[0], more: object = {}) => ({
  input: { actionId, organisationId: world.north, postId: posts.director, ...more },
});
const optIn = async (actionId?: string, more?: object) =>
  (
    await world.northLead.ok<{ createRestrictedContact: { restrictedContact: { id: string } } }>(
      CREATE,
      of(actionId, more),
    )
  ).createRestrictedContact.restrictedContact.id;
const optOut = async (id: string) =>
  world.northLead.ok(ARCHIVE, { input: { id, expectedVersion: await version('restricted_contacts', id) } });
const contacts = async (who: Person) =>
  (await who.ok<{ restrictedContacts: unknown[] }>(CONTACTS, { within: world.partnershipId }))
    .restrictedContacts;

const DIRECTOR = {
  organisation: { name: 'Northmoor Council' },
  post: { title: 'Director of Public Health' },
};
const COUNCIL = { organisation: { name: 'Northmoor Council' }, post: null };

describe('who may be asked about a restricted action', () => {
  test('is nobody until an owner says so, and then a contact for all partners and for nobody else', async () => {
    expect(await contacts(world.southEditor)).toEqual([]);
    await optIn();
    for (const partner of [world.southEditor, world.northViewer, world.chair, world.admin])
      expect(await contacts(partner)).toEqual([DIRECTOR]);
    for (const outsider of [world.app.nobody, world.stranger]) expect(await contacts(outsider)).toEqual([]);
  });

  test('tells those who do not see the action nothing else of it, anywhere', async () => {
    const { seq } = await lastTold();
    const id = await optIn();
    const LOOK = `query ($id: ID!, $action: ID!, $within: ID!) {
      restrictedContact(id: $id) { id }
      action(id: $action) { restrictedContact { id } }
      history(of: $action, first: 5) { nodes { itemId } }
      all: history(of: $within, first: 50) { nodes { itemId } } }`;
    const look = (who: Person) =>
      who.ok<{ restrictedContact: unknown; all: { nodes: { itemId: string }[] } }>(LOOK, {
        ...{ id, action: actions[0], within: world.partnershipId },
      });
    const theirs = await look(world.southLead);
    expect(theirs).toMatchObject({ restrictedContact: null, action: null, history: { nodes: [] } });
    expect(JSON.stringify(theirs)).not.toContain(id);
    const own = await look(world.northViewer);
    expect(own).toMatchObject({ restrictedContact: { id }, action: { restrictedContact: { id } } });
    expect(own.all.nodes.map(({ itemId }) => itemId)).toContain(id);
    expect((await lastTold()).seq).toBeGreaterThan(seq);
  });

  test('is one where two actions have the same contact, byte for byte, and two where they differ', async () => {
    const ask = () => world.southEditor.query(CONTACTS, { within: world.partnershipId });
    await optIn(actions[0]);
    const before = JSON.stringify(await ask());
    const second = await optIn(actions[1]);
    expect(JSON.stringify(await ask())).toBe(before);
    await optOut(second);
    expect(JSON.stringify(await ask())).toBe(before);
    await optIn(actions[1], { postId: null });
    expect(await contacts(world.southEditor)).toEqual([COUNCIL, DIRECTOR]);
  });

  test('is nobody again once it is taken back, opened to all or put away', async () => {
    const id = await optIn();
    await optOut(id);
    expect(await contacts(world.southEditor)).toEqual([]);
    await optIn();
    await narrow(actions[0], null);
    expect(await contacts(world.southEditor)).toEqual([]);
    await narrow(actions[0], [world.north]);
    expect(await contacts(world.southEditor)).toEqual([DIRECTOR]);
    await world.northLead.ok(
      `mutation ($input: ItemVersionInput!) { archiveAction(input: $input) { action { id } } }`,
      { input: { id: actions[0], expectedVersion: await version('actions', actions[0]) } },
    );
    expect(await contacts(world.southEditor)).toEqual([]);
  });

  test('is the organisation where its post was put away or went to another', async () => {
    await optIn();
    const { build } = world.app;
    await build.sql('update posts set archived_at = now() where id = $1', [posts.director]);
    expect(await contacts(world.southEditor)).toEqual([COUNCIL]);
    await build.sql('update posts set archived_at = null, organisation_id = $2 where id = $1', [
      ...[posts.director, world.south],
    ]);
    expect(await contacts(world.southEditor)).toEqual([COUNCIL]);
    await build.sql('update posts set organisation_id = $2 where id = $1', [posts.director, world.north]);
    expect(await contacts(world.southEditor)).toEqual([DIRECTOR]);
  });

  test('is said by whoever may say who sees it; to others the action is not there', async () => {
    const id = await optIn(actions[1]);
    const back = { input: { id, expectedVersion: 1 } };
    const refused = async (who: Person, document: string, variables: Record<string, unknown>) =>
      (await who.query(document, variables)).errors?.[0]?.extensions.code;
    const isUnchanged = await changesNothing(world.app, async () => {
      for (const [who, code] of [
        [world.northEditor, 'FORBIDDEN'],
        [world.southLead, 'NOT_FOUND'],
        [world.admin, 'NOT_FOUND'],
        [world.stranger, 'NOT_FOUND'],
        [world.app.nobody, 'UNAUTHENTICATED'],
      ] as const) {
        expect(await refused(who, CREATE, of())).toBe(code);
        expect(await refused(who, ARCHIVE, back)).toBe(code);
      }
    });
    expect(isUnchanged).toBe(true);
  });

  test('names an own organisation and its post, of an action that is restricted, one at a time', async () => {
    const { northLead, south } = world;
    const field = async (more: object) => (await northLead.query(CREATE, of(actions[0], more))).errors?.[0];
    const invalid = { extensions: { code: 'INVALID_INPUT' } };
    expect(await field({ organisationId: south, postId: null })).toMatchObject(invalid);
    expect(await field({ postId: posts.south })).toMatchObject(invalid);
    const id = await optIn();
    expect(await optIn()).toBe(id);
    expect(await brokenRule(northLead, CREATE, of(actions[0], { postId: null }))).toBe('CONTACT_NAMED');
    await narrow(actions[1], null);
    expect(await brokenRule(northLead, CREATE, of(actions[1]))).toBe('NOT_RESTRICTED');
  });

  test('stays with those who see the action, should that be narrowed further', async () => {
    await narrow(actions[0], [world.north, world.south]);
    const id = await optIn();
    const ASK = 'query ($id: ID!) { restrictedContact(id: $id) { id } }';
    expect(await world.southEditor.ok(ASK, { id })).toEqual({ restrictedContact: { id } });
    await narrow(actions[0], [world.north]);
    expect(await world.southEditor.ok(ASK, { id })).toEqual({ restrictedContact: null });
    expect(await contacts(world.southEditor)).toEqual([DIRECTOR]);
  });
});

async function lastTold(): Promise<{ seq: number }> {
  const [row] = await world.app.build.sql<{ seq: number }>(
    'select max(seq)::int as seq from changes where partnership_id = $1',
    [world.partnershipId],
  );
  return row ?? { seq: 0 };
}
