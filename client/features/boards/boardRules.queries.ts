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

const timetableDay = graphql(`
  fragment TimetableDay_day on TimetableDay @_unmask {
    on
    board {
      id
      name
    }
  }
`);

export const timetable = graphql(
  `
  fragment Timetable_timetable on MeetingTimetable @_unmask {
      meetsOn
      privateNoticeBy {
        ...TimetableDay_day
      }
      furtherNoticeBy {
        ...TimetableDay_day
      }
      keyDecisionNoticeBy {
        ...TimetableDay_day
      }
      draftReportsBy {
        ...TimetableDay_day
      }
      clearancesBy {
        ...TimetableDay_day
      }
      dispatchBy {
        ...TimetableDay_day
      }
      questionsBy {
        ...TimetableDay_day
      }
      holidays {
        on
        name
      }
  }
`,
  [timetableDay],
);

export const timetableQuery = graphql(
  `
    query MeetingTimetable($boardIds: [ID!]!, $meetsOn: Date!) {
      meetingTimetable(boardIds: $boardIds, meetsOn: $meetsOn) {
        ...Timetable_timetable
      }
    }
  `,
  [timetable],
);

export type Timetable = NonNullable<ResultOf<typeof timetableQuery>['meetingTimetable']>;
