import { graphql, type ResultOf } from '../../platform/graphql/graphql';

/** One thing owed to a meeting, for its page and for the Home of whoever owes it. */
export const outstandingItem = graphql(`
  fragment OutstandingItem_item on OutstandingItem @_unmask {
    id
    owed: kind
    stage
    dueOn
    isLate
    workingDaysLate
    people {
      id
      name
    }
    organisation {
      id
      name
    }
    agendaItem {
      id
      title
    }
    forwardPlanEntry {
      id
      title
    }
    report {
      id
      title
    }
    clearance {
      id
      clearedFor: kind
    }
    nudge {
      id
      nudgedOn
      nudgedBy {
        id
        name
      }
    }
  }
`);

export const outstandingQuery = graphql(
  `
    query OutstandingForMeeting($id: ID!) {
      meeting(id: $id) {
        id
        changesCursor
        outstanding {
          lateCount
          dueSoonCount
          items {
            ...OutstandingItem_item
          }
        }
      }
    }
  `,
  [outstandingItem],
);

export const nudge = graphql(`
  mutation Nudge($input: NudgeInput!) {
    nudge(input: $input) { nudges { id } }
  }
`);

export type Outstanding = NonNullable<ResultOf<typeof outstandingQuery>['meeting']>['outstanding'];
export type OutstandingItem = ResultOf<typeof outstandingItem>;
