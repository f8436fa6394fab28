import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { referenceEnd } from '../actions/crossReferences';

/** What in the plans something is for. */
const originItem = graphql(
  `
    fragment OriginItem_item on AgendaOriginItem @_unmask {
      __typename
      ...ReferenceEnd_end
      ... on Priority {
        id
        plan {
          id
        }
      }
      ... on CrossReference {
        id
        from {
          ...ReferenceEnd_end
        }
        to {
          ...ReferenceEnd_end
        }
      }
      ... on ForwardPlanEntry {
        id
        title
      }
    }
  `,
  [referenceEnd],
);

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
      draftReportDueOn
      dispatchOn
      cameFrom
      origins {
        id
        proposalKind: kind
        evidence
        item {
          ...OriginItem_item
        }
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
      }
      slips {
        id
        reason
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
      audience {
        kind
        label
      }
      viewerCan {
        keep
      }
    }
  `,
  [originItem],
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
export type OriginItem = ResultOf<typeof originItem>;
export type PlannedBoard = NonNullable<ResultOf<typeof forwardPlanQuery>['board']>;
export type ForwardPlanChange = ResultOf<typeof forwardPlanChanges>['changes'];
type Proposals = NonNullable<ResultOf<typeof proposalsQuery>['board']>;
export type Proposal = Proposals['agendaProposals'][number];
export type Declined = Proposals['declinedProposals'][number];
