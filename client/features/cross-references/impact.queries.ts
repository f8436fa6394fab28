import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { referenceEnd } from '../actions/crossReferences';
import { impactNotice } from './impactNotices';

/** What an item holds up, as it is or as somebody supposes it. */
export const impactQuery = graphql(
  `
    query Impact($of: ID!, $ifDueAsWritten: String) {
      impact(of: $of, ifDueAsWritten: $ifDueAsWritten) {
        isCut
        steps {
          depth
          soonest
          reasons
          item {
            ...ReferenceEnd_end
          }
        }
        organisations {
          id
          name
        }
      }
    }
  `,
  [referenceEnd],
);

export type Impact = ResultOf<typeof impactQuery>['impact'];

/** The slips told of that are about one item, at whichever end it stands. */
export const itemNoticesQuery = graphql(
  `
    query ItemNotices($within: ID!, $itemId: ID!) {
      impactNotices(within: $within, first: 10, filter: { itemId: $itemId, statuses: [OPEN] }) {
        nodes {
          ...ImpactNotice_notice
        }
      }
    }
  `,
  [impactNotice],
);
