import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { referenceEnd } from '../actions/crossReferences';

/** What in the plans something is for. */
export const originItem = graphql(
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

/** What an entry of the forward plan, or an item of an agenda, is for. */
export const origin = graphql(
  `
    fragment Origin_origin on AgendaOrigin @_unmask {
      id
      version
      proposalKind: kind
      evidence
      isByHand
      item {
        ...OriginItem_item
      }
    }
  `,
  [originItem],
);

/** With where it stands now: of what else stands there the page knows more than its id already. */
export const linkedOrigin = graphql(
  `
    fragment LinkedOrigin_origin on AgendaOrigin @_unmask {
      ...Origin_origin
      archivedAt
      forwardPlanEntry {
        id
        origins {
          id
        }
        agendaItem {
          id
          title
          origins {
            id
          }
        }
      }
      agendaItem {
        id
        title
        origins {
          id
        }
      }
    }
  `,
  [origin],
);

/** Asked only when it is said what something reports on. */
export const reportingPriorities = graphql(`
  query ReportingPriorities($partnershipId: ID!) {
    partnership(id: $partnershipId) {
      id
      boards {
        id
        reportingPriorities {
          id
          priorityNumber: number
          title
          plan {
            id
            title
          }
        }
      }
    }
  }
`);

export type OriginItem = ResultOf<typeof originItem>;
export type Origin = ResultOf<typeof origin>;
