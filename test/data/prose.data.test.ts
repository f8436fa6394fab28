import { expect, test } from 'vitest';
import { CrossReferenceKind } from '../../schema/vocabulary.js';
import {
  findReferences,
  type ProseReference,
  type ReferenceTarget,
  type Resolution,
  resolveReference,
} from '../../server/features/cross-references/prose.rules.js';
import { csvRecords } from '../../server/platform/csv.js';
import { describeWithData, type ReadShared } from '../support/shared-data.js';

const { RELATES_TO, CONTRIBUTES_TO } = CrossReferenceKind;

const CQC = 'cumbria-cqc-2018';

/** The columns of each file in which people write sentences. */
const PROSE: Readonly<Record<string, readonly string[]>> = {
  'tasks.csv': ['task', 'owners', 'expected_outcome', 'narrative', 'narrative_2'],
  'risks.csv': ['risk', 'mitigation'],
  'actions.csv': ['title'],
  'overview.csv': ['value'],
  'workstreams.csv': [
    'title',
    'governance_arrangements',
    'support_requirements',
    'fit_with_existing_workstreams',
    'impact_on_outcomes',
    'performance_management_arrangements',
    'contribution_to_hws_delivery_plan',
    'update_on_action_plan',
  ],
};

/** Where it stands (workstream, action, column), the words, and what they name: read by eye from the whole plan. */
const TASKS: readonly (readonly [
  string,
  string,
  string,
  string,
  string | null,
  string | null,
  CrossReferenceKind,
])[] = [
  ['2', 'A2', 'expected_outcome', 'Action A6', null, 'A6', CONTRIBUTES_TO],
  ['2', 'A4', 'expected_outcome', 'Workstream 3 action C3', '3', 'C3', RELATES_TO],
  ['2', 'A6', 'narrative', 'Workstream 3', '3', null, RELATES_TO],
  ['2', 'B12', 'task', 'Workstream 4, Action C2', '4', 'C2', RELATES_TO],
  ['3', 'A1', 'expected_outcome', 'A2', null, 'A2', CONTRIBUTES_TO],
  ['3', 'B1', 'expected_outcome', 'B2', null, 'B2', CONTRIBUTES_TO],
  ['3', 'C4', 'task', 'workstream 5 actions C and D', '5', 'C', RELATES_TO],
  ['3', 'C4', 'task', 'workstream 5 actions C and D', '5', 'D', RELATES_TO],
  ['4', 'C1', 'expected_outcome', 'Action B1', null, 'B1', CONTRIBUTES_TO],
  ['4', 'C2', 'task', 'workstream 2 action B12', '2', 'B12', RELATES_TO],
  ['4', 'C2', 'expected_outcome', 'Action B1', null, 'B1', CONTRIBUTES_TO],
  ['6', 'A1', 'narrative', 'see action below re integration', null, null, RELATES_TO],
  ['6', 'A1', 'narrative_2', 'Workstream 4', '4', null, RELATES_TO],
  ['6', 'A5', 'narrative_2', 'Commissioning Workstream', 'Commissioning', null, RELATES_TO],
  ['8', 'C2', 'task', 'ICC work stream', 'ICC', null, RELATES_TO],
];

const SECTIONS = 'Cross-reference to CQI delivery section and Environmentally Sustainable Healthcare';

/** Every reference in the sentences of one file, with the row and column where it stands. */
function references(read: ReadShared, file: string) {
  return csvRecords(read(CQC, file)).flatMap((record) =>
    (PROSE[file] ?? []).flatMap((column) =>
      findReferences(record[column] ?? '').map((found) => ({ record, column, found })),
    ),
  );
}

/** What the references of the plan can lead to: its workstreams, lettered actions and tasks. */
function targetsOf(read: ReadShared): ReferenceTarget[] {
  const workstreams = csvRecords(read(CQC, 'workstreams.csv')).map(({ number = '', title = '' }) => ({
    id: `workstream ${number}`,
    workstream: number,
    reference: null,
    title,
  }));
  const actions = csvRecords(read(CQC, 'actions.csv')).map(({ workstream = '', action = '' }) => ({
    id: `action ${workstream} ${action}`,
    workstream,
    reference: action,
  }));
  const tasks = csvRecords(read(CQC, 'tasks.csv')).map(({ workstream = '', seq = '', ref = '' }) => ({
    id: `task ${workstream} ${seq} ${ref}`,
    workstream,
    reference: ref,
  }));
  return [...workstreams, ...actions, ...tasks];
}

/** A resolution in a few words: the id, the ids joined by 'or', or the reason. */
function told(resolution: Resolution): string {
  if ('found' in resolution) return resolution.found.id;
  if ('candidates' in resolution) return resolution.candidates.map(({ id }) => id).join(' or ');
  return `missing: ${resolution.missing}`;
}

describeWithData('references in the narrative of real plans', (read) => {
  test('finds each reference in the tasks of the CQC plan, and invents none', () => {
    const found = references(read, 'tasks.csv').map(({ record, column, found }) => [
      record['workstream'],
      record['ref'],
      column,
      found.text,
      found.workstream,
      found.reference,
      found.kind,
    ]);
    expect(found).toEqual(TASKS);
  });

  test('finds in every risk exactly the actions that it names, in the order in which it names them', () => {
    const risks = csvRecords(read(CQC, 'risks.csv'));
    expect(risks).toHaveLength(21);
    for (const { risk = '', mitigation = '', refs_named = '' } of risks) {
      const named = findReferences(risk).map(({ workstream, reference }) => [workstream, reference]);
      expect(named).toEqual(refs_named.split(';').flatMap((one) => (one === '' ? [] : [[null, one]])));
      expect(findReferences(mitigation)).toEqual([]);
    }
  });

  test('finds in the monthly report the two risks that name actions, and nothing in the other sheets', () => {
    const overview = references(read, 'overview.csv').map(({ record, found }) => [
      record['workstream'],
      found.reference,
    ]);
    expect(overview).toEqual(['B1', 'B2', 'B3', 'B4', 'B10'].map((reference) => ['2', reference]));
    expect(references(read, 'workstreams.csv')).toEqual([]);
    expect(references(read, 'actions.csv')).toEqual([]);
  });

  test('finds no more in the plans of other partnerships than two priorities and two sections they mention', () => {
    // A heading ("PRIORITY 1: …") names itself, and a period ("Q2 2016/17") is no sentence.
    const headings = new Set(['section', 'outcome', 'notes', 'note', 'period', 'row_kind']);
    const files: Readonly<Record<string, readonly string[]>> = {
      'cambridgeshire-peterborough-2023': [
        'agenda.csv',
        'capacity-demand.csv',
        'delivery-plan.csv',
        'forward-plan.csv',
        'funding.csv',
        'funding-income.csv',
        'metrics.csv',
        'minutes.csv',
        'planning-requirements.csv',
      ],
      'cumbria-hwb-2017': ['district-values.csv', 'measures.csv', 'programmes.csv'],
    };
    const found = Object.entries(files).flatMap(([folder, names]) =>
      names.flatMap((name) =>
        csvRecords(read(folder, name)).flatMap((record) =>
          Object.entries(record)
            .filter(([column]) => !headings.has(column))
            .flatMap(([, text]) => findReferences(text).map((one) => [name, one.text, one.reference])),
        ),
      ),
    );
    expect(found).toEqual([
      ['agenda.csv', 'Priority 2', 'Priority 2'],
      ...Array.from({ length: 2 }, () => ['delivery-plan.csv', SECTIONS, null]),
      ['minutes.csv', 'priority 1', 'Priority 1'],
    ]);
  });

  const resolvedIn = (file: string): string[] => {
    const targets = targetsOf(read);
    return references(read, file).map(({ record, found }) => {
      const within = record['workstream'] ?? null;
      return `${within} ${found.text} → ${told(resolveReference(found, within, targets))}`;
    });
  };

  test('leads each reference in the tasks to what it names', () => {
    expect(resolvedIn('tasks.csv')).toEqual([
      '2 Action A6 → task 2 6 A6',
      '2 Workstream 3 action C3 → task 3 9 C3',
      '2 Workstream 3 → workstream 3',
      '2 Workstream 4, Action C2 → task 4 7 C2',
      '3 A2 → task 3 2 A2',
      '3 B2 → task 3 5 B2',
      '3 workstream 5 actions C and D → action 5 C',
      '3 workstream 5 actions C and D → action 5 D',
      '4 Action B1 → task 4 4 B1',
      '4 workstream 2 action B12 → task 2 19 B12',
      '4 Action B1 → task 4 4 B1',
      '6 see action below re integration → missing: The words do not say which one',
      '6 Workstream 4 → workstream 4',
      '6 Commissioning Workstream → workstream 4',
      '8 ICC work stream → missing: There is no workstream called ICC here',
    ]);
  });

  test('says which actions a risk names in vain: rows copied from another workstream', () => {
    const resolved = resolvedIn('risks.csv');
    const inWorkstream = (number: string): string[] =>
      resolved.filter((line) => line.startsWith(number)).map((line) => line.split(' → ')[1] ?? '');
    expect(inWorkstream('2')).toEqual([
      'task 2 8 B1',
      'task 2 9 B2',
      'task 2 10 B3',
      'task 2 11 B4',
      'task 2 17 B10',
    ]);
    expect(inWorkstream('6').every((one) => one.startsWith('task 6'))).toBe(true);
    expect(inWorkstream('7')).toEqual([
      'task 7 1 A1',
      'task 7 4 A3',
      'missing: Workstream 7 has no A5',
      'missing: Workstream 7 has no A6',
      'missing: Workstream 7 has no A2; it has A2.1, A2.2',
      'missing: Workstream 7 has no A4',
    ]);
    expect(inWorkstream('8')).toEqual([
      'missing: Workstream 8 has no A1; it has A / B1',
      'missing: Workstream 8 has no A3; it has A/ B 3',
      'missing: Workstream 8 has no A5',
      'missing: Workstream 8 has no A6',
      'missing: Workstream 8 has no A2; it has A/ B 2',
      'task 8 4 A4',
    ]);
    expect(inWorkstream('9')).toEqual([
      'task 9 1 A1',
      'task 9 3 A3',
      'missing: Workstream 9 has no A5',
      'missing: Workstream 9 has no A6',
      'task 9 2 A2',
      'missing: Workstream 9 has no A4',
    ]);
  });

  test('keeps both of the references that the plan uses twice', () => {
    const targets = targetsOf(read);
    const named = (text: string): ProseReference[] => findReferences(text);
    expect(named('see WS8 B4').map((one) => told(resolveReference(one, null, targets)))).toEqual([
      'task 8 5 B4 or task 8 6 B4',
    ]);
    expect(named('see B2.3').map((one) => told(resolveReference(one, '7', targets)))).toEqual([
      'task 7 8 B2.3 or task 7 9 B2.3',
    ]);
  });
});
