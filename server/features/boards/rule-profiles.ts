import { BoardRule, DayCounting, RetentionClass, RuleProfileKind } from '../../../schema/vocabulary.js';
import { councilCommittee, councilExecutive, healthAndWellbeingBoard } from './council-rule-profiles.js';
import { nhsExemptions, ownExemptions } from './exemptions.js';
import type { RuleProfile } from './rule-profile.rules.js';
import { DRAFTS, HIGH_SCORE, RISKS, standing } from './standing-items.js';

/**
 * The templates boards take their rules from. Whoever changes a value or a source counts `version` up and notes in `earlier`
 * what was worded otherwise before: boards keep their own copy, and are told that the profile has moved on and where.
 */

const OWN_TERMS = 'The partnership’s terms of reference; no law sets this';

const nhsBody: RuleProfile = {
  kind: RuleProfileKind.NHS_BODY,
  version: 2,
  // Where its rules come from was cited anew, and no rule worded otherwise.
  earlier: [{}],
  name: 'NHS body',
  description:
    'The board of an integrated care board or an NHS trust: open to the public under the Public Bodies (Admission to Meetings) Act 1960, and otherwise under its own constitution and standing orders. The board of a foundation trust is open because its constitution must say so (National Health Service Act 2006, Schedule 7, paragraph 18E).',
  values: {
    noticeClearDays: 5,
    counting: DayCounting.WORKING_DAYS,
    keyDecisionNoticeClearDays: null,
    privateMeetingNoticeClearDays: null,
    privateMeetingFurtherNoticeClearDays: null,
    questionsByClearDays: 2,
    longestQuestionWords: 150,
    mostQuestions: 2,
    draftReportsByWorkingDays: 8,
    clearancesByWorkingDays: 3,
    quorum: {
      atLeast: null,
      fraction: { numerator: 1, denominator: 2 },
      organisationsAtLeast: null,
      parts: [],
    },
    exemptions: nhsExemptions,
    exclusionWording:
      'That representatives of the press and other members of the public be excluded from the remainder of this meeting under section 1(2) of the Public Bodies (Admission to Meetings) Act 1960, publicity being prejudicial to the public interest: {paragraphs}.',
    standingItems: standing('public'),
    retention: RetentionClass.TWENTY_YEARS,
    saysRestrictedGap: false,
    lateItemsNeedChairReason: true,
    proposesRisksFrom: HIGH_SCORE,
  },
  sources: {
    [BoardRule.NOTICE]:
      'Public Bodies (Admission to Meetings) Act 1960, section 1(4)(a): public notice of time and place three clear days at least before. The Act sets no time for papers; constitutions of integrated care boards commonly ask for five working days',
    [BoardRule.KEY_DECISIONS]: 'Does not apply to NHS bodies',
    [BoardRule.PRIVATE_MEETINGS]:
      'Does not apply: the public is excluded by resolution, for business that the resolution names (Act of 1960, section 1(2))',
    [BoardRule.QUESTIONS]: 'The body’s standing orders; no law gives the public a right to ask',
    [BoardRule.DRAFT_REPORTS]: DRAFTS,
    [BoardRule.HIGH_RISKS]: RISKS,
    [BoardRule.QUORUM]:
      'The body’s constitution, which says how decisions are made (for integrated care boards: National Health Service Act 2006, Schedule 1B, paragraphs 1 and 11)',
    [BoardRule.EXEMPTIONS]: 'Public Bodies (Admission to Meetings) Act 1960, section 1(2) and (3)',
    [BoardRule.STANDING_ITEMS]: 'The body’s standing orders',
    [BoardRule.RETENTION]:
      'Records Management Code of Practice (NHS England), Appendix II: papers of boards are kept for twenty years at most and then offered to an archive',
    [BoardRule.RESTRICTED_ITEMS]:
      'Act of 1960, section 1(4)(b): the agenda supplied to newspapers may leave out items during which the meeting is not likely to be open. Whether it says so is for the board',
    [BoardRule.LATE_ITEMS]:
      'The body’s standing orders; Act of 1960, section 1(4)(a) for a meeting called at shorter notice',
  },
  floors: [
    {
      field: 'noticeClearDays',
      least: 3,
      law: 'Public Bodies (Admission to Meetings) Act 1960, section 1(4)(a)',
    },
  ],
  lateItemsLaw: null,
  exemptionsLaw: 'Public Bodies (Admission to Meetings) Act 1960, section 1(2)',
};

const nonStatutoryPartnership: RuleProfile = {
  kind: RuleProfileKind.NON_STATUTORY_PARTNERSHIP,
  version: 1,
  earlier: [],
  name: 'Partnership without statutory rules',
  description:
    'A delivery board, place board or steering group that partners set up by agreement: its terms of reference are all there is. Each partner’s own duties remain.',
  values: {
    noticeClearDays: 5,
    counting: DayCounting.WORKING_DAYS,
    keyDecisionNoticeClearDays: null,
    privateMeetingNoticeClearDays: null,
    privateMeetingFurtherNoticeClearDays: null,
    questionsByClearDays: null,
    longestQuestionWords: null,
    mostQuestions: null,
    draftReportsByWorkingDays: 5,
    clearancesByWorkingDays: 2,
    quorum: {
      atLeast: null,
      fraction: { numerator: 1, denominator: 2 },
      organisationsAtLeast: 2,
      parts: [],
    },
    exemptions: ownExemptions,
    exclusionWording:
      'That the following business be taken among members only, on the grounds in paragraph(s) {paragraphs} of the terms of reference.',
    standingItems: standing('partners'),
    retention: RetentionClass.SIX_YEARS,
    saysRestrictedGap: false,
    lateItemsNeedChairReason: false,
    proposesRisksFrom: HIGH_SCORE,
  },
  sources: {
    [BoardRule.NOTICE]: OWN_TERMS,
    [BoardRule.KEY_DECISIONS]: 'Does not apply: such a body takes no key decisions of its own',
    [BoardRule.PRIVATE_MEETINGS]: 'Does not apply: no law opens its meetings to the public',
    [BoardRule.QUESTIONS]: OWN_TERMS,
    [BoardRule.DRAFT_REPORTS]: DRAFTS,
    [BoardRule.HIGH_RISKS]: RISKS,
    [BoardRule.QUORUM]: OWN_TERMS,
    [BoardRule.EXEMPTIONS]: OWN_TERMS,
    [BoardRule.STANDING_ITEMS]: OWN_TERMS,
    [BoardRule.RETENTION]: 'The host organisation’s retention schedule; no law sets this for the partnership',
    [BoardRule.RESTRICTED_ITEMS]: OWN_TERMS,
    [BoardRule.LATE_ITEMS]: OWN_TERMS,
  },
  floors: [],
  lateItemsLaw: null,
  exemptionsLaw: null,
};

/** In the order in which they are offered. */
export const ruleProfiles: readonly RuleProfile[] = [
  councilCommittee,
  councilExecutive,
  healthAndWellbeingBoard,
  nhsBody,
  nonStatutoryPartnership,
];

const byKind = new Map(ruleProfiles.map((profile) => [profile.kind, profile]));

export const ruleProfileOf = (kind: RuleProfileKind): RuleProfile =>
  byKind.get(kind) ?? nonStatutoryPartnership;
