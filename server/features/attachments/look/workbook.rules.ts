import type { Found } from './finding.rules.js';
import { attribute, isOn, type Package } from './package.js';

interface Sheet {
  name: string;
  state: string;
  part: string;
}

export function workbookFindings(file: Package, main: string): Found[] {
  const sheets = sheetsOf(file, main);
  const hidden = sheets.filter(({ state }) => state !== 'visible');
  return [
    {
      kind: 'HIDDEN_SHEETS',
      places: hidden.map(({ name, state }) =>
        state === 'veryHidden' ? `${name} (not listed by Excel)` : name,
      ),
    },
    {
      kind: 'HIDDEN_ROWS_OR_COLUMNS',
      places: sheets.filter(({ part }) => hidesCells(file, part)).map(({ name }) => name),
    },
    {
      kind: 'COMMENTS',
      places: [],
      count: file.count(file.related(/^xl\/comments[^/]*\.xml$/, 'comments'), 'comment'),
    },
    { kind: 'EXTERNAL_LINKS', places: connectionsOf(file) },
  ];
}

function sheetsOf(file: Package, main: string): Sheet[] {
  const relations = file.relationsOf(main);
  const sheets: Sheet[] = [];
  file.read(main, {
    open: (element, attributes) => {
      if (element !== 'sheet') return;
      const { name = '', state = 'visible' } = attributes;
      const target = relations.get(attribute(attributes, 'id') ?? '')?.target ?? '';
      const part = file.partAt(main, target) ?? '';
      sheets.push({ name, state, part });
    },
  });
  return sheets;
}

/** Whether a row or column that is hidden holds anything. Empty ones beyond the end of a table are only tidied away. */
function hidesCells(file: Package, part: string): boolean {
  const columns: [number, number][] = [];
  let isRowHidden = false;
  let isCellHidden = false;
  let found = false;
  file.read(part, {
    open: (name, { min, max, hidden, r = '' }) => {
      if (name === 'col' && isOn(hidden)) columns.push([Number(min), Number(max)]);
      if (name === 'row') isRowHidden = isOn(hidden);
      if (name === 'c') {
        const column = columnNumber(r);
        isCellHidden = isRowHidden || columns.some(([from, to]) => column >= from && column <= to);
      }
      if ((name === 'v' || name === 'is') && isCellHidden) found = true;
    },
  });
  return found;
}

/** Of B7, 2. */
function columnNumber(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function connectionsOf(file: Package): string[] {
  const names: string[] = [];
  for (const part of file.related(/^xl\/connections\.xml$/, 'connections'))
    file.read(part, {
      open: (element, { name = '' }) => {
        if (element === 'connection') names.push(name);
      },
    });
  return names;
}
