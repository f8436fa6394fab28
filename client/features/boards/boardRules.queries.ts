import { graphql, type ResultOf } from '../../platform/graphql/graphql';

/** Asked when somebody chooses: the page itself shows the one that is in force. */
export const ruleProfilesQuery = graphql(`
  query RuleProfiles {
    ruleProfiles {
      profile: kind
      name
      description
    }
  }
`);

export const timetableQuery = graphql(`
  query MeetingTimetable($boardIds: [ID!]!, $meetsOn: Date!) {
    meetingTimetable(boardIds: $boardIds, meetsOn: $meetsOn) {
      meetsOn
      privateNoticeBy {
        on
      }
      keyDecisionNoticeBy {
        on
      }
      draftReportsBy {
        on
      }
      clearancesBy {
        on
      }
      dispatchBy {
        on
      }
      questionsBy {
        on
      }
      holidays {
        on
        name
      }
    }
  }
`);

export type Timetable = NonNullable<ResultOf<typeof timetableQuery>['meetingTimetable']>;
