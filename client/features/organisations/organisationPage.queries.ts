import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { abuHead, organisationRow, personRow, postRow, seatRow } from './bodies';

export const organisationQuery = graphql(
  `
    query Organisation($id: ID!, $partnershipId: ID!) {
      organisation(id: $id) {
        ...OrganisationRow_organisation
      }
      partnership(id: $partnershipId) {
        id
        changesCursor
        people {
          ...PersonRow_person
        }
        posts {
          ...PostRow_post
        }
        archivedPeople {
          ...PersonRow_person
        }
        archivedPosts {
          ...PostRow_post
        }
        abus {
          ...AbuHead_abu
        }
        boards {
          id
          name
          seats {
            ...SeatRow_seat
          }
        }
      }
    }
  `,
  [organisationRow, personRow, postRow, abuHead, seatRow],
);

type Answer = ResultOf<typeof organisationQuery>;
export type Around = NonNullable<Answer['partnership']>;
