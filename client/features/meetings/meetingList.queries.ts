import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { plannedMeeting } from './forwardPlan.queries';

export const boardMeetingsQuery = graphql(
  `
    query BoardMeetings($id: ID!, $partnershipId: ID!) {
      board(id: $id) {
        id
        name
        viewerCan {
          keepMeetings
        }
        meetings {
          ...PlannedMeeting_meeting
        }
      }
      partnership(id: $partnershipId) {
        id
        changesCursor
      }
    }
  `,
  [plannedMeeting],
);

export const comingMeetingsQuery = graphql(
  `
    query ComingMeetings($within: ID!, $from: Date!, $first: Int!) {
      meetings(within: $within, first: $first, filter: { from: $from }) {
        nodes {
          ...PlannedMeeting_meeting
        }
        totalCount
      }
      partnership(id: $within) {
        id
        changesCursor
      }
    }
  `,
  [plannedMeeting],
);

export const meetingListChanges = graphql(
  `
    subscription MeetingListChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        kind
        itemType
        itemId
        aboutId
        item {
          __typename
          ... on Meeting {
            ...PlannedMeeting_meeting
          }
        }
      }
    }
  `,
  [plannedMeeting],
);

export type ComingMeetings = NonNullable<ResultOf<typeof comingMeetingsQuery>['meetings']>;
