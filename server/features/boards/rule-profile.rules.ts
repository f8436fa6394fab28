import {
  type AgendaPlace,
  BoardRule,
  type DayCounting,
  type RetentionClass,
  type RuleProfileKind,
} from '../../../schema/vocabulary.js';
import type { QuorumRule } from './quorum.rules.js';

/** A ground on which an item may be taken without press and public. */
export interface Exemption {
  /** As it is cited: '3', or a letter of the board’s own. */
  readonly paragraph: string;
  readonly wording: string;
  readonly source: string;
}

/** An item that stands on every agenda by itself. */
export interface StandingItem {
  readonly title: string;
  readonly section: string | null;
  readonly place: AgendaPlace;
  readonly minutes: number | null;
}

/** What can be set for one board. Numbers of days are clear days unless they say otherwise; null is “no such rule”. */
export interface RuleValues {
  readonly noticeClearDays: number;
  readonly counting: DayCounting;
  readonly keyDecisionNoticeClearDays: number | null;
  readonly privateMeetingNoticeClearDays: number | null;
  readonly privateMeetingFurtherNoticeClearDays: number | null;
  readonly questionsByClearDays: number | null;
  readonly longestQuestionWords: number | null;
  readonly mostQuestions: number | null;
  readonly draftReportsByWorkingDays: number;
  readonly clearancesByWorkingDays: number;
  readonly quorum: QuorumRule;
  readonly exemptions: readonly Exemption[];
  /** Of the resolution to exclude press and public; {paragraphs} stands for those chosen. */
  readonly exclusionWording: string;
  readonly standingItems: readonly StandingItem[];
  readonly retention: RetentionClass;
  readonly saysRestrictedGap: boolean;
  readonly lateItemsNeedChairReason: boolean;
  /** Likelihood × impact, of 25. */
  readonly proposesRisksFrom: number;
}

/** A board’s own copy of the rules, and where it was taken from. */
export interface BoardRulesData extends RuleValues {
  readonly profile: RuleProfileKind;
  readonly templateVersion: number;
}

/** A value that the law sets a floor to, and the provision that does. */
export interface Floor {
  readonly field:
    | 'noticeClearDays'
    | 'keyDecisionNoticeClearDays'
    | 'privateMeetingNoticeClearDays'
    | 'privateMeetingFurtherNoticeClearDays';
  readonly least: number;
  readonly law: string;
}

export interface RuleProfile {
  readonly kind: RuleProfileKind;
  /** Counts up whenever a value or a source below changes; boards keep what they adopted. */
  readonly version: number;
  /**
   * What each version before this one worded otherwise than the one after it, from the first on: so that what a board
   * adopted is known after the profile has moved on.
   */
  readonly earlier: readonly Partial<RuleValues>[];
  readonly name: string;
  readonly description: string;
  readonly values: RuleValues;
  /** Where each rule comes from, in users’ words, with the section. */
  readonly sources: Readonly<Record<BoardRule, string>>;
  readonly floors: readonly Floor[];
  /** What demands the chair’s reason for a late item; null where the board may do without. */
  readonly lateItemsLaw: string | null;
  /** What alone gives grounds for excluding the public; null where the board words its own. */
  readonly exemptionsLaw: string | null;
}

/** The rules of a board that adopted a profile and changed nothing. */
export const adopted = ({ kind, version, values }: RuleProfile): BoardRulesData => ({
  ...values,
  profile: kind,
  templateVersion: version,
});

/** What a profile said in one of its versions. */
export const valuesAt = ({ version, values, earlier }: RuleProfile, at: number): RuleValues =>
  Object.assign({}, values, ...earlier.slice(Math.max(at, 1) - 1, version - 1).reverse());

/** The first value that is below what the law demands of a board of this profile. */
export const belowFloor = ({ floors }: RuleProfile, values: RuleValues): Floor | null =>
  floors.find(({ field, least }) => (values[field] ?? 0) < least) ?? null;

const ruleOf: Readonly<Record<keyof RuleValues, BoardRule>> = {
  noticeClearDays: BoardRule.NOTICE,
  counting: BoardRule.NOTICE,
  keyDecisionNoticeClearDays: BoardRule.KEY_DECISIONS,
  privateMeetingNoticeClearDays: BoardRule.PRIVATE_MEETINGS,
  privateMeetingFurtherNoticeClearDays: BoardRule.PRIVATE_MEETINGS,
  questionsByClearDays: BoardRule.QUESTIONS,
  longestQuestionWords: BoardRule.QUESTIONS,
  mostQuestions: BoardRule.QUESTIONS,
  draftReportsByWorkingDays: BoardRule.DRAFT_REPORTS,
  clearancesByWorkingDays: BoardRule.DRAFT_REPORTS,
  quorum: BoardRule.QUORUM,
  exemptions: BoardRule.EXEMPTIONS,
  exclusionWording: BoardRule.EXEMPTIONS,
  standingItems: BoardRule.STANDING_ITEMS,
  retention: BoardRule.RETENTION,
  saysRestrictedGap: BoardRule.RESTRICTED_ITEMS,
  lateItemsNeedChairReason: BoardRule.LATE_ITEMS,
  proposesRisksFrom: BoardRule.HIGH_RISKS,
};

export const ruleFields = Object.keys(ruleOf) as (keyof RuleValues)[];

const fieldsOf = (rule: BoardRule): (keyof RuleValues)[] =>
  ruleFields.filter((field) => ruleOf[field] === rule);

const allRules = [...new Set(Object.values(ruleOf))];

const isSame = (rule: BoardRule, one: RuleValues, other: RuleValues): boolean =>
  fieldsOf(rule).every((field) => spelled(one[field]) === spelled(other[field]));

/** Which rules a board’s own copy words otherwise than its profile did when the board took it, and than it does now. */
export function adjustedRules(own: BoardRulesData, profile: RuleProfile): BoardRule[] {
  const taken = valuesAt(profile, own.templateVersion);
  return allRules.filter((rule) => !isSame(rule, own, taken) && !isSame(rule, own, profile.values));
}

/** A rule that a profile words otherwise since a board took it, and whether the board has words of its own there. */
export interface ProfileChange {
  readonly rule: BoardRule;
  readonly isAdjusted: boolean;
}

/** Where a profile has moved on since a board took it; not what the board says by now as the profile does. */
export function profileChanges(own: BoardRulesData, profile: RuleProfile): ProfileChange[] {
  const taken = valuesAt(profile, own.templateVersion);
  return allRules
    .filter((rule) => !isSame(rule, taken, profile.values) && !isSame(rule, own, profile.values))
    .map((rule) => ({ rule, isAdjusted: !isSame(rule, own, taken) }));
}

/**
 * What of a board’s own copy changes when it takes over what its profile says by now: of the rules asked for; or, asked
 * for none by name, of all but those that the board has adjusted, which it then keeps knowingly.
 */
export function takenOver(
  own: BoardRulesData,
  profile: RuleProfile,
  asked: readonly BoardRule[] | null,
): Partial<BoardRulesData> {
  const changes = profileChanges(own, profile);
  const taken = asked ?? changes.filter(({ isAdjusted }) => !isAdjusted).map(({ rule }) => rule);
  const isSettled = asked === null || changes.every(({ rule }) => asked.includes(rule));
  return {
    ...Object.fromEntries(taken.flatMap(fieldsOf).map((field) => [field, profile.values[field]])),
    ...(isSettled && { templateVersion: profile.version }),
  };
}

/** The same for the same content, however a database orders the keys of an object. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${key}:${spelled(part)}`).join(',')}}`;
}
