import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let partnershipId: string;
let council: string;
let trust: string;
let administrator: Person;
let councilAdmin: Person;
let editor: Person;

beforeAll(async () => {
  app = await startApp();
  partnershipId = await app.build.partnership();
  council = await app.build.organisation(partnershipId, { name: 'Council' });
  trust = await app.build.organisation(partnershipId, { name: 'Trust' });
  await app.build.person(partnershipId, { email: 'pa@example.org', role: 'ADMIN' });
  await app.build.person(partnershipId, {
    email: 'council-admin@example.org',
    organisationId: council,
    role: 'ADMIN',
  });
  await app.build.person(partnershipId, { email: 'editor@example.org', organisationId: council });
  [administrator, councilAdmin, editor] = [
    await app.as('pa@example.org'),
    await app.as('council-admin@example.org'),
    await app.as('editor@example.org'),
  ];
});
afterAll(() => app.close());

const ask = async (who: Person, field: string, id: string): Promise<unknown> => {
  const told = await who.ok<Record<string, { viewerCan: unknown }>>(
    `query ($id: ID!) { ${field}(id: $id) { viewerCan { ${field === 'organisation' ? 'manageStaff archive' : 'update'} } } }`,
    { id },
  );
  return told[field]?.viewerCan;
};

describe('who is told that they may keep', () => {
  it('the people of an organisation: its own administrator and the partnership’s', async () => {
    const people = (organisationId: string | null) =>
      app.build.inPartnership('people', partnershipId, { name: 'Sam', organisationId });
    const [own, theirs, nobodys] = [await people(council), await people(trust), await people(null)];
    for (const id of [own, theirs, nobodys]) {
      expect(await ask(administrator, 'person', id)).toEqual({ update: true });
      expect(await ask(councilAdmin, 'person', id)).toEqual({ update: id === own });
      expect(await ask(editor, 'person', id)).toEqual({ update: false });
    }
  });

  it('an administrator of the partnership: another of these, whoever employs them', async () => {
    const id = await app.build.person(partnershipId, { email: 'second-pa@example.org', role: 'ADMIN' });
    await app.build.sql('update people set organisation_id = $1 where id = $2', [council, id]);
    expect(await ask(councilAdmin, 'person', id)).toEqual({ update: false });
    expect(await ask(administrator, 'person', id)).toEqual({ update: true });
  });

  it('posts: as people', async () => {
    const posts = (organisationId: string | null) =>
      app.build.inPartnership('posts', partnershipId, { title: 'Director', organisationId });
    const [own, theirs, nobodys] = [await posts(council), await posts(trust), await posts(null)];
    for (const id of [own, theirs, nobodys]) {
      expect(await ask(administrator, 'post', id)).toEqual({ update: true });
      expect(await ask(councilAdmin, 'post', id)).toEqual({ update: id === own });
      expect(await ask(editor, 'post', id)).toEqual({ update: false });
    }
  });

  it('an organisation itself: who works for it is its own, whether it is here is the partnership’s', async () => {
    expect(await ask(administrator, 'organisation', council)).toEqual({ manageStaff: true, archive: true });
    expect(await ask(councilAdmin, 'organisation', council)).toEqual({ manageStaff: true, archive: false });
    expect(await ask(councilAdmin, 'organisation', trust)).toEqual({ manageStaff: false, archive: false });
    for (const who of [editor, app.nobody])
      expect(await ask(who, 'organisation', council)).toEqual({ manageStaff: false, archive: false });
  });
});
