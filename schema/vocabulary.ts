/** What both sides must agree on: the closed lists of the domain, with the labels people read. */

export enum BragStatus {
  BLUE = 'BLUE',
  GREEN = 'GREEN',
  AMBER = 'AMBER',
  RED = 'RED',
  NOT_YET_RATED = 'NOT_YET_RATED',
}

export enum DirectionOfTravel {
  IMPROVING = 'IMPROVING',
  STEADY = 'STEADY',
  WORSENING = 'WORSENING',
}

export enum TimingPrecision {
  DAY = 'DAY',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  SEASON = 'SEASON',
  FINANCIAL_YEAR = 'FINANCIAL_YEAR',
  YEAR = 'YEAR',
  OPEN_ENDED = 'OPEN_ENDED',
  RECURRING = 'RECURRING',
  TO_BE_CONFIRMED = 'TO_BE_CONFIRMED',
  /** The words could not be read as a date: kept as written and flagged. */
  NOT_UNDERSTOOD = 'NOT_UNDERSTOOD',
}

export enum CrossReferenceKind {
  DEPENDS_ON = 'DEPENDS_ON',
  CONTRIBUTES_TO = 'CONTRIBUTES_TO',
  SAME_WORK_AS = 'SAME_WORK_AS',
  MITIGATES = 'MITIGATES',
  MEASURED_BY = 'MEASURED_BY',
  FUNDED_BY = 'FUNDED_BY',
  CONSIDERED_AT = 'CONSIDERED_AT',
  RELATES_TO = 'RELATES_TO',
}

/** In a dependency the one pointed at gives; a contribution and a mitigation are given by the one they are written at. */
export const givenByTo: readonly CrossReferenceKind[] = [CrossReferenceKind.DEPENDS_ON];
export const givenByFrom: readonly CrossReferenceKind[] = [
  CrossReferenceKind.CONTRIBUTES_TO,
  CrossReferenceKind.MITIGATES,
];

export enum CrossReferenceStatus {
  PROPOSED = 'PROPOSED',
  COUNTERED = 'COUNTERED',
  CONFIRMED = 'CONFIRMED',
  DISPUTED = 'DISPUTED',
}

/** Nobody said yes or no yet: to what was asked, or to the other day that was offered instead. */
export const unanswered: readonly CrossReferenceStatus[] = [
  CrossReferenceStatus.PROPOSED,
  CrossReferenceStatus.COUNTERED,
];

export enum Confidence {
  HIGH = 'HIGH',
  MEDIUM = 'MEDIUM',
  LOW = 'LOW',
}

export enum ImpactNoticeStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  NEW_DATE = 'NEW_DATE',
  DISPUTED = 'DISPUTED',
  LAPSED = 'LAPSED',
}

/** What an organisation can answer to an impact notice. */
export enum ImpactAnswer {
  ACCEPTED = 'ACCEPTED',
  NEW_DATE = 'NEW_DATE',
  DISPUTED = 'DISPUTED',
}

export enum MembershipRole {
  VIEWER = 'VIEWER',
  EDITOR = 'EDITOR',
  LEAD = 'LEAD',
  ADMIN = 'ADMIN',
}

export enum SeatCapacity {
  CHAIR = 'CHAIR',
  VICE_CHAIR = 'VICE_CHAIR',
  MEMBER = 'MEMBER',
  SECRETARIAT = 'SECRETARIAT',
  OBSERVER = 'OBSERVER',
}

/** What law or custom a board meets under. */
export enum RuleProfileKind {
  COUNCIL_COMMITTEE = 'COUNCIL_COMMITTEE',
  COUNCIL_EXECUTIVE = 'COUNCIL_EXECUTIVE',
  NHS_BODY = 'NHS_BODY',
  HEALTH_AND_WELLBEING_BOARD = 'HEALTH_AND_WELLBEING_BOARD',
  NON_STATUTORY_PARTNERSHIP = 'NON_STATUTORY_PARTNERSHIP',
}

/** Which of the days between papers and meeting count. */
export enum DayCounting {
  WORKING_DAYS = 'WORKING_DAYS',
  CALENDAR_DAYS = 'CALENDAR_DAYS',
}

/** Where on every agenda an item stands by itself. */
export enum AgendaPlace {
  START = 'START',
  END = 'END',
}

/** How long a board’s minutes and papers are kept. */
export enum RetentionClass {
  PERMANENT = 'PERMANENT',
  TWENTY_YEARS = 'TWENTY_YEARS',
  SIX_YEARS = 'SIX_YEARS',
  THREE_YEARS = 'THREE_YEARS',
}

/** One thing a board has a rule for; a rule’s source is named by it. */
export enum BoardRule {
  NOTICE = 'NOTICE',
  KEY_DECISIONS = 'KEY_DECISIONS',
  PRIVATE_MEETINGS = 'PRIVATE_MEETINGS',
  QUESTIONS = 'QUESTIONS',
  DRAFT_REPORTS = 'DRAFT_REPORTS',
  QUORUM = 'QUORUM',
  EXEMPTIONS = 'EXEMPTIONS',
  STANDING_ITEMS = 'STANDING_ITEMS',
  RETENTION = 'RETENTION',
  RESTRICTED_ITEMS = 'RESTRICTED_ITEMS',
  LATE_ITEMS = 'LATE_ITEMS',
  HIGH_RISKS = 'HIGH_RISKS',
}

export enum PlanStatus {
  DRAFT = 'DRAFT',
  ADOPTED = 'ADOPTED',
  CLOSED = 'CLOSED',
}

export enum OrganisationKind {
  COUNTY_COUNCIL = 'COUNTY_COUNCIL',
  DISTRICT_COUNCIL = 'DISTRICT_COUNCIL',
  UNITARY_COUNCIL = 'UNITARY_COUNCIL',
  COMBINED_AUTHORITY = 'COMBINED_AUTHORITY',
  NHS_TRUST = 'NHS_TRUST',
  INTEGRATED_CARE_BOARD = 'INTEGRATED_CARE_BOARD',
  CLINICAL_COMMISSIONING_GROUP = 'CLINICAL_COMMISSIONING_GROUP',
  POLICE = 'POLICE',
  FIRE_AND_RESCUE = 'FIRE_AND_RESCUE',
  CHARITY = 'CHARITY',
  HOUSING_PROVIDER = 'HOUSING_PROVIDER',
  EDUCATION = 'EDUCATION',
  OTHER = 'OTHER',
}

/** “A councillor” or “an NHS member” of a quorum: somebody who sits for one of these. */
export const councilKinds: readonly OrganisationKind[] = [
  OrganisationKind.COUNTY_COUNCIL,
  OrganisationKind.DISTRICT_COUNCIL,
  OrganisationKind.UNITARY_COUNCIL,
  OrganisationKind.COMBINED_AUTHORITY,
];
export const nhsKinds: readonly OrganisationKind[] = [
  OrganisationKind.NHS_TRUST,
  OrganisationKind.INTEGRATED_CARE_BOARD,
  OrganisationKind.CLINICAL_COMMISSIONING_GROUP,
];

export enum PlanKind {
  STRATEGY = 'STRATEGY',
  DELIVERY_PLAN = 'DELIVERY_PLAN',
  ACTION_PLAN = 'ACTION_PLAN',
}

export enum OwnershipRole {
  ACCOUNTABLE = 'ACCOUNTABLE',
  JOINT = 'JOINT',
  SUPPORTING = 'SUPPORTING',
  SPONSOR = 'SPONSOR',
  SRO = 'SRO',
}

export enum ChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  ARCHIVED = 'ARCHIVED',
  RESTORED = 'RESTORED',
  REMOVED = 'REMOVED',
  RESYNC = 'RESYNC',
}

export enum AudienceKind {
  EVERYONE = 'EVERYONE',
  PARTNERSHIP = 'PARTNERSHIP',
  ORGANISATIONS = 'ORGANISATIONS',
  BOARD = 'BOARD',
  PEOPLE = 'PEOPLE',
  /** In force where a narrowed item hangs under another narrowed item: one must be entitled to each. */
  ALL_OF = 'ALL_OF',
}

export enum ChainDirection {
  UPSTREAM = 'UPSTREAM',
  DOWNSTREAM = 'DOWNSTREAM',
}

export enum StrainLevel {
  NONE = 'NONE',
  STRAINED = 'STRAINED',
  BROKEN = 'BROKEN',
}

/** What a place on the map of interdependencies stands for. */
export enum MapLevel {
  ACTION = 'ACTION',
  WORKSTREAM = 'WORKSTREAM',
  PRIORITY = 'PRIORITY',
  ABU = 'ABU',
  ORGANISATION = 'ORGANISATION',
  BOARD = 'BOARD',
  PLAN = 'PLAN',
}

/** What can be amiss with cross-references, in the order in which a reader is told. */
export enum HealthFindingKind {
  UNANSWERED = 'UNANSWERED',
  ONE_SIDED = 'ONE_SIDED',
  CIRCULAR = 'CIRCULAR',
  ORPHANED = 'ORPHANED',
  GIVER_WITHOUT_OWNER = 'GIVER_WITHOUT_OWNER',
  NEEDED_BEFORE_DUE = 'NEEDED_BEFORE_DUE',
  CONTRADICTORY = 'CONTRADICTORY',
}

/** Types of items that cross-references, comments and ownerships can be about. */
export enum ItemType {
  Plan = 'Plan',
  Priority = 'Priority',
  Workstream = 'Workstream',
  Action = 'Action',
  Risk = 'Risk',
  ExternalDependency = 'ExternalDependency',
  Mitigation = 'Mitigation',
}

export enum RiskStatus {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

export enum ImportStatus {
  PREVIEWED = 'PREVIEWED',
  APPLIED = 'APPLIED',
  UNDONE = 'UNDONE',
}

export enum TokenScope {
  READ = 'READ',
  WRITE = 'WRITE',
  CALENDAR = 'CALENDAR',
}
