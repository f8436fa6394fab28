import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';

/** Wherever they turn up in what is logged: secrets, and everything that people wrote. */
const SECRETS = ['password', 'token', 'secret', 'cookie', 'authorization', 'variables', 'body', 'query'];

const REDACTED = [
  ...SECRETS,
  ...SECRETS.map((name) => `*.${name}`),
  ...['authorization', 'cookie', 'set-cookie'].map((name) => `*.headers["${name}"]`),
  ...['authorization', 'cookie', 'set-cookie'].map((name) => `headers["${name}"]`),
];

/** How fastify logs: who asked for which path, and never what for. */
export function loggingOptions(
  level: string,
): Pick<FastifyServerOptions, 'logger' | 'genReqId' | 'requestIdHeader'> {
  return {
    logger: {
      level,
      redact: { paths: REDACTED, censor: '[not logged]' },
      serializers: { req: describeRequest, err: describeError },
    },
    requestIdHeader: false,
    genReqId: () => randomUUID(),
  };
}

/** Whoever leaves before the answer has come is no error: pages do so whenever they ask anew. */
export function quietAboutLeavers(http: FastifyInstance): void {
  http.setErrorHandler((error, request, reply) => {
    if (!reply.raw.destroyed || Reflect.get(Object(error), 'code') !== 'ERR_STREAM_PREMATURE_CLOSE')
      throw error;
    request.log.debug('left before the answer');
    reply.hijack();
  });
}

function describeRequest(request: FastifyRequest): Record<string, unknown> {
  // A query string may carry a document, a search or a token of an invitation.
  const path = request.url?.split('?', 1)[0];
  return { id: request.id, method: request.method, path, remoteAddress: request.ip };
}

interface Described {
  [detail: string]: unknown;
  type: string;
  message: string;
  stack: string;
  code?: string;
  constraint?: string;
  table?: string;
  cause?: Described;
}

/** An error without the values in it: a database tells the row that broke a rule, in people's own words. */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something other than an error', stack: '' };
  const described: Described = {
    type: error.constructor.name,
    message: withoutValues(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
  };
  for (const name of ['code', 'constraint', 'table'] as const) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'string') described[name] = value;
  }
  if (error.cause instanceof Error) described.cause = describeError(error.cause);
  return described;
}

/** PostgreSQL and parsers quote what they could not read behind a colon. */
function withoutValues(message: string): string {
  return message.replace(/: ["'`{[][\s\S]*$/, ': [not logged]').slice(0, 500);
}
