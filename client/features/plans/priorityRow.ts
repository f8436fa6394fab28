import { graphql, type ResultOf } from '../../platform/graphql/graphql.js';
import { owner } from '../actions/owners.js';

/** A priority as its plan shows it. What live changes of many types name alike goes by a name of its own. */
export const priorityRow = graphql(
  `
    fragment PriorityRow_priority on Priority @_unmask {
      id
      version
      priorityNumber: number
      title
      meaning: description
      archivedAt
      sros {
        ...Owner_ownership
      }
      abus {
        id
        name
      }
      overseeingBoards {
        id
        name
      }
      viewerCan {
        update
        assign
        archive
      }
    }
  `,
  [owner],
);

export type PriorityRow = ResultOf<typeof priorityRow>;

/** 'Priority 2', since every framework has its own numbers. */
export const priorityName = ({ priorityNumber }: Pick<PriorityRow, 'priorityNumber'>): string =>
  /^\d/.test(priorityNumber) ? `Priority ${priorityNumber}` : priorityNumber;
