import { Client, type Exchange, gql, type Operation, type OperationResult } from 'urql';
import { filter, makeSubject, map, merge, pipe, tap } from 'wonka';
import { beforeTheLine } from '../../client/platform/graphql/exchanges.js';

const PACK = gql`query Pack { publication(id: "p") { id version status meeting { id waiting __typename } __typename } }`;
const PUBLISH = gql`mutation ($key: Int) { publish(key: $key) { id version status meeting { id waiting __typename } __typename } }`;
const CHANGES = gql`
  subscription {
    changes(within: "m") {
      kind itemType itemId aboutId __typename
      item { __typename ... on Publication { id version status meeting { id waiting __typename } } }
    }
  }
`;
const THAT = gql`subscription { changes(within: "m") { kind itemType itemId aboutId __typename } }`;
/** One after the other: each is a version on. */
const STATUSES = ['BUILDING', 'PREPARED', 'PUBLISHED', 'RECALLED'] as const;
type Status = (typeof STATUSES)[number];
/** With what comes along that has no version: how many wait at its meeting. */
const pack = (status: Status, waiting: number, id = 'p') => ({
  ...{ __typename: 'Publication', id, status },
  version: STATUSES.indexOf(status) + 1,
  meeting: { __typename: 'Meeting', id: 'm', waiting },
});
const asAnswer = (kind: string, status: Status, waiting: number) =>
  kind === 'query'
    ? { __typename: 'Query', publication: pack(status, waiting) }
    : { __typename: 'Mutation', publish: pack(status, waiting) };
const asChange = (status: Status | 'GONE', waiting = 0, id = 'p') => ({
  changes: {
    __typename: 'Change',
    kind: status === 'GONE' ? 'REMOVED' : 'UPDATED',
    itemType: 'Publication',
    itemId: id,
    aboutId: null,
    item: status === 'GONE' ? null : pack(status, waiting, id),
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
  const waiting: number[] = [];
  const show = ({ data }: OperationResult): void => {
    shown.push(data === undefined ? 'NOT YET' : (data?.publication?.status ?? 'NOTHING'));
    if (data?.publication) waiting.push(data.publication.meeting.waiting);
  };
  let reading = client.query(PACK, {}).subscribe(show);
  const told: Status[] = [];
  client.subscription(CHANGES, {}).subscribe(({ data }) => told.push(data?.changes?.item?.status));
  client.subscription(THAT, {}).subscribe(() => {});
  return {
    shown,
    waiting,
    told,
    asked,
    askAgain: () => client.query(PACK, {}, { requestPolicy: 'network-only' }).subscribe(() => {}),
    /** As the page’s own hook does it: it lets go of the question, and puts it anew. */
    refresh: () => {
      reading.unsubscribe();
      reading = client.query(PACK, {}, { requestPolicy: 'network-only' }).subscribe(show);
    },
    publish: () => void client.mutation(PUBLISH, { key: asked.length }).toPromise(),
    answer: (at: number, status: Status, left = 0) => {
      const operation = asked[at] as Operation;
      next({ operation, data: asAnswer(operation.kind, status, left), stale: false, hasNext: false });
    },
    tell: (status: Status | 'GONE', left = 0, id = 'p') =>
      next({
        ...{ operation: following[0] as Operation, data: asChange(status, left, id) },
        ...{ stale: false, hasNext: true },
      }),
    /** To somebody who only hears that something changed there. */
    tellThat: () => {
      const { item: _, ...changes } = asChange('PUBLISHED').changes;
      next({ operation: following[1] as Operation, data: { changes }, stale: false, hasNext: true });
    },
  };
}
