import { formatReference } from '../../platform/format/references.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { statusCounts } from '../plans/statusCounts.js';
import { owner } from './owners.js';
import { timing } from './timing.js';

/** An action as one row of its plan. */
export const actionRow = graphql(
  `
    fragment ActionRow_action on Action @_unmask {
      id
      version
      parentId
      position
      reference
      title
      status
      isOverdue
      isRestricted
      timing {
        ...Timing_timing
      }
      leads {
        ...Owner_ownership
      }
      latestUpdate {
        id
        period
        narrative
        organisation {
          id
          name
          shortName
        }
      }
      crossReferenceCounts {
        outgoing
        incoming
        strained
        unanswered
      }
      viewerCan {
        update
        rate
        signOff
        report
        create
        archive
        restrict
        propose
        comment
      }
    }
  `,
  [owner, timing],
);

/** What a mutation answers and a live change brings: the row, its panel's own words, and the counts that moved with it. */
export const actionNow = graphql(
  `
    fragment ActionNow_action on Action @_unmask {
      ...ActionRow_action
      expectedOutcome
      signedOffAt
      signedOffBy {
        id
        name
      }
      archivedAt
      audience {
        kind
        label
        memberIds
      }
      ownAudience {
        kind
        memberIds
      }
      workstream {
        id
        number
        title
        summary {
          ...StatusCounts_summary
        }
      }
      plan {
        id
        summary {
          ...StatusCounts_summary
        }
      }
    }
  `,
  [actionRow, statusCounts],
);

export type ActionRow = ResultOf<typeof actionRow>;
export type ActionNow = ResultOf<typeof actionNow>;

/** 'WS2 B12', or its title where nobody gave it a reference. */
export function actionName(
  action: Pick<ActionRow, 'reference' | 'title'>,
  workstream: string | null | undefined,
): string {
  return action.reference ? formatReference(workstream, action.reference) : `“${action.title}”`;
}
