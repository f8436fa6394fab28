/** The closed lists of reports to boards, on which both sides must agree. */

/** What a report recommends a board to do. */
export enum RecommendationVerb {
  NOTE = 'NOTE',
  APPROVE = 'APPROVE',
  CONSIDER = 'CONSIDER',
  AGREE = 'AGREE',
}

/** The sections that every template has, whatever a board calls them: the list stands in the one, the check looks for the other. */
export const RECOMMENDATIONS = 'recommendations';
export const CONFLICTS = 'conflicts';

export enum ClearanceKind {
  FINANCE = 'FINANCE',
  LEGAL = 'LEGAL',
  QUALITY = 'QUALITY',
}

export enum ClearanceStatus {
  REQUESTED = 'REQUESTED',
  CLEARED = 'CLEARED',
  CHANGES_WANTED = 'CHANGES_WANTED',
}

/** What can be answered to a request for clearance. */
export enum ClearanceAnswer {
  CLEARED = 'CLEARED',
  CHANGES_WANTED = 'CHANGES_WANTED',
}

/** Why a version of a report was kept. */
export enum ReportVersionReason {
  KEPT = 'KEPT',
  CLEARED = 'CLEARED',
  SIGNED_OFF = 'SIGNED_OFF',
  IN_PACK = 'IN_PACK',
}

/** What a block of a report shows live from the plans. */
export enum LiveBlockKind {
  WORKSTREAM_STATUS = 'WORKSTREAM_STATUS',
  RISKS = 'RISKS',
  ACTIONS_DUE = 'ACTIONS_DUE',
  INTERDEPENDENCIES = 'INTERDEPENDENCIES',
}

/** What the check before dispatch finds in a report. */
export enum ReportFindingKind {
  TEMPLATE_LEFTOVER = 'TEMPLATE_LEFTOVER',
  GUIDANCE_LEFT_IN = 'GUIDANCE_LEFT_IN',
  EMPTY_SECTION = 'EMPTY_SECTION',
  EMPTY_HEADING = 'EMPTY_HEADING',
  HEADING_ORDER = 'HEADING_ORDER',
  NO_RECOMMENDATION = 'NO_RECOMMENDATION',
  RECOMMENDATION_WITHOUT_VERB = 'RECOMMENDATION_WITHOUT_VERB',
  NO_CONFLICT_STATEMENT = 'NO_CONFLICT_STATEMENT',
  IMAGE_WITHOUT_TEXT = 'IMAGE_WITHOUT_TEXT',
  BLANK_DEADLINE = 'BLANK_DEADLINE',
  CLEARANCE_NOT_ASKED = 'CLEARANCE_NOT_ASKED',
  NOT_CLEARED = 'NOT_CLEARED',
  CLEARED_EARLIER_TEXT = 'CLEARED_EARLIER_TEXT',
  NOT_SIGNED_OFF = 'NOT_SIGNED_OFF',
}

/** What is told of the text of a report while it is written. */
export enum ReportTextEvent {
  BEGUN = 'BEGUN',
  WRITTEN = 'WRITTEN',
  WRITERS = 'WRITERS',
  REMOVED = 'REMOVED',
}
