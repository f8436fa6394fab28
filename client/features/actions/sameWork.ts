import { useMemo } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { referenceEnd } from './crossReferences';
import { sameWorkDismissal } from './sameWorkDismissal';

const sameWorkQuery = graphql(
  `
    query SameWork($of: ID!) {
      possiblySameWork(of: $of, first: 3) {
        words
        action {
          ...ReferenceEnd_end
          plan {
            id
            title
          }
        }
      }
    }
  `,
  [referenceEnd],
);

export type Offer = ResultOf<typeof sameWorkQuery>['possiblySameWork'][number];

/** Actions of other plans that may be the same work as this one, and asking for them again. */
export function useSameWork(of: string, isAsked: boolean) {
  const [{ data }, ask] = useQuery({
    query: sameWorkQuery,
    variables: { of },
    pause: !isAsked,
    requestPolicy: 'cache-and-network',
  });
  return {
    offers: isAsked ? (data?.possiblySameWork ?? []) : [],
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}

const dismiss = graphql(
  `mutation DismissSameWork($input: CreateSameWorkDismissalInput!) {
    createSameWorkDismissal(input: $input) { sameWorkDismissal {
      ...SameWork_dismissal action { id sameWorkDismissals { id } } other { id sameWorkDismissals { id } } } }
  }`,
  [sameWorkDismissal],
);
const takeBack = graphql(
  `mutation TakeBackDismissal($input: ItemVersionInput!) {
    archiveSameWorkDismissal(input: $input) { sameWorkDismissal {
      ...SameWork_dismissal action { id sameWorkDismissals { id } } other { id sameWorkDismissals { id } } } }
  }`,
  [sameWorkDismissal],
);

/** Says that two are not the same work, and takes it back. Each answers null when it is done, or why not. */
export function useDismissals() {
  const client = useClient();
  return useMemo(() => {
    const make = verbMaker(client);
    return { dismiss: make(dismiss), takeBack: make(takeBack) };
  }, [client]);
}
