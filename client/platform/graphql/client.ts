import { Client, fetchExchange, subscriptionExchange } from 'urql';
import { normalisedCache } from './cache.js';
import { liveForwarder } from './live.js';

/** The page’s one line to the server. `onRightsMoved` is called when the server has put us out. */
export function createGraphQLClient(onRightsMoved: () => void): Client {
  return new Client({
    url: '/graphql',
    // Short queries by GET would be refused: they carry no proof of having been preflighted.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      normalisedCache,
      fetchExchange,
      subscriptionExchange({ forwardSubscription: liveForwarder(onRightsMoved) }),
    ],
  });
}
