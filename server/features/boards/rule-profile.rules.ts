import { listed } from '../../../schema/exclusion.js';
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
}

/** A board’s own copy of the rules, and where it was taken from. */
export interface BoardRulesData extends RuleValues {
  readonly profile: RuleProfileKind;
  readonly templateVersion: number;
}

/** A value that the law sets a floor to, and the provision that does. */
export interface Floor {
  readonly field: 'noticeClearDays' | 'keyDecisionNoticeClearDays' | 'privateMeetingNoticeClearDays';
  readonly least: number;
  readonly law: string;
}

export interface RuleProfile {
  readonly kind: RuleProfileKind;
  /** Counts up whenever a value or a source below changes; boards keep what they adopted. */
  readonly version: number;
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

/** The first value that is below what the law demands of a board of this profile. */
export const belowFloor = ({ floors }: RuleProfile, values: RuleValues): Floor | null =>
  floors.find(({ field, least }) => (values[field] ?? 0) < least) ?? null;

const PLACEHOLDER = '{paragraphs}';

/** A resolution that does not say on which grounds excludes nobody lawfully. */
export const namesParagraphs = (wording: string): boolean => wording.includes(PLACEHOLDER);

/** The resolution to exclude press and public, for the paragraphs that the items rely on. */
export function exclusionResolution(
  { exclusionWording, exemptions }: Pick<RuleValues, 'exclusionWording' | 'exemptions'>,
  paragraphs: readonly string[],
): string {
  const cited = exemptions.flatMap(({ paragraph }) => (paragraphs.includes(paragraph) ? [paragraph] : []));
  return exclusionWording.replaceAll(PLACEHOLDER, listed(cited));
}

const ruleOf: Readonly<Record<keyof RuleValues, BoardRule>> = {
  noticeClearDays: BoardRule.NOTICE,
  counting: BoardRule.NOTICE,
  keyDecisionNoticeClearDays: BoardRule.KEY_DECISIONS,
  privateMeetingNoticeClearDays: BoardRule.PRIVATE_MEETINGS,
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
};

export const ruleFields = Object.keys(ruleOf) as (keyof RuleValues)[];

/** Which rules a board’s own copy words otherwise than its profile. */
export function adjustedRules(values: RuleValues, profile: RuleProfile): BoardRule[] {
  const differing = ruleFields.filter((field) => spelled(values[field]) !== spelled(profile.values[field]));
  return [...new Set(differing.map((field) => ruleOf[field]))];
}

/** The same for the same content, however a database orders the keys of an object. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${key}:${spelled(part)}`).join(',')}}`;
}
