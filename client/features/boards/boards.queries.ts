import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { abuHead, boardHead, delegatedFunction, seatRow } from '../organisations/bodies';
import { boardRules } from './boardRules';

export const boardsQuery = graphql(
  `
    query Boards($partnershipId: ID!) {
      partnership(id: $partnershipId) {
        id
        changesCursor
        viewerCan {
          administer
        }
        boards {
          ...BoardHead_board
          seats {
            ...SeatRow_seat
          }
          plans {
            id
            title
          }
        }
        abus {
          ...AbuHead_abu
        }
        archivedBoards {
          id
          version
          name
          archivedAt
        }
        archivedAbus {
          id
          version
          name
          archivedAt
        }
      }
    }
  `,
  [boardHead, seatRow, abuHead],
);

export const boardQuery = graphql(
  `
    query Board($id: ID!, $partnershipId: ID!) {
      board(id: $id) {
        ...BoardHead_board
        overseenBoards {
          id
          name
          reportsTo {
            id
          }
        }
        seats {
          ...SeatRow_seat
        }
        plans {
          id
          title
          startsOn
          endsOn
        }
        rules {
          ...BoardRules_rules
        }
      }
      partnership(id: $partnershipId) {
        id
        changesCursor
        viewerCan {
          administer
        }
        abus {
          ...AbuHead_abu
        }
      }
    }
  `,
  [boardHead, seatRow, abuHead, boardRules],
);

export const abuQuery = graphql(
  `
    query Abu($id: ID!, $partnershipId: ID!) {
      accountableBusinessUnit(id: $id) {
        ...AbuHead_abu
        priorities {
          id
          number
          title
          plan {
            id
            title
          }
        }
        delegatedFunctions {
          ...DelegatedFunction_function
        }
        archivedFunctions {
          ...DelegatedFunction_function
        }
      }
      partnership(id: $partnershipId) {
        id
        changesCursor
        viewerCan {
          administer
        }
      }
    }
  `,
  [abuHead, delegatedFunction],
);

type Partnership = NonNullable<ResultOf<typeof boardsQuery>['partnership']>;
export type ListedBoard = Partnership['boards'][number];
export type BoardDetail = NonNullable<ResultOf<typeof boardQuery>['board']>;
export type AbuDetail = NonNullable<ResultOf<typeof abuQuery>['accountableBusinessUnit']>;
