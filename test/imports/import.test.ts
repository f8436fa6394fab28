import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, TestApp } from '../support/app.js';
import { FILE, file, inPlan, ROWS, startWorld } from '../support/import-world.js';
import {
  APPLY,
  apply,
  base64,
  countsOf,
  everythingOf,
  expectUnchanged,
  PREVIEW,
  preview,
  undo,
} from '../support/imports.js';

let world: Awaited<ReturnType<typeof startWorld>>;
let app: TestApp;
let partnershipId: string;
let council: string;
let trust: string;
let ann: string;
let admin: Person;
let lead: Person;
let editor: Person;
let stranger: Person;
let planId: string;
let input: ReturnType<typeof inPlan>['input'];
let bring: ReturnType<typeof inPlan>['bring'];
let actions: ReturnType<typeof inPlan>['actions'];
let action: ReturnType<typeof inPlan>['action'];
let retitle: ReturnType<typeof inPlan>['retitle'];

beforeAll(async () => {
  world = await startWorld();
  ({ app, partnershipId, council, trust, ann, admin, lead, editor, stranger } = world);
});
afterAll(() => app.close());
beforeEach(async () => {
  planId = await app.build.plan(world.partnershipId);
  ({ input, bring, actions, action, retitle } = inPlan(world, planId));
});

describe('looking at a file', () => {
  test('strangers, editors and readers are refused, and no file is kept', async () => {
    const length = await app.build.logLength();
    expect(await app.nobody.refused(PREVIEW, { input: input() })).toBe('UNAUTHENTICATED');
    expect(await stranger.refused(PREVIEW, { input: input() })).toBe('NOT_FOUND');
    expect(await editor.refused(PREVIEW, { input: input() })).toBe('FORBIDDEN');
    expect(
      await lead.refused(PREVIEW, {
        input: {
          ...input(),
          newPlan: { partnershipId, kind: 'STRATEGY', startsOn: '2018-04-01', endsOn: '2019-03-31' },
        },
      }),
    ).toBe('INVALID_INPUT');
    expect(await lead.refused(PREVIEW, { input: { ...input(), contentBase64: null } })).toBe('INVALID_INPUT');
    expect(await app.build.logLength()).toBe(length);
    expect(
      await app.build.sql('select * from import_contents where content ->> $1 = $2', ['planId', planId]),
    ).toEqual([]);
  });

  test('shows what would come, writes nothing of the plan, and tells only its own organisation', async () => {
    const before = await everythingOf(app);
    const shown = await preview(lead, input());
    expect(await everythingOf(app)).toEqual(before);
    expect(countsOf(shown, 'create')).toEqual({ workstreams: 2, tasks: 4, updates: 2, crossReferences: 3 });
    expect(shown).toMatchObject({
      status: 'PREVIEWED',
      plan: { id: planId },
      viewerCan: { apply: true, undo: false },
    });
    expect(
      Object.fromEntries(
        shown.owners.map(({ asWritten, chosen, isGap }) => [
          asWritten,
          isGap ? 'gap' : (chosen?.name ?? null),
        ]),
      ),
    ).toEqual({
      'Northmoor Council': 'Northmoor Council',
      'Ann Lee': 'Ann Lee',
      'Moor NHS Trust': 'Moor NHS Trust',
      'Jon Rush (Moor NHS Trust)': 'Moor NHS Trust',
      TBC: 'gap',
    });
    expect(shown.timings.filter(({ isFlagged }) => isFlagged).map(({ timing }) => timing.asWritten)).toEqual([
      'sometime soon',
    ]);
    expect(shown.crossReferences.find(({ text }) => text.includes('Z9'))).toMatchObject({
      from: 'WS2 B2',
      to: null,
      reason: 'Workstream 1 has no Z9',
    });
    expect(shown.notes.join()).toContain('until a sponsor signs it off');
    const ask = '{ import(id: "ID") { id } imports(within: "PLAN", first: 5) { totalCount } }'
      .replace('ID', shown.id)
      .replace('PLAN', planId);
    for (const [who, sees] of [
      [lead, true],
      [editor, true],
      [stranger, false],
      [await app.as('lead@trust'), false],
      [app.nobody, false],
    ] as const)
      expect(await who.ok(ask)).toEqual({
        import: sees ? { id: shown.id } : null,
        imports: { totalCount: sees ? 1 : 0 },
      });
  });

  test('a file meant for a plan that only some of the organisation see is told to nobody else in it', async () => {
    const [one] = await app.build.sql<{ id: string }>(`select id from people where name = 'lead'`);
    const audienceId = await app.build.audience(partnershipId, 'PEOPLE', [one?.id ?? '']);
    await app.build.sql(`update plans set audience_id = $1, own_audience_id = $1 where id = $2`, [
      audienceId,
      planId,
    ]);
    await app.build.workstream(planId, { leadOrganisationId: council });
    const { id } = await preview(lead, input());
    const ask = `query($id: ID!) { import(id: $id) { id } }`;
    expect(await lead.ok(ask, { id })).toEqual({ import: { id } });
    for (const who of [editor, await app.as('colleague@council')])
      expect(await who.ok(ask, { id })).toEqual({ import: null });
  });

  test('tells which of its actions other plans may have already, before and after it is in, as far as its reader sees', async () => {
    const elsewhere = await app.build.workstream(await app.build.plan(partnershipId));
    const title = 'Recruit volunteer drivers for the mobile library';
    const there = await app.build.action(elsewhere, { title });
    const ask = `query ($id: ID!) { import(id: $id) { possiblySameWork { item words action { id } } } }`;
    const alike = async (id: string, who = lead) =>
      (
        await who.ok<{ import: { possiblySameWork: { item: string; action: { id: string } }[] } | null }>(
          ask,
          { id },
        )
      ).import?.possiblySameWork;
    const { id } = await preview(
      lead,
      input(file('Workstream 1: Libraries,L1,Recruiting drivers for mobile libraries,,,,,')),
    );
    const told = [expect.objectContaining({ action: { id: there } })];
    expect(await alike(id)).toEqual(told);
    await apply(lead, id);
    expect(await alike(id)).toEqual(told);
    await app.build.sql('update actions set archived_at = now() where id = $1', [there]);
    expect(await alike(id)).toEqual([]);
  });

  test('tried again under the same id it is one import; with another file it is refused', async () => {
    const id = crypto.randomUUID();
    await preview(lead, input(FILE, { id }));
    const length = await app.build.logLength();
    expect((await preview(lead, input(FILE, { id }))).id).toBe(id);
    expect(await lead.refused(PREVIEW, { input: input(file(ROWS.a), { id }) })).toBe('INVALID_INPUT');
    expect(await app.build.logLength()).toBe(length);
  });

  test.each([
    ['a zip that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, ...Array(60).fill(7)]), 'plan.xlsx'],
    ['a web page', '<html><script>alert(1)</script></html>', 'plan.csv'],
    ['nothing', '', 'plan.csv'],
    ['what only says it is a workbook', 'a,b,c', 'plan.xlsx'],
  ])('%s is refused in words, and leaves nothing changed', async (_, content, fileName) => {
    const before = [await everythingOf(app), await app.build.logLength()];
    const { errors } = await lead.query(PREVIEW, {
      input: input(content, { fileName, contentBase64: base64(content) || 'A===' }),
    });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect([await everythingOf(app), await app.build.logLength()]).toEqual(before);
  });
});

describe('applying', () => {
  test('others are refused; a plan that was closed takes nothing', async () => {
    const { id } = await preview(lead, input());
    const before = await everythingOf(app);
    expect(await stranger.refused(APPLY, { input: { id } })).toBe('NOT_FOUND');
    expect(await editor.refused(APPLY, { input: { id } })).toBe('FORBIDDEN');
    expect(await lead.refused(APPLY, { input: { id, createMissing: true } })).toBe('FORBIDDEN');
    expect(
      await lead.refused(APPLY, {
        input: { id, accept: [{ asWritten: 'TBC', organisationId: crypto.randomUUID() }] },
      }),
    ).toBe('INVALID_INPUT');
    await app.build.sql(`update plans set status = 'CLOSED' where id = $1`, [planId]);
    expect(await lead.refused(APPLY, { input: { id } })).toBe('RULE_BROKEN');
    await app.build.sql(`update plans set status = 'DRAFT' where id = $1`, [planId]);
    expect(
      JSON.stringify(await everythingOf(app)).replace(/"version":\d+,"created|"updated_at":"[^"]*"/g, ''),
    ).toEqual(JSON.stringify(before).replace(/"version":\d+,"created|"updated_at":"[^"]*"/g, ''));
  });

  test('brings everything in one set of changes, in the name of who did it', async () => {
    const applied = await bring();
    expect(applied).toMatchObject({ status: 'APPLIED', viewerCan: { apply: false, undo: true } });
    const sets = await app.build.sql(
      `select distinct change_set_id, via, actor_id is not null as named, organisation_id from changes where plan_id = $1 and item_type in ('Action', 'Ownership', 'Update')`,
      [planId],
    );
    expect(sets).toEqual([
      { change_set_id: applied.id, via: 'IMPORT', named: true, organisation_id: council },
    ]);
    expect((await actions()).map(({ reference, status }) => [reference, status])).toEqual([
      ['A1', 'GREEN'],
      ['A2', 'GREEN'],
      ['B1', 'NOT_YET_RATED'],
      ['B2', 'AMBER'],
    ]);
    const owners = await app.build.sql(
      `select a.reference, o.role, o.organisation_id, o.person_id, o.as_written from ownerships o join actions a on a.id = o.item_id where a.plan_id = $1 order by 1, o.position`,
      [planId],
    );
    expect(owners).toEqual([
      {
        reference: 'A1',
        role: 'ACCOUNTABLE',
        organisation_id: council,
        person_id: null,
        as_written: 'Northmoor Council',
      },
      { reference: 'A2', role: 'ACCOUNTABLE', organisation_id: trust, person_id: ann, as_written: 'Ann Lee' },
      {
        reference: 'A2',
        role: 'JOINT',
        organisation_id: trust,
        person_id: null,
        as_written: 'Moor NHS Trust',
      },
      {
        reference: 'B2',
        role: 'ACCOUNTABLE',
        organisation_id: trust,
        person_id: null,
        as_written: 'Jon Rush (Moor NHS Trust)',
      },
    ]);
    const updates = await app.build.sql(
      `select organisation_id, author_id, period from updates where plan_id = $1 order by narrative desc`,
      [planId],
    );
    expect(updates).toEqual(
      [council, trust].map((organisation_id) => ({ organisation_id, author_id: null, period: '2018-11-01' })),
    );
  });

  test('proposes what joins two organisations, agrees what is one’s own, and keeps what leads nowhere', async () => {
    await bring(file(ROWS.a, ROWS.d, 'Workstream 1: Discharge,A3,Something else,NC,,,,See action A1'));
    const rows = await app.build.sql(
      `select f.reference, x.kind, t.reference as to, x.status, x.unresolved_because as why from cross_references x join actions f on f.id = x.from_id left join actions t on t.id = x.to_id where x.plan_id = $1 order by 1, 3`,
      [planId],
    );
    expect(rows).toEqual([
      {
        reference: 'A1',
        kind: 'CONTRIBUTES_TO',
        to: null,
        status: 'PROPOSED',
        why: 'Workstream 1 has no B2',
      },
      { reference: 'A3', kind: 'RELATES_TO', to: 'A1', status: 'CONFIRMED', why: null },
      { reference: 'B2', kind: 'RELATES_TO', to: 'A1', status: 'PROPOSED', why: null },
      { reference: 'B2', kind: 'RELATES_TO', to: null, status: 'PROPOSED', why: 'Workstream 1 has no Z9' },
    ]);
  });

  test('twice is once: a file that says nothing new changes nothing', async () => {
    const first = await bring();
    const before = await everythingOf(app);
    expect((await apply(lead, first.id)).status).toBe('APPLIED');
    const again = await preview(lead, input());
    expectUnchanged(again);
    expectUnchanged(await apply(lead, again.id));
    expect(await everythingOf(app)).toEqual(before);
  });

  test('may be brought anew by whose organisation brought it before, also where the file gave all of it to another', async () => {
    const first = await preview(lead, input(file(ROWS.a)));
    await apply(lead, first.id);
    await app.build.sql(`update workstreams set lead_organisation_id = $2 where plan_id = $1`, [
      planId,
      trust,
    ]);
    const colleague = await app.as('colleague@council');
    const can = async (who: Person) =>
      (
        await who.ok<{ plan: { viewerCan: { import: boolean; create: boolean } } }>(
          `query ($id: ID!) { plan(id: $id) { viewerCan { import create } } }`,
          { id: planId },
        )
      ).plan.viewerCan;
    expect(await can(colleague)).toEqual({ import: true, create: false });
    expect(await can(editor)).toEqual({ import: false, create: false });
    const again = await preview(colleague, input(file(ROWS.a, ROWS.b)));
    expect((await apply(colleague, again.id)).status).toBe('APPLIED');
    expect((await actions()).map(({ reference }) => reference)).toEqual(['A1', 'A2']);
    expect(await editor.refused(PREVIEW, { input: input() })).toBe('FORBIDDEN');
    // What was taken back gives nobody a right.
    await undo(lead, again.id);
    await undo(lead, first.id);
    await app.build.sql(`update workstreams set archived_at = null where plan_id = $1`, [planId]);
    expect(await can(colleague)).toEqual({ import: false, create: false });
    expect(await colleague.refused(PREVIEW, { input: input() })).toBe('FORBIDDEN');
    expect((await preview(admin, input())).viewerCan.apply).toBe(true);
  });

  test('two at once into one plan are one after the other', async () => {
    const colleague = await app.as('colleague@council');
    const both = await Promise.all([preview(lead, input()), preview(colleague, input())]);
    await Promise.all([apply(lead, both[0].id), apply(colleague, both[1].id)]);
    expect((await actions()).map(({ reference }) => reference)).toEqual(['A1', 'A2', 'B1', 'B2']);
    expect(await app.build.sql(`select id from workstreams where plan_id = $1`, [planId])).toHaveLength(2);
  });

  test('begins a plan, all of it or nothing', async () => {
    const newPlan = { partnershipId, kind: 'ACTION_PLAN', startsOn: '2018-04-01', endsOn: '2019-03-31' };
    const plans = () => app.build.sql(`select title from plans where partnership_id = $1`, [partnershipId]);
    const before = await plans();
    const shown = await preview(lead, { ...input(), planId: null, newPlan });
    const empty = await preview(lead, { ...input('Board,Minute\nA,B\n'), planId: null, newPlan });
    expect(await plans()).toEqual(before);
    expect(await lead.refused(APPLY, { input: { id: empty.id } })).toBe('RULE_BROKEN');
    expect(await plans()).toEqual(before);
    expect((await apply(lead, shown.id)).plan?.title).toBe('Plan, November 2018');
    expect(await plans()).toHaveLength(before.length + 1);
  });
});

describe('a file that was edited', () => {
  test('changes what differs, keeps what people changed, and puts nothing away', async () => {
    await bring();
    await retitle(await app.as('ann@trust'), 'A2', 'One form for all');
    const edited = file(
      ROWS.a.replace('every discharge', 'all discharges').replace('Sep-18', 'Oct-18'),
      ROWS.b.replace('One referral form', 'Two forms'),
      ROWS.d,
    );
    const shown = await preview(lead, input(edited));
    expect(countsOf(shown, 'update')).toEqual({ tasks: 1 });
    expect(shown.changes).toEqual([
      {
        item: 'WS1 A1',
        field: 'title',
        before: 'Plan every discharge on admission',
        after: 'Plan all discharges on admission',
      },
      { item: 'WS1 A1', field: 'timingAsWritten', before: 'Sep-18', after: 'Oct-18' },
    ]);
    expect(shown.kept).toEqual([
      { item: 'WS1 A2', field: 'title', here: 'One form for all', inFile: 'Two forms' },
    ]);
    expect(shown.missing).toEqual(['B1 Train 40 carers']);
    await apply(lead, shown.id);
    expect((await actions()).map(({ title }) => title)).toEqual([
      'Plan all discharges on admission',
      'One form for all',
      'Train 40 carers',
      'Share a bank of carers',
    ]);
    // And keeps it again, however often the file comes.
    expect((await preview(lead, input(edited))).kept).toHaveLength(1);
  });

  test('leaves what people put away, whom they assigned and what they signed off', async () => {
    await bring();
    const [a1, a2, b1] = [await action('A1'), await action('A2'), await action('B1')];
    await app.build.sql(`update actions set status = 'BLUE' where id = $1`, [a1.id]);
    await app.build.sql(`update actions set archived_at = now() where id = $1`, [b1.id]);
    await app.build.sql(`delete from ownerships where item_id = $1 and role = 'JOINT'`, [a2.id]);
    const before = await everythingOf(app);
    const shown = await preview(lead, input());
    expect(shown.kept.map(({ item, field }) => [item, field])).toEqual([
      ['WS1 A2', 'owners'],
      ['WS2 B1', 'archivedAt'],
    ]);
    await apply(lead, shown.id);
    expect(await everythingOf(app)).toEqual(before);
  });

  test('completes an action made by hand, and overwrites none of its words', async () => {
    const workstream = await app.build.workstream(planId, {
      number: '1',
      title: 'Discharge',
      leadOrganisationId: council,
    });
    await app.build.action(workstream, {
      reference: 'A1',
      title: 'Plan every discharge on admission',
      expectedOutcome: 'Our own words',
    });
    const applied = await bring(file(ROWS.a));
    expect(countsOf(applied, 'create')).toEqual({ updates: 1, crossReferences: 1 });
    expect(applied.kept).toEqual([
      { item: 'WS1 A1', field: 'expectedOutcome', here: 'Our own words', inFile: 'Fewer days lost' },
    ]);
    const [row] = await app.build.sql(
      `select expected_outcome, timing_as_written, status from actions where plan_id = $1`,
      [planId],
    );
    expect(row).toEqual({ expected_outcome: 'Our own words', timing_as_written: 'Sep-18', status: 'GREEN' });
  });
});

describe('what the importer may not see', () => {
  test('is neither changed nor told of: the file’s row comes in beside it', async () => {
    const first = await bring();
    const hidden = await action('A2');
    const narrow = await app.build.audience(partnershipId, 'ORGANISATIONS', [trust]);
    for (const [table, column] of [
      ['actions', 'id'],
      ['ownerships', 'item_id'],
    ] as const)
      await app.build.sql(`update ${table} set audience_id = $2 where ${column} = $1`, [hidden.id, narrow]);
    const shown = await preview(lead, input(FILE.replace('One referral form', 'Two forms')));
    expect(countsOf(shown, 'create')).toEqual({ tasks: 1 });
    expect([shown.kept, shown.missing, shown.changes]).toEqual([[], [], []]);
    await apply(lead, shown.id);
    expect(
      (await actions())
        .filter(({ reference }) => reference === 'A2')
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['One referral form', 'Two forms']);
    expect((await undo(lead, first.id)).left).not.toContain('WS1 A2');
    expect((await actions()).find(({ id }) => id === hidden.id)).toMatchObject({
      title: 'One referral form',
      archived_at: null,
    });
  });
});

describe('who is meant', () => {
  test('a match settled once holds for the same words the next time', async () => {
    const settled = { accept: [{ asWritten: 'Jon Rush (Moor NHS Trust)', personId: ann }] };
    const { id } = await preview(lead, input());
    const applied = await apply(lead, id, settled);
    expect(applied.owners.find(({ asWritten }) => asWritten.startsWith('Jon'))?.chosen).toEqual({
      id: ann,
      name: 'Ann Lee',
    });
    expectUnchanged(await preview(lead, input()));
  });

  test('an administrator may have people made, of organisations that are known', async () => {
    const { id } = await preview(admin, input());
    await apply(admin, id, { createMissing: true });
    const made = await app.build.sql(
      `select p.name, p.organisation_id, p.account_id from people p join ownerships o on o.person_id = p.id where o.plan_id = $1 and p.id <> $2`,
      [planId, ann],
    );
    expect(made).toEqual([{ name: 'Jon Rush', organisation_id: trust, account_id: null }]);
    await app.build.sql(
      `delete from ownerships where person_id in (select id from people where name = 'Jon Rush')`,
    );
    await app.build.sql(`delete from people where name = 'Jon Rush'`);
  });
});
