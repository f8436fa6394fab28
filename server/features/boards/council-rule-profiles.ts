import { COUNCIL_WORDING } from '../../../schema/exclusion.js';
import {
  BoardRule,
  councilKinds,
  DayCounting,
  nhsKinds,
  RetentionClass,
  RuleProfileKind,
} from '../../../schema/vocabulary.js';
import { councilExemptions, firstCouncilExemptions } from './exemptions.js';
import type { RuleProfile } from './rule-profile.rules.js';
import { DRAFTS, HIGH_SCORE, RISKS, standing } from './standing-items.js';

export const councilCommittee: RuleProfile = {
  kind: RuleProfileKind.COUNCIL_COMMITTEE,
  version: 2,
  earlier: [
    {
      exemptions: firstCouncilExemptions,
      exclusionWording:
        'That under section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following business, because it involves the likely disclosure of exempt information as defined in paragraph(s) {paragraphs} of Part 1 of Schedule 12A to that Act, and the public interest in maintaining the exemption outweighs the public interest in disclosing the information.',
      saysRestrictedGap: false,
    },
  ],
  name: 'Council committee',
  description:
    'A committee or sub-committee of a council, or a joint committee of several: open to press and public under Part VA of the Local Government Act 1972, which section 100E extends to committees.',
  values: {
    noticeClearDays: 5,
    counting: DayCounting.WORKING_DAYS,
    keyDecisionNoticeClearDays: null,
    privateMeetingNoticeClearDays: null,
    privateMeetingFurtherNoticeClearDays: null,
    questionsByClearDays: 3,
    longestQuestionWords: 100,
    mostQuestions: 2,
    draftReportsByWorkingDays: 10,
    clearancesByWorkingDays: 3,
    quorum: {
      atLeast: 3,
      fraction: { numerator: 1, denominator: 4 },
      organisationsAtLeast: null,
      parts: [],
    },
    exemptions: councilExemptions,
    exclusionWording: COUNCIL_WORDING,
    standingItems: standing('public'),
    retention: RetentionClass.PERMANENT,
    saysRestrictedGap: true,
    lateItemsNeedChairReason: true,
    proposesRisksFrom: HIGH_SCORE,
  },
  sources: {
    [BoardRule.NOTICE]:
      'Local Government Act 1972, sections 100A(6)(a) and 100B(3): five clear days in England (three until S.I. 2002/715). The Act does not say how they are counted: by custom the day of dispatch, the day of the meeting, weekends and bank holidays are left out, for papers must lie open at the offices',
    [BoardRule.KEY_DECISIONS]:
      'Does not apply: key decisions are those of a council’s executive (S.I. 2012/2089, regulation 8)',
    [BoardRule.PRIVATE_MEETINGS]:
      'Does not apply: the notice of private meetings binds a council’s executive (S.I. 2012/2089, regulation 5)',
    [BoardRule.QUESTIONS]: 'The council’s standing orders; no law sets a deadline or a limit',
    [BoardRule.DRAFT_REPORTS]: DRAFTS,
    [BoardRule.HIGH_RISKS]: RISKS,
    [BoardRule.QUORUM]:
      'The council’s standing orders. Local Government Act 1972, Schedule 12, paragraph 6 sets a quarter for the full council, and many councils follow it for committees',
    [BoardRule.EXEMPTIONS]:
      'Local Government Act 1972, section 100A(4) and (5): the resolution says what it applies to and states the description in Schedule 12A, Part 1. Confidential information (section 100A(2) and (3)) must be excluded in any case',
    [BoardRule.STANDING_ITEMS]: 'The council’s standing orders',
    [BoardRule.RETENTION]:
      'Minutes are kept for good. Local Government Act 1972, sections 100C(1) and 100D(2): agendas, minutes and reports are open for six years, background papers for four',
    [BoardRule.RESTRICTED_ITEMS]:
      'Local Government Act 1972, section 100B(2): reports, not items, may be left out of the papers open to inspection. An item is considered only when an agenda that includes it has lain open (section 100B(4)(a)), so the public agenda says that there is one',
    [BoardRule.LATE_ITEMS]:
      'Local Government Act 1972, section 100B(4)(b): the chair is of the opinion that it is urgent, by reason of special circumstances that the minutes specify',
  },
  floors: [
    {
      field: 'noticeClearDays',
      least: 5,
      law: 'Local Government Act 1972, sections 100A(6)(a) and 100B(3)',
    },
  ],
  lateItemsLaw: 'Local Government Act 1972, section 100B(4)(b)',
  exemptionsLaw: 'Local Government Act 1972, Schedule 12A, Part 1',
};

export const councilExecutive: RuleProfile = {
  ...councilCommittee,
  kind: RuleProfileKind.COUNCIL_EXECUTIVE,
  version: 3,
  earlier: [
    { exemptions: firstCouncilExemptions, saysRestrictedGap: false },
    { privateMeetingFurtherNoticeClearDays: null },
  ],
  name: 'Council executive',
  description:
    'A council’s cabinet or executive, its committees, or a joint committee that takes executive decisions: the Regulations of 2012 (S.I. 2012/2089) apply.',
  values: {
    ...councilCommittee.values,
    keyDecisionNoticeClearDays: 28,
    privateMeetingNoticeClearDays: 28,
    privateMeetingFurtherNoticeClearDays: 5,
    quorum: { atLeast: 3, fraction: null, organisationsAtLeast: null, parts: [] },
    exclusionWording:
      'That under regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 the public be excluded from the meeting for the following business, because it involves the likely disclosure of exempt information as defined in paragraph(s) {paragraphs} of Part 1 of Schedule 12A to the Local Government Act 1972, and the public interest in maintaining the exemption outweighs the public interest in disclosing the information.',
  },
  sources: {
    ...councilCommittee.sources,
    [BoardRule.NOTICE]:
      'S.I. 2012/2089, regulations 6(1) and 7: five clear days. By custom the day of dispatch, the day of the meeting, weekends and bank holidays are left out',
    [BoardRule.KEY_DECISIONS]:
      'S.I. 2012/2089, regulation 9(2): published 28 clear days before, as many councils do in their forward plan; but for general exception, with five clear days (regulation 10), and special urgency (regulation 11). Every day counts, working or not',
    [BoardRule.PRIVATE_MEETINGS]:
      'S.I. 2012/2089, regulation 5(2) and (3): 28 clear days, with the reasons; a further notice goes out five clear days before, with the reasons, what was said against it and the answer to that (regulation 5(4) and (5)). For the first every day counts, for the second those that count for papers. Later only if the chair of overview and scrutiny agrees that it is urgent (regulation 5(6))',
    [BoardRule.QUORUM]: 'The council’s constitution; neither Act nor Regulations set one',
    [BoardRule.EXEMPTIONS]:
      'S.I. 2012/2089, regulation 4(2)(b) and (3), with Local Government Act 1972, Schedule 12A, Part 1. Confidential information must be excluded in any case (regulation 4(2)(a))',
    [BoardRule.RETENTION]:
      'Records of decisions are kept for good. S.I. 2012/2089, regulations 14, 15 and 21: decisions and reports are open for six years, background documents for four',
    [BoardRule.RESTRICTED_ITEMS]:
      'S.I. 2012/2089, regulation 7(2): reports, not items, may be left out of the papers open to inspection. An item is considered only when an agenda that includes it has been open (regulation 6(2)), so the public agenda says that there is one',
    [BoardRule.LATE_ITEMS]:
      'S.I. 2012/2089, regulations 6(2) and 7(3): papers of a meeting that was called, or an item that was added, at shorter notice are open from then on; a key decision at shorter notice needs regulation 10 or 11',
  },
  floors: [
    { field: 'noticeClearDays', least: 5, law: 'S.I. 2012/2089, regulations 6(1) and 7' },
    { field: 'keyDecisionNoticeClearDays', least: 28, law: 'S.I. 2012/2089, regulation 9(2)' },
    { field: 'privateMeetingNoticeClearDays', least: 28, law: 'S.I. 2012/2089, regulation 5(2)' },
    { field: 'privateMeetingFurtherNoticeClearDays', least: 5, law: 'S.I. 2012/2089, regulation 5(4)' },
  ],
  // Urgent items of an executive go by regulations 10 and 11 and by its constitution.
  lateItemsLaw: null,
};

export const healthAndWellbeingBoard: RuleProfile = {
  ...councilCommittee,
  kind: RuleProfileKind.HEALTH_AND_WELLBEING_BOARD,
  name: 'Health and wellbeing board',
  description:
    'The committee that every upper-tier council has under section 194 of the Health and Social Care Act 2012, with members from the council, the NHS and Healthwatch. It works under the rules of a council committee, as Part 2 of S.I. 2013/218 modifies them: officers and partners may vote, and no party balance is asked for.',
  values: {
    ...councilCommittee.values,
    quorum: {
      atLeast: null,
      fraction: { numerator: 1, denominator: 4 },
      organisationsAtLeast: null,
      parts: [
        { label: 'one council member', atLeast: 1, organisationKinds: councilKinds, postIds: [] },
        { label: 'one NHS member', atLeast: 1, organisationKinds: nhsKinds, postIds: [] },
      ],
    },
  },
  sources: {
    ...councilCommittee.sources,
    [BoardRule.NOTICE]: `${councilCommittee.sources.NOTICE}. The board is treated as a committee of the council (Health and Social Care Act 2012, section 194(11))`,
    [BoardRule.QUORUM]:
      'The board’s terms of reference. Health and Social Care Act 2012, section 194(2) says who must be a member (a councillor, three directors, Healthwatch, each integrated care board), not how many must be there; all may vote unless the council directs otherwise (S.I. 2013/218, regulation 6)',
  },
};
