import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, TestApp } from '../support/app.js';
import { file, inPlan, ROWS, startWorld } from '../support/import-world.js';
import { apply, countsOf, everythingOf, UNDO, undo } from '../support/imports.js';

let world: Awaited<ReturnType<typeof startWorld>>;
let app: TestApp;
let council: string;
let lead: Person;
let editor: Person;
let stranger: Person;
let planId: string;
let bring: ReturnType<typeof inPlan>['bring'];
let actions: ReturnType<typeof inPlan>['actions'];
let action: ReturnType<typeof inPlan>['action'];
let retitle: ReturnType<typeof inPlan>['retitle'];

beforeAll(async () => {
  world = await startWorld();
  ({ app, council, lead, editor, stranger } = world);
});
afterAll(() => app.close());
beforeEach(async () => {
  planId = await app.build.plan(world.partnershipId);
  ({ bring, actions, action, retitle } = inPlan(world, planId));
});

describe('undoing', () => {
  test('strangers and editors are refused', async () => {
    const { id } = await bring();
    const before = await everythingOf(app);
    expect(await stranger.refused(UNDO, { input: { id } })).toBe('NOT_FOUND');
    expect(await editor.refused(UNDO, { input: { id } })).toBe('FORBIDDEN');
    expect(await everythingOf(app)).toEqual(before);
  });

  test('puts away what was made; a second time is harmless; applying again brings the same items back', async () => {
    const { id } = await bring();
    const before = (await actions()).map((one) => one.id);
    expect((await undo(lead, id)).status).toBe('UNDONE');
    expect((await actions()).every(({ archived_at }) => archived_at !== null)).toBe(true);
    const length = await app.build.logLength();
    expect((await undo(lead, id)).status).toBe('UNDONE');
    expect(await app.build.logLength()).toBe(length);
    await apply(lead, id);
    expect((await actions()).map((one) => [one.id, one.archived_at])).toEqual(
      before.map((one) => [one, null]),
    );
    await undo(lead, id);
    expect((await actions()).every(({ archived_at }) => archived_at !== null)).toBe(true);
  });

  test('puts fields and owners back as they were, and leaves what people wrote since, with all it stands under', async () => {
    await bring();
    const second = await bring(
      file(
        ROWS.a.replace('every', 'each').replace('Northmoor Council', 'Moor NHS Trust'),
        ROWS.b.replace('One', 'Two'),
        ROWS.c,
        ROWS.d,
        'Workstream 3: Homes,C1,Build,NC,,,,',
        'Workstream 4: Food,D1,Cook,NC,,,,',
      ),
    );
    await retitle(await app.as('ann@trust'), 'A2', 'Three referral forms');
    await retitle(lead, 'C1', 'Build homes');
    const undone = await undo(lead, second.id);
    expect(undone.left.sort()).toEqual(['WS1 A2', 'WS3 C1', 'Workstream 3']);
    expect(
      (await actions()).map(({ reference, title, archived_at }) => [reference, title, archived_at === null]),
    ).toEqual([
      ['A1', 'Plan every discharge on admission', true],
      ['A2', 'Three referral forms', true],
      ['B1', 'Train 40 carers', true],
      ['B2', 'Share a bank of carers', true],
      ['C1', 'Build homes', true],
      ['D1', 'Cook', false],
    ]);
    const a1 = await action('A1');
    expect(await app.build.sql(`select organisation_id from ownerships where item_id = $1`, [a1.id])).toEqual(
      [{ organisation_id: council }],
    );
    expect(
      await app.build.sql(`select title from workstreams where plan_id = $1 and archived_at is not null`, [
        planId,
      ]),
    ).toEqual([{ title: 'Food' }]);
    // What undoing put back nobody wrote: the same file may bring it again.
    expect(countsOf(await apply(lead, second.id), 'update')).toMatchObject({ tasks: 2 });
    expect((await action('A1')).title).toBe('Plan each discharge on admission');
  });
});
