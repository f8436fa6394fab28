import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { referenceEnd } from './crossReferences.js';

/** That two actions are not the same work. Fields named alike elsewhere go by names of their own. */
export const sameWorkDismissal = graphql(
  `
    fragment SameWork_dismissal on SameWorkDismissal @_unmask {
      id
      version
      createdAt
      dismissedBecause: reason
      dismissedBy {
        id
        name
      }
      organisation {
        id
        name
        shortName
      }
      action {
        ...ReferenceEnd_end
        plan {
          id
          title
        }
      }
      other {
        ...ReferenceEnd_end
        plan {
          id
          title
        }
      }
      mayTakeBack: viewerCan {
        archive
      }
    }
  `,
  [referenceEnd],
);

export type SameWorkDismissal = ResultOf<typeof sameWorkDismissal>;
