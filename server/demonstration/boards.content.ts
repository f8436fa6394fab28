import { councilKinds, nhsKinds, OrganisationKind } from '../../schema/vocabulary.js';
import type { BoardContent } from './bodies.types.js';

export const boards: BoardContent[] = [
  {
    key: 'hwb',
    name: 'Wensmere Joint Health and Wellbeing Board and Integrated Care Partnership',
    aliases: ['HWB', 'HWB/ICP', 'HWBB', 'Joint Board', 'ICP'],
    host: 'wcc',
    ruleProfile: 'HEALTH_AND_WELLBEING_BOARD',
    reportsTo: [],
    meets: 'Every two months',
    rules: {
      draftReportsByWorkingDays: 12,
      quorum: {
        atLeast: 7,
        parts: [
          { label: 'one councillor', organisationKinds: councilKinds },
          { label: 'one NHS member', organisationKinds: nhsKinds },
          { label: 'the Director of Public Health', posts: ['wcc-dph'] },
        ],
      },
    },
    purpose: 'Sets the joint strategy and holds partners to account for its delivery.',
  },
  {
    key: 'icb-board',
    name: 'Board of NHS Wensmere',
    aliases: ['ICB Board', 'NHS Board'],
    host: 'icb',
    ruleProfile: 'NHS_BODY',
    reportsTo: ['hwb'],
    meets: 'Every two months',
    rules: {
      quorum: {
        atLeast: 3,
        parts: [
          { label: 'one executive', posts: ['icb-chief-executive', 'icb-strategy'] },
          { label: 'one partner member', posts: ['wcc-chief-executive', 'ocft-chief-executive'] },
        ],
      },
    },
    purpose: 'Governs the integrated care board and what it delegates to place.',
  },
  {
    key: 'oversight',
    name: 'Improvement Oversight Group',
    aliases: ['IOG', 'Oversight Group'],
    host: 'icb',
    ruleProfile: 'NON_STATUTORY_PARTNERSHIP',
    reportsTo: ['icb-board', 'hwb'],
    meets: 'Monthly',
    rules: { noticeClearDays: 3, quorum: { atLeast: 3 } },
    purpose: 'Oversees the response to the system inspection of January 2026.',
  },
  {
    key: 'usc',
    name: 'Unscheduled Care Delivery Board',
    aliases: ['UCDB', 'Unplanned Care Board', 'Urgent Care Board'],
    host: 'icb',
    ruleProfile: 'NON_STATUTORY_PARTNERSHIP',
    reportsTo: ['oversight', 'icb-board'],
    meets: 'Monthly',
    rules: {
      noticeClearDays: 3,
      draftReportsByWorkingDays: 3,
      clearancesByWorkingDays: 1,
      quorum: { atLeast: 4, organisationsAtLeast: 3 },
    },
    purpose: 'Delivers urgent care, discharge and reablement improvements across the county.',
  },
  {
    key: 'coast-board',
    name: 'Coast Place Board',
    aliases: ['CPB', 'Coast Board'],
    host: 'sandry',
    ruleProfile: 'NON_STATUTORY_PARTNERSHIP',
    reportsTo: ['hwb'],
    meets: 'Monthly',
    rules: {
      quorum: {
        fraction: { numerator: 1, denominator: 2 },
        parts: [
          { label: 'one council member', organisationKinds: councilKinds },
          { label: 'one NHS member', organisationKinds: nhsKinds },
        ],
      },
    },
    purpose: 'Directs the work of the Coast Partnership.',
  },
  {
    key: 'vale-board',
    name: 'Vale Place Board',
    aliases: ['VPB', 'Vale Board'],
    host: 'thexford',
    ruleProfile: 'NON_STATUTORY_PARTNERSHIP',
    reportsTo: ['hwb'],
    meets: 'Monthly',
    rules: {
      quorum: {
        fraction: { numerator: 1, denominator: 2 },
        parts: [
          {
            label: 'one member from the district council',
            organisationKinds: [OrganisationKind.DISTRICT_COUNCIL],
          },
        ],
      },
    },
    purpose: 'Directs the work of the Vale Partnership.',
  },
  {
    key: 'mh-board',
    name: 'Mental Health Partnership Board',
    aliases: ['MHPB', 'MH Board'],
    host: 'ocft',
    ruleProfile: 'NON_STATUTORY_PARTNERSHIP',
    reportsTo: ['icb-board', 'hwb'],
    meets: 'Every two months',
    rules: {
      quorum: {
        atLeast: 4,
        parts: [
          {
            label: 'the police or the voluntary sector',
            organisationKinds: [OrganisationKind.POLICE, OrganisationKind.CHARITY],
          },
        ],
      },
    },
    purpose: 'Directs the work of the Mental Health Partnership.',
  },
];
