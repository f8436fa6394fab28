import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvRecords } from '../../server/platform/csv.js';
import { type Person, startApp, type TestApp } from '../support/app.js';
import {
  apply,
  base64,
  countsOf,
  expectUnchanged,
  type ImportAnswer,
  preview,
  undo,
} from '../support/imports.js';
import { atThisPace } from '../support/pace.js';
import { describeWithData, sharedData } from '../support/shared-data.js';

const CQC = ['cumbria-cqc-2018', 'CQC Action Plan - November 2018.xlsx'];
const HWB = ['cumbria-hwb-2017', 'HWB Strategy Delivery Plan 2017-18.xlsx'];
const CAMBRIDGESHIRE = ['cambridgeshire-peterborough-2023', 'delivery-plan.csv'];

const bytes = (path: string[]) => base64(readFileSync(join(sharedData ?? '', ...path)));

/** One for each organisation that tells how a task goes. */
const reports = (tasks: Record<string, string>[]): number =>
  tasks.flatMap(({ narrative, narrative_2 }) => [narrative, narrative_2].filter(Boolean)).length;

describeWithData('bringing real plans in', (read) => {
  let app: TestApp;
  let lead: Person;
  let partnershipId: string;
  let council: string;

  beforeAll(async () => {
    app = await startApp();
    partnershipId = await app.build.partnership();
    council = await app.build.organisation(partnershipId, {
      name: 'Cumbria County Council',
      aliases: ['CCC'],
      kind: 'COUNTY_COUNCIL',
    });
    await app.build.organisation(partnershipId, { name: 'North Cumbria CCG', aliases: ['NCCCG', 'NC CCG'] });
    await app.build.organisation(partnershipId, { name: 'Morecambe Bay CCG', aliases: ['MBCCG', 'MB CCG'] });
    await app.build.person(partnershipId, { email: 'lead@cumbria', role: 'ADMIN', organisationId: council });
    lead = await app.as('lead@cumbria');
  });
  afterAll(() => app.close());

  const begin = (path: string[], plan: Record<string, unknown>) =>
    preview(lead, {
      fileName: path.at(-1),
      contentBase64: bytes(path),
      newPlan: { partnershipId, kind: 'ACTION_PLAN', ...plan },
    });

  let cqc: ImportAnswer;

  test('the workbook of November 2018 shows its 9 workstreams, 30 lettered actions, 121 tasks and 21 risks', async () => {
    cqc = await begin(CQC, { startsOn: '2018-04-01', endsOn: '2019-03-31' });
    const risks = csvRecords(read('cumbria-cqc-2018', 'risks.csv'));
    const tasks = csvRecords(read('cumbria-cqc-2018', 'tasks.csv'));
    expect(countsOf(cqc, 'create')).toEqual({
      workstreams: 9,
      actions: 30,
      tasks: 121,
      risks: 21,
      mitigations: risks.filter(({ mitigation }) => mitigation).length,
      updates: reports(tasks),
      crossReferences:
        15 + risks.flatMap(({ refs_named }) => refs_named?.split(';').filter(Boolean) ?? []).length,
    });
    expect(cqc.plan).toBeNull();
    expect(await app.build.sql('select id from plans')).toEqual([]);
  });

  test('it is shown in under two seconds', async () => {
    const began = performance.now();
    await begin(CQC, { startsOn: '2018-04-01', endsOn: '2019-03-31' });
    expect(performance.now() - began).toBeLessThan(atThisPace(2_000));
  });

  test('applied, it is a plan that everybody sees, and applying it again changes nothing', async () => {
    const applied = await apply(lead, cqc.id);
    expect(applied.status).toBe('APPLIED');
    expect(applied.plan?.title).toBe('CQC Action plan');
    const again = await preview(lead, {
      fileName: CQC.at(-1),
      contentBase64: bytes(CQC),
      planId: applied.plan?.id,
    });
    expectUnchanged(again);
    expect([again.kept, again.missing]).toEqual([[], []]);
    const length = await app.build.logLength();
    expectUnchanged(await apply(lead, again.id));
    // Only the import itself is told of.
    expect(await app.build.logLength()).toBe(length + 1);
  });

  test('its sentences lead to what they name', async () => {
    const rows = await app.build.sql<{ line: string }>(
      `select concat_ws(' ', w.number, a.reference, x.kind, '→', tw.number, ta.reference) as line
       from cross_references x join actions a on a.id = x.from_id join workstreams w on w.id = a.workstream_id
       left join actions ta on ta.id = x.to_id join workstreams tw on tw.id = coalesce(ta.workstream_id, x.to_id) order by line`,
    );
    expect(rows.map(({ line }) => line)).toEqual([
      '2 A2 CONTRIBUTES_TO → 2 A6',
      '2 A4 RELATES_TO → 3 C3',
      '2 A6 RELATES_TO → 3',
      '2 B12 RELATES_TO → 4 C2',
      '3 A1 CONTRIBUTES_TO → 3 A2',
      '3 B1 CONTRIBUTES_TO → 3 B2',
      '3 C4 RELATES_TO → 5 C',
      '3 C4 RELATES_TO → 5 D',
      '4 C1 CONTRIBUTES_TO → 4 B1',
      '4 C2 CONTRIBUTES_TO → 4 B1',
      '4 C2 RELATES_TO → 2 B12',
      '6 A1 RELATES_TO → 4',
      '6 A5 RELATES_TO → 4',
    ]);
    const risks = await app.build.sql<{ number: string; found: number; reasons: string[] }>(
      `select w.number, count(x.to_id)::int as found, array_agg(x.unresolved_because order by x.id) filter (where x.to_id is null) as reasons
       from cross_references x join risks r on r.id = x.from_id join workstreams w on w.id = r.workstream_id group by 1 order by 1`,
    );
    expect(risks.map(({ number, found }) => [number, found])).toEqual([
      ['2', 5],
      ['6', 6],
      ['7', 2],
      ['8', 1],
      ['9', 3],
    ]);
    expect(risks.find(({ number }) => number === '7')?.reasons).toEqual([
      'Workstream 7 has no A5',
      'Workstream 7 has no A6',
      'Workstream 7 has no A2; it has A2.1, A2.2',
      'Workstream 7 has no A4',
    ]);
  });

  test('keeps every owner as written, in three organisations where the cell names three', async () => {
    const rows = await app.build.sql(
      `select o.role, o.as_written, g.name as organisation from ownerships o join actions a on a.id = o.item_id left join organisations g on g.id = o.organisation_id
       where exists (select 1 from ownerships m where m.item_id = a.id and m.as_written = 'John Glover (Morecambe Bay)') order by o.position`,
    );
    expect(rows).toEqual([
      { role: 'ACCOUNTABLE', as_written: 'Michael Smillie (North Cumbria)', organisation: null },
      { role: 'JOINT', as_written: 'John Glover (Morecambe Bay)', organisation: null },
      {
        role: 'JOINT',
        as_written: 'Paul Robinson (Cumbria County Council)',
        organisation: 'Cumbria County Council',
      },
    ]);
    const [update] = await app.build.sql(`select period, count(*)::int as n from updates group by 1`);
    expect(update).toEqual({
      period: '2018-11-01',
      n: reports(csvRecords(read('cumbria-cqc-2018', 'tasks.csv'))),
    });
  });

  test('undone and applied again, it is the same plan', async () => {
    const state = () =>
      app.build.sql(
        `select id, reference, title, status, timing_as_written, parent_id from actions where archived_at is null order by id`,
      );
    const before = await state();
    const undone = await undo(lead, cqc.id);
    expect([undone.status, undone.left]).toEqual(['UNDONE', []]);
    expect(await state()).toEqual([]);
    await apply(lead, cqc.id);
    expect(await state()).toEqual(before);
  });

  test('the delivery plan of a strategy comes in outcome by outcome', async () => {
    const shown = await begin(HWB, { startsOn: '2017-04-01', endsOn: '2018-03-31', kind: 'DELIVERY_PLAN' });
    expect(countsOf(shown, 'create')).toMatchObject({ workstreams: 5, tasks: 107 });
    expect(shown.skippedCount).toBe(73);
    const applied = await apply(lead, shown.id);
    expectUnchanged(
      await preview(lead, { fileName: HWB.at(-1), contentBase64: bytes(HWB), planId: applied.plan?.id }),
    );
    const council_ = shown.owners.find(({ asWritten }) => asWritten === 'Cumbria County Council');
    expect(council_).toMatchObject({ chosen: { id: council, name: 'Cumbria County Council' }, isGap: false });
    expect(council_?.matches[0]?.confidence).toBe(1);
  });

  test('a table of 477 deliverables in 23 sections comes in whole', async () => {
    const path = join(sharedData ?? '', ...CAMBRIDGESHIRE);
    const file = readFileSync(path);
    const id = (
      await app.build.sql<{ id: string }>(
        `insert into uploads (id, account_id, file_name, content) select gen_random_uuid(), id, 'delivery-plan.csv', $1 from accounts returning id`,
        [file],
      )
    )[0]?.id;
    const plan = {
      partnershipId,
      kind: 'STRATEGY',
      title: 'Joint Forward Plan',
      startsOn: '2023-04-01',
      endsOn: '2028-03-31',
    };
    const shown = await preview(lead, { uploadId: id, newPlan: plan });
    expect(countsOf(shown, 'create')).toMatchObject({ workstreams: 23, tasks: 477 });
    const applied = await apply(lead, shown.id);
    expectUnchanged(await preview(lead, { uploadId: id, planId: applied.plan?.id }));
    expect(applied.owners.find(({ asWritten }) => asWritten === 'TBC')).toMatchObject({
      isGap: true,
      chosen: null,
    });
    expect(applied.timings.some(({ isFlagged }) => isFlagged)).toBe(true);
  });
});
