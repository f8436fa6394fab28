import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { crossReference } from '../actions/crossReferences';
import { timing } from '../actions/timing';
import { toldChange } from '../changes/change';
import { impactNotice } from '../cross-references/impactNotices';
import { watch } from '../cross-references/watches';
import { outstandingItem } from '../meetings/outstanding.queries';
import { statusCounts } from '../plans/statusCounts';

/** An action as a line among what somebody has to see to. */
export const homeAction = graphql(
  `
    fragment HomeAction_action on Action @_unmask {
      id
      version
      reference
      title
      status
      isOverdue
      timing {
        ...Timing_timing
      }
      leads {
        id
        organisation {
          id
        }
      }
      workstream {
        id
        number
        title
      }
      plan {
        id
        title
      }
    }
  `,
  [timing],
);

/** Something from outside that our organisation watches, with what there is to tell of it. */
export const homeWatched = graphql(
  `
    fragment HomeWatched_dependency on ExternalDependency @_unmask {
      id
      title
      controlledBy
      isOverdue
      timing {
        ...Timing_timing
      }
      awaitedBy: plan {
        id
      }
      watches {
        ...Watch_watch
      }
    }
  `,
  [timing, watch],
);

/** A plan with how it stands. */
export const homePlan = graphql(
  `
    fragment HomePlan_plan on Plan @_unmask {
      id
      title
      isRestricted
      startsOn
      endsOn
      summary {
        ...StatusCounts_summary
      }
    }
  `,
  [statusCounts],
);

/** What we owe a meeting, with the meeting. */
const homeOwed = graphql(
  `
    fragment HomeOwed_item on OutstandingItem @_unmask {
      ...OutstandingItem_item
      meeting {
        id
        meetsOn
        boards {
          id
          name
        }
      }
    }
  `,
  [outstandingItem],
);

export const homeQuery = graphql(
  `
    query Home(
      $within: ID!
      $organisations: [ID!]!
      $today: Date!
      $soon: Date!
      $overdueCount: Int!
      $soonCount: Int!
      $awaitingCount: Int!
      $noticeCount: Int!
      $watchedCount: Int!
    ) {
      partnership(id: $within) {
        id
        changesCursor
      }
      overdue: actions(
        within: $within
        first: $overdueCount
        filter: { organisationIds: $organisations, isOverdue: true }
        orderBy: DUE
      ) {
        totalCount
        nodes {
          ...HomeAction_action
        }
      }
      soon: actions(
        within: $within
        first: $soonCount
        filter: {
          organisationIds: $organisations
          dueFrom: $today
          dueUntil: $soon
          statuses: [GREEN, AMBER, RED, NOT_YET_RATED]
        }
        orderBy: DUE
      ) {
        totalCount
        nodes {
          ...HomeAction_action
        }
      }
      awaiting: crossReferences(
        within: $within
        first: $awaitingCount
        filter: { awaitingAnswerFrom: $organisations }
      ) {
        totalCount
        nodes {
          ...CrossReference_reference
        }
      }
      notices: impactNotices(
        within: $within
        first: $noticeCount
        filter: { organisationIds: $organisations, statuses: [OPEN] }
      ) {
        totalCount
        nodes {
          ...ImpactNotice_notice
        }
      }
      outstanding(within: $within, organisationIds: $organisations) {
        items {
          ...HomeOwed_item
        }
      }
      watched: externalDependencies(
        within: $within
        first: $watchedCount
        filter: { watchedBy: $organisations, newsUntil: $soon }
      ) {
        totalCount
        nodes {
          ...HomeWatched_dependency
        }
      }
    }
  `,
  [homeAction, crossReference, impactNotice, homeWatched, homeOwed],
);

export const homePlansQuery = graphql(
  `
    query HomePlans($within: ID!) {
      partnership(id: $within) {
        id
        name
        place
        changesCursor
        plans {
          ...HomePlan_plan
        }
      }
    }
  `,
  [homePlan],
);

export const latestChangesQuery = graphql(
  `
    query LatestChanges($of: ID!, $first: Int!) {
      history(of: $of, first: $first) {
        nodes {
          ...ToldChange_change
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [toldChange],
);

/** What the lists need of an item that changed: the same fragments as the lists themselves. */
export const homeChanges = graphql(
  `
    subscription HomeChanges($within: ID!, $after: String) {
      changes(within: $within, after: $after) {
        aboutId
        ...ToldChange_change
        item {
          ... on Action {
            ...HomeAction_action
          }
          ... on CrossReference {
            ...CrossReference_reference
          }
          ... on ImpactNotice {
            ...ImpactNotice_notice
          }
          ... on Plan {
            ...HomePlan_plan
          }
        }
      }
    }
  `,
  [toldChange, homeAction, homePlan, crossReference, impactNotice],
);

export type HomeAnswer = ResultOf<typeof homeQuery>;
export type HomeAction = ResultOf<typeof homeAction>;
export type HomeOwed = ResultOf<typeof homeOwed>;
export type HomePlan = ResultOf<typeof homePlan>;
export type HomeChange = ResultOf<typeof homeChanges>['changes'];
