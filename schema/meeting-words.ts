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

/** Why the plans propose something for a board’s agenda, in the order in which a secretary is told. */
export enum AgendaProposalKind {
  PRIORITY_DUE = 'PRIORITY_DUE',
  OVERDUE_ACTION = 'OVERDUE_ACTION',
  HIGH_RISK = 'HIGH_RISK',
  CONTESTED_CROSS_REFERENCE = 'CONTESTED_CROSS_REFERENCE',
  DEFERRED_TWICE = 'DEFERRED_TWICE',
}

/** What becomes of one row of a forward plan or an agenda that is brought in. */
export enum ImportedLineOutcome {
  ADDED = 'ADDED',
  KNOWN = 'KNOWN',
  HEADING = 'HEADING',
  PASSED_OVER = 'PASSED_OVER',
}
