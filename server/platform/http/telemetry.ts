import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { productVersion } from '../backup/product-version.js';
import { watchBatches } from '../db/line.js';
import { outcomeOf } from './metrics.js';
import { type EndedSpan, OtlpSender } from './otlp.js';

export interface TelemetryOptions {
  endpoint: string;
  headers: Record<string, string>;
  serviceName: string;
  onTrouble(error: unknown): void;
}

export interface Telemetry<Context extends BaseContext> {
  readonly plugin: ApolloServerPlugin<Context>;
  stop(): Promise<void>;
}

/** Where in a trace something is done. */
interface Place {
  traceId: string;
  spanId: string;
}

const now = (): number => performance.timeOrigin + performance.now();
const newId = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Of the W3C: version, trace, span of whoever calls, flags. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0[0-9a-f]$/;
/** Asked all the time by machines, and never slow. */
const UNWATCHED = new Set(['/healthz', '/readyz', '/metrics']);
const LONGEST_NAME = 100;

/**
 * A span for every request, below it one for its GraphQL operation, by the operation’s name alone, and one for every
 * crossing to the database. Loaded only where a collector is named.
 */
export function traceRequests<Context extends BaseContext>(
  http: FastifyInstance,
  options: TelemetryOptions,
): Telemetry<Context> {
  const sender = new OtlpSender({ ...options, version: productVersion() });
  const here = new AsyncLocalStorage<Place>();
  const requests = new WeakMap<FastifyRequest, { place: Place; parentSpanId?: string; from: number }>();

  http.addHook('onRequest', (request, _reply, done) => {
    if (UNWATCHED.has(request.routeOptions.url ?? '')) return done();
    const [, caller, parentSpanId] = TRACEPARENT.exec(String(request.headers['traceparent'])) ?? [];
    const place = { traceId: caller ?? newId(16), spanId: newId(8) };
    requests.set(request, { place, from: now(), ...(parentSpanId && { parentSpanId }) });
    here.run(place, done);
  });
  http.addHook('onResponse', async (request, reply) => {
    const known = requests.get(request);
    if (!known) return;
    const { place, ...begun } = known;
    const route = request.routeOptions.url ?? 'none';
    sender.take({
      ...place,
      ...begun,
      name: `${request.method} ${route}`,
      kind: 'SERVER',
      until: now(),
      attributes: {
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': reply.statusCode,
      },
      hasFailed: reply.statusCode >= 500,
    });
  });

  /** Begins a span below where we are, or nothing outside of a request; answers what ends it. */
  const begin = (kind: EndedSpan['kind']) => {
    const above = here.getStore();
    const from = now();
    return (name: string, attributes: EndedSpan['attributes'], hasFailed: boolean) => {
      if (!above) return;
      const { traceId, spanId: parentSpanId } = above;
      sender.take({
        traceId,
        spanId: newId(8),
        parentSpanId,
        name,
        kind,
        from,
        until: now(),
        attributes,
        hasFailed,
      });
    };
  };

  watchBatches((statements) => {
    const end = begin('CLIENT');
    return (hasFailed) =>
      end('database', { 'db.system.name': 'postgresql', 'accord.statements': statements }, hasFailed);
  });
  return {
    plugin: operations(begin),
    stop: async () => {
      watchBatches(null);
      await sender.stop();
    },
  };
}

type Begin = (
  kind: EndedSpan['kind'],
) => (name: string, attributes: EndedSpan['attributes'], hasFailed: boolean) => void;

function operations<Context extends BaseContext>(begin: Begin): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      const end = begin('INTERNAL');
      return {
        willSendResponse: async ({ operation, response: { body } }) => {
          const errors = body.kind === 'single' ? body.singleResult.errors : body.initialResult.errors;
          const type = operation?.operation ?? 'unknown';
          // As the document has it: a name, which cannot hold a sentence.
          const name = operation?.name?.value.slice(0, LONGEST_NAME);
          const attributes = {
            'graphql.operation.type': type,
            ...(name && { 'graphql.operation.name': name }),
          };
          end(name ? `${type} ${name}` : type, attributes, outcomeOf(errors) === 'failed');
        },
      };
    },
  };
}
