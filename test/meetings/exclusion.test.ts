import { describe, expect, test } from 'vitest';
import { COUNCIL_WORDING, exclusionResolution, paragraphsRelied } from '../../schema/exclusion.js';

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
