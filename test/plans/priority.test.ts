import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changesNothing, startWorld, type World } from '../support/world.js';

const FIELDS =
  'priority { id version number title description archivedAt sros { role person { id } } overseeingBoards { id } }';
const verb = (name: string, type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`;
const CREATE = verb('createPriority');
const UPDATE = verb('updatePriority');
const ASSIGN = verb('assignPriority');
const ARCHIVE = verb('archivePriority', 'ItemVersionInput');
const RESTORE = verb('restorePriority', 'ItemVersionInput');

let world: World;
let planId: string;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  planId = await world.app.build.plan(world.partnershipId, { boardId: world.boardId });
  await world.app.build.workstream(planId, { leadOrganisationId: world.north });
});
afterAll(() => world.app.close());

test('a priority is added by those who plan, once however often it is tried', async () => {
  const input = { planId, number: '1', title: 'Warm homes' };
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.stranger.refused(CREATE, { input })).toBe('NOT_FOUND');
    expect(await world.southLead.refused(CREATE, { input })).toBe('FORBIDDEN');
    expect(await world.northLead.refused(CREATE, { input: { ...input, abuIds: [randomUUID()] } })).toBe(
      'INVALID_INPUT',
    );
    expect(
      await world.northLead.refused(CREATE, { input: { ...input, overseeingBoardIds: [world.north] } }),
    ).toBe('INVALID_INPUT');
    const lead = { role: 'ACCOUNTABLE', personId: world.personIds['northlead'] };
    expect(await world.northLead.refused(CREATE, { input: { ...input, sros: [lead] } })).toBe(
      'INVALID_INPUT',
    );
  });
  expect(unchanged).toBe(true);
  const full = {
    ...input,
    id: randomUUID(),
    overseeingBoardIds: [world.boardId],
    sros: [{ role: 'SRO', personId: world.personIds['northlead'] }],
  };
  const made = await world.northLead.ok(CREATE, { input: full });
  expect(made).toMatchObject({
    createPriority: {
      priority: {
        number: '1',
        sros: [{ role: 'SRO', person: { id: world.personIds['northlead'] } }],
        overseeingBoards: [{ id: world.boardId }],
      },
    },
  });
  expect(await world.northLead.ok(CREATE, { input: full })).toEqual(made);
  expect(await world.northLead.refused(CREATE, { input: { ...full, title: 'Something else' } })).toBe(
    'INVALID_INPUT',
  );
});

test('a priority is changed field by field, and the second to change one field is told', async () => {
  const id = await world.app.build.inPartnership('priorities', world.partnershipId, {
    planId,
    number: '1',
    title: 'Warm homes',
  });
  const unchanged = await changesNothing(world.app, async () => {
    expect(await world.stranger.refused(UPDATE, { input: { id, expectedVersion: 1, title: 'X' } })).toBe(
      'NOT_FOUND',
    );
    expect(await world.southLead.refused(UPDATE, { input: { id, expectedVersion: 1, title: 'X' } })).toBe(
      'FORBIDDEN',
    );
    expect(await world.northLead.refused(UPDATE, { input: { id, expectedVersion: 1, number: null } })).toBe(
      'INVALID_INPUT',
    );
  });
  expect(unchanged).toBe(true);
  await world.chair.ok(UPDATE, {
    input: { id, expectedVersion: 1, title: 'Warm, dry homes', overseeingBoardIds: [world.boardId] },
  });
  expect(
    await world.northLead.ok(UPDATE, { input: { id, expectedVersion: 1, description: 'No one is cold' } }),
  ).toMatchObject({
    updatePriority: {
      priority: {
        title: 'Warm, dry homes',
        description: 'No one is cold',
        version: 3,
        overseeingBoards: [{ id: world.boardId }],
      },
    },
  });
  expect(await world.northLead.refused(UPDATE, { input: { id, expectedVersion: 1, title: 'Mine' } })).toBe(
    'CONFLICT',
  );
  expect(
    await world.northLead.ok(UPDATE, { input: { id, expectedVersion: 3, overseeingBoardIds: null } }),
  ).toMatchObject({ updatePriority: { priority: { overseeingBoards: [] } } });
});

test('who is responsible for a priority is said as a whole list', async () => {
  const id = await world.app.build.inPartnership('priorities', world.partnershipId, {
    planId,
    number: '1',
    title: 'Warm homes',
  });
  const sro = (name: string) => ({ role: 'SRO', personId: world.personIds[name] });
  expect(
    await world.southLead.refused(ASSIGN, { input: { id, expectedVersion: 1, sros: [sro('southlead')] } }),
  ).toBe('FORBIDDEN');
  await world.chair.ok(ASSIGN, {
    input: { id, expectedVersion: 1, sros: [sro('southlead'), sro('northlead')] },
  });
  expect(await world.northLead.refused(ASSIGN, { input: { id, expectedVersion: 1, sros: [] } })).toBe(
    'CONFLICT',
  );
  expect(
    await world.chair.ok(ASSIGN, { input: { id, expectedVersion: 2, sros: [sro('southlead')] } }),
  ).toMatchObject({
    assignPriority: { priority: { version: 3, sros: [{ person: { id: world.personIds['southlead'] } }] } },
  });
});

test('a priority says what the reader may do with it, and can be read as it stood', async () => {
  const ask = `query ($id: ID!, $asOf: DateTime) {
    priority(id: $id, asOf: $asOf) { title viewerCan { update assign archive } }
  }`;
  const id = await world.app.build.inPartnership('priorities', world.partnershipId, {
    planId,
    number: '1',
    title: 'Warm homes',
  });
  const all = { update: true, assign: true, archive: true };
  const none = { update: false, assign: false, archive: false };
  for (const [person, viewerCan] of [
    [world.northLead, all],
    [world.chair, all],
    [world.admin, all],
    [world.northEditor, none],
    [world.southLead, none],
  ] as const)
    expect(await person.ok(ask, { id })).toEqual({ priority: { title: 'Warm homes', viewerCan } });
  expect(await world.stranger.ok(ask, { id })).toEqual({ priority: null });
  const asOf = new Date().toISOString();
  await world.northLead.ok(UPDATE, { input: { id, expectedVersion: 1, title: 'Warm, dry homes' } });
  expect(await world.northLead.ok(ask, { id, asOf })).toMatchObject({ priority: { title: 'Warm homes' } });
});

test('a priority is put away and brought back', async () => {
  const id = await world.app.build.inPartnership('priorities', world.partnershipId, {
    planId,
    number: '1',
    title: 'Warm homes',
  });
  expect(await world.southLead.refused(ARCHIVE, { input: { id, expectedVersion: 1 } })).toBe('FORBIDDEN');
  await world.northLead.ok(ARCHIVE, { input: { id, expectedVersion: 1 } });
  const list = `query ($id: ID!) { plan(id: $id) { priorities { id } } }`;
  expect(await world.northLead.ok(list, { id: planId })).toEqual({ plan: { priorities: [] } });
  expect(await world.northLead.ok(RESTORE, { input: { id, expectedVersion: 2 } })).toMatchObject({
    restorePriority: { priority: { archivedAt: null } },
  });
  expect(await world.northLead.ok(list, { id: planId })).toEqual({ plan: { priorities: [{ id }] } });
});
