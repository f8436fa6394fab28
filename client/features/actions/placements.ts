import { formatReference } from '../../platform/format/references.js';
import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { statusCounts } from '../plans/statusCounts.js';
import { actionNow, actionRow } from './actionRow.js';

/** Where an action stands beside its home. Fields named alike elsewhere go by names of their own. */
export const placeOf = graphql(`
  fragment PlaceOf_placement on Placement @_unmask {
    id
    version
    archivedAt
    placedAs: reference
    position
    workstream {
      id
      number
      title
    }
    plan {
      id
      title
    }
    mayPlace: viewerCan {
      update
      archive
    }
  }
`);

/** A row of a plan that is at home in another one. */
export const placedRow = graphql(
  `
    fragment PlacedRow_placement on Placement @_unmask {
      ...PlaceOf_placement
      action {
        ...ActionRow_action
        workstream {
          id
          number
        }
        plan {
          id
          title
        }
      }
    }
  `,
  [placeOf, actionRow],
);

/** What a verb answers and a live change brings: the row, the action as it is now, and the counts that moved with it. */
export const placementNow = graphql(
  `
    fragment PlacementNow_placement on Placement @_unmask {
      ...PlacedRow_placement
      action {
        ...ActionNow_action
        directionOfTravel
      }
      workstream {
        id
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
  [placedRow, actionNow, statusCounts],
);

export type Place = ResultOf<typeof placeOf>;
export type PlacedRow = ResultOf<typeof placedRow>;

interface Home {
  readonly reference: string | null;
  readonly title: string;
  readonly workstream: { readonly number: string | null };
  readonly plan: { readonly title: string };
}

/** 'WS2 B7 in Better Lives'. */
export const placeWords = ({ placedAs, workstream, plan }: Place): string =>
  `${formatReference(workstream.number, placedAs) || 'without a reference'} in ${plan.title}`;

export const homeWords = ({ reference, workstream, plan }: Home): string =>
  `${formatReference(workstream.number, reference) || 'without a reference'} in ${plan.title}`;

/** What a row says that is at home in another plan: 'also in Better Lives as WS1 A1'. */
export function alsoWords({ reference, workstream, plan }: Home): string {
  const name = formatReference(workstream.number, reference);
  return `also in ${plan.title}${name && ` as ${name}`}`;
}

/** Where an action may be put: the plans, with the workstreams in them that the reader may add to. */
export const placesQuery = graphql(`
  query Places($id: ID!) {
    partnership(id: $id) {
      id
      plans {
        id
        title
        planStatus: status
        workstreams {
          id
          number
          title
          mayAdd: viewerCan {
            create
          }
        }
      }
    }
  }
`);
