/** The one list of what the product can do: each feature’s resolvers, and the readings of its fields. */
import './features/actions/action.reads.js';
import './features/actions/placement.reads.js';
import './features/actions/update.reads.js';
import './features/plans/plan.reads.js';
import './features/plans/priority.reads.js';
import './features/plans/restricted-contact.reads.js';
import './features/workstreams/workstream.reads.js';
import './features/cross-references/cross-reference.reads.js';
import './features/cross-references/external-dependency.reads.js';
import './features/cross-references/frozen-map.reads.js';
import './features/cross-references/interdependencies.reads.js';
import './features/cross-references/same-work.reads.js';
import './features/cross-references/same-work-dismissal.reads.js';
import './features/cross-references/suggestion.reads.js';
import './features/cross-references/chain.reads.js';
import './features/cross-references/impact-notice.reads.js';
import './features/cross-references/watch.reads.js';
import './features/health/health.reads.js';
import './features/risks/risk.reads.js';
import './features/organisations/partnership.reads.js';
import './features/organisations/organisation.reads.js';
import './features/organisations/person.reads.js';
import './features/organisations/post.reads.js';
import './features/organisations/abu.reads.js';
import './features/organisations/viewer.reads.js';
import './features/boards/board.reads.js';
import './features/boards/board-rules.reads.js';
import './features/imports/import.reads.js';
import './features/meetings/meeting.reads.js';
import './features/meetings/meeting-board.reads.js';
import './features/meetings/agenda-proposal.reads.js';
import './features/meetings/reporting-priorities.reads.js';
import './features/meetings/outstanding.reads.js';
import './features/reports/report.reads.js';
import './features/reports/report-template.reads.js';
import './features/attachments/attachment.reads.js';
import { DemonstrationResolver } from './demonstration/demonstration.resolver.js';
import { ActionResolver } from './features/actions/action.resolver.js';
import { CommentResolver } from './features/actions/comment.resolver.js';
import { PlacementResolver } from './features/actions/placement.resolver.js';
import { UpdateResolver } from './features/actions/update.resolver.js';
import { AttachmentResolver } from './features/attachments/attachment.resolver.js';
import { BoardResolver } from './features/boards/board.resolver.js';
import { BoardRulesResolver } from './features/boards/board-rules.resolver.js';
import { SeatResolver } from './features/boards/seat.resolver.js';
import { ChangeResolver } from './features/changes/change.resolver.js';
import { CrossReferenceResolver } from './features/cross-references/cross-reference.resolver.js';
import { ExternalDependencyResolver } from './features/cross-references/external-dependency.resolver.js';
import { FrozenMapResolver } from './features/cross-references/frozen-map.resolver.js';
import { ImpactResolver } from './features/cross-references/impact.resolver.js';
import { InterdependenciesResolver } from './features/cross-references/interdependencies.resolver.js';
import { SameWorkResolver } from './features/cross-references/same-work.resolver.js';
import { WatchResolver } from './features/cross-references/watch.resolver.js';
import { HealthResolver } from './features/health/health.resolver.js';
import { ImportResolver } from './features/imports/import.resolver.js';
import { AgendaImportResolver } from './features/meetings/agenda-import.resolver.js';
import { AgendaItemResolver } from './features/meetings/agenda-item.resolver.js';
import { AgendaOriginResolver } from './features/meetings/agenda-origin.resolver.js';
import { AgendaProposalResolver } from './features/meetings/agenda-proposal.resolver.js';
import { ForwardPlanEntryResolver } from './features/meetings/forward-plan-entry.resolver.js';
import { MeetingResolver } from './features/meetings/meeting.resolver.js';
import { OutstandingResolver } from './features/meetings/outstanding.resolver.js';
import { PublicationResolver } from './features/meetings/publication.resolver.js';
import { AccountableBusinessUnitResolver } from './features/organisations/abu.resolver.js';
import { DelegatedFunctionResolver } from './features/organisations/delegated-function.resolver.js';
import { MembershipResolver } from './features/organisations/membership.resolver.js';
import { OrganisationResolver } from './features/organisations/organisation.resolver.js';
import { PartnershipResolver } from './features/organisations/partnership.resolver.js';
import { PersonResolver } from './features/organisations/person.resolver.js';
import { PostResolver } from './features/organisations/post.resolver.js';
import { ViewerResolver } from './features/organisations/viewer.resolver.js';
import { PlanResolver } from './features/plans/plan.resolver.js';
import { PriorityResolver } from './features/plans/priority.resolver.js';
import { RestrictResolver } from './features/plans/restrict.resolver.js';
import { RestrictedContactResolver } from './features/plans/restricted-contact.resolver.js';
import { ClearanceResolver } from './features/reports/clearance.resolver.js';
import { RecommendationResolver } from './features/reports/recommendation.resolver.js';
import { ReportResolver } from './features/reports/report.resolver.js';
import { ReportTemplateResolver } from './features/reports/report-template.resolver.js';
import { ReportTextResolver } from './features/reports/report-text.resolver.js';
import { MitigationResolver } from './features/risks/mitigation.resolver.js';
import { RiskResolver } from './features/risks/risk.resolver.js';
import { WorkstreamResolver } from './features/workstreams/workstream.resolver.js';

export const resolvers = [
  ActionResolver,
  ChangeResolver,
  PlacementResolver,
  UpdateResolver,
  PlanResolver,
  PriorityResolver,
  RestrictResolver,
  RestrictedContactResolver,
  WorkstreamResolver,
  CommentResolver,
  CrossReferenceResolver,
  ExternalDependencyResolver,
  WatchResolver,
  InterdependenciesResolver,
  SameWorkResolver,
  FrozenMapResolver,
  ImpactResolver,
  HealthResolver,
  MitigationResolver,
  RiskResolver,
  DemonstrationResolver,
  PartnershipResolver,
  OrganisationResolver,
  PersonResolver,
  MembershipResolver,
  PostResolver,
  AccountableBusinessUnitResolver,
  DelegatedFunctionResolver,
  ViewerResolver,
  BoardResolver,
  BoardRulesResolver,
  SeatResolver,
  MeetingResolver,
  ForwardPlanEntryResolver,
  AgendaItemResolver,
  AgendaProposalResolver,
  AgendaOriginResolver,
  AgendaImportResolver,
  OutstandingResolver,
  PublicationResolver,
  ReportResolver,
  RecommendationResolver,
  ClearanceResolver,
  ReportTextResolver,
  ReportTemplateResolver,
  AttachmentResolver,
  ImportResolver,
] as const;
