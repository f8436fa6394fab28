import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { owner } from '../actions/owners.js';
import { statusCounts } from '../plans/statusCounts.js';

/** A workstream as a section of its plan. */
export const workstreamRow = graphql(
  `
    fragment WorkstreamRow_workstream on Workstream @_unmask {
      id
      version
      number
      title
      position
      isRestricted
      archivedAt
      summary {
        ...StatusCounts_summary
      }
      leadOrganisation {
        id
        name
        shortName
      }
      sponsors {
        ...Owner_ownership
      }
      priorities {
        id
        priorityNumber: number
        title
        archivedAt
      }
      viewerCan {
        update
        create
        assign
        move
        archive
      }
    }
  `,
  [statusCounts, owner],
);

/** What moves in its plan when a workstream does: the counts, and who may plan, which is for those who lead. */
export const workstreamPlan = graphql(
  `
    fragment WorkstreamPlan_workstream on Workstream @_unmask {
      plan {
        id
        summary {
          ...StatusCounts_summary
        }
        viewerCan {
          update
          create
          adopt
          archive
        }
      }
    }
  `,
  [statusCounts],
);

export type WorkstreamRow = ResultOf<typeof workstreamRow>;
