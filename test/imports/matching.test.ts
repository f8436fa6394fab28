import { describe, expect, test } from 'vitest';
import {
  Directory,
  editDistance,
  type KnownBody,
  personMissing,
} from '../../server/features/imports/matching.rules.js';
import { looksLikePerson } from '../../server/features/imports/owners.rules.js';

const body = (
  kind: KnownBody['kind'],
  id: string,
  name: string,
  otherNames: string[] = [],
  organisationId: string | null = null,
): KnownBody => ({
  kind,
  id,
  name,
  otherNames,
  organisationId: kind === 'ORGANISATION' ? id : organisationId,
});

const directory = new Directory([
  body('ORGANISATION', 'council', 'Cumbria County Council', ['CCC']),
  body('ORGANISATION', 'north', 'North Cumbria Clinical Commissioning Group', ['North Cumbria CCG', 'NCCCG']),
  body('ORGANISATION', 'bay', 'Morecambe Bay Clinical Commissioning Group', [
    'Morecambe Bay CCG',
    'MBCCG',
    'Bay',
  ]),
  body('ORGANISATION', 'trust', 'North Cumbria University Hospitals NHS Trust', ['NCUHT', 'Bay']),
  body('PERSON', 'paul', 'Paul Robinson', [], 'council'),
  body('PERSON', 'smith-council', 'Alison Smith', [], 'council'),
  body('PERSON', 'smith-trust', 'Alison Smith', [], 'trust'),
  body('PERSON', 'vanessa', 'Vanessa Conner', [], 'north'),
  body('PERSON', 'jo', 'Jo Atkinson', ['J. Atkinson-Reed'], 'council'),
  body('POST', 'dph', 'Director of Public Health', ['DPH'], 'council'),
  body('BOARD', 'board', 'Health & Social Care Board', ['Health/Social Care Board']),
  body('ABU', 'abu', 'Children and Maternity Partnership', ['CYP/M ABU'], 'north'),
]);

const written = (cell: string) => directory.ownersIn(cell).map(({ asWritten }) => asWritten);
const chosen = (cell: string) => directory.ownersIn(cell).map((owner) => owner.chosen?.body.id ?? null);

describe('owners of one cell', () => {
  test.each([
    ['Michael Smillie (North Cumbria)/John Glover (Morecambe Bay)/Paul Robinson', 3],
    ['Hilary Fordham, Anthony Gardner, Dawn Roberts\nPeter Rooney', 4],
    ['Jo Atkinson (Cumbria County Council), Hilary Fordham, Peter Rooney', 3],
    ['Anthony Gardner and Dawn Roberts', 2],
    ['Cumbria County Council and Morecambe Bay CCG', 2],
    ['Jo Atkinson; CCC', 2],
    ['Peter Rooney, Chief Operating Officer North Cumbria CCG', 1],
    ['Independent Care and Support Team', 1],
    ['Adult Social Care (North/South)', 1],
    ['CYP/M ABU', 1],
    ['Health/Social Care Board', 1],
    ['Health/Social Care Board / Cumbria County Council', 2],
    ['Jo Atkinson/Health / Social Care Board/CCC', 3],
    ['Jo Atkinson and/or Peter Rooney', 2],
    ['The council and/or its partners', 1],
    ['Programme team (from 01/04/2019)', 1],
    ['Delivery team from 01/04/2019', 1],
    ['Programme office, 50/50 with the districts', 1],
    ['North Cumbria CCG/Morecambe Bay CCG 2019/20', 2],
    ['Carol Anderson, Chief Nurse, ICB', 1],
    ['Director of Health, Care and Wellbeing', 1],
  ])('%s: %i', (cell, parts) => {
    expect(written(cell)).toHaveLength(parts);
    // Nothing of the words is lost but the signs between them.
    for (const part of written(cell)) expect(cell).toContain(part);
  });

  test.each(['TBC', 'tbc', 'To be confirmed', 'n/a', '-', 'Vacant', '?'])('%s is a gap', (cell) => {
    const owners = directory.ownersIn(cell);
    expect(
      owners.every(({ isGap, chosen: taken, matches }) => isGap && taken === null && matches.length === 0),
    ).toBe(true);
  });

  test('a person’s name is told from a body’s and from a post', () => {
    for (const name of ['Jo Atkinson', 'J. Atkinson', 'Ann-Marie Grady', 'Mr Graham Putnam', 'Sinéad O’Hara'])
      expect(looksLikePerson(name)).toBe(true);
    for (const other of [
      'Chief Nurse',
      'North Place',
      'CFO',
      'Jo',
      'Oaklea Trust',
      'CCC NHS',
      'all districts',
    ])
      expect(looksLikePerson(other)).toBe(false);
  });
});

describe('who is meant', () => {
  test.each([
    ['Paul Robinson', 'paul', 1],
    ['PAUL  ROBINSON', 'paul', 1],
    ['Cllr Paul Robinson', 'paul', 1],
    ['Cumbria County Council', 'council', 1],
    ['NCUHT', 'trust', 0.95],
    ['DPH', 'dph', 0.95],
    ['Jo Atkinson Assistant Director CCC', 'jo', 0.95],
    ['Paul Robinson (Cumbria County Council)', 'paul', 1],
    ['Ramona Duguid (North Cumbria CCG)', 'north', 0.95],
    ['Margaret Williams, Chief Nurse Morecambe Bay CCG', 'bay', 0.95],
  ])('%s is taken to be %s', (cell, id, confidence) => {
    const [owner] = directory.ownersIn(cell);
    expect([owner?.chosen?.body.id, owner?.chosen?.confidence]).toEqual([id, confidence]);
  });

  test.each([
    ['Vanessa Connor', 'vanessa', 0.85],
    ['J Atkinson', 'jo', 0.7],
    ['V. Conner', 'vanessa', 0.7],
    ['Morecambe Bay', 'bay', 0.5],
  ])('%s is shown as perhaps %s, and not taken', (cell, id, confidence) => {
    const [owner] = directory.ownersIn(cell);
    expect(owner?.chosen).toBeNull();
    expect(owner?.matches[0]).toMatchObject({ body: { id }, confidence });
  });

  test('one abbreviation that means two bodies is never merged', () => {
    const [owner] = directory.ownersIn('Bay');
    expect(owner?.chosen).toBeNull();
    expect(owner?.matches.map(({ body: { id } }) => id).sort()).toEqual(['bay', 'trust']);
  });

  test('of two people with one name, the one who works where the words say', () => {
    expect(chosen('Alison Smith')).toEqual([null]);
    expect(chosen('Alison Smith - Chief Nurse at NCUHT')).toEqual(['smith-trust']);
    expect(chosen('Alison Smith (CCC)')).toEqual(['smith-council']);
  });

  test('nobody is invented', () => {
    expect(chosen('Somebody Else/Reablement teams managers')).toEqual([null, null]);
    expect(directory.ownersIn('Somebody Else').flatMap(({ matches }) => matches)).toEqual([]);
  });

  test('a person is missing only where the words name an organisation that is known', () => {
    const missing = (cell: string) => directory.ownersIn(cell).map(personMissing);
    expect(missing('Ramona Duguid (North Cumbria CCG)')).toEqual([
      { name: 'Ramona Duguid', organisationId: 'north' },
    ]);
    expect(
      missing('Ramona Duguid/Paul Robinson (CCC)/Chief Nurse (CCC)/Michael Smillie (North Cumbria)'),
    ).toEqual([null, null, null, null]);
  });

  test('distance counts letters changed, left out, added and swapped, and stops in time', () => {
    expect(editDistance('conner', 'connor', 2)).toBe(1);
    expect(editDistance('smith', 'smtih', 2)).toBe(1);
    expect(editDistance('rea', 'real', 2)).toBe(1);
    expect(editDistance('abcdefgh', 'hgfedcba', 2)).toBe(3);
  });
});

test('does not take what any county calls its council for the one that is known here', () => {
  const directory = new Directory([
    {
      id: 'c',
      kind: 'ORGANISATION',
      name: 'Wensmere County Council',
      otherNames: ['County Council'],
      organisationId: null,
    },
  ] as never);
  expect(directory.ownersIn('County Council')[0]?.chosen?.body.id).toBe('c');
  const [owner] = directory.ownersIn('Paul Robinson (Cumbria County Council)');
  expect(owner?.chosen).toBeNull();
  expect(owner?.hint).toBeNull();
});
