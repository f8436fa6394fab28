import { BragStatus, OrganisationKind } from '../../schema/vocabulary.js';
import type { OrganisationContent, PartnershipContent } from './bodies.types.js';

/** The place and every body and person in it are invented. */
export const partnership: PartnershipContent = {
  name: 'Wensmere Health and Wellbeing Partnership',
  shortName: 'Wensmere Partnership',
  place:
    'A county of 612,400 people: the Sandry coast with Port Sandry, Hallowsea and Mablesby, and an interior of market towns around Thexford, Market Orrel and Kelderton.',
  population: 612_400,
  statusDefinitions: {
    [BragStatus.BLUE]: 'Completed, with the evidence seen and signed off by a sponsor',
    [BragStatus.GREEN]: 'Under way and expected to meet its date',
    [BragStatus.AMBER]:
      'Planned but not begun, or under way with barriers identified and a plan to remove them',
    [BragStatus.RED]: 'Significant barriers to implementation, which the owners cannot remove on their own',
    [BragStatus.NOT_YET_RATED]: 'Not due to begin, or no owner has rated it',
  },
  financialYearOne: '2026/27',
};

export const organisations: OrganisationContent[] = [
  {
    key: 'wcc',
    name: 'Wensmere County Council',
    kind: OrganisationKind.COUNTY_COUNCIL,
    aliases: ['WCC', 'County Council', 'the County'],
    description: 'Upper-tier authority: public health, social care, education, transport and libraries.',
  },
  {
    key: 'sandry',
    name: 'Sandry Coast Borough Council',
    kind: OrganisationKind.DISTRICT_COUNCIL,
    aliases: ['SCBC', 'Sandry Coast', 'the Borough'],
    description: 'Housing, planning, leisure and licensing for 268,900 people on the coast.',
  },
  {
    key: 'thexford',
    name: 'Thexford and Orrel Vale District Council',
    kind: OrganisationKind.DISTRICT_COUNCIL,
    aliases: ['TOVDC', 'Thexford DC', 'Vale District'],
    description: 'Housing, planning, leisure and licensing for 343,500 people in the interior.',
  },
  {
    key: 'icb',
    name: 'NHS Wensmere Integrated Care Board',
    kind: OrganisationKind.INTEGRATED_CARE_BOARD,
    aliases: ['ICB', 'Wensmere ICB', 'NHS Wensmere'],
    description: 'Plans and pays for most NHS services in the county; 64 general practices.',
  },
  {
    key: 'whft',
    name: 'Wensmere Hospitals NHS Foundation Trust',
    kind: OrganisationKind.NHS_TRUST,
    aliases: ['WHFT', 'the acute trust', 'Queen Adela'],
    description: 'Acute services at Queen Adela Hospital in Thexford and Port Sandry Hospital.',
  },
  {
    key: 'ocft',
    name: 'Orrel and Coast Community and Mental Health NHS Foundation Trust',
    kind: OrganisationKind.NHS_TRUST,
    aliases: ['OCFT', 'the community trust', 'Orrel & Coast'],
    description: 'Community nursing and therapy, health visiting and mental health services.',
  },
  {
    key: 'police',
    name: 'Wensmere Police',
    kind: OrganisationKind.POLICE,
    aliases: ['the Force', 'WP'],
    formerNames: [{ name: 'Wensmere and Sandry Constabulary', until: '2024-03-31' }],
    description: 'The territorial force for the county; 1,480 officers.',
  },
  {
    key: 'fire',
    name: 'Wensmere Fire and Rescue Service',
    kind: OrganisationKind.FIRE_AND_RESCUE,
    aliases: ['WFRS', 'Fire Service'],
    description: 'Twenty-three stations, 15 of them on call; runs the safe and well visits.',
  },
  {
    key: 'vcse',
    name: 'Wensmere Community Partners',
    kind: OrganisationKind.CHARITY,
    aliases: ['WCP', 'VCSE Alliance', 'the Alliance'],
    description: 'Alliance of 118 voluntary, community and social enterprise organisations.',
  },
  {
    key: 'ternside',
    name: 'Ternside Homes',
    kind: OrganisationKind.HOUSING_PROVIDER,
    aliases: ['Ternside', 'THL'],
    formerNames: [{ name: 'Sandry Coast Housing Trust', until: '2023-09-30' }],
    description: 'Housing association with 11,200 homes, two thirds of them on the coast.',
  },
];
