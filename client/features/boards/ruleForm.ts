import type { RetentionClass } from '../../../schema/vocabulary';
import { formatList } from '../../platform/format/counts';
import type { useBoardVerbs } from './board.operations';
import type { BoardRules, RuleName, RuleSet } from './boardRules';
import { COUNTING_WORD, RETENTION_WORD } from './ruleWords';

type Counting = RuleSet['counting'];
export type OrganisationKindName = RuleSet['quorum']['parts'][number]['organisationKinds'][number];

export interface TypedPart {
  readonly label: string;
  readonly atLeast: string;
  readonly organisationKinds: readonly OrganisationKindName[];
  readonly postIds: readonly string[];
}

export interface TypedQuorum {
  readonly atLeast: string;
  /** '1/2'; empty for none. */
  readonly share: string;
  readonly organisationsAtLeast: string;
  readonly parts: readonly TypedPart[];
}

export interface TypedStanding {
  readonly title: string;
  readonly section: string;
  readonly place: 'START' | 'END';
  readonly minutes: string;
}

/** Numbers as they are typed. */
export interface TypedRules {
  readonly noticeClearDays: string;
  readonly counting: Counting;
  readonly keyDecisionNoticeClearDays: string;
  readonly privateMeetingNoticeClearDays: string;
  readonly privateMeetingFurtherNoticeClearDays: string;
  readonly questionsByClearDays: string;
  readonly longestQuestionWords: string;
  readonly mostQuestions: string;
  readonly draftReportsByWorkingDays: string;
  readonly clearancesByWorkingDays: string;
  readonly quorum: TypedQuorum;
  readonly exemptions: readonly RuleSet['exemptions'][number][];
  readonly exclusionWording: string;
  readonly standingItems: readonly TypedStanding[];
  readonly retention: keyof typeof RetentionClass;
  readonly saysRestrictedGap: boolean;
  readonly lateItemsNeedChairReason: boolean;
  readonly proposesRisksFrom: string;
}

const text = (n: number | null): string => (n === null ? '' : String(n));
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

export const typedRules = (rules: RuleSet): TypedRules => ({
  noticeClearDays: text(rules.noticeClearDays),
  counting: rules.counting,
  keyDecisionNoticeClearDays: text(rules.keyDecisionNoticeClearDays),
  privateMeetingNoticeClearDays: text(rules.privateMeetingNoticeClearDays),
  privateMeetingFurtherNoticeClearDays: text(rules.privateMeetingFurtherNoticeClearDays),
  questionsByClearDays: text(rules.questionsByClearDays),
  longestQuestionWords: text(rules.longestQuestionWords),
  mostQuestions: text(rules.mostQuestions),
  draftReportsByWorkingDays: text(rules.draftReportsByWorkingDays),
  clearancesByWorkingDays: text(rules.clearancesByWorkingDays),
  quorum: {
    atLeast: text(rules.quorum.atLeast),
    share: rules.quorum.fraction
      ? `${rules.quorum.fraction.numerator}/${rules.quorum.fraction.denominator}`
      : '',
    organisationsAtLeast: text(rules.quorum.organisationsAtLeast),
    parts: rules.quorum.parts.map(({ label, atLeast, organisationKinds, posts }) => ({
      ...{ label, atLeast: text(atLeast), organisationKinds },
      postIds: posts.map(({ id }) => id),
    })),
  },
  exemptions: rules.exemptions.map(({ paragraph, wording, source }) => ({ paragraph, wording, source })),
  exclusionWording: rules.exclusionWording,
  standingItems: rules.standingItems.map(({ title, section, place, minutes }) => ({
    ...{ title, place, section: section ?? '', minutes: text(minutes) },
  })),
  retention: rules.retention,
  saysRestrictedGap: rules.saysRestrictedGap,
  lateItemsNeedChairReason: rules.lateItemsNeedChairReason,
  proposesRisksFrom: text(rules.proposesRisksFrom),
});

function quorumOf({ atLeast, share, organisationsAtLeast, parts }: TypedQuorum) {
  const [numerator = 0, denominator = 0] = share.split('/').map(Number);
  return {
    atLeast: numberOf(atLeast),
    fraction: share === '' ? null : { numerator, denominator },
    organisationsAtLeast: numberOf(organisationsAtLeast),
    parts: parts.map((part) => ({
      label: part.label.trim(),
      atLeast: numberOf(part.atLeast) ?? 1,
      organisationKinds: [...part.organisationKinds],
      postIds: [...part.postIds],
    })),
  };
}

const standingOf = ({ title, section, place, minutes }: TypedStanding) => ({
  title: title.trim(),
  section: section.trim() || null,
  place,
  minutes: numberOf(minutes),
});

/** The fields of one rule, as the verb takes them. */
const FIELDS_OF = {
  NOTICE: (typed: TypedRules) => ({
    noticeClearDays: numberOf(typed.noticeClearDays),
    counting: typed.counting,
  }),
  KEY_DECISIONS: (typed: TypedRules) => ({
    keyDecisionNoticeClearDays: numberOf(typed.keyDecisionNoticeClearDays),
  }),
  PRIVATE_MEETINGS: (typed: TypedRules) => ({
    privateMeetingNoticeClearDays: numberOf(typed.privateMeetingNoticeClearDays),
    privateMeetingFurtherNoticeClearDays: numberOf(typed.privateMeetingFurtherNoticeClearDays),
  }),
  QUESTIONS: (typed: TypedRules) => ({
    questionsByClearDays: numberOf(typed.questionsByClearDays),
    longestQuestionWords: numberOf(typed.longestQuestionWords),
    mostQuestions: numberOf(typed.mostQuestions),
  }),
  DRAFT_REPORTS: (typed: TypedRules) => ({
    draftReportsByWorkingDays: numberOf(typed.draftReportsByWorkingDays),
    clearancesByWorkingDays: numberOf(typed.clearancesByWorkingDays),
  }),
  QUORUM: ({ quorum }: TypedRules) => ({ quorum: quorumOf(quorum) }),
  EXEMPTIONS: ({ exemptions, exclusionWording }: TypedRules) => ({
    exemptions: [...exemptions],
    exclusionWording: exclusionWording.trim(),
  }),
  STANDING_ITEMS: ({ standingItems }: TypedRules) => ({ standingItems: standingItems.map(standingOf) }),
  RETENTION: ({ retention }: TypedRules) => ({ retention }),
  RESTRICTED_ITEMS: ({ saysRestrictedGap }: TypedRules) => ({ saysRestrictedGap }),
  LATE_ITEMS: ({ lateItemsNeedChairReason }: TypedRules) => ({ lateItemsNeedChairReason }),
  HIGH_RISKS: (typed: TypedRules) => ({ proposesRisksFrom: numberOf(typed.proposesRisksFrom) }),
} as const satisfies Record<RuleName, (typed: TypedRules) => object>;

/** Any of the fields there are. */
export type RuleFields = Omit<
  Parameters<ReturnType<typeof useBoardVerbs>['updateBoardRules']>[0],
  'boardId' | 'expectedVersion'
>;

export const ruleFieldsOf =
  (rule: RuleName) =>
  (typed: TypedRules): RuleFields =>
    FIELDS_OF[rule](typed);

export const RULE_LABELS: Readonly<Record<keyof TypedRules, string>> = {
  noticeClearDays: 'Clear days of notice',
  counting: 'Which days count',
  keyDecisionNoticeClearDays: 'Clear days of notice',
  privateMeetingNoticeClearDays: 'Clear days of notice',
  privateMeetingFurtherNoticeClearDays: 'Clear days of the further notice',
  questionsByClearDays: 'Clear days before the meeting',
  longestQuestionWords: 'Most words of a question',
  mostQuestions: 'Most questions a person',
  draftReportsByWorkingDays: 'Drafts: working days before papers go out',
  clearancesByWorkingDays: 'Clearances: working days before papers go out',
  quorum: 'Quorum',
  exemptions: 'Grounds',
  exclusionWording: 'Resolution to exclude press and public',
  standingItems: 'Standing items',
  retention: 'Minutes and papers',
  saysRestrictedGap: 'Restricted items',
  lateItemsNeedChairReason: 'Late items',
  proposesRisksFrom: 'Likelihood times impact, of 25, at least',
};

const named = (key: 'paragraph' | 'title') => (value: unknown) =>
  formatList((value as Record<string, string>[]).map((one) => one[key] ?? ''));

/** How a value reads where two versions of it stand side by side. */
export const RULE_READS = {
  counting: (value: unknown) => COUNTING_WORD[value as Counting],
  retention: (value: unknown) => RETENTION_WORD[value as BoardRules['retention']],
  quorum: () => 'A quorum of their own wording',
  exemptions: named('paragraph'),
  standingItems: named('title'),
  saysRestrictedGap: (value: unknown) => (value ? 'Said in the public agenda' : 'Not shown'),
  lateItemsNeedChairReason: (value: unknown) => (value ? 'With the chair’s reason' : 'Without a reason'),
};

/** The field at which a broken rule is said. */
export const FIELD_OF_RULE = {
  NOTICE_BELOW_LAW: 'noticeClearDays',
  KEY_DECISIONS_BELOW_LAW: 'keyDecisionNoticeClearDays',
  PRIVATE_MEETINGS_BELOW_LAW: 'privateMeetingNoticeClearDays',
  FURTHER_NOTICE_BELOW_LAW: 'privateMeetingFurtherNoticeClearDays',
  DRAFTS_BEFORE_CLEARANCES: 'draftReportsByWorkingDays',
} as const;
