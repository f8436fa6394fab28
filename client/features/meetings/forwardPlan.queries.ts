import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { origin, originItem } from './origin.queries';

export const plannedMeeting = graphql(`
  fragment PlannedMeeting_meeting on Meeting @_unmask {
    id
    version
    title
    meetsOn
    startsAt
    endsAt
    place
    meetingStatus: status
    statusReason
    boards {
      id
      name
      shortName
    }
  }
`);

export const planLine = graphql(
  `
    fragment PlanLine_entry on ForwardPlanEntry @_unmask {
      id
      version
      archivedAt
      title
      summary
      purpose
      minutes
      leadOfficersAsWritten
      leadOfficers {
        id
        name
      }
      isKeyDecision
      keyDecisionReference
      isForFullCouncil
      isConfidential
      exemptionParagraphs
      documents
      contact
      privateReason
      representations
      representationsResponse
      noticeException
      noticeExceptionReason
      notice {
        clearDays
        dueBy
        givenOn
        isShort
      }
      draftReportDueOn
      dispatchOn
      cameFrom
      origins {
        ...Origin_origin
      }
      boardsByRule: boards {
        id
        rules {
          id
          exemptions {
            paragraph
            wording
          }
          exclusionWording
        }
      }
      boards {
        id
        name
        shortName
      }
      meeting {
        id
        meetsOn
        timetable {
          draftReportsBy {
            on
          }
          dispatchBy {
            on
          }
        }
      }
      slips {
        id
        reason
        draftReportDueOn
        dispatchOn
        createdAt
        fromMeeting {
          id
          meetsOn
        }
        toMeeting {
          id
          meetsOn
        }
        slippedBy {
          id
          name
        }
      }
      agendaItem {
        id
        meeting {
          id
        }
      }
      reports {
        id
        title
      }
      ownAudience {
        kind
        memberIds
      }
      audience {
        kind
        label
      }
      viewerCan {
        keep
      }
    }
  `,
  [origin],
);

export const forwardPlanQuery = graphql(
  `
    query ForwardPlan($id: ID!, $partnershipId: ID!) {
      board(id: $id) {
        id
        name
        shortName
        viewerCan {
          keepMeetings
        }
        meetings {
          ...PlannedMeeting_meeting
        }
        forwardPlan {
          ...PlanLine_entry
        }
      }
      partnership(id: $partnershipId) {
        id
        changesCursor
      }
    }
  `,
  [plannedMeeting, planLine],
);

/** Asked for whoever keeps the board alone: it is worked out anew each time. */
export const proposalsQuery = graphql(
  `
    query Proposals($id: ID!) {
      board(id: $id) {
        id
        agendaProposals {
          meeting {
            id
          }
          proposalKind: kind
          itemId
          title
          evidence
          purpose
          minutes
          item {
            ...OriginItem_item
          }
        }
        declinedProposals {
          id
          version
          proposalKind: kind
          reason
          untilOn
          archivedAt
          createdAt
          declinedBy {
            id
            name
          }
          item {
            ...OriginItem_item
          }
        }
      }
    }
  `,
  [originItem],
);

export const forwardPlanChanges = graphql(
  `
    subscription ForwardPlanChanges($within: ID!, $after: String) {
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
          ... on ForwardPlanEntry {
            ...PlanLine_entry
          }
          ... on Meeting {
            ...PlannedMeeting_meeting
          }
        }
      }
    }
  `,
  [planLine, plannedMeeting],
);

export type PlanLine = ResultOf<typeof planLine>;
export type PlannedMeeting = ResultOf<typeof plannedMeeting>;
export type PlannedBoard = NonNullable<ResultOf<typeof forwardPlanQuery>['board']>;
export type ForwardPlanChange = ResultOf<typeof forwardPlanChanges>['changes'];
type Proposals = NonNullable<ResultOf<typeof proposalsQuery>['board']>;
export type Proposal = Proposals['agendaProposals'][number];
export type Declined = Proposals['declinedProposals'][number];
