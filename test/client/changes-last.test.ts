import { Client, type Exchange, gql, type Operation, type OperationResult } from 'urql';
import { expect, test } from 'vitest';
import { filter, makeSubject, map, merge, pipe, tap } from 'wonka';
import { normalisedCache } from '../../client/platform/graphql/cache.js';
import { changesLast } from '../../client/platform/graphql/changesLast.js';

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
const asChange = (status: Status) => ({
  changes: {
    __typename: 'Change',
    kind: 'UPDATED',
    itemType: 'Publication',
    itemId: 'p',
    aboutId: null,
    item: pack(status),
  },
});

/** What the cache has to tell, it tells in the next turn. */
const settled = () => new Promise<void>((done) => setImmediate(done));

/** A page whose answers come when the test says so. */
function aPage() {
  const { source, next } = makeSubject<OperationResult>();
  const asked: Operation[] = [];
  let following: Operation | undefined;
  const network: Exchange = () => (operations) =>
    merge([
      source,
      pipe(
        operations,
        tap((operation) => {
          if (operation.kind === 'query' || operation.kind === 'mutation') asked.push(operation);
          if (operation.kind === 'subscription') following = operation;
        }),
        filter(() => false),
        map((operation): OperationResult => ({ operation, data: null, stale: false, hasNext: false })),
      ),
    ]);
  const client = new Client({
    url: 'http://none',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [normalisedCache, changesLast, network],
  });
  const shown: Status[] = [];
  client.query(PACK, {}).subscribe(({ data }) => shown.push(data?.publication?.status));
  const told: Status[] = [];
  client.subscription(CHANGES, {}).subscribe(({ data }) => told.push(data?.changes?.item?.status));
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
    tell: (status: Status) =>
      next({ operation: following as Operation, data: asChange(status), stale: false, hasNext: true }),
  };
}

test('a change told while an older answer is on its way is shown at once, and still when that has come', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.askAgain();
  page.tell('PREPARED');
  page.tell('PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
  page.answer(1, 'BUILDING');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
  expect(page.told).toEqual(['PREPARED', 'PUBLISHED']);
});

test('so it is where the answer to what somebody did is older than what others did since', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.publish();
  page.tell('RECALLED');
  page.answer(1, 'PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('RECALLED');
});

test('what is newer than the change stays: the answer itself, or what came before it', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.askAgain();
  page.tell('PREPARED');
  page.answer(1, 'PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
  page.askAgain();
  page.tell('PUBLISHED');
  page.publish();
  page.answer(3, 'RECALLED');
  page.answer(2, 'RECALLED');
  await settled();
  expect(page.shown.at(-1)).toBe('RECALLED');
});

test('what was told while nothing was on its way is not written again', async () => {
  const page = aPage();
  page.answer(0, 'BUILDING');
  page.tell('RECALLED');
  page.askAgain();
  page.answer(1, 'PUBLISHED');
  await settled();
  expect(page.shown.at(-1)).toBe('PUBLISHED');
});
