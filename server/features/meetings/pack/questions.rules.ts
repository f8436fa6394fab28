import type { RuleValues } from '../../boards/rule-profile.rules.js';
import { lastDispatchDay } from '../../boards/working-days.rules.js';
import { longDay } from './days.js';

/** Of a board’s rules what says when and how the public may ask. */
export type QuestionRules = Pick<
  RuleValues,
  'questionsByClearDays' | 'longestQuestionWords' | 'mostQuestions' | 'counting'
>;

export interface AskedOf {
  readonly name: string;
  readonly rules: QuestionRules;
}

/** A limit, and the board whose it is; null where it is that of all who meet. */
interface Limit<T> {
  readonly is: T;
  readonly board: string | null;
}

/** Until when the public may ask, and how much: by the strictest of the boards that meet. */
export interface PublicQuestions {
  readonly by: Limit<string>;
  readonly words: Limit<number> | null;
  readonly each: Limit<number> | null;
}

/** Null where none of them takes questions: who sets no day takes none, and its limits do not count. */
export function questionsAt(meetsOn: string, boards: readonly AskedOf[]): PublicQuestions | null {
  const strictest = <T extends string | number>(of: (rules: QuestionRules) => T | null): Limit<T> | null => {
    const all = boards.map(({ name, rules }) => ({
      ...{ name, is: rules.questionsByClearDays === null ? null : of(rules) },
    }));
    let found: { name: string; is: T } | null = null;
    for (const { name, is } of all) if (is !== null && (!found || is < found.is)) found = { name, is };
    return found && { is: found.is, board: all.every(({ is }) => is === found.is) ? null : found.name };
  };
  const by = strictest(({ questionsByClearDays, counting }) =>
    questionsByClearDays === null ? null : lastDispatchDay(meetsOn, questionsByClearDays, counting),
  );
  return (
    by && {
      by,
      words: strictest(({ longestQuestionWords }) => longestQuestionWords),
      each: strictest(({ mostQuestions }) => mostQuestions),
    }
  );
}

export const QUESTIONS = 'Questions from the public';

/** “In by Monday 15 July 2030, at most 100 words each, 2 a person (by the rules of North Board)”. */
export function questionsInWords({ by, words, each }: PublicQuestions): string {
  const limits = [
    { board: by.board, said: `In by ${longDay(by.is)}` },
    ...(words ? [{ board: words.board, said: `at most ${words.is} words each` }] : []),
    ...(each ? [{ board: each.board, said: `${each.is} a person` }] : []),
  ];
  const boards = new Set(limits.map(({ board }) => board));
  const whose = (board: string | null) => (board === null ? '' : ` (by the rules of ${board})`);
  // Where all are one board’s, it is named once.
  if (boards.size === 1)
    return `${limits.map(({ said }) => said).join(', ')}${whose(limits[0]?.board ?? null)}`;
  return limits.map(({ said, board }) => `${said}${whose(board)}`).join(', ');
}
