import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CsvSyntaxError,
  csvCell,
  csvRecords,
  parseCsv,
  plainText,
  separatorOf,
} from '../../server/platform/csv.js';
import { atThisPace } from '../support/pace.js';

describe('reading CSV', () => {
  test('reads quotes, commas and line breaks inside fields', () => {
    expect(parseCsv('a,"b, ""c""","d\r\ne"\r\n1,,3')).toEqual([
      ['a', 'b, "c"', 'd\r\ne'],
      ['1', '', '3'],
    ]);
  });

  test('takes any line ending, drops a byte-order mark, and needs no line break at the end', () => {
    for (const ending of ['\n', '\r\n', '\r'])
      expect(parseCsv(`\ufeffa,b${ending}1,2${ending}`)).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ]);
    expect(parseCsv('a,')).toEqual([['a', '']]);
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('\ufeff')).toEqual([]);
    expect(parseCsv('\n\n')).toEqual([[''], ['']]);
  });

  test('tells what parts the values by the first line that has any, and then by the rest', () => {
    expect(separatorOf('')).toBe(',');
    expect(separatorOf('Plan 2018\nRef;Action;Lead\na;b;c')).toBe(';');
    expect(separatorOf('Ref\tAction, in words\tLead')).toBe('\t');
    expect(separatorOf('"a;b;c;d",e')).toBe(',');
    expect(separatorOf('Action;Lead, if any\na;b\nc;d')).toBe(';');
    expect(parseCsv('a;"b;""c"""\r\n1,5;2', ';')).toEqual([
      ['a', 'b;"c"'],
      ['1,5', '2'],
    ]);
  });

  test('keeps a quote in the middle of a bare field', () => {
    expect(parseCsv('6" pipe,x')).toEqual([['6" pipe', 'x']]);
  });

  test('says on which line a quote is never closed or is followed by text', () => {
    expect(() => parseCsv('a\nb,"c\nd')).toThrow(new CsvSyntaxError('A quoted field is never closed', 2));
    expect(() => parseCsv('a\n"b\nc"d')).toThrow(new CsvSyntaxError('Text follows a closing quote', 3));
  });

  test('gives records without a prototype, so any column name is only a name', () => {
    const [record] = csvRecords('__proto__,constructor\nx,y\n\n');
    expect(Object.getPrototypeOf(record)).toBeNull();
    expect(Object.entries(record ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('loses no cell: repeated, nameless and surplus columns are kept, missing cells are empty', () => {
    expect(csvRecords('Lead,Lead,\na,b,c,d\ne\n').map((record) => ({ ...record }))).toEqual([
      { Lead: 'a', 'Lead (2)': 'b', 'column 3': 'c', 'column 4': 'd' },
      { Lead: 'e', 'Lead (2)': '', 'column 3': '' },
    ]);
  });

  test('reads a large file in a moment', () => {
    const row = `${'"a ""b"" c",'.repeat(20)}x\n`;
    const began = performance.now();
    expect(parseCsv(row.repeat(20_000))).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(atThisPace(5_000));
  });
});

describe('writing cells', () => {
  const HARMFUL = [
    '=1+1',
    '+44 1228',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＠x',
    "'=1",
    "''@x",
    '=HYPERLINK("http://x","y")',
  ];

  test.each(HARMFUL)('%j never begins a formula, and comes back unharmed', (text) => {
    const [[cell = ''] = []] = parseCsv(csvCell(text));
    expect(cell.startsWith("'")).toBe(true);
    expect(plainText(cell)).toBe(text);
  });

  test('leaves ordinary text as it is', () => {
    for (const text of ['', 'A1', "'tis", "'", 'a=b', '2018-09-30', '£5']) {
      expect(csvCell(text)).toBe(text);
      expect(plainText(text)).toBe(text);
    }
  });

  test('every table of texts survives being written and read', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'\'"=+-@,\t\r\n a') }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (table) => {
        const written = table.map((row) => row.map(csvCell).join(',')).join('\r\n');
        expect(parseCsv(`\ufeff${written}`).map((row) => row.map(plainText))).toEqual(table);
      }),
    );
  });

  test('no text whatever is written as a cell that begins a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\'"=+-@,\t\r\n a') }), (text) => {
        const [[cell = ''] = []] = parseCsv(csvCell(text));
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r\n]/);
      }),
    );
  });
});
