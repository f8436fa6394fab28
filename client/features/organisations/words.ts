import type { MembershipRole, OrganisationKind, SeatCapacity } from '../../../schema/vocabulary';

type Word<Enum extends string> = Readonly<Record<Enum, string>>;

/** One body of the kind. */
export const KIND_WORD: Word<keyof typeof OrganisationKind> = {
  COUNTY_COUNCIL: 'County council',
  DISTRICT_COUNCIL: 'District council',
  UNITARY_COUNCIL: 'Unitary council',
  COMBINED_AUTHORITY: 'Combined authority',
  NHS_TRUST: 'NHS trust',
  INTEGRATED_CARE_BOARD: 'Integrated care board',
  CLINICAL_COMMISSIONING_GROUP: 'Clinical commissioning group',
  POLICE: 'Police',
  FIRE_AND_RESCUE: 'Fire and rescue',
  CHARITY: 'Charity or voluntary sector',
  HOUSING_PROVIDER: 'Housing provider',
  EDUCATION: 'Education',
  OTHER: 'Other partner',
};

/** The headings of the list, in the order of the page; kinds that people think of together stand together. */
export const KIND_GROUPS: readonly {
  readonly title: string;
  readonly kinds: readonly (keyof typeof OrganisationKind)[];
}[] = [
  {
    title: 'Councils',
    kinds: ['COUNTY_COUNCIL', 'DISTRICT_COUNCIL', 'UNITARY_COUNCIL', 'COMBINED_AUTHORITY'],
  },
  { title: 'Health and care', kinds: ['INTEGRATED_CARE_BOARD', 'CLINICAL_COMMISSIONING_GROUP', 'NHS_TRUST'] },
  { title: 'Police and fire', kinds: ['POLICE', 'FIRE_AND_RESCUE'] },
  { title: 'Charities and the voluntary sector', kinds: ['CHARITY'] },
  { title: 'Housing, education and others', kinds: ['HOUSING_PROVIDER', 'EDUCATION', 'OTHER'] },
];

export const ROLE_WORD: Word<keyof typeof MembershipRole> = {
  VIEWER: 'Viewer',
  EDITOR: 'Editor',
  LEAD: 'Lead',
  ADMIN: 'Administrator',
};

/** What each role lets somebody do, for whoever gives it. */
export const ROLE_NOTE: Word<keyof typeof MembershipRole> = {
  VIEWER: 'Reads what the partnership shares',
  EDITOR: 'Reports, and answers cross-references',
  LEAD: 'Also adds, rates, archives and brings in plans',
  ADMIN: 'Also decides who acts for the organisation',
};

export const CAPACITY_WORD: Word<keyof typeof SeatCapacity> = {
  CHAIR: 'Chair',
  VICE_CHAIR: 'Vice-chair',
  MEMBER: 'Member',
  SECRETARIAT: 'Secretariat',
  OBSERVER: 'Observer',
};
