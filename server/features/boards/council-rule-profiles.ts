import {
  BoardRule,
  councilKinds,
  DayCounting,
  nhsKinds,
  RetentionClass,
  RuleProfileKind,
} from '../../../schema/vocabulary.js';
import { councilExemptions } from './exemptions.js';
import type { RuleProfile } from './rule-profile.rules.js';
import { DRAFTS, standing } from './standing-items.js';

export const councilCommittee: RuleProfile = {
  kind: RuleProfileKind.COUNCIL_COMMITTEE,
  version: 1,
  name: 'Council committee',
  description:
    'A committee or sub-committee of a council, or a joint committee of several: open to press and public under Part VA of the Local Government Act 1972.',
  values: {
    noticeClearDays: 5,
    counting: DayCounting.WORKING_DAYS,
    keyDecisionNoticeClearDays: null,
    privateMeetingNoticeClearDays: null,
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
    exclusionWording:
      'That under section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for the following business, because it involves the likely disclosure of exempt information as defined in paragraph(s) {paragraphs} of Part 1 of Schedule 12A to that Act, and the public interest in maintaining the exemption outweighs the public interest in disclosing the information.',
    standingItems: standing('public'),
    retention: RetentionClass.PERMANENT,
    saysRestrictedGap: false,
    lateItemsNeedChairReason: true,
  },
  sources: {
    [BoardRule.NOTICE]:
      'Local Government Act 1972, sections 100A(6)(a) and 100B(3): five clear days (S.I. 2002/715). The Act does not say how they are counted: by custom the day of dispatch, the day of the meeting, weekends and bank holidays are left out, for papers must lie open at the offices',
    [BoardRule.KEY_DECISIONS]:
      'Does not apply: key decisions are those of a council’s executive (S.I. 2012/2089, regulation 8)',
    [BoardRule.PRIVATE_MEETINGS]:
      'Does not apply: the notice of private meetings binds a council’s executive (S.I. 2012/2089, regulation 5)',
    [BoardRule.QUESTIONS]: 'The council’s standing orders; no law sets a deadline or a limit',
    [BoardRule.DRAFT_REPORTS]: DRAFTS,
    [BoardRule.QUORUM]:
      'The council’s standing orders. Local Government Act 1972, Schedule 12, paragraph 6 sets a quarter for the full council, and many councils follow it for committees',
    [BoardRule.EXEMPTIONS]:
      'Local Government Act 1972, section 100A(4) and (5) and Schedule 12A, Part 1. Confidential information (section 100A(2) and (3)) must be excluded in any case',
    [BoardRule.STANDING_ITEMS]: 'The council’s standing orders',
    [BoardRule.RETENTION]:
      'Minutes are kept for good. Local Government Act 1972, sections 100C(1) and 100D(2): agendas, minutes and reports are open for six years, background papers for four',
    [BoardRule.RESTRICTED_ITEMS]:
      'Local Government Act 1972, section 100B(2): what is not likely to be open to the public may be left out of the papers open to inspection. Whether the agenda says so is for the board',
    [BoardRule.LATE_ITEMS]:
      'Local Government Act 1972, section 100B(4)(b): the chair is of the opinion that it is urgent, by reason of special circumstances that the minutes state',
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
  name: 'Council executive',
  description:
    'A council’s cabinet or executive, its committees, or a joint committee that takes executive decisions: the Regulations of 2012 (S.I. 2012/2089) apply.',
  values: {
    ...councilCommittee.values,
    keyDecisionNoticeClearDays: 28,
    privateMeetingNoticeClearDays: 28,
    quorum: { atLeast: 3, fraction: null, organisationsAtLeast: null, parts: [] },
    exclusionWording:
      'That under regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 the public be excluded from the meeting for the following business, because it involves the likely disclosure of exempt information as defined in paragraph(s) {paragraphs} of Part 1 of Schedule 12A to the Local Government Act 1972, and the public interest in maintaining the exemption outweighs the public interest in disclosing the information.',
  },
  sources: {
    ...councilCommittee.sources,
    [BoardRule.NOTICE]:
      'S.I. 2012/2089, regulations 6 and 7: five clear days. By custom the day of dispatch, the day of the meeting, weekends and bank holidays are left out',
    [BoardRule.KEY_DECISIONS]:
      'S.I. 2012/2089, regulation 9(2): 28 clear days in the forward plan, but for general exception (regulation 10) and special urgency (regulation 11). Every day counts, working or not',
    [BoardRule.PRIVATE_MEETINGS]:
      'S.I. 2012/2089, regulation 5(2): 28 clear days, with the reasons; a second notice with what was said against it goes out five clear days before (regulation 5(4))',
    [BoardRule.QUORUM]: 'The council’s constitution; neither Act nor Regulations set one',
    [BoardRule.EXEMPTIONS]:
      'S.I. 2012/2089, regulation 4(2)(b), with Local Government Act 1972, Schedule 12A, Part 1. Confidential information must be excluded in any case',
    [BoardRule.RETENTION]:
      'Records of decisions are kept for good. S.I. 2012/2089, regulation 21: decisions and reports are open for six years, background documents for four',
    [BoardRule.RESTRICTED_ITEMS]:
      'S.I. 2012/2089, regulation 7(2): a report on what is not likely to be open to the public may be left out of the papers open to inspection. Whether the agenda says so is for the board',
    [BoardRule.LATE_ITEMS]:
      'S.I. 2012/2089, regulation 7(3) and (4): papers of a meeting that was called, or an item that was added, at shorter notice are open from then on; a key decision at shorter notice needs regulation 10 or 11',
  },
  floors: [
    { field: 'noticeClearDays', least: 5, law: 'S.I. 2012/2089, regulations 6 and 7' },
    { field: 'keyDecisionNoticeClearDays', least: 28, law: 'S.I. 2012/2089, regulation 9(2)' },
    { field: 'privateMeetingNoticeClearDays', least: 28, law: 'S.I. 2012/2089, regulation 5(2)' },
  ],
  // Urgent items of an executive go by regulations 10 and 11 and by its constitution.
  lateItemsLaw: null,
};

export const healthAndWellbeingBoard: RuleProfile = {
  ...councilCommittee,
  kind: RuleProfileKind.HEALTH_AND_WELLBEING_BOARD,
  name: 'Health and wellbeing board',
  description:
    'The committee that every upper-tier council has under section 194 of the Health and Social Care Act 2012, with members from the council, the NHS and Healthwatch. It works under the rules of a council committee.',
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
      'The board’s terms of reference. Health and Social Care Act 2012, section 194(2) says who must be a member, not how many must be there',
  },
};
