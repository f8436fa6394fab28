import { Client, fetchExchange, subscriptionExchange } from 'urql';
import { beforeTheLine } from './exchanges.js';
import { liveForwarder, type RightsMoved } from './live.js';

/** The page’s one line to the server. `onRightsMoved` is called when the server has put us out, and why. */
export function createGraphQLClient(onRightsMoved: (why: RightsMoved) => void): Client {
  return new Client({
    url: '/graphql',
    // Short queries by GET would be refused: they carry no proof of having been preflighted.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      ...beforeTheLine,
      fetchExchange,
      subscriptionExchange({ forwardSubscription: liveForwarder(onRightsMoved) }),
    ],
  });
}
