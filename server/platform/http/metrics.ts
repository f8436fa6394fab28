import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface PoolCounts {
  total: number;
  idle: number;
  waiting: number;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What one process counts about itself. No label holds anything that a partnership, a person or a
 * client chose: routes are patterns, operations are known by their kind only.
 */
export class Metrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];

  readonly httpDuration = new Histogram({
    name: 'accord_http_request_duration_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: this.#registers,
  });
  readonly operationDuration = new Histogram({
    name: 'accord_graphql_operation_duration_seconds',
    help: 'Time to answer a GraphQL operation, by its kind and by how it ended.',
    labelNames: ['type', 'outcome'],
    buckets: SECONDS,
    registers: this.#registers,
  });
  readonly changesSeen = this.#counter('accord_changes_seen_total', 'Changes read from the change log.');
  readonly framesSent = this.#counter('accord_hub_frames_total', 'Frames handed to subscribers.');
  readonly slowClosed = this.#counter(
    'accord_slow_consumers_closed_total',
    'Sockets closed for not reading.',
  );

  constructor() {
    // Memory, processor time, garbage collection, event loop lag.
    collectDefaultMetrics({ register: this.registry });
  }

  /** The pool is asked when somebody looks. */
  watchPool(counts: () => PoolCounts): void {
    new Gauge({
      name: 'accord_database_connections',
      help: 'Connections of the database pool, and requests waiting for one.',
      labelNames: ['state'],
      registers: this.#registers,
      collect() {
        for (const [state, count] of Object.entries(counts())) this.set({ state }, count);
      },
    });
  }

  /** The sockets are counted when somebody looks. */
  watchSockets({ open, subscriptions }: { open: () => number; subscriptions: () => number }): void {
    this.#watch('accord_sockets_open', 'Open sockets.', open);
    this.#watch('accord_subscriptions_open', 'Running subscriptions.', subscriptions);
  }

  #watch(name: string, help: string, count: () => number): void {
    new Gauge({
      name,
      help,
      registers: this.#registers,
      collect() {
        this.set(count());
      },
    });
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: this.#registers });
  }
}

/** `/metrics`, with the token if one is set, else for the machine itself alone; and the time of every request. */
export function registerMetrics(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    metrics.httpDuration.observe(labels, reply.elapsedTime / 1_000);
  });
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (!mayRead(request, token)) return reply.callNotFound();
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return sameText(request.headers.authorization ?? '', `Bearer ${token}`);
  // Behind a proxy on this machine everybody seems to be local.
  const isForwarded = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
}

function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

export function metricsPlugin<Context extends BaseContext>(metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      const stop = metrics.operationDuration.startTimer();
      return {
        willSendResponse: async ({ operation, response }) => {
          const { body } = response;
          const errors = body.kind === 'single' ? body.singleResult.errors : body.initialResult.errors;
          stop({ type: operation?.operation ?? 'unknown', outcome: outcomeOf(errors) });
        },
      };
    },
  };
}

export function outcomeOf(errors: readonly { extensions?: Record<string, unknown> }[] | undefined): string {
  if (!errors?.length) return 'ok';
  const isOurs = (code: unknown) => code === 'INTERNAL' || code === 'UNAVAILABLE';
  return errors.some(({ extensions }) => isOurs(extensions?.['code'])) ? 'failed' : 'refused';
}
