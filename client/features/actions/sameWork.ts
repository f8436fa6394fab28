import { useMemo } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql, type ResultOf } from '../../platform/graphql/graphql';
import { verbMaker } from '../../platform/graphql/verbs';
import { referenceEnd } from './crossReferences';
import { sameWorkDismissal } from './sameWorkDismissal';
import { usePaused } from './suggestions';

const offer = graphql(
  `
    fragment Offer_possiblySameWork on PossiblySameWork @_unmask {
      words
      action {
        ...ReferenceEnd_end
        version
        mayDo: viewerCan {
          propose
          archive
        }
        plan {
          id
          title
        }
      }
    }
  `,
  [referenceEnd],
);

export type Offer = ResultOf<typeof offer>;

const sameWorkQuery = graphql(
  `
    query SameWork($of: ID!) {
      possiblySameWork(of: $of, first: 3) {
        ...Offer_possiblySameWork
      }
    }
  `,
  [offer],
);
const workLikeQuery = graphql(
  `
    query WorkLike($within: ID!, $title: String!) {
      possiblySameWorkAs(within: $within, title: $title, first: 3) {
        ...Offer_possiblySameWork
      }
    }
  `,
  [offer],
);

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

/** Actions of other plans that may be the same work as what is being typed. Looked up when the writer pauses. */
export function useWorkLike(within: string, title: string): readonly Offer[] {
  const paused = usePaused(title).trim();
  // One word in common is a coincidence.
  const isAsked = /\S\s+\S/.test(paused);
  const [{ data }] = useQuery({
    query: workLikeQuery,
    variables: { within, title: paused },
    pause: !isAsked,
  });
  return isAsked ? (data?.possiblySameWorkAs ?? []) : [];
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
