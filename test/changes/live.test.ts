import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Person, startApp, type TestApp } from '../support/app.js';
import { atThisPace } from '../support/pace.js';

const CHANGES = `subscription ($within: ID!, $after: String) { changes(within: $within, after: $after) {
  cursor kind itemType itemId actor { name } fields { field before after }
  item { __typename ... on Action { id version title status leads { organisation { name } } } } } }`;
const RATE = `mutation ($input: RateActionInput!) { rateAction(input: $input) { action { id version status } } }`;
const CURSOR = `query ($id: ID!) { plan(id: $id) { changesCursor } }`;

interface Told {
  changes: {
    cursor: string;
    kind: string;
    itemType: string | null;
    itemId: string | null;
    actor: { name: string } | null;
    fields: { field: string; before: string | null; after: string | null }[];
    item: { title?: string; status?: string; version?: number } | null;
  };
}

describe('live changes', () => {
  let app: TestApp;
  let partnership: string;
  let plan: string;
  let council: string;
  let trust: string;
  let workstream: string;
  let action: string;
  let editor: Person;
  let viewer: Person;

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
    editor = await app.as('editor@council');
    viewer = await app.as('viewer@trust');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    action = await app.build.action(workstream, { ownerId: council, title: 'Agree the model' });
  });

  const cursor = async (person: Person) =>
    (await person.ok<{ plan: { changesCursor: string } }>(CURSOR, { id: plan })).plan.changesCursor;
  const version = async () => Number((await app.build.row('actions', action))['version']);
  const rate = async (status: string, by = editor) =>
    by.ok(RATE, { input: { id: action, expectedVersion: await version(), status } });

  test('tells another organisation of a rating, with who did it and what changed', async () => {
    const live = viewer.subscribe<Told>(CHANGES, { within: plan, after: await cursor(viewer) });
    await live.ready;
    await rate('AMBER');
    const { changes } = await live.until((event) => event.changes.itemId === action);
    expect(changes).toMatchObject({
      kind: 'UPDATED',
      actor: { name: 'editor' },
      fields: [{ field: 'status', before: 'NOT_YET_RATED', after: 'AMBER' }],
      item: { title: 'Agree the model', status: 'AMBER', version: 2 },
    });
    await live.stop();
  });

  test('replays what was missed, once, in order, from the cursor of the last answer', async () => {
    const after = await cursor(viewer);
    for (const status of ['RED', 'AMBER', 'GREEN']) await rate(status);
    const live = viewer.subscribe<Told>(CHANGES, { within: plan, after });
    await live.until(({ changes }) => changes.fields.some((field) => field.after === 'GREEN'));
    expect(live.events.map(({ changes }) => changes.fields[0]?.after)).toEqual(['RED', 'AMBER', 'GREEN']);
    const second = live.events[1]?.changes.cursor;
    await live.stop();
    const rest = viewer.subscribe<Told>(CHANGES, { within: plan, after: second });
    await rest.until(({ changes }) => changes.fields[0]?.after === 'GREEN');
    expect(rest.events).toHaveLength(1);
    await rest.stop();
  });

  test('goes on from a cursor at another process', async () => {
    const other = await app.another();
    const there = await other.as('viewer@trust');
    const after = await cursor(viewer);
    await rate('RED');
    const live = there.subscribe<Told>(CHANGES, { within: plan, after });
    await live.until(({ changes }) => changes.item?.status === 'RED');
    await rate('AMBER');
    await live.until(
      ({ changes }) => changes.item?.status === 'AMBER' && changes.fields[0]?.after === 'AMBER',
    );
    expect(live.events).toHaveLength(2);
    await live.stop();
    await other.close();
  });

  test.each([
    ['garbled', async () => 'bm90IGEgY3Vyc29y'],
    ['of somebody in another position', () => cursor(editor)],
  ])('answers a cursor that is %s with RESYNC', async (_, make) => {
    const live = viewer.subscribe<Told>(CHANGES, { within: plan, after: await make() });
    const { changes } = await live.until(() => true);
    expect(changes).toMatchObject({ kind: 'RESYNC', item: null, itemId: null });
    await live.stop();
  });

  test('says REMOVED once, without content, when an item leaves sight, and nothing after', async () => {
    const live = viewer.subscribe<Told>(CHANGES, { within: plan, after: await cursor(viewer) });
    await live.ready;
    const hidden = await app.build.audience(partnership, 'ORGANISATIONS', [council]);
    await app.build.sql('update actions set audience_id = $1, own_audience_id = $1 where id = $2', [
      hidden,
      action,
    ]);
    await live.until(({ changes }) => changes.kind === 'REMOVED');
    await rate('RED');
    const later = await app.build.action(workstream, { title: 'A later one' });
    await live.until(({ changes }) => changes.itemId === later);
    expect(live.events.map(({ changes }) => [changes.kind, changes.itemId])).toEqual([
      ['REMOVED', action],
      ['CREATED', later],
    ]);
    expect(live.events[0]?.changes).toMatchObject({ item: null, actor: null, fields: [] });
    await live.stop();
  });

  test('keeps what happens out of sight out of cursors too', async () => {
    const hidden = await app.build.audience(partnership, 'ORGANISATIONS', [council]);
    const before = await cursor(viewer);
    await app.build.action(workstream, { audienceId: hidden, ownAudienceId: hidden, title: 'Secret' });
    expect(await cursor(viewer)).toBe(before);
    expect(await cursor(editor)).not.toBe(before);
  });

  test.each(['this process', 'another process'])(
    'ends the stream of a revoked member within a second (%s)',
    async (where) => {
      const leaver = `leaver-${where.replace(' ', '-')}@trust`;
      const personId = await app.build.person(partnership, { email: leaver, organisationId: trust });
      const other = await app.another();
      const there = where === 'this process' ? await app.as(leaver) : await other.as(leaver);
      const live = there.subscribe<Told>(CHANGES, { within: plan });
      await live.ready;
      const began = Date.now();
      await app.build.sql('update memberships set archived_at = now() where person_id = $1', [personId]);
      const { code } = await live.closed;
      expect(code).toBe(4403);
      expect(Date.now() - began).toBeLessThan(atThisPace(1_000));
      await rate('RED');
      expect(live.events).toEqual([]);
      await other.close();
    },
  );

  test('signs out the socket of a session that was ended', async () => {
    const person = await app.as('viewer@trust');
    const live = person.subscribe<Told>(CHANGES, { within: plan });
    await live.ready;
    await app.build.sql(
      `update sessions set revoked_at = now() where revoked_at is null and account_id = (select id from accounts where email = 'viewer@trust')`,
    );
    expect((await live.closed).code).toBe(4401);
    viewer = await app.as('viewer@trust');
  });

  test('refuses a subscription to what cannot be seen like one to what is not there', async () => {
    const hidden = await app.build.audience(partnership, 'ORGANISATIONS', [council]);
    const secret = await app.build.plan(partnership, { audienceId: hidden });
    const failures = await Promise.all(
      [secret, '00000000-0000-7000-8000-000000000000'].map(async (within) => {
        const live = viewer.subscribe<Told>(CHANGES, { within });
        return live.until(() => false, 2_000).catch((error: Error) => error.message);
      }),
    );
    expect(failures[0]).toContain('NOT_FOUND');
    expect(failures[0]).toBe(failures[1]);
  });
});
