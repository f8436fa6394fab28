import type { SubscriptionForwarder } from '@urql/core';
import { type Client, createClient } from 'graphql-ws';
import { connectionIsLive, connectionIsLost } from './connection.js';

export type RightsMoved = 'SIGNED_OUT' | 'RIGHTS_CHANGED';

/** With what code the server puts us out. Either way who we are must be asked anew. */
const RIGHTS_MOVED: Readonly<Record<number, RightsMoved>> = { 4401: 'SIGNED_OUT', 4403: 'RIGHTS_CHANGED' };

const pauseMs = (attempt: number) => Math.min(250 * 2 ** attempt, 8_000) * (0.75 + Math.random() / 2);

interface Told {
  changes?: { cursor?: string };
}

/**
 * Live updates that go on where they stopped: each subscription remembers the last cursor it saw and, after any
 * break (sleep, restart, another server process), asks for what came after it.
 */
export function liveForwarder(onRightsMoved: (why: RightsMoved) => void): SubscriptionForwarder {
  const socket = openSocket(onRightsMoved);
  return (request) => ({
    subscribe: (sink) => {
      let stopped = false;
      let attempt = 0;
      let stop = () => {};
      let after = (request.variables as { after?: string } | undefined)?.after;

      const begin = () => {
        if (stopped) return;
        const variables = { ...request.variables, ...(after === undefined ? {} : { after }) };
        stop = socket.subscribe<Told>(
          { query: request.query ?? '', variables },
          {
            next: (result) => {
              attempt = 0;
              after = result.data?.changes?.cursor ?? after;
              // The server’s results and urql’s differ only in how strictly they are typed.
              sink.next(result as Parameters<typeof sink.next>[0]);
            },
            error: (error) => {
              // A refusal is an answer and final; anything else is a broken line.
              if (Array.isArray(error)) sink.error(error);
              else setTimeout(begin, pauseMs(attempt++));
            },
            complete: () => (stopped ? sink.complete() : setTimeout(begin, pauseMs(attempt++))),
          },
        );
      };
      begin();
      return {
        unsubscribe: () => {
          stopped = true;
          stop();
        },
      };
    },
  });
}

function openSocket(onRightsMoved: (why: RightsMoved) => void): Client {
  const { protocol, host } = window.location;
  let opened = 0;
  return createClient({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`,
    lazy: true,
    // A page that changes leaves the line open for the next one.
    lazyCloseTimeout: 3_000,
    // Each subscription goes on by itself, from its own cursor.
    retryAttempts: 0,
    keepAlive: 10_000,
    // Short and alike from page to page: the server makes the bytes once for all who listen under one id.
    generateID: () => String(++opened),
    on: {
      connected: connectionIsLive,
      pong: connectionIsLive,
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent;
        const moved = RIGHTS_MOVED[code];
        if (moved) onRightsMoved(moved);
        if (!wasClean || code !== 1000) connectionIsLost();
      },
    },
  });
}
