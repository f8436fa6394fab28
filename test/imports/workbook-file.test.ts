import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../server/features/imports/grid.js';
import { DEFAULT_IMPORT_LIMITS } from '../../server/features/imports/import-limits.js';
import { readGrids, readPlanBytes } from '../../server/features/imports/read-bytes.js';
import { readPlanFile } from '../../server/features/imports/read-file.js';
import { type CellInput, workbook } from '../support/workbook.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function grids(bytes: Uint8Array, name = 'plan.xlsx'): Workbook {
  return readGrids({ name, bytes }, DEFAULT_IMPORT_LIMITS);
}

function cells(row: CellInput[], options = {}): (string | undefined)[] {
  const [grid] = grids(workbook([{ name: 'S', rows: [row] }], options)).grids;
  return row.map((_, column) => grid?.rows[0]?.cells.get(column)?.text);
}

describe('the cells of a workbook', () => {
  test('are read as the spreadsheet shows them', () => {
    expect(
      cells(['Text', 12, 0.1 + 0.2, true, null, { error: '#REF!' }, ' two\r\nlines ', 'a _x000D_b']),
    ).toEqual(['Text', '12', '0.3', 'TRUE', undefined, undefined, 'two\nlines', 'a \nb']);
  });

  test('hold dates no finer than they show, in the count from 1900 and from 1904', () => {
    const rows: CellInput[][] = [
      [{ value: 43_374, style: 1 }, { value: 43_220, style: 2 }, { value: 43_220, style: 5 }, 43_374],
    ];
    const expected = [
      { text: 'Oct-18', date: { iso: '2018-10-01', precision: 'MONTH' }, fill: null },
      { text: '30-Apr-18', date: { iso: '2018-04-30', precision: 'DAY' }, fill: null },
      { text: '30 April 2018', date: { iso: '2018-04-30', precision: 'DAY' }, fill: null },
      { text: '43374', date: null, fill: null },
    ];
    const read = (bytes: Uint8Array) => [...(grids(bytes).grids[0]?.rows[0]?.cells.values() ?? [])];
    expect(read(workbook([{ name: 'S', rows }]))).toEqual(expected);
    const later = [
      [
        { value: 43_374 - 1_462, style: 1 },
        { value: 43_220 - 1_462, style: 2 },
      ],
    ];
    expect(read(workbook([{ name: 'S', rows: later }], { epoch1904: true }))).toEqual(expected.slice(0, 2));
  });

  test('that hold formulas give the value saved with them, and a note', () => {
    const book = grids(
      workbook([
        {
          name: 'S',
          rows: [
            [
              { formula: 'WEBSERVICE("http://evil")', cached: 'saved' },
              { formula: '1+1', cached: null },
            ],
          ],
        },
      ]),
    );
    expect([...(book.grids[0]?.rows[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual(['saved']);
    expect(book.notes.join()).toMatch(/'S' has 2 formulas.*without a saved value: B1/);
  });

  test('come from shared texts too, without their pronunciation guides', () => {
    const shared = '<sst><si><r><t>Open </t></r><r><t>the hub</t></r><rPh><t>guide</t></rPh></si></sst>';
    const rels = `<Relationships>${[
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', '/xl/sharedStrings.xml'],
    ]
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const book = grids(
      workbook([{ name: 'S', rows: [], xml }], {
        parts: { 'xl/sharedStrings.xml': shared, 'xl/_rels/workbook.xml.rels': rels },
      }),
    );
    expect(book.grids[0]?.rows[0]?.cells.get(0)?.text).toBe('Open the hub');
  });

  test('that are hidden are read and reported, and links and macros are left alone', () => {
    const { notes } = grids(
      workbook([{ name: 'Drafts', rows: [['x'], ['y']], hidden: true, hiddenRows: [2] }], {
        parts: { 'xl/externalLinks/externalLink1.xml': '<x/>', 'xl/vbaProject.bin': 'x' },
      }),
    );
    expect(notes).toEqual([
      'The workbook links to other files. The links were not followed.',
      'The workbook holds macros. They were not opened.',
      "The sheet 'Drafts' is hidden in the workbook. It was read all the same.",
      "'Drafts' has 1 hidden rows. They were read all the same.",
    ]);
  });
});

describe('a file', () => {
  test('is known by its bytes and not by its name', () => {
    const bytes = workbook([
      {
        name: 'Plan',
        rows: [
          ['Ref', 'Action', 'Lead'],
          ['A1', 'Open', 'Jo'],
        ],
      },
    ]);
    expect(
      readPlanBytes({ name: 'plan.csv', bytes }, DEFAULT_IMPORT_LIMITS).workstreams[0]?.actions[0]?.title,
    ).toBe('Open');
  });

  test('of comma-separated values is read with its marks, quotes and old encodings', () => {
    const text = '\ufeffRef,Action,Lead\r\nA1,"Open, then\nrun the hub",Jo\r\n';
    const [action] =
      readPlanBytes({ name: 'p.csv', bytes: encode(text) }, DEFAULT_IMPORT_LIMITS).workstreams[0]?.actions ??
      [];
    expect(action?.title).toBe('Open, then\nrun the hub');
    const windows = new Uint8Array([...encode('Action,Lead\nCaf'), 0xe9, ...encode(',Jo\n')]);
    const plan = readPlanBytes({ name: 'p.csv', bytes: windows }, DEFAULT_IMPORT_LIMITS);
    expect(plan.workstreams[0]?.actions[0]?.title).toBe('Café');
    expect(plan.notes.join()).toContain('Windows');
  });

  const SEPARATED = {
    semicolons: 'Ref;Action;Comments, if any;Lead\nA1;"Open; then, run the hub";;Jo, Sam\n',
    tabs: 'Ref\tAction\tComments, if any\tLead\r\nA1\t"Open; then, run the hub"\t\tJo, Sam\r\n',
    'a sign it names': 'sep=;\r\nRef;Action;Lead\r\nA1;"Open; then, run the hub";Jo, Sam\r\n',
    commas: 'Ref,Action,Lead\nA1,"Open; then, run the hub","Jo, Sam"\n',
  };
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each(
    Object.entries(SEPARATED).flatMap(([how, text]) => [
      [how, 'UTF-8', encode(text)] as const,
      [how, 'UTF-8 with a mark', encode(`\ufeff${text}`)] as const,
      [how, 'UTF-16', utf16(text)] as const,
      [how, 'UTF-16 the other way round', utf16(text).swap16()] as const,
    ]),
  )('of values parted by %s, in %s, is read', (_, __, bytes) => {
    const plan = readPlanBytes({ name: 'plan.csv', bytes }, DEFAULT_IMPORT_LIMITS);
    expect(plan.workstreams[0]?.actions).toMatchObject([
      { reference: 'A1', title: 'Open; then, run the hub', ownersAsWritten: 'Jo, Sam' },
    ]);
  });

  test('of semicolons in Windows text is read, with its dashes, and says so', () => {
    const bytes = new Uint8Array([
      ...encode('Action;Lead\nHub '),
      0x96,
      ...encode(' caf'),
      0xe9,
      ...encode(';Jo\n'),
    ]);
    const plan = readPlanBytes({ name: 'plan.csv', bytes }, DEFAULT_IMPORT_LIMITS);
    expect(plan.workstreams[0]?.actions[0]).toMatchObject({ title: 'Hub – café', ownersAsWritten: 'Jo' });
    expect(plan.notes.join()).toContain('Windows');
  });

  const ODS = zipSync({
    mimetype: [encode('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': encode('<x/>'),
  });
  const XLSB = zipSync({ 'xl/workbook.bin': encode('x') });
  const XLS = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('Workbook', 'utf16le')]);
  test.each([
    ['Plan.ods', ODS, 'This is an OpenDocument file (.ods)'],
    ['Plan.xlsx', ODS, 'This is an OpenDocument file (.ods)'],
    ['Plan.xlsb', XLSB, 'This is a binary workbook (.xlsb)'],
    ['Plan.xls', XLS, 'This is a workbook in the old .xls format'],
  ])('of another format is refused with what to do: %s', (name, bytes, what) => {
    expect(() => readPlanBytes({ name, bytes }, DEFAULT_IMPORT_LIMITS)).toThrow(
      `${what}, which cannot be imported: open it in your spreadsheet program, save it as .xlsx and import that.`,
    );
  });

  test('with hostile text gives the text, without what no reader can see', () => {
    const text = 'Action,Lead\n"<script>alert(1)</script>\u0000\u0007\u202e",=cmd|x\n';
    const bytes = encode(text.replace('\u0000', ''));
    const [action] =
      readPlanBytes({ name: 'p.csv', bytes }, DEFAULT_IMPORT_LIMITS).workstreams[0]?.actions ?? [];
    expect(action).toMatchObject({ title: '<script>alert(1)</script>', ownersAsWritten: '=cmd|x' });
  });

  test('gives the same plan from its own process as from this one', async () => {
    const bytes = workbook([
      {
        name: 'Plan',
        rows: [
          ['Ref', 'Action', 'Due'],
          ['A1', 'Open', { value: 43_374, style: 1 }],
        ],
      },
    ]);
    const file = { name: 'plan.xlsx', bytes };
    expect(await readPlanFile(file)).toEqual(readPlanBytes(file, DEFAULT_IMPORT_LIMITS));
  });

  test('of five thousand actions is read well within the time a hostile one is given', async () => {
    const rows: CellInput[][] = Array.from({ length: 5_000 }, (_, n) => [
      `A${n}`,
      `Action ${n} ${'with some words '.repeat(6)}`,
      'Jo (Council)/ Sam (NHS)',
      { value: 43_374 + n, style: 2 },
      'Amber',
      'An update that says where things stand. '.repeat(4),
    ]);
    const bytes = workbook([
      { name: 'Plan', rows: [['Ref', 'Action', 'Owner', 'Due', 'RAG', 'Update'], ...rows] },
    ]);
    const plan = await readPlanFile({ name: 'plan.xlsx', bytes });
    expect(plan.workstreams[0]?.actions).toHaveLength(5_000);
  });
});
