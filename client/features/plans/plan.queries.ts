import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { actionNow, actionRow } from '../actions/actionRow.js';
import { crossReference } from '../actions/crossReferences.js';
import { placedRow, placementNow } from '../actions/placements.js';
import { sameWorkDismissal } from '../actions/sameWorkDismissal.js';
import { update } from '../actions/updates.js';
import { workstreamPlan, workstreamRow } from '../workstreams/workstreamRow.js';
import { priorityRow } from './priorityRow.js';
import { statusCounts } from './statusCounts.js';

/** The head of a plan. What live changes of many types name alike goes by a name of its own. */
export const planHead = graphql(
  `
    fragment PlanHead_plan on Plan @_unmask {
      id
      version
      title
      planKind: kind
      planStatus: status
      startsOn
      endsOn
      adoptedOn
      isRestricted
      audience {
        kind
        label
        memberIds
      }
      ownAudience {
        kind
        memberIds
      }
      viewerCan {
        restrict
        publish
      }
      board {
        id
        name
      }
      partnership {
        id
        name
        bragDefinitions {
          status
          meaning
        }
      }
      summary {
        ...StatusCounts_summary
      }
    }
  `,
  [statusCounts],
);

/** What the page of a plan knows of it, and every verb and live change brings. */
export const planNow = graphql(
  `
    fragment PlanNow_plan on Plan @_unmask {
      ...PlanHead_plan
      yearOneStartsOn
      archivedAt
      viewerCan {
        update
        create
        adopt
        archive
      }
    }
  `,
  [planHead],
);

export const planQuery = graphql(
  `
    query Plan($id: ID!, $asOf: DateTime) {
      plan(id: $id, asOf: $asOf) {
        ...PlanNow_plan
        changesCursor
        priorities {
          ...PriorityRow_priority
        }
        workstreams {
          ...WorkstreamRow_workstream
          actions {
            ...ActionRow_action
          }
          placements {
            ...PlacedRow_placement
          }
        }
      }
    }
  `,
  [planNow, priorityRow, workstreamRow, actionRow, placedRow],
);

/** One subscription tells a whole plan: rows, bars and the open panel are merged from what it brings. */
export const planChanges = graphql(
  `
    subscription PlanChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        cursor
        at
        kind
        itemType
        itemId
        aboutId
        actor {
          id
          name
        }
        organisation {
          id
          name
          shortName
        }
        fields {
          field
          after
        }
        item {
          __typename
          ... on Action {
            ...ActionNow_action
          }
          ... on Placement {
            ...PlacementNow_placement
          }
          ... on Workstream {
            ...WorkstreamRow_workstream
            ...WorkstreamPlan_workstream
          }
          ... on Priority {
            ...PriorityRow_priority
            plan {
              id
            }
          }
          ... on Plan {
            ...PlanNow_plan
          }
          ... on Update {
            ...Update_update
            action {
              ...ActionNow_action
              directionOfTravel
            }
          }
          ... on SameWorkDismissal {
            ...SameWork_dismissal
          }
          ... on CrossReference {
            ...CrossReference_reference
            from {
              ... on Action {
                crossReferenceCounts {
                  outgoing
                  incoming
                  strained
                  unanswered
                }
              }
            }
            to {
              ... on Action {
                crossReferenceCounts {
                  outgoing
                  incoming
                  strained
                  unanswered
                }
              }
            }
          }
        }
      }
    }
  `,
  [
    actionNow,
    placementNow,
    workstreamRow,
    workstreamPlan,
    priorityRow,
    planNow,
    update,
    crossReference,
    sameWorkDismissal,
  ],
);

export const planPresence = graphql(`
  subscription PlanPresence($within: ID!, $at: ID) {
    presence(within: $within, at: $at) {
      itemId
      person {
        id
        name
      }
    }
  }
`);

export type Plan = NonNullable<ResultOf<typeof planQuery>['plan']>;
export type PlanWorkstream = Plan['workstreams'][number];
export type PlanChange = ResultOf<typeof planChanges>['changes'];
