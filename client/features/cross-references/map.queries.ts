import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { crossReference } from '../actions/crossReferences';
import { statusCounts } from '../plans/statusCounts';

/** The plans there are a map of. */
export const mappedPlansQuery = graphql(`
  query MappedPlans($id: ID!) {
    partnership(id: $id) {
      id
      plans {
        id
        title
        archivedAt
      }
    }
  }
`);

/** What stands on a map and what runs between it, in numbers alone: asked again after every change. */
export const mapQuery = graphql(
  `
    query Map($id: ID!, $asOf: DateTime) {
      plan(id: $id, asOf: $asOf) {
        id
        title
        changesCursor
      }
      interdependencies(within: $id, asOf: $asOf) {
        nodes {
          id
          isOutside
          summary {
            ...StatusCounts_summary
          }
          item {
            __typename
            ... on Workstream {
              id
              number
              title
              plan {
                id
                title
              }
              leadOrganisation {
                id
                name
                shortName
              }
            }
            ... on ExternalDependency {
              id
              title
              dependencyStatus: status
              controlledBy
              timing {
                asWritten
              }
            }
          }
        }
        edges {
          fromId
          toId
          kind
          total
          strained
          broken
          unanswered
          disputed
        }
      }
    }
  `,
  [statusCounts],
);

/** The cross-references themselves, for whoever opens a place or an edge of the map. */
export const mapReferencesQuery = graphql(
  `
    query MapReferences($id: ID!, $asOf: DateTime) {
      interdependencies(within: $id, asOf: $asOf) {
        edges {
          fromId
          toId
          kind
          crossReferences {
            ...CrossReference_reference
          }
        }
      }
    }
  `,
  [crossReference],
);

export const mapChanges = graphql(
  `
    subscription MapChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        kind
        itemType
        itemId
        aboutId
        item {
          __typename
          ... on CrossReference {
            ...CrossReference_reference
          }
          ... on Action {
            id
            version
            reference
            title
            actionStatus: status
            isOverdue
          }
          ... on Workstream {
            id
            version
            number
            title
          }
          ... on ExternalDependency {
            id
            version
            title
            dependencyStatus: status
          }
        }
      }
    }
  `,
  [crossReference],
);

export type MapAnswer = ResultOf<typeof mapQuery>['interdependencies'];
export type MapReferences = ResultOf<typeof mapReferencesQuery>['interdependencies'];
