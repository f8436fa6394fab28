import { formatCount, formatList } from '../../platform/format/counts';
import type { RuleName, RuleSet } from './boardRules';

/** How a board works, in sentences: the same for its own rules and for its profile’s, so that the two can be compared. */

export const RULE_WORD: Readonly<Record<RuleName, string>> = {
  NOTICE: 'Papers go out',
  DRAFT_REPORTS: 'Reports are in',
  QUESTIONS: 'Questions from the public',
  KEY_DECISIONS: 'Key decisions',
  PRIVATE_MEETINGS: 'Meetings in private',
  QUORUM: 'Quorum',
  EXEMPTIONS: 'Items in private',
  RESTRICTED_ITEMS: 'Restricted items',
  LATE_ITEMS: 'Late items',
  HIGH_RISKS: 'Risks proposed for the agenda',
  STANDING_ITEMS: 'On every agenda',
  RETENTION: 'Minutes and papers',
};

export const RETENTION_WORD: Readonly<Record<RuleSet['retention'], string>> = {
  PERMANENT: 'Kept for good',
  TWENTY_YEARS: 'Kept for twenty years',
  SIX_YEARS: 'Kept for six years',
  THREE_YEARS: 'Kept for three years',
};

export const COUNTING_WORD: Readonly<Record<RuleSet['counting'], string>> = {
  WORKING_DAYS: 'Working days: weekends and bank holidays do not count',
  CALENDAR_DAYS: 'Every day',
};

const clear = (days: number, { counting }: Pick<RuleSet, 'counting'>): string =>
  formatCount(days, counting === 'WORKING_DAYS' ? 'clear working day' : 'clear day');

const noticed = (days: number | null): string =>
  days === null ? 'No notice of its own' : `${formatCount(days, 'clear day')} of notice, every day counted`;

function inPrivate(rules: RuleSet): string {
  const { privateMeetingNoticeClearDays: first, privateMeetingFurtherNoticeClearDays: further } = rules;
  const said = noticed(first);
  return further === null ? said : `${said}, and a further notice ${clear(further, rules)} before`;
}

function questions(rules: RuleSet): string {
  const { questionsByClearDays: by, longestQuestionWords: words, mostQuestions: most } = rules;
  if (by === null) return 'None are taken';
  const limits = [
    ...(words === null ? [] : [`${formatCount(words, 'word')} at most`]),
    ...(most === null ? [] : [`${formatCount(most, 'question')} a person`]),
  ];
  return [`In ${clear(by, rules)} before the meeting`, ...limits].join(', ');
}

function standing({ standingItems }: RuleSet): string {
  const at = (place: 'START' | 'END'): string[] =>
    standingItems.filter((item) => item.place === place).map(({ title }) => title);
  const said = [
    ...(at('START').length ? [`At the start: ${formatList(at('START'))}`] : []),
    ...(at('END').length ? [`At the end: ${formatList(at('END'))}`] : []),
  ];
  return said.join('. ') || 'Nothing stands on it by itself';
}

const SENTENCES: Readonly<Record<RuleName, (rules: RuleSet) => string>> = {
  NOTICE: (rules) => `${clear(rules.noticeClearDays, rules)} before the meeting, neither day counted`,
  DRAFT_REPORTS: ({ draftReportsByWorkingDays: drafts, clearancesByWorkingDays: clearances }) =>
    `Drafts ${formatCount(drafts, 'working day')}, clearances ${formatCount(clearances, 'working day')} before papers go out`,
  QUESTIONS: questions,
  KEY_DECISIONS: ({ keyDecisionNoticeClearDays }) => noticed(keyDecisionNoticeClearDays),
  PRIVATE_MEETINGS: inPrivate,
  QUORUM: ({ quorum }) => quorum.inWords,
  EXEMPTIONS: ({ exemptions }) =>
    exemptions.length
      ? `${exemptions.length === 1 ? 'One ground' : `${exemptions.length} grounds`}: ${formatList(exemptions.map(({ paragraph }) => paragraph))}`
      : 'On no ground',
  RESTRICTED_ITEMS: ({ saysRestrictedGap }) =>
    saysRestrictedGap
      ? 'The public agenda says that there is one: “Item 9 (restricted)”'
      : 'Nothing in the public agenda shows that there is one',
  LATE_ITEMS: ({ lateItemsNeedChairReason }) =>
    lateItemsNeedChairReason ? 'Only with a reason given by the chair' : 'Taken without a reason',
  HIGH_RISKS: ({ proposesRisksFrom }) => `Those scored ${proposesRisksFrom} of 25 or more`,
  STANDING_ITEMS: standing,
  RETENTION: ({ retention }) => RETENTION_WORD[retention],
};

export const ruleInWords = (rule: RuleName, rules: RuleSet): string => SENTENCES[rule](rules);

const needless: readonly RuleName[] = ['KEY_DECISIONS', 'PRIVATE_MEETINGS'];

/** The rules to show, in order: what neither the board nor its profile knows of is not worth a line. */
export const rulesShown = (rules: RuleSet, template: RuleSet): readonly RuleName[] =>
  (Object.keys(RULE_WORD) as RuleName[]).filter(
    (rule) =>
      !needless.includes(rule) || [rules, template].some((one) => ruleInWords(rule, one) !== noticed(null)),
  );
