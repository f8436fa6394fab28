import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BragStatus } from '../../schema/vocabulary.js';
import { bragDefinitions, redefine } from '../../server/features/organisations/partnership.rules.js';
import { type Person, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let partnershipId: string;
let council: string;
let trust: string;
let administrator: Person;
let ownAdmin: Person;
let editor: Person;
let stranger: Person;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership({ name: 'Northmoor Partnership' });
  council = await app.build.organisation(partnershipId, {
    name: 'Northmoor Council',
    kind: 'COUNTY_COUNCIL',
  });
  trust = await app.build.organisation(partnershipId, { name: 'Eastvale Trust' });
  await app.build.person(partnershipId, { email: 'pa@example.org', role: 'ADMIN' });
  await app.build.person(partnershipId, {
    email: 'council-admin@example.org',
    organisationId: council,
    role: 'ADMIN',
  });
  await app.build.person(partnershipId, { email: 'editor@example.org', organisationId: council });
  const elsewhere = await app.build.partnership();
  await app.build.person(elsewhere, { email: 'stranger@example.org', role: 'ADMIN' });
  administrator = await app.as('pa@example.org');
  ownAdmin = await app.as('council-admin@example.org');
  editor = await app.as('editor@example.org');
  stranger = await app.as('stranger@example.org');
});
afterAll(() => app.close());

/** Runs what must be refused, and sees that the log is as long as before. */
async function refusedWithoutTrace(ask: () => Promise<string>): Promise<string> {
  const before = await app.build.logLength();
  const code = await ask();
  expect(await app.build.logLength()).toBe(before);
  return code;
}

describe('a partnership', () => {
  const UPDATE = `mutation ($input: UpdatePartnershipInput!) {
    updatePartnership(input: $input) { partnership { name place version bragDefinitions { status meaning } } } }`;

  it('says its bodies to everyone and its people to its own', async () => {
    await app.build.inPartnership('posts', partnershipId, { title: 'Director of Public Health' });
    const ask = `query ($id: ID!) { partnership(id: $id) { name organisations { name memberships { role } } people { name } posts { title } boards { name } abus { name } plans { title }
      externalDependencies { title } bragDefinitions { status } viewerCan { administer createPlan } } }`;
    type Told = {
      partnership: {
        organisations: { name: string; memberships: { role: string }[] }[];
        people: unknown[];
        posts: unknown[];
        viewerCan: unknown;
      };
    };
    const toPublic = (await app.nobody.ok<Told>(ask, { id: partnershipId })).partnership;
    expect(toPublic.organisations.map(({ name }) => name)).toEqual(['Eastvale Trust', 'Northmoor Council']);
    expect(toPublic.organisations.flatMap(({ memberships }) => memberships)).toEqual([]);
    expect([toPublic.people, toPublic.posts]).toEqual([[], []]);
    expect(toPublic.viewerCan).toEqual({ administer: false, createPlan: false });
    const toEditor = (await editor.ok<Told>(ask, { id: partnershipId })).partnership;
    expect(toEditor.people).toHaveLength(3);
    expect(toEditor.posts).toEqual([{ title: 'Director of Public Health' }]);
    expect(toEditor.organisations[1]?.memberships).toEqual([{ role: 'ADMIN' }, { role: 'EDITOR' }]);
    expect((await administrator.ok<Told>(ask, { id: partnershipId })).partnership.viewerCan).toEqual({
      administer: true,
      createPlan: true,
    });
    expect(await app.nobody.ok('{ partnerships { name } }')).toMatchObject({
      partnerships: [{ name: 'Northmoor Partnership' }, {}],
    });
  });

  it('is changed by its administrators only, and keeps both of two changes to different fields', async () => {
    const input = { id: partnershipId, expectedVersion: 1, place: 'Northmoor' };
    expect(await refusedWithoutTrace(() => app.nobody.refused(UPDATE, { input }))).toBe('UNAUTHENTICATED');
    expect(await refusedWithoutTrace(() => ownAdmin.refused(UPDATE, { input }))).toBe('FORBIDDEN');
    expect(await refusedWithoutTrace(() => stranger.refused(UPDATE, { input }))).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() => administrator.refused(UPDATE, { input: { ...input, name: null } })),
    ).toBe('INVALID_INPUT');
    await administrator.ok(UPDATE, { input });
    await administrator.ok(UPDATE, {
      input: {
        id: partnershipId,
        expectedVersion: 1,
        bragDefinitions: [{ status: 'RED', meaning: 'The board must act.' }],
      },
    });
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(UPDATE, { input: { ...input, place: 'Elsewhere' } }),
      ),
    ).toBe('CONFLICT');
    const { updatePartnership } = await administrator.ok<{
      updatePartnership: {
        partnership: { place: string; bragDefinitions: { status: string; meaning: string }[] };
      };
    }>(UPDATE, {
      input: { id: partnershipId, expectedVersion: 3 },
    });
    expect(updatePartnership.partnership.place).toBe('Northmoor');
    expect(updatePartnership.partnership.bragDefinitions).toContainEqual({
      status: 'RED',
      meaning: 'The board must act.',
    });
    expect(updatePartnership.partnership.bragDefinitions).toContainEqual({
      status: 'GREEN',
      meaning: 'Under way and on target.',
    });
  });

  it('puts its own words over the common meaning, and takes them back', () => {
    const own = redefine({ RED: 'Act.' }, [
      { status: BragStatus.AMBER, meaning: 'Watch.' },
      { status: BragStatus.RED, meaning: null },
    ]);
    expect(own).toEqual({ AMBER: 'Watch.' });
    expect(bragDefinitions(own).map(({ status }) => status)).toEqual([
      'BLUE',
      'GREEN',
      'AMBER',
      'RED',
      'NOT_YET_RATED',
    ]);
    expect(bragDefinitions(own).find(({ status }) => status === BragStatus.RED)?.meaning).toBe(
      'Significant barriers to implementation.',
    );
  });
});

describe('an organisation', () => {
  const CREATE =
    'mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id name aliases version } } }';
  const UPDATE =
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { name aliases website version } } }';
  const AWAY =
    'mutation ($input: ItemVersionInput!) { archiveOrganisation(input: $input) { organisation { archivedAt } } }';
  const BACK =
    'mutation ($input: ItemVersionInput!) { restoreOrganisation(input: $input) { organisation { archivedAt } } }';

  it('is added by an administrator of the partnership, once however often it is tried', async () => {
    const input = {
      id: randomUUID(),
      partnershipId,
      name: 'Westmere Police',
      kind: 'POLICE',
      aliases: ['WP'],
    };
    for (const who of [ownAdmin, stranger])
      expect(await refusedWithoutTrace(() => who.refused(CREATE, { input }))).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CREATE, { input: { ...input, partnershipId: randomUUID() } }),
      ),
    ).toBe('NOT_FOUND');
    expect(
      await refusedWithoutTrace(() => administrator.refused(CREATE, { input: { ...input, name: '' } })),
    ).toBe('INVALID_INPUT');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(CREATE, { input: { ...input, website: 'javascript:alert(1)' } }),
      ),
    ).toBe('INVALID_INPUT');
    const made = await administrator.ok(CREATE, { input });
    expect(await administrator.ok(CREATE, { input })).toEqual(made);
    expect(
      await app.nobody.ok('query ($id: ID!) { organisation(id: $id) { name aliases } }', { id: input.id }),
    ).toEqual({ organisation: { name: 'Westmere Police', aliases: ['WP'] } });
  });

  it('is changed by its own administrator too, nobody’s change lost', async () => {
    const input = { id: council, expectedVersion: 1, aliases: ['NCC'] };
    for (const who of [editor, stranger])
      expect(await refusedWithoutTrace(() => who.refused(UPDATE, { input }))).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() => ownAdmin.refused(UPDATE, { input: { ...input, id: trust } })),
    ).toBe('FORBIDDEN');
    await ownAdmin.ok(UPDATE, { input });
    await administrator.ok(UPDATE, {
      input: { id: council, expectedVersion: 1, website: 'https://northmoor.example' },
    });
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(UPDATE, { input: { ...input, aliases: ['Northmoor'] } }),
      ),
    ).toBe('CONFLICT');
    const cleared = await ownAdmin.ok(UPDATE, { input: { id: council, expectedVersion: 3, aliases: null } });
    expect(cleared).toEqual({
      updateOrganisation: {
        organisation: {
          name: 'Northmoor Council',
          aliases: [],
          website: 'https://northmoor.example',
          version: 4,
        },
      },
    });
    const [entry] = await app.build.sql(
      'select organisation_id, actor_id from changes where item_id = $1 order by seq limit 1 offset 1',
      [council],
    );
    expect(entry?.['organisation_id']).toBe(council);
  });

  it('is put away and brought back by the partnership', async () => {
    const id = await app.build.organisation(partnershipId);
    const input = { id, expectedVersion: 1 };
    expect(await refusedWithoutTrace(() => ownAdmin.refused(AWAY, { input }))).toBe('FORBIDDEN');
    const away = await administrator.ok<{ archiveOrganisation: { organisation: { archivedAt: string } } }>(
      AWAY,
      { input },
    );
    expect(away.archiveOrganisation.organisation.archivedAt).not.toBeNull();
    expect(await administrator.ok(AWAY, { input })).toEqual(away);
    expect(await administrator.ok(BACK, { input: { id, expectedVersion: 2 } })).toEqual({
      restoreOrganisation: { organisation: { archivedAt: null } },
    });
  });
});

describe('an accountable business unit', () => {
  const CREATE = `mutation ($input: CreateAccountableBusinessUnitInput!) { createAccountableBusinessUnit(input: $input) { abu { id version
    hostOrganisation { name } memberOrganisations { name } managingDirector { name } boards { name } priorities { title } } } }`;
  const UPDATE =
    'mutation ($input: UpdateAccountableBusinessUnitInput!) { updateAccountableBusinessUnit(input: $input) { abu { serves memberOrganisations { name } } } }';
  const DELEGATE =
    'mutation ($input: CreateDelegatedFunctionInput!) { createDelegatedFunction(input: $input) { delegatedFunction { id version fromOrganisation { name } } } }';
  const REDELEGATE =
    'mutation ($input: UpdateDelegatedFunctionInput!) { updateDelegatedFunction(input: $input) { delegatedFunction { status function } } }';
  const AWAY = (verb: string, field: string) =>
    `mutation ($input: ItemVersionInput!) { ${verb}(input: $input) { ${field} { archivedAt } } }`;

  it('has a host, members in order, a director, and the priorities that name it', async () => {
    const director = await app.build.inPartnership('people', partnershipId, {
      name: 'Priya Nair',
      organisationId: trust,
    });
    const boardId = await app.build.board(partnershipId, { name: 'Place Board' });
    const input = {
      partnershipId,
      name: 'Northmoor Place',
      hostOrganisationId: trust,
      memberOrganisationIds: [trust, council],
      managingDirectorId: director,
      boardIds: [boardId],
    };
    expect(await refusedWithoutTrace(() => ownAdmin.refused(CREATE, { input }))).toBe('FORBIDDEN');
    const foreign = await app.build.organisation(await app.build.partnership());
    for (const bad of [
      { hostOrganisationId: foreign },
      { memberOrganisationIds: [trust, foreign] },
      { boardIds: [randomUUID()] },
      { managingDirectorId: randomUUID() },
    ])
      expect(
        await refusedWithoutTrace(() => administrator.refused(CREATE, { input: { ...input, ...bad } })),
      ).toBe('INVALID_INPUT');
    const { createAccountableBusinessUnit } = await administrator.ok<{
      createAccountableBusinessUnit: { abu: { id: string } };
    }>(CREATE, { input });
    const { id } = createAccountableBusinessUnit.abu;
    expect(createAccountableBusinessUnit.abu).toMatchObject({
      memberOrganisations: [{ name: 'Eastvale Trust' }, { name: 'Northmoor Council' }],
      managingDirector: { name: 'Priya Nair' },
      boards: [{ name: 'Place Board' }],
    });
    const planId = await app.build.plan(partnershipId);
    await app.build.inPartnership('priorities', partnershipId, {
      planId,
      number: '1',
      title: 'Living well',
      abuIds: [id],
    });
    const ask =
      'query ($id: ID!) { accountableBusinessUnit(id: $id) { name managingDirector { name } priorities { title } delegatedFunctions { function } } }';
    expect(await editor.ok(ask, { id })).toEqual({
      accountableBusinessUnit: {
        name: 'Northmoor Place',
        managingDirector: { name: 'Priya Nair' },
        priorities: [{ title: 'Living well' }],
        delegatedFunctions: [],
      },
    });
    expect(await app.nobody.ok(ask, { id })).toEqual({
      accountableBusinessUnit: {
        name: 'Northmoor Place',
        managingDirector: null,
        priorities: [],
        delegatedFunctions: [],
      },
    });
  });

  it('is changed, put away and brought back by the partnership’s administrators', async () => {
    const id = await app.build.public('accountable_business_units', partnershipId, {
      name: 'Unit',
      hostOrganisationId: trust,
    });
    const input = { id, expectedVersion: 1, serves: 'The whole county', memberOrganisationIds: [council] };
    expect(await refusedWithoutTrace(() => editor.refused(UPDATE, { input }))).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(UPDATE, { input: { ...input, hostOrganisationId: null } }),
      ),
    ).toBe('INVALID_INPUT');
    expect(await administrator.ok(UPDATE, { input })).toEqual({
      updateAccountableBusinessUnit: {
        abu: { serves: 'The whole county', memberOrganisations: [{ name: 'Northmoor Council' }] },
      },
    });
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(UPDATE, { input: { ...input, serves: 'The city' } }),
      ),
    ).toBe('CONFLICT');
    expect(
      await refusedWithoutTrace(() =>
        ownAdmin.refused(AWAY('archiveAccountableBusinessUnit', 'abu'), {
          input: { id, expectedVersion: 2 },
        }),
      ),
    ).toBe('FORBIDDEN');
    await administrator.ok(AWAY('archiveAccountableBusinessUnit', 'abu'), {
      input: { id, expectedVersion: 2 },
    });
    expect(
      await administrator.ok(AWAY('restoreAccountableBusinessUnit', 'abu'), {
        input: { id, expectedVersion: 3 },
      }),
    ).toEqual({ restoreAccountableBusinessUnit: { abu: { archivedAt: null } } });
  });

  it('records what is delegated to it, by whom and how far it has come', async () => {
    const abuId = await app.build.public('accountable_business_units', partnershipId, {
      name: 'Unit',
      hostOrganisationId: trust,
    });
    const input = {
      abuId,
      function: 'Commissioning of community beds',
      fromOrganisationId: council,
      status: 'agreed',
      sinceOn: '2018-04-01',
    };
    expect(await refusedWithoutTrace(() => ownAdmin.refused(DELEGATE, { input }))).toBe('FORBIDDEN');
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(DELEGATE, { input: { ...input, fromOrganisationId: randomUUID() } }),
      ),
    ).toBe('INVALID_INPUT');
    const { createDelegatedFunction } = await administrator.ok<{
      createDelegatedFunction: { delegatedFunction: { id: string } };
    }>(DELEGATE, { input });
    const { id } = createDelegatedFunction.delegatedFunction;
    expect(
      await refusedWithoutTrace(() =>
        editor.refused(REDELEGATE, { input: { id, expectedVersion: 1, status: 'in force' } }),
      ),
    ).toBe('FORBIDDEN');
    expect(
      await administrator.ok(REDELEGATE, { input: { id, expectedVersion: 1, status: 'in force' } }),
    ).toEqual({
      updateDelegatedFunction: { delegatedFunction: { status: 'in force', function: input.function } },
    });
    expect(
      await refusedWithoutTrace(() =>
        administrator.refused(REDELEGATE, { input: { id, expectedVersion: 1, status: 'ended' } }),
      ),
    ).toBe('CONFLICT');
    await administrator.ok(AWAY('archiveDelegatedFunction', 'delegatedFunction'), {
      input: { id, expectedVersion: 2 },
    });
    const ask = 'query ($id: ID!) { accountableBusinessUnit(id: $id) { delegatedFunctions { function } } }';
    expect(await app.nobody.ok(ask, { id: abuId })).toEqual({
      accountableBusinessUnit: { delegatedFunctions: [] },
    });
    await administrator.ok(AWAY('restoreDelegatedFunction', 'delegatedFunction'), {
      input: { id, expectedVersion: 3 },
    });
    expect(await app.nobody.ok(ask, { id: abuId })).toEqual({
      accountableBusinessUnit: { delegatedFunctions: [{ function: input.function }] },
    });
  });
});
