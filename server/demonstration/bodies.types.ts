/** The partnership's bodies and people: who is who in the demonstration. */

import type { BragStatus, MembershipRole, OrganisationKind, SeatCapacity } from '../../schema/vocabulary.js';
import type { QuorumRule } from '../features/boards/quorum.rules.js';
import type { RuleValues } from '../features/boards/rule-profile.rules.js';
import type {
  AbuKey,
  BoardKey,
  Day,
  OrganisationKey,
  PersonKey,
  PostKey,
  PriorityKey,
} from './keys.types.js';

export interface PartnershipContent {
  name: string;
  shortName: string;
  place: string;
  population: number;
  /** The partnership's own wording of each colour. */
  statusDefinitions: Record<BragStatus, string>;
  financialYearOne: string;
}

export interface OrganisationContent {
  key: OrganisationKey;
  name: string;
  kind: OrganisationKind;
  aliases: string[];
  formerNames?: { name: string; until: Day }[];
  description: string;
}

export interface PersonContent {
  key: PersonKey;
  name: string;
  jobTitle: string;
  organisation: OrganisationKey;
  aliases?: string[];
  leftOn?: Day;
}

export interface Holding {
  person: PersonKey;
  from: Day;
  until?: Day;
  interim?: boolean;
}

/** A post passes from holder to holder; one without a current holder is vacant. */
export interface PostContent {
  key: PostKey;
  title: string;
  organisation: OrganisationKey;
  holders: Holding[];
}

export interface AccountContent {
  person: PersonKey;
  email: string;
  memberships: { organisation: OrganisationKey; role: MembershipRole }[];
  isPartnershipAdmin?: boolean;
  /** May hold a token for programs to read and write with. */
  isIntegrator?: boolean;
  /** What to try when signed in as this person, shown on the demonstration's sign-in page. */
  tryAs: string;
}

export interface DelegationContent {
  function: string;
  from: OrganisationKey;
  conditions: string;
  status: 'PROPOSED' | 'IN_SHADOW' | 'IN_FORCE' | 'WITHDRAWN';
  fromOn?: Day;
}

export interface AbuContent {
  key: AbuKey;
  name: string;
  aliases: string[];
  host: OrganisationKey;
  members: OrganisationKey[];
  managingDirector: PostKey;
  place: string;
  population: number;
  answersTo: BoardKey[];
  delivers: PriorityKey[];
  delegations: DelegationContent[];
}

/** Of a quorum’s part, posts by their keys. */
interface QuorumPartContent {
  label: string;
  organisationKinds?: readonly OrganisationKind[];
  posts?: PostKey[];
}

export interface BoardRulesContent
  extends Partial<Omit<RuleValues, 'quorum' | 'exemptions' | 'exclusionWording'>> {
  quorum: Partial<Omit<QuorumRule, 'parts'>> & { parts?: QuorumPartContent[] };
}

export interface BoardContent {
  key: BoardKey;
  name: string;
  aliases: string[];
  host: OrganisationKey;
  ruleProfile: 'COUNCIL_COMMITTEE' | 'NHS_BODY' | 'HEALTH_AND_WELLBEING_BOARD' | 'NON_STATUTORY_PARTNERSHIP';
  /** In order: the next body in the oversight chain first. */
  reportsTo: BoardKey[];
  meets: string;
  /** What the board words otherwise than its profile. */
  rules: BoardRulesContent;
  purpose: string;
}

export interface SeatContent {
  key: string;
  board: BoardKey;
  title: string;
  capacity: SeatCapacity;
  votes: boolean;
  organisation: OrganisationKey;
  post?: PostKey;
  /** Who may sit in, the first choice first. */
  deputies?: PersonKey[];
  holders: Holding[];
}
