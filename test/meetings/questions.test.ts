import { describe, expect, it } from 'vitest';
import { PackPart } from '../../schema/publications.js';
import { DayCounting } from '../../schema/vocabulary.js';
import { packOf } from '../../server/features/meetings/pack/pack-content.rules.js';
import { packDocx } from '../../server/features/meetings/pack/pack-docx.js';
import { packHtml } from '../../server/features/meetings/pack/pack-html.js';
import { packPdf } from '../../server/features/meetings/pack/pack-pdf.js';
import {
  type AskedOf,
  type QuestionRules,
  questionsAt,
  questionsInWords,
} from '../../server/features/meetings/pack/questions.rules.js';
import { BESIDE, board, facts, item, wordsOfFile } from '../support/packs.js';

const RULES: QuestionRules = {
  ...{ questionsByClearDays: 3, longestQuestionWords: 100, mostQuestions: 2 },
  counting: DayCounting.WORKING_DAYS,
};
const none: AskedOf = { name: 'South Board', rules: { ...RULES, questionsByClearDays: null } };
const north: AskedOf = { name: 'North Board', rules: RULES };
const like = (rules: Partial<QuestionRules>): AskedOf => ({
  name: 'South Board',
  rules: { ...RULES, ...rules },
});

/** A Friday. */
const MEETS = '2030-07-19';

describe('questions from the public', () => {
  it.each<[string, AskedOf[], string | null]>([
    ['of one board', [north], 'In by Monday 15 July 2030, at most 100 words each, 2 a person'],
    [
      'of two with the same rules',
      [north, like({})],
      'In by Monday 15 July 2030, at most 100 words each, 2 a person',
    ],
    [
      'the strictest of two in each thing, with whose it is',
      [north, like({ questionsByClearDays: 5, longestQuestionWords: 150 })],
      'In by Thursday 11 July 2030 (by the rules of South Board), at most 100 words each (by the rules of North Board), 2 a person',
    ],
    [
      'of the one of two that takes any, named once',
      [none, north],
      'In by Monday 15 July 2030, at most 100 words each, 2 a person (by the rules of North Board)',
    ],
    [
      'without limits where there are none',
      [like({ longestQuestionWords: null, mostQuestions: null })],
      'In by Monday 15 July 2030',
    ],
    ['nothing of a board that takes none', [none], null],
  ])('%s', (_, boards, words) => {
    const questions = questionsAt(MEETS, boards);
    expect(questions && questionsInWords(questions)).toBe(words);
  });

  const committee = {
    ...board('Joint Board', 'On {paragraphs}.'),
    rules: { ...board('', '').rules, ...RULES },
  };
  const packed = (day: string) =>
    packOf(facts([item('Winter plan')], { boards: [committee], day }), PackPart.PUBLIC, null);

  it('stand in the front matter of the page, the PDF and the Word file, while the day is to come', async () => {
    const pack = packed('2030-07-15');
    const files = {
      HTML: Buffer.from(packHtml(pack, BESIDE.place)),
      PDF: new Uint8Array((await packPdf(pack, BESIDE)).bytes),
      WORD: packDocx(pack, BESIDE),
    };
    for (const [format, bytes] of Object.entries(files))
      expect((await wordsOfFile(format, bytes)).replace(/\s+/g, ' '), format).toMatch(
        /Questions from the public.*In by Monday 15 July 2030, at most 100 words each, 2 a person.*Winter plan/,
      );
    expect(packed('2030-07-16')).not.toHaveProperty('questions');
  });
});
