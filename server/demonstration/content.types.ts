/**
 * The shape of the demonstration partnership: plain data, no database.
 * Objects name one another by key, a short slug of their own kind; a reference that may point at several kinds
 * carries the kind before a colon ('action:ws3-a1').
 */
import type {
  BragStatus,
  Confidence,
  CrossReferenceKind,
  CrossReferenceStatus,
  OwnershipRole,
  PlanKind,
  PlanStatus,
} from '../../schema/vocabulary.js';
import type {
  AbuContent,
  AccountContent,
  BoardContent,
  OrganisationContent,
  PartnershipContent,
  PersonContent,
  PostContent,
  SeatContent,
} from './bodies.types.js';
import type {
  AbuKey,
  ActionKey,
  AudienceContent,
  BoardKey,
  Day,
  ItemRef,
  OrganisationKey,
  PartyRef,
  Period,
  PersonKey,
  PlanKey,
  PostKey,
  PriorityKey,
  SourceRef,
  WorkstreamKey,
} from './keys.types.js';

export interface PlanContent {
  key: PlanKey;
  title: string;
  kind: PlanKind;
  status: PlanStatus;
  board: BoardKey;
  adoptedOn?: Day;
  startsOn: Day;
  endsOn: Day;
  yearOneStartsOn: Day;
  summary: string;
  endorsements: { organisation: OrganisationKey; on: Day }[];
}

export interface PriorityContent {
  key: PriorityKey;
  plan: PlanKey;
  number: number;
  title: string;
  summary: string;
  sros: PostKey[];
  abus: AbuKey[];
  overseenBy: BoardKey[];
}

export interface WorkstreamNarrative {
  governanceArrangements: string;
  supportRequired: string;
  fitWithExistingWork: string;
  impactOnOutcomes: string;
  performanceManagement: string;
  contributionToStrategy: string;
  updateOnActionPlan: string;
}

export interface WorkstreamContent {
  key: WorkstreamKey;
  plan: PlanKey;
  number: number;
  title: string;
  sponsors: PostKey[];
  leadOrganisation: OrganisationKey;
  serves: PriorityKey[];
  narrative: WorkstreamNarrative;
}

export interface OwnershipContent {
  party: PartyRef;
  role: OwnershipRole;
}

/** The action's overall status from a day on; the first entry is the status when the plan was adopted. */
export interface RatingContent {
  on: Day;
  status: BragStatus;
}

export interface ActionContent {
  key: ActionKey;
  workstream: WorkstreamKey;
  parent?: ActionKey;
  reference: string;
  title: string;
  /** When it is due, in the words of the plan. */
  timing: string;
  status: BragStatus;
  ratings: RatingContent[];
  owners: OwnershipContent[];
  ownersAsWritten: string;
  /** Nobody is accountable yet, and the plan says so. */
  isOwnerGap?: true;
  expectedOutcome: string;
  /** Only a Blue action has one. */
  signOff?: { by: PersonKey; on: Day };
  audience?: AudienceContent;
}

export interface UpdateContent {
  action: ActionKey;
  organisation: OrganisationKey;
  author: PersonKey;
  period: Period;
  reportedOn: Day;
  status: BragStatus;
  narrative: string;
  audience?: AudienceContent;
}

export interface DateChangeContent {
  action: ActionKey;
  requestedBy: PersonKey;
  requestedOn: Day;
  /** The deadline as the adopted plan has it, and the one asked for. */
  from: string;
  to: string;
  reason: string;
  decision: 'REQUESTED' | 'AGREED' | 'REFUSED';
  decidedBy?: PersonKey;
  decidedOn?: Day;
  decisionReason?: string;
}

/** Something no partner controls. */
export interface ExternalDependencyContent {
  key: string;
  title: string;
  body: string;
  expected: string;
  note: string;
  watchedBy: OrganisationKey[];
  /** When it had been expected first, and the day on which that moved. Nobody has noted the move yet. */
  moved?: { from: string; on: Day };
}

/** Two actions that may seem the same work and are not. */
export interface NotSameWorkContent {
  action: ActionKey;
  other: ActionKey;
  by: PersonKey;
  on: Day;
  reason: string;
}

/** An action that stands in a workstream of the other plan too. */
export interface PlacementContent {
  action: ActionKey;
  workstream: WorkstreamKey;
  reference: string;
  by: PersonKey;
  on: Day;
}

export interface CrossReferenceContent {
  key: string;
  kind: CrossReferenceKind;
  from: ItemRef;
  to: ItemRef;
  status: CrossReferenceStatus;
  proposedBy: PersonKey;
  proposedOn: Day;
  answeredBy?: PersonKey;
  answeredOn?: Day;
  /** Why it was proposed, or why it is disputed. */
  reason: string;
  /** The very words it was read from, and where they stand. */
  writtenAs?: { text: string; in: SourceRef };
  /** By when a dependency is needed, and what happens otherwise. */
  needed?: { by: Day; ifLate: string };
  /** The other day that was offered instead, and why. */
  promised?: { by: Day; confidence: Confidence; why: string };
  /** What slipped later, and whose answer is awaited. */
  slip?: SlipContent;
  audience?: AudienceContent;
}

export interface SlipContent {
  on: Day;
  by: PersonKey;
  told: OrganisationKey;
  dueOn: Day;
  reasons: string[];
}

export interface ScoreContent {
  likelihood: 1 | 2 | 3 | 4 | 5;
  impact: 1 | 2 | 3 | 4 | 5;
}

export interface MitigationContent {
  key: string;
  title: string;
  owner: PartyRef;
  timing: string;
  status: BragStatus;
  /** A mitigation can be an action of a plan. */
  action?: ActionKey;
}

export interface RiskContent {
  key: string;
  reference: string;
  plan: PlanKey;
  workstream?: WorkstreamKey;
  cause: string;
  event: string;
  effect: string;
  inherent: ScoreContent;
  current: ScoreContent;
  target: ScoreContent;
  owner: PartyRef;
  reviewOn: Day;
  controls: string[];
  /** Actions as the risk names them; one without a key resolves to nothing. */
  names: { asWritten: string; action?: ActionKey }[];
  mitigations: MitigationContent[];
  escalatedTo?: BoardKey;
  /** A risk that has happened. */
  isIssue?: true;
  audience?: AudienceContent;
}

export interface CommentContent {
  key: string;
  on: ItemRef | `cross-reference:${string}`;
  author: PersonKey;
  at: `${Day}T${string}Z`;
  text: string;
  replyTo?: string;
  audience?: AudienceContent;
}

export interface DemonstrationContent {
  partnership: PartnershipContent;
  organisations: OrganisationContent[];
  people: PersonContent[];
  posts: PostContent[];
  accounts: AccountContent[];
  abus: AbuContent[];
  boards: BoardContent[];
  seats: SeatContent[];
  plans: PlanContent[];
  priorities: PriorityContent[];
  workstreams: WorkstreamContent[];
  actions: ActionContent[];
  updates: UpdateContent[];
  dateChanges: DateChangeContent[];
  externalDependencies: ExternalDependencyContent[];
  crossReferences: CrossReferenceContent[];
  notSameWork: NotSameWorkContent[];
  placements: PlacementContent[];
  risks: RiskContent[];
  comments: CommentContent[];
}
