import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { referenceEnd } from '../actions/crossReferences';

const health = graphql(
  `
    fragment Health_health on CrossReferenceHealth @_unmask {
      total
      sections {
        kind
        total
        findings {
          id
          sentence
          crossReferences {
            id
            reason
            from {
              ...ReferenceEnd_end
            }
            to {
              ...ReferenceEnd_end
            }
          }
        }
      }
      byOrganisation {
        organisation {
          id
          name
        }
        total
        kinds {
          kind
          total
        }
      }
      byBoard {
        board {
          id
          name
        }
        total
        kinds {
          kind
          total
        }
      }
      byAbu {
        abu {
          id
          name
        }
        total
        kinds {
          kind
          total
        }
      }
    }
  `,
  [referenceEnd],
);

export const planHealthQuery = graphql(
  `
    query PlanHealth($id: ID!, $first: Int!, $organisationId: ID) {
      plan(id: $id) {
        id
        title
        partnership {
          id
          name
        }
        changesCursor
      }
      crossReferenceHealth(within: $id, first: $first, organisationId: $organisationId) {
        ...Health_health
      }
    }
  `,
  [health],
);

export const partnershipHealthQuery = graphql(
  `
    query PartnershipHealth($id: ID!, $first: Int!, $organisationId: ID) {
      partnership(id: $id) {
        id
        name
        changesCursor
      }
      crossReferenceHealth(within: $id, first: $first, organisationId: $organisationId) {
        ...Health_health
      }
    }
  `,
  [health],
);

export type Health = ResultOf<typeof health>;
export type Section = Health['sections'][number];
export type Finding = Section['findings'][number];
