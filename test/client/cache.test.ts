import { Client, type Exchange, gql, type OperationResult } from 'urql';
import { expect, test } from 'vitest';
import { filter, map, pipe } from 'wonka';
import { normalisedCache } from '../../client/platform/graphql/cache.js';
import { settled } from './a-page.js';

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
const PLANNED = gql`query Planned { meeting(id: "m") { id plannedEntries { id __typename } __typename } }`;
const CHANGES = gql`
  subscription Changes {
    changes(within: "m") {
      kind itemType itemId aboutId __typename
      item { ... on ForwardPlanEntry { id meeting { id plannedEntries { id __typename } __typename } __typename } }
    }
  }
`;
const entry = (id: string) => ({ __typename: 'ForwardPlanEntry', id });
const meeting = (...planned: string[]) => ({
  __typename: 'Meeting',
  id: 'm',
  plannedEntries: planned.map(entry),
});
const ANSWERS: Readonly<Record<string, unknown>> = {
  History: {
    __typename: 'Query',
    history: { __typename: 'ChangeConnection', nodes: [{ __typename: 'Change', item: action }] },
  },
  End: { __typename: 'Query', crossReference: { __typename: 'CrossReference', id: 'c', to: action } },
  Planned: { __typename: 'Query', meeting: meeting('one') },
  Changes: {
    changes: {
      ...{ __typename: 'Change', kind: 'CREATED', itemType: 'ForwardPlanEntry', itemId: 'two', aboutId: 'm' },
      item: { ...entry('two'), meeting: meeting('one', 'three') },
    },
  },
};

/** Has every answer at hand, by the name of the question. */
const answering: Exchange = () => (operations) =>
  pipe(
    operations,
    filter(({ kind }) => kind === 'query' || kind === 'subscription'),
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

test('a list that came along with a change stands as it came: what is new need not be in it', async () => {
  const exchanges = [normalisedCache, answering];
  const client = new Client({ url: 'http://none', preferGetMethod: false, exchanges });
  const shown: string[] = [];
  client
    .query(PLANNED, {})
    .subscribe(({ data }) =>
      shown.push(data?.meeting?.plannedEntries.map(({ id }: { id: string }) => id).join()),
    );
  client.subscription(CHANGES, {}).subscribe(() => {});
  await settled();
  expect(shown).toEqual(['one', 'one,three']);
});
