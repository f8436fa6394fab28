import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { timetable } from '../boards/boardRules.queries';
import { linkedOrigin, origin } from './origin.queries';

export const meetingHead = graphql(
  `
  fragment MeetingHead_meeting on Meeting @_unmask {
    id
    version
    archivedAt
    title
    meetsOn
    startsAt
    endsAt
    place
    meetingStatus: status
    statusReason
    moved {
      meetsOn
      startsAt
      place
      reason
      movedAt
    }
    boards {
      id
      name
    }
    timetable {
      ...Timetable_timetable
    }
    audience {
      kind
      label
    }
    ownAudience {
      kind
      memberIds
    }
    viewerCan {
      keep
    }
  }
`,
  [timetable],
);

export const agendaLine = graphql(
  `
  fragment AgendaLine_item on AgendaItem @_unmask {
    id
    version
    title
    summary
    section
    purpose
    minutes
    presentersAsWritten
    presenters {
      id
      name
    }
    boards {
      id
      name
    }
    isRestricted
    closes
    exemptionParagraphs
    exemptionReason
    lateReason
    forwardPlanEntry {
      id
      version
      isConfidential
      representations
      representationsResponse
      boards {
        id
        name
      }
      viewerCan {
        keep
      }
    }
    origins {
      ...Origin_origin
    }
    reports {
      id
      title
    }
    attachments {
      id
      attachmentTitle: title
      address
    }
    audience {
      kind
      label
    }
    ownAudience {
      kind
      memberIds
      label
    }
  }
`,
  [origin],
);

export const plannedEntry = graphql(`
  fragment PlannedEntry_entry on ForwardPlanEntry @_unmask {
    id
    version
    title
    minutesPlanned: minutes
    isKeyDecision
    isConfidential
    exemptionParagraphs
    privateReason
    representations
    representationsResponse
  }
`);

/** What stands on the agenda, in order, and what is still to be put there: told along with every item that moves. */
export const agendaOrder = graphql(
  `
    fragment AgendaOrder_meeting on Meeting @_unmask {
      id
      agendaItems {
        id
      }
      plannedEntries {
        ...PlannedEntry_entry
      }
    }
  `,
  [plannedEntry],
);

export const meetingQuery = graphql(
  `
    query Meeting($id: ID!) {
      meeting(id: $id) {
        ...MeetingHead_meeting
        changesCursor
        boardsByRule: boards {
          id
          name
          rules {
            id
            exemptions {
              paragraph
              wording
            }
            exclusionWording
          }
        }
        agendaItems {
          ...AgendaLine_item
        }
        plannedEntries {
          ...PlannedEntry_entry
        }
      }
    }
  `,
  [meetingHead, agendaLine, plannedEntry],
);

export const meetingChanges = graphql(
  `
    subscription MeetingChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        kind
        itemType
        itemId
        aboutId
        actor {
          id
          name
        }
        organisation {
          id
          name
        }
        item {
          __typename
          ... on Meeting {
            ...MeetingHead_meeting
          }
          ... on AgendaItem {
            ...AgendaLine_item
            meeting {
              ...AgendaOrder_meeting
            }
          }
          ... on Attachment {
            id
            agendaItem {
              ...AgendaLine_item
            }
          }
          ... on AgendaOrigin {
            ...LinkedOrigin_origin
          }
          ... on ForwardPlanEntry {
            ...PlannedEntry_entry
            meeting {
              ...AgendaOrder_meeting
            }
          }
        }
      }
    }
  `,
  [meetingHead, agendaLine, agendaOrder, linkedOrigin, plannedEntry],
);

export const meetingPresence = graphql(`
  subscription MeetingPresence($within: ID!, $at: ID) {
    presence(within: $within, at: $at) {
      itemId
      person {
        id
        name
      }
    }
  }
`);

export type Meeting = NonNullable<ResultOf<typeof meetingQuery>['meeting']>;
export type AgendaLine = Meeting['agendaItems'][number];
export type PlannedEntry = Meeting['plannedEntries'][number];
export type MeetingChange = ResultOf<typeof meetingChanges>['changes'];
