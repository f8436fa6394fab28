import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { statusCounts } from '../plans/statusCounts.js';

/** Of a frozen copy, all but what it shows. */
export const frozenHead = graphql(`
  fragment FrozenHead_map on FrozenMap @_unmask {
    id
    version
    title
    note
    level
    stoodAt
    createdAt
    contentHash
    plan {
      id
      title
    }
    organisation {
      id
      name
    }
    post {
      id
      title
    }
    frozenBy {
      id
      name
    }
    audience {
      kind
      label
    }
    ownAudience {
      kind
      label
    }
    withdrawnAt
    withdrawnBecause
    withdrawnBy {
      id
      name
    }
    withdrawnFor {
      id
      name
    }
    viewerCan {
      withdraw
    }
  }
`);

const frozenNode = graphql(
  `
    fragment FrozenNode_node on FrozenNode @_unmask {
      id
      isOutside
      within
      summary {
        ...StatusCounts_summary
      }
      item {
        itemType
        title
        reference
        workstreamNumber
        planId
        planTitle
        whose
        status
        isOverdue
      }
    }
  `,
  [statusCounts],
);

export const frozenMapQuery = graphql(
  `
    query FrozenMap($id: ID!) {
      frozenMap(id: $id) {
        ...FrozenHead_map
        partnership {
          id
          changesCursor
        }
        content {
          narrowing
          unplaced
          nodes {
            ...FrozenNode_node
          }
          opened {
            ...FrozenNode_node
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
    }
  `,
  [frozenHead, frozenNode],
);

export const frozenMapsQuery = graphql(
  `
    query FrozenMaps($within: ID!, $first: Int!, $after: String) {
      frozenMaps(within: $within, first: $first, after: $after) {
        nodes {
          ...FrozenHead_map
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [frozenHead],
);

/** Withdrawn while somebody looks, it says so. */
export const frozenMapChanges = graphql(
  `
    subscription FrozenMapChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        kind
        itemType
        itemId
        aboutId
        item {
          __typename
          ... on FrozenMap {
            ...FrozenHead_map
          }
        }
      }
    }
  `,
  [frozenHead],
);

/** Whether the reader may freeze maps here, and the whole partnership’s for the public. */
export const mayFreezeQuery = graphql(`
  query MayFreeze($id: ID!) {
    partnership(id: $id) {
      id
      viewerCan {
        administer
        freezeMap
      }
    }
  }
`);

/** Whether they may freeze a plan’s map for the public. */
export const mayPublishQuery = graphql(`
  query MayPublish($id: ID!) {
    plan(id: $id) {
      id
      viewerCan {
        publish
      }
    }
  }
`);

export const leftOutQuery = graphql(`
  query FrozenMapLeavesOut(
    $within: ID!
    $level: MapLevel!
    $opened: [ID!]
    $filter: InterdependencyFilter
    $around: ID
    $up: Int! = 1
    $down: Int! = 1
    $connections: MapConnectionsInput
    $asOf: DateTime
    $isPublic: Boolean
    $organisationIds: [ID!]
    $boardId: ID
    $personIds: [ID!]
  ) {
    frozenMapLeavesOut(
      within: $within
      level: $level
      opened: $opened
      filter: $filter
      around: $around
      up: $up
      down: $down
      connections: $connections
      asOf: $asOf
      isPublic: $isPublic
      organisationIds: $organisationIds
      boardId: $boardId
      personIds: $personIds
    ) {
      places
      crossReferences
      placesLeftOut
      connectionsLeftOut
      crossReferencesLeftOut
    }
  }
`);

export type FrozenHead = ResultOf<typeof frozenHead>;
export type FrozenContent = NonNullable<NonNullable<ResultOf<typeof frozenMapQuery>['frozenMap']>['content']>;
export type LeftOut = NonNullable<ResultOf<typeof leftOutQuery>['frozenMapLeavesOut']>;
