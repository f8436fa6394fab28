import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let partnershipId: string;
let editor: Person;
let stranger: Person;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership();
  const council = await app.build.organisation(partnershipId, { name: 'Council' });
  await app.build.person(partnershipId, { email: 'editor@example.org', organisationId: council });
  await app.build.person(await app.build.partnership(), { email: 'stranger@example.org', role: 'ADMIN' });
  [editor, stranger] = [await app.as('editor@example.org'), await app.as('stranger@example.org')];
  const archivedAt = '2020-01-01T00:00:00Z';
  await app.build.organisation(partnershipId, { name: 'Old Council', archivedAt });
  await app.build.board(partnershipId, { name: 'Board' });
  await app.build.board(partnershipId, { name: 'Old Board', archivedAt });
  const unit = (values: object) =>
    app.build.public('accountable_business_units', partnershipId, { hostOrganisationId: council, ...values });
  const abuId = await unit({ name: 'Unit' });
  await unit({ name: 'Old Unit', archivedAt });
  for (const values of [{ function: 'Homes' }, { function: 'Old homes', archivedAt }])
    await app.build.public('delegated_functions', partnershipId, {
      abuId,
      fromOrganisationId: council,
      status: 'agreed',
      ...values,
    });
  await app.build.inPartnership('people', partnershipId, { name: 'Leaver', archivedAt });
  await app.build.inPartnership('posts', partnershipId, { title: 'Old Post', archivedAt });
});
afterAll(() => app.close());

const ASK = `query ($id: ID!) { partnership(id: $id) {
  organisations { name } boards { name } abus { name delegatedFunctions { function } archivedFunctions { function } }
  archivedOrganisations { name } archivedBoards { name } archivedAbus { name } archivedPeople { name } archivedPosts { title } } }`;

const bodies = {
  organisations: [{ name: 'Council' }],
  boards: [{ name: 'Board' }],
  abus: [
    {
      name: 'Unit',
      delegatedFunctions: [{ function: 'Homes' }],
      archivedFunctions: [{ function: 'Old homes' }],
    },
  ],
  archivedOrganisations: [{ name: 'Old Council' }],
  archivedBoards: [{ name: 'Old Board' }],
  archivedAbus: [{ name: 'Old Unit' }],
};

describe('what was put away', () => {
  it('stands in lists of its own, where it can be found and brought back', async () => {
    expect(await editor.ok(ASK, { id: partnershipId })).toEqual({
      partnership: {
        ...bodies,
        archivedPeople: [{ name: 'Leaver' }],
        archivedPosts: [{ title: 'Old Post' }],
      },
    });
  });

  it('is no better known than it was: the people of a partnership to itself alone', async () => {
    for (const who of [stranger, app.nobody])
      expect(await who.ok(ASK, { id: partnershipId })).toEqual({
        partnership: { ...bodies, archivedPeople: [], archivedPosts: [] },
      });
  });
});
