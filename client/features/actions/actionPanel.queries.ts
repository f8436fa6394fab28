import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { actionNow } from './actionRow.js';
import { comment } from './comments.js';
import { crossReference } from './crossReferences.js';
import { placeOf } from './placements.js';
import { sameWorkDismissal } from './sameWorkDismissal.js';
import { update } from './updates.js';

export const actionPanelQuery = graphql(
  `
    query ActionPanel($id: ID!, $asOf: DateTime) {
      action(id: $id, asOf: $asOf) {
        ...ActionNow_action
        directionOfTravel
        plan {
          title
        }
        placements {
          ...PlaceOf_placement
        }
        workstream {
          leadOrganisation {
            id
            name
          }
        }
        updates {
          ...Update_update
        }
        archivedUpdates {
          ...Update_update
        }
        crossReferences {
          ...CrossReference_reference
        }
        risks {
          id
          reference
          event
          current {
            score
            band
          }
        }
        withdrawnCrossReferences {
          ...CrossReference_reference
        }
        sameWorkDismissals {
          ...SameWork_dismissal
        }
        comments {
          ...Comment_comment
        }
      }
    }
  `,
  [actionNow, placeOf, update, crossReference, sameWorkDismissal, comment],
);

export type PanelAction = NonNullable<ResultOf<typeof actionPanelQuery>['action']>;

export interface PartProps {
  readonly action: PanelAction;
  /** As people name it: 'WS2 B12'. */
  readonly name: string;
}

export const historyQuery = graphql(`
  query ActionHistory($of: ID!, $after: String) {
    history(of: $of, first: 20, after: $after) {
      nodes {
        cursor
        kind
        at
        itemType
        actor {
          id
          name
        }
        organisation {
          id
          name
        }
        fields {
          field
          before
          after
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type HistoryEntry = ResultOf<typeof historyQuery>['history']['nodes'][number];

export const bodiesQuery = graphql(`
  query Bodies($id: ID!) {
    partnership(id: $id) {
      id
      organisations {
        id
        name
        shortName
      }
      abus {
        id
        name
        shortName
      }
      boards {
        id
        name
        shortName
      }
      posts {
        id
        title
        organisation {
          id
          name
        }
      }
      people {
        id
        name
        jobTitle
        organisation {
          id
          name
        }
      }
    }
  }
`);

export type Bodies = NonNullable<ResultOf<typeof bodiesQuery>['partnership']>;
