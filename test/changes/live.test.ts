import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';

const CHANGES = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) {
  cursor kind itemType itemId actor { name } organisation { name } fields { field before after }
  item { __typename ... on Action { id version title status leads { organisation { name } } } } } }`;
const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id version status } } }`;

interface Told {
  changes: { cursor: string; kind: string; itemType: string; itemId: string; item: { title?: string; status?: string; version?: number } | null };
}

describe('live changes', () => {
  let app: TestApp;
  let partnership: string;
  let plan: string;
  let council: string;
  let trust: string;
  let workstream: string;
  let action: string;

  beforeAll(async () => {
    app = await startApp();
    const { build } = app;
    partnership = await build.partnership();
    council = await build.organisation(partnership, { name: 'Council' });
    trust = await build.organisation(partnership, { name: 'Trust' });
    await build.person(partnership, { email: 'editor@council', organisationId: council });
    await build.person(partnership, { email: 'viewer@trust', organisationId: trust, role: 'VIEWER' });
    plan = await build.plan(partnership);
    workstream = await build.workstream(plan);
    action = await build.action(workstream, { ownerId: council, title: 'Agree the model' });
  });
  afterAll(() => app.close());

  const cursor = async (person: Awaited<ReturnType<TestApp['as']>>) =>
    (await person.ok<{ plan: { changesCursor: string } }>(`query ($id: ID!) { plan(id: $id) { changesCursor } }`, { id: plan })).plan.changesCursor;

  test('tells another organisation of a rating at once', async () => {
    const viewer = await app.as('viewer@trust');
    const editor = await app.as('editor@council');
    const live = viewer.subscribe<Told>(CHANGES, { within: plan, after: await cursor(viewer) });
    await live.ready;
    await editor.ok(RATE, { input: { id: action, expectedVersion: 1, status: 'AMBER' } });
    const event = await live.until(({ changes }) => changes.itemId === action);
    expect(event.changes).toMatchObject({ kind: 'UPDATED', item: { title: 'Agree the model', status: 'AMBER', version: 2 } });
    await live.stop();
  });
});
