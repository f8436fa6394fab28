/** What both sides must agree on of meetings, forward plans and agendas. */

export enum MeetingStatus {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
}

/** Which week of a month a board meets in. */
export enum WeekOfMonth {
  FIRST = 'FIRST',
  SECOND = 'SECOND',
  THIRD = 'THIRD',
  FOURTH = 'FOURTH',
  LAST = 'LAST',
}

/** What a board is asked to do with an item of its agenda. */
export enum AgendaPurpose {
  NOTE = 'NOTE',
  DISCUSS = 'DISCUSS',
  DECIDE = 'DECIDE',
  APPROVE = 'APPROVE',
}

/** By what right a key decision is taken, or a meeting held in private, at shorter notice (SI 2012/2089). */
export enum NoticeException {
  GENERAL_EXCEPTION = 'GENERAL_EXCEPTION',
  SPECIAL_URGENCY = 'SPECIAL_URGENCY',
}

export const EXCEPTION_MEANINGS: Readonly<Record<NoticeException, string>> = {
  GENERAL_EXCEPTION:
    'Notice in the forward plan was impracticable: the chair of scrutiny is told, and five clear days pass (regulation 10). For key decisions alone.',
  SPECIAL_URGENCY:
    'The chair of scrutiny agrees that it is urgent and cannot reasonably be deferred (regulation 11; of a private meeting regulation 5(6)).',
};

/** Why the plans propose something for a board’s agenda, in the order in which a secretary is told. */
export enum AgendaProposalKind {
  PRIORITY_DUE = 'PRIORITY_DUE',
  OVERDUE_ACTION = 'OVERDUE_ACTION',
  HIGH_RISK = 'HIGH_RISK',
  CONTESTED_CROSS_REFERENCE = 'CONTESTED_CROSS_REFERENCE',
  DEFERRED_TWICE = 'DEFERRED_TWICE',
}

/** What is outstanding for a meeting, in the order in which a paper goes its way. */
export enum OutstandingKind {
  REPORT_WANTED = 'REPORT_WANTED',
  REPORT_EMPTY = 'REPORT_EMPTY',
  CLEARANCE_NOT_ASKED = 'CLEARANCE_NOT_ASKED',
  CLEARANCE_UNANSWERED = 'CLEARANCE_UNANSWERED',
  CHANGES_WANTED = 'CHANGES_WANTED',
  CLEARANCE_OF_EARLIER_TEXT = 'CLEARANCE_OF_EARLIER_TEXT',
  SIGN_OFF_MISSING = 'SIGN_OFF_MISSING',
  PRESENTER_MISSING = 'PRESENTER_MISSING',
  GROUND_MISSING = 'GROUND_MISSING',
  LATE_REASON_MISSING = 'LATE_REASON_MISSING',
  RESPONSE_MISSING = 'RESPONSE_MISSING',
  FURTHER_NOTICE_MISSING = 'FURTHER_NOTICE_MISSING',
}

/** The day of a meeting’s timetable that something outstanding was to be done by. */
export enum TimetableStage {
  DRAFTS = 'DRAFTS',
  CLEARANCES = 'CLEARANCES',
  DISPATCH = 'DISPATCH',
  FURTHER_NOTICE = 'FURTHER_NOTICE',
}

/** What becomes of one row of a forward plan or an agenda that is brought in. */
export enum ImportedLineOutcome {
  ADDED = 'ADDED',
  KNOWN = 'KNOWN',
  HEADING = 'HEADING',
  PASSED_OVER = 'PASSED_OVER',
}
