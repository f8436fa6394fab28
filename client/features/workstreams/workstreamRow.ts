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
      isRestricted
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
      viewerCan {
        update
        create
        archive
      }
    }
  `,
  [statusCounts, owner],
);

export type WorkstreamRow = ResultOf<typeof workstreamRow>;
