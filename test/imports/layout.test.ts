import { describe, expect, test } from 'vitest';
import { BragStatus } from '../../schema/vocabulary.js';
import type { Grid, GridCell, Merge } from '../../server/features/imports/grid.js';
import { readLayout } from '../../server/features/imports/layout.rules.js';
import type { ParsedAction, ParsedPlan } from '../../server/features/imports/parsed-plan.js';

type Written = string | { text?: string; date?: GridCell['date']; fill?: string } | null;

function grid(name: string, rows: Written[][], merges: Merge[] = [], blankMeansAsAbove = true): Grid {
  return {
    name,
    merges,
    blankMeansAsAbove,
    rows: rows.map((cells, index) => ({
      number: index + 1,
      cells: new Map(
        cells.flatMap((cell, column): [number, GridCell][] => {
          if (cell === null || cell === '') return [];
          if (typeof cell === 'string') return [[column, { text: cell, date: null, fill: null }]];
          return [[column, { text: cell.text ?? '', date: cell.date ?? null, fill: cell.fill ?? null }]];
        }),
      ),
    })),
  };
}

function read(...grids: Grid[]): ParsedPlan {
  return readLayout({ grids, notes: [] });
}

function actionsOf(plan: ParsedPlan): ParsedAction[] {
  return plan.workstreams.flatMap((workstream) => workstream.actions);
}

describe('another partnership’s workbook', () => {
  const plan = read(
    grid('Action Plan', [
      ['Northshire Prevention Plan 2024'],
      ['Senior Responsible Officer:', 'Priya Shah, Northshire Council'],
      ['Version', '3'],
      [],
      ['No.', 'What will we do?', 'Who', 'By when', 'RAG', 'KPI', 'Progress to date', 'Budget code'],
      [
        '1',
        'Open two warm hubs',
        'Jo (Council)\nSam (NHS)',
        'Autumn 2024',
        'Amber',
        '200 visits a week',
        'Site found',
        'BX1',
      ],
      [
        '1.1',
        'Sign the lease',
        'Jo (Council)',
        { text: 'Sep-24', date: { iso: '2024-09-01', precision: 'MONTH' } },
        'G',
      ],
      ['2', 'Train volunteers', '', 'TBC', 'On track'],
      ['', '', 'Nobody', 'soon'],
      [],
      ['Agreed by the board in May'],
    ]),
  );

  test('gives its actions with owner, timing, status and outcome, whatever the columns are called', () => {
    expect(plan.title).toBe('Northshire Prevention Plan 2024');
    expect(plan.workstreams).toHaveLength(1);
    const [hubs, lease] = actionsOf(plan);
    expect(hubs).toMatchObject({
      reference: '1',
      title: 'Open two warm hubs',
      ownersAsWritten: 'Jo (Council)\nSam (NHS)',
      timingAsWritten: 'Autumn 2024',
      timingDate: null,
      status: BragStatus.AMBER,
      expectedOutcome: '200 visits a week',
      parentKey: null,
      source: { sheet: 'Action Plan', row: 6 },
    });
    expect(lease).toMatchObject({ parentKey: hubs?.key, status: BragStatus.GREEN });
    expect(lease?.timingDate).toEqual({ iso: '2024-09-01', precision: 'MONTH' });
  });

  test('keeps the words of columns it does not know, and says so', () => {
    expect(actionsOf(plan)[0]?.narratives).toEqual([
      { heading: 'Progress to date', text: 'Site found' },
      { heading: 'Budget code', text: 'BX1' },
    ]);
    expect(plan.notes.join()).toContain('Budget code');
  });

  test('takes the sponsor and the lines above the table for the workstream', () => {
    expect(plan.workstreams[0]).toMatchObject({
      title: 'Northshire Prevention Plan 2024',
      sponsorsAsWritten: 'Priya Shah, Northshire Council',
      narratives: [{ heading: 'Version', text: '3' }],
    });
  });

  test('keeps a status that is no colour as words and does not guess', () => {
    const volunteers = actionsOf(plan)[2];
    expect(volunteers).toMatchObject({ status: null, ownersAsWritten: null, timingAsWritten: 'TBC' });
    expect(volunteers?.narratives).toEqual([{ heading: 'RAG', text: 'On track' }]);
    expect(plan.notes.join()).toContain("'On track' is not a colour");
  });

  test('lists what is no action, with its place and the reason', () => {
    expect(plan.skipped).toEqual([
      { sheet: 'Action Plan', row: 9, reason: 'no action is named in this row', text: 'Nobody | soon' },
      {
        sheet: 'Action Plan',
        row: 11,
        reason: 'a line by itself inside the table',
        text: 'Agreed by the board in May',
      },
    ]);
  });
});

describe('headings in two rows', () => {
  const ROWS: Written[][] = [
    ['Ref', 'Action', 'Responsibility', null, 'Timescale', null, 'RAG'],
    [null, null, 'Lead', 'Support', 'Start', 'End', null],
    ['A1', 'Open the hub', 'Jo', 'Sam', 'May 2025', 'June 2026', 'Green'],
    ['A2', 'Train staff', 'Ann', '', '', 'Autumn 2026', 'Red'],
  ];
  const expected = [
    {
      reference: 'A1',
      title: 'Open the hub',
      ownersAsWritten: 'Jo; Sam',
      timingAsWritten: 'June 2026',
      status: BragStatus.GREEN,
      narratives: [{ heading: 'Timescale: Start', text: 'May 2025' }],
    },
    {
      reference: 'A2',
      title: 'Train staff',
      ownersAsWritten: 'Ann',
      timingAsWritten: 'Autumn 2026',
      narratives: [],
    },
  ];
  const merged: Merge[] = [
    { top: 1, left: 0, bottom: 2, right: 0 },
    { top: 1, left: 1, bottom: 2, right: 1 },
    { top: 1, left: 2, bottom: 1, right: 3 },
    { top: 1, left: 4, bottom: 1, right: 5 },
  ];

  test.each([
    ['a sheet with merged cells', grid('Plan', ROWS, merged)],
    ['a sheet without', grid('Plan', ROWS)],
    ['a file of values', grid('plan.csv', ROWS, [], false)],
  ])('are read together, in %s', (_, written) => {
    const plan = read(written);
    expect(actionsOf(plan)).toMatchObject(expected);
    expect(plan.skipped).toEqual([]);
  });

  test('take the word that the group gives them, and tell a second group’s from the first’s', () => {
    const [action] = actionsOf(
      read(
        grid(
          'Plan',
          [
            ['Action', null, 'Health', null, 'Council', null],
            ['Number', 'Description', 'Lead', 'Status', 'Lead', 'Status'],
            ['B2', 'Share a bank of carers', 'Jo', 'Amber', 'Sam', 'Red'],
          ],
          [
            { top: 1, left: 0, bottom: 1, right: 1 },
            { top: 1, left: 2, bottom: 1, right: 3 },
            { top: 1, left: 4, bottom: 1, right: 5 },
          ],
        ),
      ),
    );
    expect(action).toMatchObject({
      reference: 'B2',
      title: 'Share a bank of carers',
      ownersAsWritten: 'Jo; Sam',
      status: BragStatus.AMBER,
      narratives: [{ heading: 'Council: Status', text: 'Red' }],
    });
  });

  test('are not seen where the second row is the first of the plan', () => {
    const plan = read(
      grid(
        'Plan',
        [
          ['Key tasks', null, 'Lead', 'Timescale'],
          ['A1', 'Open the hub', 'Jo', 'May 2025'],
        ],
        [{ top: 1, left: 0, bottom: 1, right: 1 }],
      ),
    );
    expect(actionsOf(plan)).toMatchObject([{ reference: 'A1', title: 'Open the hub' }]);
  });
});

describe('headings', () => {
  test.each([
    ['Ref', 'Action', 'Lead', 'Deadline'],
    ['#', 'Key actions', 'Action owner', 'Target date'],
    ['Action No', 'Action required', 'Responsible officer', 'Timescale'],
    ['ID', 'Deliverable', 'Lead organisation', 'Due'],
    ['Item No.', 'Activity', 'By whom', 'Completion date'],
    ['Reference', 'Milestone', 'Accountable', 'To be completed by'],
    ['Task ref', 'Task description', 'Assigned to', 'Due date'],
    ['No', 'Recommendation', 'Lead officer(s)', 'Timeframe'],
    ['Ref.', 'Action point', 'SRO', 'When?'],
    ['ref', 'description', 'owner', 'date'],
  ])('are known under many names: %s, %s, %s, %s', (reference, title, owner, timing) => {
    const [action] = actionsOf(
      read(
        grid('Plan', [
          [reference, title, owner, timing],
          ['A1', 'Open the hub', 'Jo', 'May 2025'],
        ]),
      ),
    );
    expect(action).toMatchObject({
      reference: 'A1',
      title: 'Open the hub',
      ownersAsWritten: 'Jo',
      timingAsWritten: 'May 2025',
    });
  });

  test('may stand in any order, far down and far to the right', () => {
    const rows: Written[][] = [
      ...Array.from({ length: 40 }, () => []),
      [null, null, null, 'Owner', 'Action', 'Ref'],
      [null, null, null, 'Jo', 'Open the hub', 'A1'],
    ];
    expect(actionsOf(read(grid('Plan', rows)))[0]).toMatchObject({
      reference: 'A1',
      title: 'Open the hub',
      ownersAsWritten: 'Jo',
    });
  });

  test('called like the insides of objects are headings like any other', () => {
    const plan = read(
      grid('Plan', [
        ['Ref', 'Action', 'Lead', '__proto__', 'constructor'],
        ['A1', 'Open', 'Jo', 'polluted', 'built'],
      ]),
    );
    expect(actionsOf(plan)[0]?.narratives).toEqual([
      { heading: '__proto__', text: 'polluted' },
      { heading: 'Constructor', text: 'built' },
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('repeated on a second page are not rows', () => {
    const header = ['Ref', 'Action', 'Lead'];
    const plan = read(grid('Plan', [header, ['A1', 'One', 'Jo'], header, ['A2', 'Two', 'Sam']]));
    expect(actionsOf(plan).map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(plan.skipped).toEqual([]);
  });

  test('make a table of risks of a register, with its action as the mitigation', () => {
    const plan = read(
      grid('Risks', [
        ['Ref', 'Risk', 'Mitigating action', 'RAG', 'Owner'],
        ['R1', 'Staff leave', 'Train more', 'R', 'Jo'],
      ]),
    );
    expect(plan.workstreams[0]?.risks).toMatchObject([
      { text: 'Staff leave', mitigation: 'Train more', status: BragStatus.RED },
    ]);
    expect(actionsOf(plan)).toEqual([]);
  });
});

describe('groups', () => {
  test('are workstreams when a column or a line across the table names them', () => {
    const byColumn = read(
      grid('Plan', [
        ['Theme', 'Action', 'Lead'],
        ['Housing', 'One', 'Jo'],
        ['', 'Two', 'Sam'],
        ['Work', 'Three', 'Jo'],
      ]),
    );
    expect(byColumn.workstreams.map(({ title, actions }) => [title, actions.length])).toEqual([
      ['Housing', 2],
      ['Work', 1],
    ]);
    const rows = [
      ['Action', 'Lead', 'Due'],
      ['Priority 1: Housing'],
      ['One', 'Jo', 'May'],
      ['Priority 2: Work'],
      ['Two', 'Sam', 'June'],
    ];
    const across = [2, 4].map((row) => ({ top: row, left: 0, bottom: row, right: 2 }));
    expect(read(grid('Plan', rows, across)).workstreams.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Housing'],
      ['2', 'Work'],
    ]);
  });

  test('are not made of a column that only says high, medium or low', () => {
    const plan = read(
      grid('Plan', [
        ['Priority', 'Action', 'Lead'],
        ['High', 'One', 'Jo'],
        ['Low', 'Two', 'Sam'],
      ]),
    );
    expect(plan.workstreams).toHaveLength(1);
    expect(actionsOf(plan)[0]?.narratives).toEqual([{ heading: 'Priority', text: 'High' }]);
  });

  test('take an outcome before the action for a group when it repeats, and for a result when it does not', () => {
    const group = read(
      grid('Plan', [
        ['Outcome', 'Action', 'Lead'],
        ['Warm homes', 'One', 'Jo'],
        ['Warm homes', 'Two', 'Jo'],
      ]),
    );
    expect(group.workstreams.map(({ title }) => title)).toEqual(['Warm homes']);
    const result = read(
      grid('Plan', [
        ['Outcome', 'Action', 'Lead'],
        ['Warm', 'One', 'Jo'],
        ['Dry', 'Two', 'Jo'],
        ['Safe', 'Three', 'Jo'],
      ]),
    );
    expect(actionsOf(result).map(({ expectedOutcome }) => expectedOutcome)).toEqual(['Warm', 'Dry', 'Safe']);
  });

  test('in data files are never filled down', () => {
    const plan = read(
      grid(
        'plan.csv',
        [
          ['Theme', 'Action', 'Lead'],
          ['Housing', 'One', 'Jo'],
          ['', 'Two', 'Sam'],
        ],
        [],
        false,
      ),
    );
    expect(plan.workstreams.map(({ title }) => title)).toEqual(['Housing', 'plan']);
  });
});

describe('keys', () => {
  const rows = [
    ['Ref', 'Action', 'Lead'],
    ['B4', 'One', 'Jo'],
    ['B4', 'Two', 'Sam'],
    ['', 'Without reference', 'Jo'],
  ];

  test('stay the same when rows are put in above, and tell equals apart by their order', () => {
    const before = actionsOf(read(grid('Plan', rows))).map(({ key }) => key);
    const moved = [['Something new above'], [], ...rows.slice(0, 1), ['A9', 'New', 'Jo'], ...rows.slice(1)];
    const after = actionsOf(read(grid('Plan', moved))).map(({ key }) => key);
    expect(new Set(before).size).toBe(3);
    expect(after.slice(1)).toEqual(before);
  });

  test('go with a note when a reference stands twice', () => {
    expect(read(grid('Plan', rows)).notes.join()).toContain('the reference B4 stands 2 times');
  });
});

describe('cells', () => {
  test('that reach down beside more rows gather what stands there', () => {
    const merges = [{ top: 2, left: 0, bottom: 3, right: 0 }];
    const plan = read(
      grid(
        'Plan',
        [
          ['Action', 'Lead', 'Update'],
          ['Open the hub', 'Jo', 'Found a site'],
          ['', 'Sam', 'Hired staff'],
        ],
        merges,
      ),
    );
    expect(actionsOf(plan)).toHaveLength(1);
    expect(actionsOf(plan)[0]).toMatchObject({
      ownersAsWritten: 'Jo\nSam',
      narratives: [{ text: 'Found a site' }, { text: 'Hired staff' }],
    });
  });

  test('give a status by a colour alone, but only by the palette’s own', () => {
    const cells = ['FF0000', '00B050', 'FDE9D9'].map((fill, index) => [`Action ${index}`, { fill }]);
    const plan = read(grid('Plan', [['Action', 'RAG'], ...cells]));
    expect(actionsOf(plan).map(({ status }) => status)).toEqual([BragStatus.RED, BragStatus.GREEN, null]);
  });

  test('longer than any field are cut, and the rest is listed', () => {
    const plan = read(
      grid('Plan', [
        ['Action', 'Update'],
        ['A'.repeat(2_500), 'B'.repeat(30_000)],
      ]),
    );
    expect(actionsOf(plan)[0]?.title).toHaveLength(2_000);
    expect(actionsOf(plan)[0]?.narratives[0]?.text).toHaveLength(20_000);
    expect(plan.skipped.map(({ reason }) => reason)).toEqual([
      'the action is longer than 2000 characters: what follows was left out',
      'the Update is longer than 20000 characters: what follows was left out',
    ]);
  });

  test('of a sheet that is no plan are all listed', () => {
    const plan = read(
      grid('Key', [
        ['BCF', 'Better Care Fund'],
        ['CCG', 'Clinical Commissioning Group'],
      ]),
    );
    expect(plan.workstreams).toEqual([]);
    expect(plan.skipped.map(({ row, text }) => [row, text])).toEqual([
      [1, 'BCF | Better Care Fund'],
      [2, 'CCG | Clinical Commissioning Group'],
    ]);
  });
});
