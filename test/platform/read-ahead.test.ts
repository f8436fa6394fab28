import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Person, startApp, type TestApp } from '../support/app.js';

const WHO = `query ($plan: ID!) { viewer { organisations { role } } plan(id: $plan) { title viewerCan { restrict } } }`;
const ROLES = `{ viewer { organisations { role } } }`;
const UPDATE = `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { id version } } }`;

/** Often enough that the query runs compiled, and its viewer is known from before. */
const TIMES = 4;

describe('what is asked before it is known whether rights still hold', () => {
  let app: TestApp;
  let partnership: string;
  let plan: string;
  let action: string;
  let member: string;
  let person: Person;
  let round = 0;

  beforeAll(async () => {
    app = await startApp();
    partnership = await app.build.partnership();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const council = await app.build.organisation(partnership, { name: `Council ${round}` });
    const email = `editor-${round++}@council`;
    member = await app.build.person(partnership, { email, organisationId: council });
    plan = await app.build.plan(partnership, { title: 'Winter plan' });
    action = await app.build.action(await app.build.workstream(plan), { ownerId: council, title: 'Agree' });
    person = await app.as(email);
  });

  const leave = () =>
    app.build.sql('update memberships set archived_at = now() where person_id = $1', [member]);
  const ask = async <T>(document: string, variables = {}): Promise<T> => {
    for (let n = 1; n < TIMES; n++) await person.ok(document, variables);
    return person.ok<T>(document, variables);
  };

  test('is thrown away when they do not: the next answer is of the rights there are', async () => {
    const before = await ask<{ plan: { title: string } | null }>(WHO, { plan });
    expect(before.plan?.title).toBe('Winter plan');
    await leave();
    const after = await person.ok<{ viewer: { organisations: unknown[] }; plan: unknown }>(WHO, { plan });
    expect(after).toEqual({ viewer: { organisations: [] }, plan: null });
  });

  test('is thrown away also where nothing but the viewer was asked for', async () => {
    const before = await ask<{ viewer: { organisations: { role: string }[] } }>(ROLES);
    expect(before.viewer.organisations).toEqual([{ role: 'EDITOR' }]);
    await leave();
    expect(await person.ok(ROLES)).toEqual({ viewer: { organisations: [] } });
  });

  test('is not done when it was to be written: the verb is refused and nothing has changed', async () => {
    for (let version = 1; version < TIMES; version++)
      await person.ok(UPDATE, { input: { id: action, expectedVersion: version, title: `Agree ${version}` } });
    const before = await app.build.row('actions', action);
    await leave();
    const input = { id: action, expectedVersion: before['version'], title: 'Written by somebody who left' };
    expect(await person.refused(UPDATE, { input })).toBe('NOT_FOUND');
    expect(await app.build.row('actions', action)).toEqual(before);
  });

  test('is done again when rights moved to the good: what was given is there at once', async () => {
    await ask(WHO, { plan });
    const hidden = await app.build.audience(partnership, 'PEOPLE', [member]);
    const given = await app.build.plan(partnership, { audienceId: hidden, title: 'Restricted' });
    const { plan: seen } = await person.ok<{ plan: { title: string } }>(WHO, { plan: given });
    expect(seen.title).toBe('Restricted');
  });
});
