import { graphql, type ResultOf } from '../../platform/graphql/graphql';

/** Asked apart from the agenda, which is asked again more often. */
export const whoMeetsQuery = graphql(`
  query WhoMeets($id: ID!) {
    meeting(id: $id) {
      id
      changesCursor
      meetingBoards {
        board {
          id
          name
        }
        seats {
          isVacant
          holder {
            id
            name
          }
          seat {
            id
            capacity
            isVoting
            post {
              id
              title
            }
            organisation {
              id
              name
            }
            deputies {
              id
              name
            }
          }
        }
        quorum {
          inWords
          votingSeats
          filledSeats
          isPossible
          missing
        }
      }
    }
  }
`);

export type MeetingBoard = NonNullable<ResultOf<typeof whoMeetsQuery>['meeting']>['meetingBoards'][number];
export type MeetingSeat = MeetingBoard['seats'][number];
