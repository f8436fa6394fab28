import { Client, type Exchange, gql, type Operation, type OperationResult } from 'urql';
import { filter, makeSubject, map, merge, pipe, tap } from 'wonka';
import { beforeTheLine } from '../../client/platform/graphql/exchanges.js';

const PACK = gql`query Pack { publication(id: "p") { id version status __typename } }`;
const PUBLISH = gql`mutation { publish { id version status __typename } }`;
const CHANGES = gql`
  subscription {
    changes(within: "m") {
      kind itemType itemId aboutId __typename
      item { __typename ... on Publication { id version status } }
    }
  }
`;
const THAT = gql`subscription { changes(within: "m") { kind itemType itemId aboutId __typename } }`;
/** One after the other: each is a version on. */
const STATUSES = ['BUILDING', 'PREPARED', 'PUBLISHED', 'RECALLED'] as const;
type Status = (typeof STATUSES)[number];
const pack = (status: Status) => ({
  ...{ __typename: 'Publication', id: 'p', status },
  version: STATUSES.indexOf(status) + 1,
});
const asAnswer = (kind: string, status: Status) =>
  kind === 'query'
    ? { __typename: 'Query', publication: pack(status) }
    : { __typename: 'Mutation', publish: pack(status) };
const asChange = (status: Status | 'GONE') => ({
  changes: {
    __typename: 'Change',
    kind: status === 'GONE' ? 'REMOVED' : 'UPDATED',
    itemType: 'Publication',
    itemId: 'p',
    aboutId: null,
    item: status === 'GONE' ? null : pack(status),
  },
});

/** What the cache has to tell, it tells in the next turn. */
export const settled = () => new Promise<void>((done) => setImmediate(done));

/** A page that shows one publication; its answers come when the test says so. */
export function aPage() {
  const { source, next } = makeSubject<OperationResult>();
  const asked: Operation[] = [];
  const following: Operation[] = [];
  const network: Exchange = () => (operations) =>
    merge([
      source,
      pipe(
        operations,
        tap((operation) => {
          if (operation.kind === 'query' || operation.kind === 'mutation') asked.push(operation);
          if (operation.kind === 'subscription') following.push(operation);
        }),
        filter(() => false),
        map((operation): OperationResult => ({ operation, data: null, stale: false, hasNext: false })),
      ),
    ]);
  const client = new Client({
    url: 'http://none',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [...beforeTheLine, network],
  });
  const shown: (Status | 'NOTHING' | 'NOT YET')[] = [];
  client
    .query(PACK, {})
    .subscribe(({ data }) =>
      shown.push(data === undefined ? 'NOT YET' : (data?.publication?.status ?? 'NOTHING')),
    );
  const told: Status[] = [];
  client.subscription(CHANGES, {}).subscribe(({ data }) => told.push(data?.changes?.item?.status));
  client.subscription(THAT, {}).subscribe(() => {});
  return {
    shown,
    told,
    asked,
    askAgain: () => client.query(PACK, {}, { requestPolicy: 'network-only' }).subscribe(() => {}),
    publish: () => void client.mutation(PUBLISH, {}).toPromise(),
    answer: (at: number, status: Status) => {
      const operation = asked[at] as Operation;
      next({ operation, data: asAnswer(operation.kind, status), stale: false, hasNext: false });
    },
    tell: (status: Status | 'GONE') =>
      next({ operation: following[0] as Operation, data: asChange(status), stale: false, hasNext: true }),
    /** To somebody who only hears that something changed there. */
    tellThat: () => {
      const { item: _, ...changes } = asChange('PUBLISHED').changes;
      next({ operation: following[1] as Operation, data: { changes }, stale: false, hasNext: true });
    },
  };
}
