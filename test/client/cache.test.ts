import { Client, type Exchange, gql, type OperationResult } from 'urql';
import { expect, test } from 'vitest';
import { filter, map, pipe } from 'wonka';
import { normalisedCache } from '../../client/platform/graphql/cache.js';

const action = { __typename: 'Action', id: 'a', title: 'Open the ward' };
const HISTORY = gql`
  query History {
    history(of: "p", first: 1) {
      nodes {
        item {
          __typename
          ... on Action { id title }
          ... on ExternalDependency { id title }
        }
        __typename
      }
      __typename
    }
  }
`;
const END = gql`
  query End {
    crossReference(id: "c") {
      id
      to {
        __typename
        ... on Action { id title }
        ... on ExternalDependency { id title controlledBy }
      }
      __typename
    }
  }
`;
const ANSWERS: Readonly<Record<string, unknown>> = {
  History: {
    __typename: 'Query',
    history: { __typename: 'ChangeConnection', nodes: [{ __typename: 'Change', item: action }] },
  },
  End: { __typename: 'Query', crossReference: { __typename: 'CrossReference', id: 'c', to: action } },
};

/** Has every answer at hand, by the name of the question. */
const answering: Exchange = () => (operations) =>
  pipe(
    operations,
    filter(({ kind }) => kind === 'query'),
    map((operation): OperationResult => {
      const [definition] = operation.query.definitions;
      const name = definition?.kind === 'OperationDefinition' ? definition.name?.value : undefined;
      return { operation, data: ANSWERS[name ?? ''], stale: false, hasNext: false };
    }),
  );

test('the cache takes an item for what it is, whatever types of the same fields were asked for before', async () => {
  const exchanges = [normalisedCache, answering];
  const client = new Client({ url: 'http://none', preferGetMethod: false, exchanges });
  await client.query(HISTORY, {}).toPromise();
  const { data } = await client.query(END, {}).toPromise();
  expect(data?.crossReference?.to).toEqual(action);
});
