import { describe, expect, test } from 'vitest';
import {
  COUNCIL_WORDING,
  type Excluder,
  exclusionResolution,
  exclusionResolutions,
  paragraphsRelied,
} from '../../schema/exclusion.js';
import { RuleProfileKind } from '../../schema/vocabulary.js';
import { ruleProfileOf } from '../../server/features/boards/rule-profiles.js';

const item = (isRestricted: boolean, ...exemptionParagraphs: string[]) => ({
  isRestricted,
  exemptionParagraphs,
});

describe('the paragraphs relied on', () => {
  test('are those of the restricted items, each once, in the order of the law', () => {
    const items = [item(true, '3'), item(false, '5'), item(true, '10', '3', '1')];
    expect(paragraphsRelied(items)).toEqual(['1', '3', '10']);
  });

  test('are none while nothing is restricted', () => {
    expect(paragraphsRelied([item(false), item(true)])).toEqual([]);
  });
});

describe('the resolution to exclude press and public', () => {
  test.each([
    [['3'], 'as defined in paragraph 3 of Part 1 of Schedule 12A'],
    [['1', '3'], 'as defined in paragraphs 1 and 3 of Part 1 of Schedule 12A'],
    [['1', '3', '5'], 'as defined in paragraphs 1, 3 and 5 of Part 1 of Schedule 12A'],
  ])('names paragraphs %j as people say them', (paragraphs, words) => {
    const said = exclusionResolution(COUNCIL_WORDING, paragraphs);
    expect(said).toMatch(/^That, under section 100A\(4\) of the Local Government Act 1972, the press and/);
    expect(said).toContain(words);
    expect(said).not.toMatch(/\{|\(s\)/);
  });

  test('is not drafted without a paragraph', () => {
    expect(exclusionResolution(COUNCIL_WORDING, [])).toBeNull();
  });

  test('takes the wording of other bodies as it is', () => {
    const wording = 'That the public be excluded: {paragraphs}. It rests on {paragraphs}.';
    expect(exclusionResolution(wording, ['confidential business', 'special reasons'])).toBe(
      'That the public be excluded: confidential business and special reasons. It rests on confidential business and special reasons.',
    );
  });

  test('reads nothing into the words of a paragraph', () => {
    expect(exclusionResolution('On {paragraphs}.', ['$& and $1'])).toBe('On $& and $1.');
  });
});

describe('what a meeting is asked to resolve', () => {
  const of = (name: string, kind: RuleProfileKind): Excluder => ({
    ...{ id: name, name, rules: ruleProfileOf(kind).values },
  });
  const council = of('Health Committee', RuleProfileKind.COUNCIL_COMMITTEE);
  const other = of('Care Committee', RuleProfileKind.COUNCIL_COMMITTEE);
  const nhs = of('Care Board', RuleProfileKind.NHS_BODY);
  const partners = of('Delivery Board', RuleProfileKind.NON_STATUTORY_PARTNERSHIP);
  const ACT =
    /^Health Committee: That, under section 100A\(4\).* paragraphs 3 and 5 of Part 1 of Schedule 12A/;
  const ADMISSION = /^Care Board: That representatives of the press .*1960.*: confidential business\.$/;

  test.each<[string, Excluder[], string[][], RegExp[]]>([
    ['of one board', [council], [['5', '3']], [/^That, under .* paragraphs 3 and 5 of Part 1/]],
    ['of two under one law', [council, other], [['5'], ['3']], [/^That, under .* paragraphs 3 and 5 of/]],
    ['by the law that has the paragraphs, whoever convenes', [nhs, council], [['5', '3']], [ACT]],
    [
      'one for each law whose grounds are relied on',
      [nhs, council],
      [['5'], ['confidential business', '3']],
      [ADMISSION, ACT],
    ],
    ['nothing where nothing is relied on', [nhs, council], [[]], []],
    [
      'in the words of the board that convenes, of what none of them has any more',
      [partners, council],
      [['Z'], ['3']],
      [/^Delivery Board: .* paragraph Z of the terms/, /^Health Committee: .* paragraph 3 of Part 1/],
    ],
  ])('%s', (_, boards, relied, said) => {
    const items = relied.map((paragraphs) => item(true, ...paragraphs));
    const resolutions = exclusionResolutions(boards, [...items, item(false, '7')]);
    expect(resolutions).toEqual(said.map((words) => expect.stringMatching(words)));
  });

  const BOTH = /^That, under .* paragraphs 3 and 5 of Part 1/;
  const HEALTH = /^Health Committee: That, under section 100A\(4\).* paragraph 3 of Part 1/;
  const CARE = /^Care Committee: That, under section 100A\(4\).* paragraph 5 of Part 1/;

  test.each<[string, Excluder[], [string[], string[]][], RegExp[]]>([
    ['by one of two under one law, alone', [council, other], [[['Health Committee'], ['3']]], [HEALTH]],
    [
      'by each for what is for it',
      [council, other],
      [
        [['Health Committee'], ['3']],
        [['Care Committee'], ['5']],
      ],
      [HEALTH, CARE],
    ],
    [
      'by both at once, where what is for each comes to the same',
      [council, other],
      [
        [['Health Committee', 'Care Committee'], ['3']],
        [['Health Committee'], ['5']],
        [['Care Committee'], ['5']],
      ],
      [BOTH],
    ],
    [
      'not by a board whose law has the paragraph too, when the item is for another',
      [council, nhs, other],
      [
        [['Health Committee'], ['3']],
        [['Care Board'], ['confidential business']],
      ],
      [HEALTH, ADMISSION],
    ],
    [
      'by the board that an item is for, of what that has no more, whoever convenes',
      [partners, council, other],
      [[['Health Committee', 'Care Committee'], ['Z']]],
      [/^Health Committee and Care Committee: That, under .* paragraph Z of Part 1/],
    ],
    [
      'by the board that an item is for, of what only another has',
      [partners, council],
      [[['Delivery Board'], ['3']]],
      [/^Delivery Board: .* paragraph 3 of the terms/],
    ],
    ['by all, of an item of boards that meet no more', [council, other], [[['Gone'], ['3', '5']]], [BOTH]],
  ])('%s', (_, boards, relied, said) => {
    const items = relied.map(([boardIds, paragraphs]) => ({ ...item(true, ...paragraphs), boardIds }));
    const open = { ...item(false, '7'), boardIds: boards.map(({ id }) => id) };
    expect(exclusionResolutions(boards, [...items, open])).toEqual(
      said.map((words) => expect.stringMatching(words)),
    );
  });
});
