import { useQuery } from 'urql';
import { graphql } from '../../platform/graphql/graphql';
import { referenceEnd } from './crossReferences';

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
