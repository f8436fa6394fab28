import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_IMPORT_LIMITS } from '../../server/features/imports/import-limits.js';
import type {
  ParsedAction,
  ParsedPlan,
  ParsedWorkstream,
} from '../../server/features/imports/parsed-plan.js';
import { readPlanBytes } from '../../server/features/imports/read-bytes.js';
import { readPlanFile } from '../../server/features/imports/read-file.js';
import { csvRecords } from '../../server/platform/csv.js';
import { atThisPace } from '../support/pace.js';
import { describeWithData, sharedData } from '../support/shared-data.js';

const CQC = 'cumbria-cqc-2018';
const HWB = 'cumbria-hwb-2017';
const CAMBRIDGESHIRE = 'cambridgeshire-peterborough-2023';

function bytesOf(...path: string[]): Uint8Array {
  return readFileSync(join(sharedData ?? '', ...path));
}

function parse(folder: string, name: string): ParsedPlan {
  return readPlanBytes({ name, bytes: bytesOf(folder, name) }, DEFAULT_IMPORT_LIMITS);
}

function actionsOf(plan: ParsedPlan): ParsedAction[] {
  return plan.workstreams.flatMap((workstream) => workstream.actions);
}

function isLettered(action: ParsedAction): boolean {
  return action.key.includes('/action/');
}

/** The extracted files write a line break inside a cell as a space, but between owners keep it. */
function flat(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function workstream(plan: ParsedPlan, number: string): ParsedWorkstream {
  const found = plan.workstreams.find((candidate) => candidate.number === number);
  if (found === undefined) throw new RangeError(`no workstream ${number}`);
  return found;
}

describeWithData('the action plan of November 2018, as a partner mails it', (read) => {
  const name = 'CQC Action Plan - November 2018.xlsx';
  let plan: ParsedPlan;

  beforeAll(() => {
    plan = parse(CQC, name);
  });

  test('has its 9 workstreams, with their numbers, titles, sponsors and narratives', () => {
    const rows = csvRecords(read(CQC, 'workstreams.csv'));
    expect(plan.title).toBe('CQC Action plan');
    expect(plan.workstreams.map(({ number, title }) => [number, title])).toEqual(
      rows.map((row) => [row['number'], row['title']]),
    );
    for (const row of rows) {
      const found = workstream(plan, row['number'] ?? '');
      expect(flat(found.sponsorsAsWritten)).toBe(flat(row['sponsor_as_written']?.replace(/^Sponsors?:/, '')));
      const written = [
        'governance_arrangements',
        'support_requirements',
        'fit_with_existing_workstreams',
        'impact_on_outcomes',
        'performance_management_arrangements',
        'contribution_to_hws_delivery_plan',
        'update_on_action_plan',
      ].map((column) => flat(row[column]));
      expect(found.narratives.map(({ text }) => flat(text))).toEqual(written.filter((text) => text !== ''));
    }
  });

  test('has its 30 lettered actions, each at the head of its workstream', () => {
    const rows = csvRecords(read(CQC, 'actions.csv'));
    const lettered = plan.workstreams.flatMap(({ number, actions }) =>
      actions
        .filter(isLettered)
        .map((action) => [number, action.reference, flat(action.title), action.parentKey]),
    );
    expect(lettered).toEqual(rows.map((row) => [row['workstream'], row['action'], flat(row['title']), null]));
    expect(lettered).toHaveLength(30);
  });

  test('has its 121 tasks, and every cell of each', () => {
    const rows = csvRecords(read(CQC, 'tasks.csv'));
    const tasks = plan.workstreams.flatMap(({ number, actions }) =>
      actions
        .filter((action) => !isLettered(action))
        .map((action) => ({
          workstream: number,
          ref: action.reference,
          task: flat(action.title),
          owners: flat(action.ownersAsWritten),
          date: flat(action.timingAsWritten),
          expected_outcome: flat(action.expectedOutcome),
          narratives: action.narratives.map(({ text }) => flat(text)),
          status: action.status,
        })),
    );
    expect(tasks).toEqual(
      rows.map((row) => ({
        workstream: row['workstream'],
        ref: row['ref'],
        task: flat(row['task']),
        owners: flat(row['owners']),
        date: flat(row['date']),
        expected_outcome: flat(row['expected_outcome']),
        narratives: [flat(row['narrative']), flat(row['narrative_2'])].filter((text) => text !== ''),
        status: null,
      })),
    );
    expect(tasks).toHaveLength(121);
  });

  test('has 96 true dates, of a day only where the day is shown', () => {
    const dates = actionsOf(plan).flatMap(({ timingAsWritten, timingDate }) =>
      timingDate === null ? [] : [{ timingAsWritten, timingDate }],
    );
    expect(dates).toHaveLength(96);
    const days = dates.filter(({ timingDate }) => timingDate.precision === 'DAY');
    expect(days).toEqual(
      Array.from({ length: 2 }, () => ({
        timingAsWritten: '30-Apr-18',
        timingDate: { iso: '2018-04-30', precision: 'DAY' },
      })),
    );
  });

  test('puts every task under its lettered action, and the deeper ones under each other', () => {
    const tasks = actionsOf(plan).filter((action) => !isLettered(action));
    expect(tasks.every(({ parentKey }) => parentKey !== null)).toBe(true);
    const parents = new Map(actionsOf(plan).map((action) => [action.key, action]));
    const parentOf = (number: string, reference: string): (string | null | undefined)[] =>
      workstream(plan, number)
        .actions.filter((action) => !isLettered(action) && action.reference === reference)
        .map((action) => parents.get(action.parentKey ?? '')?.reference);
    expect(parentOf('5', 'C4.1.5')).toEqual(['C4.1']);
    expect(parentOf('5', 'C4.1')).toEqual(['C4']);
    expect(parentOf('5', 'C4')).toEqual(['C']);
    expect(parentOf('5', 'E')).toEqual(['E']);
    expect(parentOf('7', 'B2.3')).toEqual(['B', 'B']);
    expect(parentOf('8', 'A / B1')).toEqual(['A']);
    expect(parentOf('8', 'B4')).toEqual(['B', 'B']);
  });

  test('says which references repeat and which name several actions', () => {
    expect(plan.notes).toEqual([
      'Workstream 7: the reference B2.3 stands 2 times. All were kept.',
      'Workstream 8: the reference B4 stands 2 times. All were kept.',
      "Workstream 8: 'A / B1' names several actions; it was placed under A.",
      "Workstream 8: 'A/ B 2' names several actions; it was placed under A.",
      "Workstream 8: 'A/ B 3' names several actions; it was placed under A.",
    ]);
  });

  test('has its 21 risks with their mitigations', () => {
    const rows = csvRecords(read(CQC, 'risks.csv'));
    const risks = plan.workstreams.flatMap(({ number, risks: found }) =>
      found.map((risk) => [number, flat(risk.text), flat(risk.mitigation)]),
    );
    expect(risks).toEqual(rows.map((row) => [row['workstream'], flat(row['risk']), flat(row['mitigation'])]));
    expect(risks).toHaveLength(21);
  });

  test('gives each item a key of its own', () => {
    const keys = plan.workstreams.flatMap(({ key, actions, risks }) => [
      key,
      ...actions.map((a) => a.key),
      ...risks.map((r) => r.key),
    ]);
    expect(new Set(keys).size).toBe(9 + 151 + 21);
  });

  test('lists the summary and the highlight report as not taken over, and nothing else', () => {
    expect(new Set(plan.skipped.map(({ sheet }) => sheet))).toEqual(new Set(['Summary', 'Highlight Report']));
    expect(plan.skipped.every(({ reason }) => reason.includes('a report about the plan'))).toBe(true);
  });

  test('is read in well under a second of work', async () => {
    const bytes = bytesOf(CQC, name);
    const before = process.cpuUsage();
    readPlanBytes({ name, bytes }, DEFAULT_IMPORT_LIMITS);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(atThisPace(500));
    expect(await readPlanFile({ name, bytes })).toEqual(plan);
  });

  test('and its tasks alone have the keys they have in the workbook', () => {
    const alone = actionsOf(parse(CQC, 'tasks.csv'));
    expect(alone).toHaveLength(121);
    expect(alone.map(({ key }) => key)).toEqual(
      actionsOf(plan)
        .filter((action) => !isLettered(action))
        .map(({ key }) => key),
    );
    expect(actionsOf(parse(CQC, 'actions.csv')).map(({ key }) => key)).toEqual(
      actionsOf(plan)
        .filter(isLettered)
        .map(({ key }) => key),
    );
    expect(parse(CQC, 'risks.csv').workstreams.flatMap(({ risks }) => risks)).toHaveLength(21);
    expect(parse(CQC, 'workstreams.csv').workstreams.map(({ key }) => key)).toEqual(
      plan.workstreams.map(({ key }) => key),
    );
  });
});

describeWithData('the delivery plan of 2017/18', (read) => {
  const name = 'HWB Strategy Delivery Plan 2017-18.xlsx';

  test('has an outcome a sheet, its 107 programmes as actions, its 54 measures listed for later', () => {
    const plan = parse(HWB, name);
    const rows = csvRecords(read(HWB, 'programmes.csv'));
    expect(plan.title).toBe('Cumbria Health and Wellbeing Strategy 2016 – 2019 Delivery Plan 2017/18');
    expect(plan.workstreams.map(({ number, actions }) => [number, actions.length])).toEqual([
      ['One', 29],
      ['Two', 23],
      ['Three', 15],
      ['Four', 29],
      ['Five', 11],
    ]);
    const found = actionsOf(plan).map((action) =>
      [flat(action.narratives[0]?.text), flat(action.title), flat(action.ownersAsWritten)].join('\n'),
    );
    expect(found.sort()).toEqual(
      rows.map((row) => [flat(row['key_area']), flat(row['programme']), flat(row['lead'])].join('\n')).sort(),
    );
    const measures = plan.skipped.filter(({ reason }) => reason.startsWith('measure'));
    expect(measures).toHaveLength(54);
    expect(plan.skipped.filter(({ sheet }) => sheet === 'Key')).toHaveLength(plan.skipped.length - 54);
  });

  test('has the same programmes in its data file', () => {
    const plan = parse(HWB, 'programmes.csv');
    expect(plan.workstreams.map(({ key }) => key)).toEqual(
      parse(HWB, name).workstreams.map(({ key }) => key),
    );
    expect(actionsOf(plan)).toHaveLength(107);
    expect(plan.skipped).toEqual([]);
  });
});

describeWithData('the delivery plan tables of 2023', (read) => {
  test('give an action for each row and each period cell, with the cut rows joined', () => {
    const plan = parse(CAMBRIDGESHIRE, 'delivery-plan.csv');
    const rows = csvRecords(read(CAMBRIDGESHIRE, 'delivery-plan.csv'));
    const whole = rows.filter((row) => row['row_kind'] === 'row' || row['row_kind'] === 'period_cell');
    expect(actionsOf(plan)).toHaveLength(477);
    expect(whole).toHaveLength(477);
    const begun = new Map(actionsOf(plan).map((action) => [action.source.row, action]));
    rows.forEach((row, index) => {
      if (row['row_kind'] !== 'row' && row['row_kind'] !== 'period_cell') return;
      const action = begun.get(index + 2);
      expect(action?.title.startsWith(flat(row['deliverable']))).toBe(true);
      expect(action?.ownersAsWritten ?? '').toContain(row['lead']);
    });
    const text = JSON.stringify(plan);
    for (const row of rows) expect(text).toContain(JSON.stringify(row['deliverable']).slice(1, -1));
    expect(new Set(plan.workstreams.map(({ title }) => title))).toEqual(
      new Set(whole.map((row) => row['section']?.split(' > ')[0])),
    );
  });

  test('say what became of sub-headings and scraps', () => {
    const plan = parse(CAMBRIDGESHIRE, 'delivery-plan.csv');
    expect(plan.skipped.filter(({ reason }) => reason.startsWith('a sub-heading'))).toHaveLength(12);
    expect(plan.skipped.filter(({ reason }) => reason.startsWith('a fragment'))).toHaveLength(1);
    const mobile = actionsOf(plan).find(({ narratives }) =>
      narratives.some(({ heading }) => heading === 'Sub-heading'),
    );
    expect(mobile?.narratives).toContainEqual({
      heading: 'Sub-heading',
      text: 'Phase I > CT and MRI Mobiles',
    });
  });
});

describeWithData('papers that are no plan', (read) => {
  const plans = new Set([
    'tasks.csv',
    'actions.csv',
    'risks.csv',
    'workstreams.csv',
    'programmes.csv',
    'delivery-plan.csv',
  ]);
  const folders = [CQC, HWB, CAMBRIDGESHIRE];
  const others = folders.flatMap((folder) =>
    readdirSync(join(sharedData ?? '', folder))
      .filter((file) => file.endsWith('.csv') && !plans.has(file))
      .map((file) => [folder, file] as const),
  );

  test.each(others)('bring nothing but a reason for every row: %s/%s', (folder, file) => {
    const plan = parse(folder, file);
    expect(plan.workstreams).toEqual([]);
    expect(plan.skipped).toHaveLength(csvRecords(read(folder, file)).length);
    for (const { reason } of plan.skipped)
      expect(reason).toMatch(/^(measure: |this looks like |this sheet is a report )/);
  });
});
