import { graphql, type ResultOf, type VariablesOf } from '../../platform/graphql/graphql.js';
import { crossReference } from '../actions/crossReferences.js';
import { statusCounts } from '../plans/statusCounts.js';

/** What there is a map of, and by what it can be narrowed. */
export const mappedQuery = graphql(`
  query Mapped($id: ID!) {
    partnership(id: $id) {
      id
      plans {
        id
        title
        createdAt
        archivedAt
      }
      organisations {
        id
        name
      }
      boards {
        id
        name
      }
      abus {
        id
        name
      }
    }
  }
`);

const mapItem = graphql(`
  fragment MapItem_item on InterdependencyItem @_unmask {
    __typename
    ... on Action {
      id
      reference
      title
      actionStatus: status
      isOverdue
      viewerCan {
        propose
      }
      workstream {
        id
        number
      }
      plan {
        id
        title
      }
    }
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
    ... on Priority {
      id
      priorityNumber: number
      title
      plan {
        id
        title
      }
    }
    ... on AccountableBusinessUnit {
      id
      name
      shortName
      hostOrganisation {
        id
        name
        shortName
      }
    }
    ... on Organisation {
      id
      name
      shortName
    }
    ... on Board {
      id
      name
      shortName
    }
    ... on Plan {
      id
      title
      board {
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
    }
  }
`);

const mapNode = graphql(
  `
    fragment MapNode_node on InterdependencyNode @_unmask {
      id
      isOutside
      within
      summary {
        ...StatusCounts_summary
      }
      item {
        ...MapItem_item
      }
    }
  `,
  [statusCounts, mapItem],
);

/** What stands on a map and what runs between it, in numbers alone: asked again after every change. */
export const mapQuery = graphql(
  `
    query Map(
      $within: ID!
      $isPlan: Boolean!
      $level: MapLevel!
      $opened: [ID!]
      $filter: InterdependencyFilter
      $asOf: DateTime
    ) {
      plan(id: $within, asOf: $asOf) @include(if: $isPlan) {
        id
        title
        changesCursor
      }
      partnership(id: $within) @skip(if: $isPlan) {
        id
        name
        changesCursor
      }
      interdependencies(within: $within, level: $level, opened: $opened, filter: $filter, asOf: $asOf) {
        nodes {
          ...MapNode_node
        }
        opened {
          ...MapNode_node
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
        unplaced
      }
    }
  `,
  [mapNode],
);

/** The cross-references themselves, for whoever opens a place or an edge of the map. */
export const mapReferencesQuery = graphql(
  `
    query MapReferences(
      $within: ID!
      $level: MapLevel!
      $opened: [ID!]
      $filter: InterdependencyFilter
      $asOf: DateTime
    ) {
      interdependencies(within: $within, level: $level, opened: $opened, filter: $filter, asOf: $asOf) {
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

export type MapAnswer = ResultOf<typeof mapQuery>['interdependencies'];
export type MapReferences = ResultOf<typeof mapReferencesQuery>['interdependencies'];
export type MapAsked = VariablesOf<typeof mapReferencesQuery>;
