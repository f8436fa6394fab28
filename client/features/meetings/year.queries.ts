import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { plannedMeeting } from './forwardPlan.queries';

const yearMeeting = graphql(
  `
    fragment Year_meeting on Meeting @_unmask {
      ...PlannedMeeting_meeting
      timetable {
        dispatchBy {
          on
        }
        questionsBy {
          on
        }
      }
    }
  `,
  [plannedMeeting],
);

/** A year in two halves, for a page of a list is a hundred at most. Those of the weeks after it have their papers in it. */
export const yearQuery = graphql(
  `
    query BoardsYear($within: ID!, $from: Date!, $middle: Date!, $next: Date!, $until: Date!, $after: Date!) {
      early: meetings(within: $within, first: 100, filter: { from: $from, until: $middle }) {
        nodes {
          ...Year_meeting
        }
        totalCount
      }
      late: meetings(within: $within, first: 100, filter: { from: $next, until: $after }) {
        nodes {
          ...Year_meeting
        }
        totalCount
      }
      bankHolidays(from: $from, until: $until) {
        on
        name
      }
      partnership(id: $within) {
        id
        changesCursor
        boards {
          id
          name
          shortName
          viewerCan {
            keepMeetings
          }
          seats {
            id
            holder {
              id
              name
            }
          }
        }
      }
    }
  `,
  [yearMeeting],
);

export const rhythmQuery = graphql(`
  query Rhythm($week: WeekOfMonth!, $weekday: Int!, $everyMonths: Int!, $from: Date!, $until: Date!) {
    meetingDays(week: $week, weekday: $weekday, everyMonths: $everyMonths, from: $from, until: $until) {
      on
      holiday
    }
  }
`);

export type YearMeeting = ResultOf<typeof yearMeeting>;
export type YearBoard = NonNullable<ResultOf<typeof yearQuery>['partnership']>['boards'][number];
