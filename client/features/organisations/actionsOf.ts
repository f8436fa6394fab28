import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql, type ResultOf, type VariablesOf } from '../../platform/graphql/graphql';
import { timing } from '../actions/timing';

const actionsOf = graphql(
  `
    query ActionsOf($within: ID!, $after: String, $filter: ActionFilter!) {
      actions(within: $within, first: 20, after: $after, orderBy: DUE, filter: $filter) {
        totalCount
        nodes {
          id
          reference
          title
          status
          isOverdue
          timing {
            ...Timing_timing
          }
          workstream {
            id
            number
          }
          plan {
            id
            title
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [timing],
);

type Page = ResultOf<typeof actionsOf>['actions'];
export type ListedAction = Page['nodes'][number];
export type ActionsFilter = VariablesOf<typeof actionsOf>['filter'];

interface More {
  readonly of: string;
  readonly pages: readonly Page[];
}

/** The actions that a filter finds, soonest due first, a page at a time. */
export function useActionsOf(within: string, filter: ActionsFilter) {
  const client = useClient();
  const variables = { within, filter };
  const of = JSON.stringify(variables);
  const [{ data, error }, ask] = useQuery({ query: actionsOf, variables });
  const [more, setMore] = useState<More>({ of, pages: [] });
  const [isMore, setAsking] = useState(false);
  const rest = more.of === of ? more.pages : [];
  const first = data?.actions;
  const last = rest.at(-1) ?? first;
  const seen = new Set<string>();
  const actions = [...(first ? [first] : []), ...rest]
    .flatMap((page) => page.nodes)
    .filter(({ id }) => !seen.has(id) && seen.add(id));

  const askMore = async (): Promise<void> => {
    setAsking(true);
    const answer = await client
      .query(actionsOf, { ...variables, after: last?.pageInfo.endCursor ?? null })
      .toPromise();
    setAsking(false);
    const page = answer.data?.actions;
    if (page) setMore({ of, pages: [...rest, page] });
  };
  return {
    actions,
    total: first?.totalCount ?? 0,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    isFirst: !first && !error,
    error: first ? undefined : error,
    isMore,
    askMore,
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}
